"""Restoring: nothing but a sound library takes the place, and what was there is kept."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.model import LearnerSettings, StudyappError
from studyapp.store import LibraryError, open_library
from studyapp.store.backups import save_as
from studyapp.store.engine import Library
from studyapp.store.learners import add_learner
from studyapp.store.lock import Place
from studyapp.store.restoring import restore

CHECKOUT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
Spoil = Callable[[Path], None]


def _learn(library: Library) -> None:
    """One more row that a copy can be known by."""
    with library.writing() as session:
        add_learner(session, LearnerSettings(zone="UTC"), NOW)


def _learners(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM users").fetchone()
    return int(count)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library with two learners, closed."""
    made = tmp_path / "library.sqlite"
    library = open_library(f"sqlite:///{made}")
    _learn(library)
    _learn(library)
    library.close()
    return made


@pytest.fixture
def backup(file: Path, tmp_path: Path) -> Path:
    """A backup from when there was one learner less than now."""
    saved = save_as(file, tmp_path / "backup.sqlite").path
    library = open_library(f"sqlite:///{file}")
    _learn(library)
    library.close()
    return saved


def _execute(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_the_backup_is_there_and_what_was_before_too(file: Path, backup: Path) -> None:
    restored = restore(backup, file, NOW)
    assert restored.contents.count("users") == 2
    assert _learners(file) == 2
    assert restored.aside == file.with_name("library-before-restore-2026-03-02T120000Z.sqlite")
    assert _learners(restored.aside) == 3
    assert _learners(backup) == 2
    library = open_library(f"sqlite:///{file}")
    _learn(library)
    library.close()
    assert _learners(file) == 3


def test_restoring_twice_keeps_both(file: Path, backup: Path) -> None:
    first = restore(backup, file, NOW).aside
    second = restore(backup, file, NOW).aside
    assert first is not None
    assert second is not None
    assert (_learners(first), _learners(second)) == (3, 2)


def test_what_was_set_aside_can_be_put_back(file: Path, backup: Path) -> None:
    aside = restore(backup, file, NOW).aside
    assert aside is not None
    restore(aside, file, NOW)
    assert _learners(file) == 3


def test_where_no_library_was(backup: Path, tmp_path: Path) -> None:
    place = tmp_path / "new" / "library.sqlite"
    assert restore(backup, place, NOW).aside is None
    assert _learners(place) == 2


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from studyapp.model import LearnerSettings
from studyapp.store import open_library
from studyapp.store.learners import add_learner
with (library := open_library(sys.argv[1])).writing() as session:
    add_learner(session, LearnerSettings(zone="UTC"), datetime(2026, 3, 2, tzinfo=UTC))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_what_a_killed_program_left_beside_the_library_is_kept(file: Path, backup: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, f"sqlite:///{file}"], cwd=CHECKOUT, check=False)
    assert file.with_name("library.sqlite-wal").stat().st_size > 0
    aside = restore(backup, file, NOW).aside
    assert aside is not None
    assert (_learners(aside), _learners(file)) == (4, 2)
    assert not file.with_name("library.sqlite-wal").exists()


@pytest.mark.parametrize("wal", [True, False])
def test_a_damaged_library_is_replaced_and_kept_as_it_lay(
    file: Path, backup: Path, *, wal: bool
) -> None:
    file.write_bytes(b"no database" * 1000)
    beside = file.with_name("library.sqlite-wal")
    if wal:
        beside.write_bytes(b"log")
    aside = restore(backup, file, NOW).aside
    assert aside is not None
    assert aside.read_bytes() == b"no database" * 1000
    log = aside.with_name(f"{aside.name}-wal")
    assert log.exists() == wal
    assert not beside.exists()
    assert _learners(file) == 2


def test_a_log_without_its_library_does_not_get_into_the_restored_one(
    file: Path, backup: Path
) -> None:
    file.unlink()
    file.with_name("library.sqlite-wal").write_bytes(b"log")
    restored = restore(backup, file, NOW)
    assert restored.aside is None
    assert _learners(file) == 2


def _text(path: Path) -> None:
    path.write_text("my notes" * 999)


