"""Putting a backup in the library's place: looked at before, with nothing thrown away."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from studyapp.model import StudyappError
from studyapp.store.backups import folder_of
from studyapp.store.copying import (
    Contents,
    UnsoundError,
    check,
    contents,
    copy,
    keep,
    keep_names,
    opened,
)
from studyapp.store.engine import open_library
from studyapp.store.failures import LibraryError
from studyapp.store.lock import Place
from studyapp.store.migrate import revisions

_SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the library that was there is kept; None if none was."""

    contents: Contents
    aside: Path | None


def restore(file: Path, library: Path, now: datetime) -> Restored:
    """Put the backup `file` in the place of the library at a path, which is kept aside.

    Raises StudyappError for a file that is no sound library or of a newer version, while a
    running studyapp has the library open, and where the disk refuses. The library is then as
    it was.
    """
    file = file.resolve()
    _examine(file, library)
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        with (
            closing(Place(library, alone=True)),
            tempfile.TemporaryDirectory(prefix=".unfinished-", dir=library.parent) as folder,
        ):
            fresh = Path(folder) / library.name
            held = _prepare(file, fresh)
            aside = _set_aside(library, now)
            fresh.replace(library)
            keep_names(library.parent)
    except OSError as error:
        message = f"The backup could not be restored: {error.strerror}. The library is as it was."
        hint = "Make room or allow writing there, then try again."
        raise StudyappError(str(library), message, hint) from error
    return Restored(held, aside)


def _examine(file: Path, library: Path) -> None:
    """Raise StudyappError unless the file is a sound library that this version can read."""
    others = f"Nothing was changed. Backups of this library are in {folder_of(library)}."
    if not file.is_file():
        raise StudyappError(str(file), "There is no such file.", others)
    if library.exists() and file.samefile(library):
        raise StudyappError(str(file), "This is the library itself.", others)
    try:
        with opened(file) as connection:
            held = contents(connection)
            if not held.is_of_library or not held.count("alembic_version"):
                raise StudyappError(str(file), "This file is no library of studyapp.", others)
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if revision not in revisions():
                hint = "Nothing was changed. First: pip install --upgrade studyapp."
                message = "A newer version of studyapp wrote this file."
                raise StudyappError(str(file), message, hint)
            check(connection)
    except sqlite3.Error as error:
        raise StudyappError(str(file), _in_words(error), others) from error
    except UnsoundError as error:
        raise StudyappError(str(file), f"This file is damaged ({error}).", others) from error


def _in_words(error: sqlite3.Error) -> str:
    said = str(error)
    if "not a database" in said:
        return "This file is not a database."
    return f"This file is damaged or cannot be read ({said})."


def _prepare(file: Path, fresh: Path) -> Contents:
    """A copy of the backup, brought to the present schema and ready to be the library."""
    try:
        held = copy(file, fresh)
        with opened(fresh) as connection:
            if contents(connection) != held:
                message = "The file could not be copied whole. Nothing was changed."
                raise StudyappError(str(file), message, "Try again.")
    except sqlite3.Error as error:
        raise OSError(0, str(error)) from error
    open_library(f"sqlite:///{fresh}").close()
    keep(fresh)
    return held


def _set_aside(library: Path, now: datetime) -> Path | None:
    """Keep what is there under another name; a copy, so that the place is never empty.

    What lies beside a damaged library is copied before SQLite, which might remove it, looks.
    """
    aside = _free_name(library, now)
    beside = [path for end in _SIDE_FILES if (path := _and(library, end)).exists()]
    copies = [(path, _and(aside, path.name.removeprefix(library.name))) for path in beside]
    for path, copied in copies:
        shutil.copyfile(path, copied)
    try:
        whole = _settle(library)
    except LibraryError:
        for _, copied in copies:
            copied.unlink()
        raise
    if library.exists():
        shutil.copyfile(library, aside)
        keep(aside)
    for path, copied in copies:
        path.unlink(missing_ok=True)
        if whole:
            copied.unlink()
    return aside if library.exists() else None


def _and(path: Path, end: str) -> Path:
    """The file that SQLite keeps beside a database."""
    return path.with_name(path.name + end)


def _settle(library: Path) -> bool:
    """Have everything in the one file; False for a library too damaged for that, or missing.

    Raises LibraryError when a program that is no studyapp has it open.
    """
    if not library.exists():
        return False
    try:
        with closing(sqlite3.connect(library, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        if "locked" not in str(error):
            return False
        hint = "Close it, then try again. Nothing was changed."
        message = "Another program has the library open."
        raise LibraryError(str(library), message, hint) from error
    return True


def _free_name(library: Path, now: datetime) -> Path:
    """A name that says what the file is and when it was put there, and that nothing has."""
    stem = f"{library.stem}-before-restore-{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"
    names = (f"{stem}{f'-{number}' if number else ''}{library.suffix}" for number in count())
    return next(path for path in map(library.with_name, names) if not path.exists())
