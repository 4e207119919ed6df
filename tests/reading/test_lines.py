"""Every word of every sentence stands on the lines that its passage says."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.model import Document, StudyappError
from studyapp.reading import read, read_bytes

FIXTURES = sorted((Path(__file__).parent.parent / "facts" / "fixtures").glob("*.[tm][xd]*"))
_WORD = re.compile(r"[A-Za-z]{3,}")


def misplaced(document: Document) -> list[str]:
    """Words of sentences that do not stand on the lines that are given for them."""
    wrong = []
    for passage in document.passages:
        for start, end in passage.sentences:
            for match in _WORD.finditer(passage.text, start, end):
                lines = passage.lines_of(*match.span())
                if match.group() not in document.text(lines):
                    wrong.append(f"{match.group()} on {lines}")
    return wrong


@pytest.mark.parametrize("path", FIXTURES, ids=[path.name for path in FIXTURES])
def test_in_documents(path: Path) -> None:
    document = read(path).document
    assert misplaced(document) == []
    assert all(
        1 <= p.lines.first <= p.lines.last <= len(document.lines) for p in document.passages
    )


SHAPES = (
    "Gout hurts crystals urate (toe) joint, fever. attack: Symptoms include Treatment What is 12"
    " 5% mg 6–16 weeks **bold** [link](x) [1] # - • 1. Advertisement | --- > the of"
)
WORDS = st.sampled_from(SHAPES.split())
LINES = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=30).map("\n".join)


@given(LINES, st.sampled_from(["page.txt", "page.md"]))
@example("Gout\n\nAttacks of gout include:\n- a\n  - b\n- c", "page.txt")
def test_in_pages_of_any_shape(text: str, name: str) -> None:
    document = read_bytes(f"Gout\n{text}".encode(), name, name).document
    assert misplaced(document) == []


@given(st.text(max_size=400), st.sampled_from(["page.txt", "page.md"]))
@example("---\ntitle:", "page.md")
@example("|a|\n|-|\n|b|", "page.md")
@example("- \n-\n\u2028x", "page.txt")
def test_any_text_is_read_or_refused_in_words(text: str, name: str) -> None:
    readable(text.encode("utf-8", "surrogatepass"), name)


@given(st.binary(max_size=400), st.sampled_from(["page.txt", "page.md"]))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, name: str) -> None:
    readable(data, name)


def readable(data: bytes, name: str) -> None:
    with suppress(StudyappError):
        document = read_bytes(data, name, name).document
        last = len(document.lines)
        assert all(1 <= p.lines.first <= p.lines.last <= last for p in document.passages)
