from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def library(run: Run, deck_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    run("import", deck_file, "--database", f"sqlite:///{path}")
    return path


def _there(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_backup_among_the_others(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772452800")
    result = run("backup", "--database", f"sqlite:///{library}")
    made = library.parent / "library-backups" / "2026-03-02T120000Z.sqlite"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{made}: 2 cards, 0 answers.\n"
    assert made.is_file()


def test_a_backup_in_a_file_and_back(run: Run, library: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{library}"
    saved = run("backup", tmp_path / "mine.sqlite", "--database", database)
    assert saved.stdout == f"{tmp_path / 'mine.sqlite'}: 2 cards, 0 answers.\n"
    library.unlink()
    first = run("restore", tmp_path / "mine.sqlite", "--database", database)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout == f"{library}: 2 cards, 0 answers, from {tmp_path / 'mine.sqlite'}.\n"
    second = run("restore", tmp_path / "mine.sqlite", "--database", database)
    line = second.stdout.splitlines()[1]
    before, _, kept = line.partition(" in ")
    assert before == "What was there before is kept"
    assert Path(kept).is_file()


def test_without_a_library_there_is_nothing_to_back_up(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nowhere.sqlite"
    result = run("backup", "--database", f"sqlite:///{path}")
    assert result.exit_code == 1
    assert result.stderr == (
        f"studyapp: error: {path}: There is no library to back up."
        " Start studyapp once, or name the library with --database.\n"
    )
    assert not path.exists()


def test_notes_are_not_replaced(run: Run, library: Path, document: Path) -> None:
    before = document.read_text(encoding="utf-8")
    result = run("backup", document, "--database", f"sqlite:///{library}")
    assert result.exit_code == 1
    assert result.stderr == (
        f"studyapp: error: {document}: This file is no backup of a library; it was not"
        " replaced. Name another file.\n"
    )
    assert document.read_text(encoding="utf-8") == before


def test_notes_are_not_restored(run: Run, library: Path, document: Path) -> None:
    before = library.read_bytes()
    result = run("restore", document, "--database", f"sqlite:///{library}")
    assert result.exit_code == 1
    assert result.stderr == (
        f"studyapp: error: {document}: This file is not a database. Nothing was changed."
        f" Backups of this library are in {library.parent / 'library-backups'}.\n"
    )
    assert library.read_bytes() == before


def test_a_disk_without_room_leaves_nothing_half_done(run: Run, library: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows limits no file")
    before = _there(library.parent)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        result = run("backup", library.parent / "a.sqlite", "--database", f"sqlite:///{library}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"studyapp: error: {library.parent / 'a.sqlite'}: No backup could be made: "
    )
    assert "Traceback" not in result.output
    assert _there(library.parent) == before
