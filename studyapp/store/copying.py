"""Whole copies of a library: made while others write, counted, and proved by reading them back."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

_SIDE_FILES = ("-wal", "-journal")
_BUSY = 5.0
"""Seconds to wait for another program's lock."""

_AT_A_TIME, _PAUSE = 250, 0.01
"""So many pages (1 MB) are copied between pauses of so many seconds: others need the disk too."""
_ALWAYS = frozenset({"alembic_version", "users", "decks", "cards", "reviews"})


@dataclass(frozen=True, slots=True)
class Contents:
    """How many rows each table of a library has, by name."""

    tables: tuple[tuple[str, int], ...]

    def count(self, table: str) -> int:
        """The rows of one table; 0 where there is no such table."""
        return dict(self.tables).get(table, 0)

    @property
    def is_of_library(self) -> bool:
        """Whether the tables are there that every library ever had."""
        return dict(self.tables).keys() >= _ALWAYS


class UnsoundError(Exception):
    """A copy that does not hold what it should; its text says how that was found."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A database, for reading only, in one transaction. Raises sqlite3.Error.

    Where nothing lies beside the file, no other program has it open, and nothing need be written
    to read it: a copy on a read-only disk can be opened.
    """
    alone = not any(path.with_name(path.name + end).exists() for end in _SIDE_FILES)
    address = f"{path.as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    with closing(sqlite3.connect(address, uri=True, timeout=_BUSY, isolation_level=None)) as found:
        found.execute("BEGIN")
        yield found


def contents(connection: sqlite3.Connection) -> Contents:
    """What a database holds now."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    ).fetchall()
    return Contents(tuple((name, _count(connection, name)) for (name,) in names))


def is_library(path: Path) -> bool:
    """Whether the file is a database with the tables of a library."""
    try:
        with opened(path) as connection:
            return contents(connection).is_of_library
    except sqlite3.Error:
        return False


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    (count,) = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608  # a name, quoted
    return int(count)


def copy(source: Path, target: Path) -> Contents:
    """Copy a library as it stands now into one new file, and say what it held.

    Writers of `source` do not wait for it. That the file is on the disk is for `keep` to see to.
    Raises sqlite3.Error.
    """
    with opened(source) as connection:
        held = contents(connection)
        with closing(sqlite3.connect(target, isolation_level=None)) as copied:
            copied.execute("PRAGMA synchronous = OFF")
            connection.backup(copied, pages=_AT_A_TIME, progress=_pause)
            copied.execute("PRAGMA journal_mode = DELETE")
    return held


def _pause(_status: int, _left: int, _all: int) -> None:
    time.sleep(_PAUSE)


def prove(path: Path, held: Contents, scratch: Path) -> None:
    """Restore a copy to the file `scratch` and look whether it holds what it should.

    Raises UnsoundError when it does not, sqlite3.Error and OSError when it cannot be read.
    """
    try:
        copy(path, scratch)
        with opened(scratch) as restored:
            check(restored)
            if contents(restored) != held:
                message = "the copy does not hold as many rows as the library"
                raise UnsoundError(message)
    finally:
        scratch.unlink(missing_ok=True)


def check(connection: sqlite3.Connection) -> None:
    """Raises UnsoundError for a database that is damaged or whose rows do not fit together."""
    verdicts = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(1)")]
    if verdicts != ["ok"]:
        raise UnsoundError(verdicts[0])
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        message = "rows point at rows that are not there"
        raise UnsoundError(message)


def keep(path: Path) -> None:
    """Have a file's bytes on the disk."""
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def keep_names(folder: Path) -> None:
    """Have the names of a folder's files on the disk, where the system lets one ask for it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
