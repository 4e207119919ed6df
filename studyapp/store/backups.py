"""Backups of a library: files in a folder beside it, each proved good before it counts."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from studyapp.model import StudyappError
from studyapp.store.copying import (
    Contents,
    UnsoundError,
    copy,
    is_library,
    keep,
    keep_names,
    prove,
)
from studyapp.store.rotation import worth_keeping

_NAME = "%Y-%m-%dT%H%M%SZ.sqlite"
_UNFINISHED = ".unfinished-"
_LONGEST = 3600.0
"""Seconds that no backup takes."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup and what it holds."""

    path: Path
    contents: Contents


def folder_of(library: Path) -> Path:
    """Where the backups of the library at a path are kept."""
    return library.with_name(f"{library.stem}-backups")


def save_as(library: Path, target: Path) -> Backup:
    """A backup where a person wants it; a file that is no backup is not replaced.

    Raises StudyappError for such a target, and as `save` does.
    """
    target = target.resolve()
    if target.is_dir():
        raise StudyappError(str(target), "This is a folder.", "Name a file in it.")
    if not target.parent.is_dir():
        raise StudyappError(str(target.parent), "There is no such folder.", "Make it first.")
    if target.exists():
        if library.exists() and target.samefile(library):
            raise StudyappError(str(target), "This is the library itself.", "Name another file.")
        if not is_library(target):
            message = "This file is no backup of a library; it was not replaced."
            raise StudyappError(str(target), message, "Name another file.")
    return save(library, target)


def save(library: Path, target: Path) -> Backup:
    """A backup at `target`, in place of what was there; all or nothing.

    Raises StudyappError when it cannot be written, or cannot be restored from.
    """
    try:
        with _beside(target) as folder:
            fresh = folder / target.name
            held = copy(library, fresh)
            keep(fresh)
            prove(fresh, held, folder / "restored")
            fresh.replace(target)
        keep_names(target.parent)
    except OSError as error:
        raise _no_backup(target, error.strerror or str(error)) from error
    except (sqlite3.Error, UnsoundError) as error:
        raise _no_backup(target, str(error)) from error
    return Backup(target, held)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder beside the target, gone at the end, where what is unfinished stands."""
    name = tempfile.mkdtemp(prefix=_UNFINISHED, dir=target.parent)
    try:
        yield Path(name)
    finally:
        shutil.rmtree(name, ignore_errors=True)


def save_among(library: Path, now: datetime, day_of: Callable[[datetime], date]) -> Backup:
    """A backup in the library's own folder, named by the time, after which old ones go.

    `day_of` tells the study day of a time. Raises StudyappError as `save` does; then nothing
    that was there is removed.
    """
    folder = folder_of(library)
    try:
        folder.mkdir(exist_ok=True)
        _sweep(folder, now)
    except OSError as error:
        raise _no_backup(folder, error.strerror or str(error)) from error
    made = save(library, folder / now.astimezone(UTC).strftime(_NAME))
    _rotate(folder, made.path, day_of)
    return made


def save_before(library: Path, now: datetime, what: str) -> Backup:
    """A backup in the library's own folder that says what it was made before, and always stays.

    Raises StudyappError as `save` does.
    """
    folder = folder_of(library)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _no_backup(folder, error.strerror or str(error)) from error
    return save(library, folder / f"before-{what}-{now.astimezone(UTC).strftime(_NAME)}")


def backups(folder: Path) -> tuple[tuple[datetime, Path], ...]:
    """The backups in a folder, oldest first; files of other names are none."""
    found = ((_time(path.name), path) for path in folder.glob("*.sqlite"))
    return tuple(sorted((at, path) for at, path in found if at is not None))


def _time(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _rotate(folder: Path, made: Path, day_of: Callable[[datetime], date]) -> None:
    found = backups(folder)
    kept = worth_keeping([day_of(at) for at, _ in found])
    for place, (_, path) in enumerate(found):
        if place not in kept and path != made:
            with suppress(OSError):  # one that another program reads goes the next time
                path.unlink()


def _sweep(folder: Path, now: datetime) -> None:
    """Remove what a backup left that was cut off; one under way is younger."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < now.timestamp() - _LONGEST:
                shutil.rmtree(path, ignore_errors=True)


def _no_backup(where: Path, why: str) -> StudyappError:
    """What to tell when a backup could not be made."""
    message = f"No backup could be made: {why}."
    hint = "What you study is saved all the same. Make room or allow writing there."
    return StudyappError(str(where), message, hint)
