import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from studyapp.cli import files

Run = Callable[..., Result]

QUESTION = "What percentage of people with gout have a family history?"


def test_makes_a_deck_that_can_be_read(run: Run, document: Path, tmp_path: Path) -> None:
    deck = tmp_path / "my-gout-notes.md"
    result = run("build", document, "--output", deck)
    assert (result.exit_code, result.stderr) == (0, "")
    built = files.read_deck(deck)
    assert built.title == "My gout notes"
    assert [source.id for source in built.sources] == ["gout.md"]
    (card,) = (card for card in built.cards if card.question == QUESTION)
    assert card.answer == "About 20%"
    assert [str(citation.lines) for citation in card.citations] == ["line 3"]


def test_the_title_is_the_one_given(run: Run, document: Path, tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    run("build", document, "--output", deck, "--title", "Gout: a start")
    assert files.read_deck(deck).title == "Gout: a start"
    run("build", document, "--output", deck)
    assert files.read_deck(deck).title == "Gout: a start"


def test_plain_lines_in_a_pipe(run: Run, document: Path, tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    lines = run("build", document, "--output", deck).stdout.splitlines()
    assert any(line.endswith(" 1 of 1: gout.md") for line in lines)
    count = len(files.read_deck(deck).cards)
    assert lines[-1].startswith(f"{deck}: {count} card")
    assert " from 1 document, 0 disagreements, " in lines[-1]


def test_only_the_cards_most_worth_asking(run: Run, document: Path, tmp_path: Path) -> None:
    whole, short = tmp_path / "whole.md", tmp_path / "short.md"
    run("build", document, "--output", whole)
    last = run("build", document, "--output", short, "--most", "1").stdout.splitlines()[-1]
    (card,) = files.read_deck(short).cards
    everything = files.read_deck(whole).cards
    assert card.question in {one.question for one in everything}
    assert f"{len(everything) - 1} card" in last
    assert "left out as less worth asking." in last
    run("build", document, "--output", short)
    assert {one.question for one in files.read_deck(short).cards} == {
        one.question for one in everything
    }
    result = run("build", document, "--output", short, "--most", "0")
    assert result.exit_code == 2
    assert "'--most': 0 is not in the range" in result.stderr


def test_quiet_prints_nothing(run: Run, document: Path, tmp_path: Path) -> None:
    result = run("build", document, "--output", tmp_path / "deck.md", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_a_bar_on_a_terminal(document: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "studyapp", "build", str(document)]
    command += ["--output", str(tmp_path / "deck.md")]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=theirs) as program:
        os.close(theirs)
        shown = _everything(ours)
        assert program.wait() == 0
    os.close(ours)
    assert "100%" in shown
    assert "#" in shown
    assert " 1 of 1: " not in shown


def _everything(terminal: int) -> str:
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # how a terminal says that the other side is closed
            piece = b""
        if not piece:
            return shown.decode()
        shown += piece


def test_building_again_changes_nothing(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    deck = tmp_path / "deck.md"
    run("build", document, "--output", deck)
    first = deck.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    run("build", document, "--output", deck)
    assert deck.read_bytes() == first


def test_a_hand_edit_stays(run: Run, document: Path, tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    run("build", document, "--output", deck)
    mine = "How many people with gout have relatives with gout?"
    deck.write_text(deck.read_text().replace(QUESTION, mine))
    ids = [card.id for card in files.read_deck(deck).cards]
    run("build", document, "--output", deck)
    again = files.read_deck(deck)
    assert mine in [card.question for card in again.cards]
    assert [card.id for card in again.cards] == ids
    assert all(card.changed for card in again.cards)


def test_disagreements_go_to_their_file(run: Run, document: Path, tmp_path: Path) -> None:
    other = document.with_name("leaflet.md")
    other.write_text("# Gout\n\nAbout 35% of people with gout have a family history.\n")
    found = tmp_path / "found.jsonl"
    result = run("build", document.parent, "--output", tmp_path / "d.md", "--disagreements", found)
    assert result.exit_code == 0
    (line,) = found.read_text().splitlines()
    assert "About 20%" in line
    assert "About 35%" in line
    assert ", 1 disagreement, " in result.stdout


def test_a_report_is_one_page_of_its_own(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    deck, page = tmp_path / "deck.md", tmp_path / "report.html"
    result = run("build", document, "--output", deck, "--report", page)
    assert (result.exit_code, result.stderr) == (0, "")
    told = page.read_text(encoding="utf-8")
    for line in filter(str.strip, document.read_text(encoding="utf-8").splitlines()):
        assert line in told
    for card in files.read_deck(deck).cards:
        assert f'id="{card.id}"' in told
    assert "14 November 2023, 22:13 UTC" in told
    run("build", document, "--output", deck, "--report", page)
    assert page.read_text(encoding="utf-8") == told
    assert run("build", document, "--output", deck, "--report", tmp_path).exit_code == 1


def test_a_deck_without_cards_says_so(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Contact us\n\nCall us today to book your visit.\n")
    result = run("build", page, "--output", tmp_path / "deck.md")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == (
        f"{tmp_path / 'deck.md'}: no card."
        " No new fact in the documents could be supported by a passage."
    )


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def _empty(path: Path) -> None:
    path.write_text(" \n")


def _text(path: Path) -> None:
    path.write_text("Some text.\n")


REFUSED = [
    ("none.txt", None, "There is no such document. Check the path."),
    ("empty.txt", _empty, "The document is empty. Give a document with text in it."),
    ("photo.txt", _binary, "This is not a text file. Save it as plain text (.txt) or"),
    ("page.html", _empty, "The page shows no text. Give a page with text in it."),
    ("paper.pdf", _binary, "This is not a PDF file. Save the document as PDF again, or as"),
    ("letter.docx", _binary, "This is not a Word file. Open it in Word or LibreOffice and"),
    ("letter.doc", _binary, "Old Word files are not read. Save the document as"),
    ("data.xyz", _text, "This kind of file is not known. Documents end in .txt"),
    ("folder", Path.mkdir, "The folder holds no documents. Documents end in .txt"),
]


@pytest.mark.parametrize(("name", "make", "message"), REFUSED, ids=[case[0] for case in REFUSED])
def test_a_document_that_cannot_be_read(
    run: Run, tmp_path: Path, name: str, make: Callable[[Path], None] | None, message: str
) -> None:
    path = tmp_path / name
    if make:
        make(path)
    result = run("build", path, "--output", tmp_path / "deck.md")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"studyapp: error: {path}: {message}")
    assert "Traceback" not in result.output
    assert not (tmp_path / "deck.md").exists()


def test_a_document_that_may_not_be_read(run: Run, powerless: Path) -> None:
    page = powerless / "page.txt"
    page.touch(mode=0o000)
    result = run("build", page, "--output", powerless / "deck.md")
    assert result.exit_code == 1
    assert f"{page}: The document cannot be read: Permission denied." in result.stderr


def test_a_document_in_another_encoding_is_read_and_named(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "gout.md"
    page.write_bytes("# Gout\n\nTophi (Knötchen) are rare.\n".encode("cp1252"))
    result = run("build", page, "--output", tmp_path / "deck.md", "--quiet")
    assert result.exit_code == 0
    assert result.stderr == (
        f"{page}:3: The file is not UTF-8; it was read as Windows-1252."
        " If letters look wrong, save it as UTF-8.\n"
    )


def test_an_output_that_cannot_be_written(run: Run, document: Path, tmp_path: Path) -> None:
    output = tmp_path / "none" / "deck.md"
    result = run("build", document, "--output", output)
    assert result.exit_code == 1
    assert result.stdout == "", "said before the work, not after it"
    assert result.stderr.startswith(f"studyapp: error: {output}: the file cannot be written: No")


def test_neither_file_is_written_when_one_cannot_be(
    run: Run, document: Path, tmp_path: Path
) -> None:
    result = run("build", document, "--output", tmp_path / "deck.md", "--disagreements", tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path}: the file cannot be written: it is a folder." in result.stderr
    assert not (tmp_path / "deck.md").exists()


def test_an_output_that_is_no_deck_is_kept(run: Run, document: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("# My notes\n")
    result = run("build", document, "--output", notes)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"studyapp: error: {notes}:1: This is not a deck file")
    assert notes.read_text() == "# My notes\n"


def test_building_again_tells_what_became_of_the_cards(
    run: Run, document: Path, tmp_path: Path
) -> None:
    deck = tmp_path / "deck.md"
    first = run("build", document, "--output", deck).stdout
    assert "Since the last build" not in first
    count = len(files.read_deck(deck).cards)
    same = run("build", document, "--output", deck).stdout.splitlines()[-1]
    assert same == f"Since the last build: 0 new, 0 changed, {count} unchanged."
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("About 20%", "About 30%"), encoding="utf-8")
    other = run("build", document, "--output", deck).stdout.splitlines()[-1]
    assert other == f"Since the last build: 0 new, 1 changed, {count - 1} unchanged."
    (card,) = (card for card in files.read_deck(deck).cards if card.question == QUESTION)
    assert (card.answer, card.was) == ("About 30%", "About 20%")
    document.write_text("# Gout\n\nGout hurts.\n", encoding="utf-8")
    gone = run("build", document, "--output", deck).stdout.splitlines()[-1]
    assert gone == (
        f"Since the last build: 0 new, 0 changed, 0 unchanged, {count} withdrawn"
        " (no document says it any more; see the deck)."
    )


def test_a_new_edition_is_named(run: Run, document: Path, tmp_path: Path) -> None:
    deck, both = tmp_path / "deck.md", tmp_path / "both.md"
    text = "# Gout\n\nColchicine reduces inflammation.\n\nGout hurts most at night.\n"
    older, newer = (document.with_name(f"gout-{year}.md") for year in (2024, 2026))
    older.write_text(f"{document.read_text()}\n{text}")
    newer.write_text(older.read_text().replace("About 20%", "About 30%"))
    run("build", older, "--output", deck)
    lines = run("build", newer, "--output", deck).stdout.splitlines()
    told = "gout-2026.md is a new edition of gout-2024.md"
    assert f"{told}: the deck's cards moved over to it." in lines
    assert " 0 new, 1 changed, " in lines[-1]
    lines = run("build", older, newer, "--output", both).stdout.splitlines()
    assert f"{told}, which gave no card: 1 answer changed between the two." in lines