def _another(path: Path) -> None:
    path.unlink()
    _execute(path, "CREATE TABLE recipes (name TEXT)")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _newer(path: Path) -> None:
    _execute(path, "UPDATE alembic_version SET version_num = '9999'")


def _nameless(path: Path) -> None:
    _execute(path, "DELETE FROM alembic_version")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def _torn(path: Path) -> None:
    _execute(path, "INSERT INTO decisions VALUES (1, 1, 99, 'x', 'x', 1, NULL)")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_text, "This file is not a database."),
        (_another, "This file is no library of studyapp."),
        (_empty, "This file is no library of studyapp."),
        (_nameless, "This file is no library of studyapp."),
        (_newer, "A newer version of studyapp wrote this file."),
        (_cut, "This file is damaged or cannot be read (database disk image is malformed)."),
        (_torn, "This file is damaged (rows point at rows that are not there)."),
        (Path.unlink, "There is no such file."),
    ],
)
def test_what_is_no_sound_library_is_refused_and_nothing_changed(
    file: Path, backup: Path, spoil: Spoil, message: str
) -> None:
    spoil(backup)
    before = {path.name for path in file.parent.iterdir()} | {"library.sqlite.open"}
    with pytest.raises(StudyappError) as refused:
        restore(backup, file, NOW)
    assert (refused.value.where, refused.value.message) == (str(backup), message)
    assert "Nothing was changed." in refused.value.hint
    assert {path.name for path in file.parent.iterdir()} <= before
    assert _learners(file) == 3


def test_the_library_itself_is_no_backup(file: Path) -> None:
    with pytest.raises(StudyappError, match="This is the library itself"):
        restore(file, file, NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself keeps an open file in place")
def test_never_while_a_program_has_the_library(file: Path, backup: Path) -> None:
    library = open_library(f"sqlite:///{file}")
    with pytest.raises(LibraryError, match="A running studyapp has this library open") as refused:
        restore(backup, file, NOW)
    assert "Stop it" in refused.value.hint
    library.close()
    assert _learners(file) == 3
    restore(backup, file, NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself keeps an open file in place")
def test_no_program_opens_a_library_that_is_just_being_replaced(file: Path) -> None:
    with (
        closing(Place(file, alone=True)),
        pytest.raises(LibraryError, match="This library is just being restored"),
    ):
        open_library(f"sqlite:///{file}")
    open_library(f"sqlite:///{file}").close()


def test_never_while_another_program_reads_it(file: Path, backup: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM users").fetchall()
        with pytest.raises(LibraryError, match="Another program has the library open"):
            restore(backup, file, NOW)
    assert _learners(file) == 3
    assert len(list(file.parent.glob("*.unfinished*"))) == 0


def test_a_folder_that_may_not_be_written(powerless: Path) -> None:
    folder = powerless / "folder"
    folder.mkdir()
    file = folder / "library.sqlite"
    open_library(f"sqlite:///{file}").close()
    backup = save_as(file, powerless / "backup.sqlite").path
    before = file.read_bytes()
    folder.chmod(0o555)
    with pytest.raises(StudyappError) as refused:
        restore(backup, file, NOW)
    folder.chmod(0o755)
    assert refused.value.message == (
        "The backup could not be restored: Permission denied. The library is as it was."
    )
    assert file.read_bytes() == before


def test_a_disk_without_room(file: Path, backup: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows limits no file")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(StudyappError, match="The library is as it was"):
            restore(backup, file, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert _learners(file) == 3


def test_a_backup_on_a_disk_that_cannot_be_written(powerless: Path) -> None:
    folder = powerless / "medium"
    folder.mkdir()
    library = powerless / "library.sqlite"
    opened = open_library(f"sqlite:///{library}")
    _learn(opened)
    opened.close()
    backup = folder / "raw.sqlite"
    backup.write_bytes(library.read_bytes())  # as a file manager copies it, log mode and all
    folder.chmod(0o555)
    restored = restore(backup, library, NOW)
    folder.chmod(0o755)
    assert restored.contents.count("users") == 1
    assert [path.name for path in folder.iterdir()] == ["raw.sqlite"]
