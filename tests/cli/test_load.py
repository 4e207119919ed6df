from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result

from studyapp.model import Citation, DeckId, Lines, SourceId
from studyapp.study import decks, drafts, open_desk, open_library, passage

Run = Callable[..., Result]

DECK = DeckId("0123456789abcdef0123456789abcdef")
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'library.sqlite'}"


def test_a_deck_is_there_to_study(run: Run, deck_file: Path, database: str) -> None:
    result = run("import", deck_file, "--database", database)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (f"{deck_file}: 2 new cards, 0 changed, 0 unchanged, 0 withdrawn.\n")
    library = open_library(database)
    (deck,) = decks(open_desk(library, NOW), NOW)
    library.close()
    assert (deck.title, deck.cards, deck.drafts) == ("Gout", 2, 0)


def test_importing_again_changes_nothing(run: Run, deck_file: Path, database: str) -> None:
    run("import", deck_file, "--database", database)
    result = run("import", deck_file, "--database", database)
    assert result.stdout == (f"{deck_file}: 0 new cards, 0 changed, 2 unchanged, 0 withdrawn.\n")


def test_drafts_wait_and_their_passages_are_kept(
    run: Run, deck_file: Path, document: Path, database: str
) -> None:
    result = run(
        *("import", deck_file, "--drafts", "--documents", document.parent),
        *("--database", database),
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{deck_file}: 2 new drafts, 0 changed, 0 unchanged, 0 withdrawn.",
        "1 document kept for its passages.",
    ]
    library = open_library(database)
    desk = open_desk(library, NOW)
    assert drafts(desk, DECK).total == 2
    shown = passage(desk, DECK, Citation(SourceId("gout.md"), ("Gout",), Lines(3, 3)))
    library.close()
    assert shown is not None
    assert [line.text for line in shown.lines if line.cited] == [
        "About 20% of people with gout have a family history."
    ]


def test_a_database_that_is_none_is_kept(run: Run, deck_file: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.sqlite"
    notes.write_text("my notes" * 200)
    result = run("import", deck_file, "--database", f"sqlite:///{notes}")
    assert result.exit_code == 1
    assert result.stderr.startswith("studyapp: error: ")
    assert str(notes) in result.stderr
    assert "Traceback" not in result.output
    assert notes.read_text() == "my notes" * 200
