"""A library in a SQLite file: one writer at a time, and everything on the disk at its commit."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from studyapp.model import StudyappError
from studyapp.store.failures import Meaning
from studyapp.store.kinds.home import JOINED, Home
from studyapp.store.kinds.together import Together
from studyapp.store.lock import Place, WriteLock

_READERS = 32
_WRITE = "BEGIN IMMEDIATE"
_KNOWN = (
    (
        ("file is not a database",),
        Meaning(
            "This file is not a database.",
            "It was left as it is. Name another file with --database.",
        ),
    ),
    (
        ("malformed", "corrupt"),
        Meaning(
            "The database is damaged.",
            "The file was kept as it is. Put back a copy, or name another file with --database.",
        ),
    ),
    (
        ("locked", "busy"),
        Meaning(
            "Another program is writing to the database.",
            "Close the other program, then try again.",
        ),
    ),
    (
        ("readonly", "unable to open", "permission"),
        Meaning(
            "The database cannot be written.",
            "Check that you may write the file and its folder, or name another with --database.",
        ),
    ),
    (
        # a full disk undoes a whole transaction, after which no part of it can be found
        ("disk is full", "disk i/o", "no such savepoint"),
        Meaning("The disk refused to store this.", "Make room on the disk, then try again."),
    ),
)


def home(url: URL, patience: float) -> Home:
    """The library in the file that the URL names. Raises `StudyappError`."""
    path = file_of(url)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _home(path, patience)
    except OSError as error:
        hint = "Check that you may write there, or name another file with --database."
        raise StudyappError(str(path), "The database cannot be written.", hint) from error


def file_of(url: URL) -> Path:
    """The file that a URL names, absolute. Raises `StudyappError` when it names none."""
    if url.database in {None, "", ":memory:"}:
        hint = "Name one: sqlite:////home/me/studyapp.sqlite."
        raise StudyappError(str(url), "A library needs a file to live in.", hint)
    return Path(str(url.database)).absolute()


def _home(path: Path, patience: float) -> Home:
    where = str(path)
    place = Place(path)
    lock = WriteLock(path, patience)
    url = URL.create("sqlite", database=where)
    reader = _engine(url, "BEGIN", patience)
    writer = _engine(url, _WRITE, patience)

    def check(connection: Connection) -> None:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if verdict != "ok":
            hint = "The file was kept as it is. Put back a copy, or name another with --database."
            raise StudyappError(where, "The database is damaged.", hint)

    def compact() -> None:
        with closing(writer.raw_connection()) as raw:
            for order in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.cursor().execute(order).fetchall()

    together = Together(lock, _WRITE)

    def close() -> None:
        together.close()
        reader.dispose()
        writer.dispose()
        lock.close()
        place.close()

    return Home(
        where=where,
        path=path,
        reader=reader,
        writer=writer,
        turn=together.alone,
        quick=together.quick,
        check=check,
        words=in_words,
        settle=_settle,
        compact=compact,
        close=close,
    )


def _engine(url: URL, begin: str, patience: float) -> Engine:
    arguments = {"timeout": patience, "isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, pool_size=_READERS)

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    def began(connection: Connection) -> None:
        held = connection.connection.driver_connection
        if held is not None and not held.in_transaction:
            held.execute(begin)
        elif JOINED not in connection.info:  # else it would end a transaction that goes on
            msg = "a session among prepared statements must be `joined`"
            raise RuntimeError(msg)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", began)
    return engine


def in_words(error: Exception) -> Meaning | None:
    """What SQLite said about the file; None when only we could act on it."""
    said = error.orig if isinstance(error, DatabaseError) else error
    if not isinstance(said, sqlite3.Error):
        return None
    text = str(said).lower()
    found = (meaning for signs, meaning in _KNOWN if any(sign in text for sign in signs))
    return next(found, None)


def _settle(_connection: Connection) -> None:
    """A new row takes the number after the highest of its table as it is."""
