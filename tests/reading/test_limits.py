"""What is too long to read is refused or left out, and said."""

import os
from pathlib import Path

import pytest

from studyapp.model import StudyappError
from studyapp.reading import read, read_bytes

GOUT = "# Gout\n\nGout hurts the toe. "


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("gout.txt", 50_000_000, "has 50 MB; at most 5 MB"),
        ("gout.html", 5_250_000, "has 5.2 MB; at most 5 MB"),
        ("gout.pdf", 150_000_000, "has 150 MB; at most 100 MB"),
    ],
)
def test_a_document_beyond_its_size_is_refused(
    tmp_path: Path, name: str, size: int, said: str
) -> None:
    path = tmp_path / name
    path.touch()
    os.truncate(path, size)
    with pytest.raises(StudyappError) as caught:
        read(path)
    assert str(caught.value) == (
        f"{path}: The document {said} are read at a time."
        " Divide it into several files, by chapters say."
    )


def test_bytes_from_elsewhere_are_refused_too() -> None:
    with pytest.raises(StudyappError, match="at most 5 MB"):
        read_bytes(b"Gout hurts. " * 500_000, "gout.md", "gout.md")


@pytest.mark.parametrize("name", ["gout.txt", "gout.md"])
def test_an_overlong_paragraph_is_left_out(name: str) -> None:
    page = f"{GOUT}\n\n{'**Urate** rises. ' * 1_500}\n\nBeer raises urate.\n"
    reading = read_bytes(page.encode(), name, "notes")
    assert [p.text for p in reading.document.passages] == [
        "Gout hurts the toe.",
        "Beer raises urate.",
    ]
    (problem,) = reading.problems
    assert str(problem) == (
        "notes:5: A paragraph of more than 20,000 letters was left out."
        " Put blank lines between paragraphs."
    )


def test_overlong_sentences_are_left_out() -> None:
    long = "Urate is " + "very " * 300 + "high."
    page = f"{GOUT}{long}\nBeer raises urate.\n\n- {long}\n- Rest\n"
    reading = read_bytes(page.encode(), "gout.md", "gout.md")
    told = [[p.text[a:b] for a, b in p.sentences] for p in reading.document.passages]
    assert told == [["Gout hurts the toe.", "Beer raises urate."], [], ["Rest"]]
    (problem,) = reading.problems
    assert str(problem) == (
        "gout.md:3: 2 sentences of more than 1,000 letters were left out, the first of them here."
        " Divide what you want to learn."
    )


def test_what_is_long_enough_to_read_is_read() -> None:
    page = f"{GOUT}Urate is {'very ' * 150}high.\n"
    reading = read_bytes(page.encode(), "gout.md", "gout.md")
    assert len(reading.document.passages[0].sentences) == 2
    assert reading.problems == ()
