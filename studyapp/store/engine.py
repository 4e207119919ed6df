"""Opening a library: the database behind it, its settings and its transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from studyapp.model import StudyappError
from studyapp.store.failures import explained
from studyapp.store.lock import Place, WriteLock
from studyapp.store.migrate import migrate

_PATIENCE = 5.0
_READERS = 32


class Library:
    """An open database. Safe to share between threads; close it when done."""

    def __init__(self, path: Path, patience: float) -> None:
        url = URL.create("sqlite", database=str(path))
        self.path = path
        self.where = str(path)
        self._place = Place(path)
        self._lock = WriteLock(path, patience)
        self._reader = _engine(url, "BEGIN", patience)
        self._writer = _engine(url, "BEGIN IMMEDIATE", patience)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """One writing transaction, without a session: for the hot path."""
        with explained(self.where), self._lock.held(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One writing transaction; committed at the end of the block, or undone by an error."""
        with self.connection() as connection, Session(connection) as session:
            yield session
            session.flush()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the library; writers do not wait for it."""
        with explained(self.where), Session(self._reader) as session:
            yield session

    def compact(self) -> None:
        """Write the file anew, so that what was deleted is no longer in it."""
        with (
            explained(self.where),
            self._lock.held(),
            closing(self._writer.raw_connection()) as raw,
        ):
            for order in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.cursor().execute(order).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
        self._writer.dispose()
        self._lock.close()
        self._place.close()


def _engine(url: URL, begin: str, patience: float) -> Engine:
    arguments = {"timeout": patience, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, pool_size=_READERS)

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    def began(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", began)
    return engine


def library_path(url: str) -> Path:
    """The file that a database URL names, absolute. Raises `StudyappError` for other URLs."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        hint = "Write it like sqlite:////home/me/studyapp.sqlite."
        raise StudyappError(url, "This is not a database URL.", hint) from error
    if parsed.get_backend_name() != "sqlite":
        hint = "Name a file: sqlite:////home/me/studyapp.sqlite."
        raise StudyappError(parsed.render_as_string(), "Only SQLite is supported.", hint)
    if parsed.database in {None, "", ":memory:"}:
        hint = "Name one: sqlite:////home/me/studyapp.sqlite."
        raise StudyappError(url, "A library needs a file to live in.", hint)
    return Path(str(parsed.database)).absolute()


def _try_writing(library: Library) -> None:
    """Raise now what the first answer would: SQLite opens a read-only file without a word."""
    with library.connection() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        connection.rollback()


def open_library(url: str, patience: float = _PATIENCE) -> Library:
    """Open the library at a SQLAlchemy URL, made and brought up to date if need be.

    `patience`: seconds to wait for another program's lock. Raises `StudyappError` for a file
    that cannot be made or written, is locked, damaged, no database, or of a newer version.
    """
    path = library_path(url)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        library = Library(path, patience)
    except OSError as error:
        hint = "Check that you may write there, or name another file with --database."
        raise StudyappError(str(path), "The database cannot be written.", hint) from error
    try:
        with library.connection() as connection:
            migrate(connection, library.where)
        _try_writing(library)
    except BaseException:
        library.close()
        raise
    return library
