from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result

from studyapp.cli import files


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def test_dates_what_was_edited_and_only_that(run: Callable[..., Result], deck_file: Path) -> None:
    result = run("stamp", deck_file)
    assert (result.exit_code, result.stdout) == (0, f"{deck_file}: 2 cards dated.\n")
    dated = files.read_deck(deck_file)
    moment = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert [card.changed for card in dated.cards] == [moment, moment]
    deck_file.write_text(deck_file.read_text().replace("About 20%", "Around 20%"))
    assert run("stamp", deck_file).stdout == f"{deck_file}: 1 card dated.\n"


def test_a_dated_deck_is_left_alone(run: Callable[..., Result], deck_file: Path) -> None:
    run("stamp", deck_file)
    before = deck_file.stat().st_mtime_ns
    assert run("stamp", deck_file).stdout == f"{deck_file}: 0 cards dated.\n"
    assert deck_file.stat().st_mtime_ns == before


def test_an_error_in_the_deck_names_its_line(run: Callable[..., Result], deck_file: Path) -> None:
    lines = deck_file.read_text().splitlines()
    broken = lines.index("A: About 20%")
    lines[broken] = "Answer: About 20%"
    deck_file.write_text("\n".join(lines))
    result = run("stamp", deck_file)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"studyapp: error: {deck_file}:{broken + 1}: ")
    assert "Traceback" not in result.output


def test_an_unknown_format_names_the_upgrade(run: Callable[..., Result], deck_file: Path) -> None:
    deck_file.write_text(deck_file.read_text().replace("format = 1", "format = 99"))
    result = run("stamp", deck_file)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"studyapp: error: {deck_file}:2: ")
    assert "pip install --upgrade studyapp" in result.stderr


def test_an_id_used_twice_is_refused(run: Callable[..., Result], deck_file: Path) -> None:
    deck_file.write_text(deck_file.read_text().replace("00a2", "00a1"))
    result = run("stamp", deck_file)
    assert result.exit_code == 1
    assert "c-00000000000000a1 is already" in result.stderr
