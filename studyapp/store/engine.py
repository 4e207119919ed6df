"""Opening a library: its place, its transactions, and whether it is one."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from studyapp.model import StudyappError, UserId
from studyapp.store.failures import explained
from studyapp.store.kinds import Home, home
from studyapp.store.kinds.address import parsed, shown
from studyapp.store.kinds.home import JOINED, LEARNER
from studyapp.store.kinds.sqlite import file_of
from studyapp.store.migrate import migrate

_PATIENCE = 5.0


class Library:
    """An open database. Safe to share between threads; close it when done."""

    def __init__(self, home: Home, learner: UserId | None = None) -> None:
        """`learner`: the one whose rows are written; None writes for all and waits for all."""
        self._home = home
        self._learner = learner
        self._writer = home.writer
        if learner is not None:
            self._writer = home.writer.execution_options(**{LEARNER: learner})

    @property
    def where(self) -> str:
        """What to call it in messages: its file, or its URL without the password."""
        return self._home.where

    @property
    def path(self) -> Path | None:
        """The file it is in; None on a database server."""
        return self._home.path

    def file(self) -> Path:
        """The file it is in. Raises `StudyappError` when it is on a database server."""
        if self.path is None:
            raise _no_file(self.where)
        return self.path

    def of(self, learner: UserId) -> "Library":
        """The same open library, to be written by one learner only: others need not wait."""
        return self if learner == self._learner else Library(self._home, learner)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """One writing transaction, without a session."""
        with self._turn(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def quick(self) -> Iterator[Connection]:
        """One writing transaction for the hot path: `Prepared` statements wait for nothing.

        A session may join in (`joined`), at the price of a wait for each of its statements.
        """
        with self._explained(), self._home.quick(self._writer) as connection:
            yield connection

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._explained(), self._home.turn():
            yield

    def _explained(self) -> AbstractContextManager[None]:
        return explained(self._home.where, self._home.words)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One writing transaction; committed at the end of the block, or undone by an error."""
        with self.connection() as connection, Session(connection) as session:
            yield session
            session.flush()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the library; writers do not wait for it."""
        with self._explained(), Session(self._home.reader) as session:
            yield session

    def check(self, connection: Connection) -> None:
        """Raise `StudyappError` for a database that is damaged or cannot hold a library."""
        self._home.check(connection)

    def settle(self, connection: Connection) -> None:
        """Have new rows numbered after those that were inserted with their numbers."""
        self._home.settle(connection)

    def compact(self) -> None:
        """Have what was deleted no longer stand in the library's file, if it is in one."""
        with self._turn():
            self._home.compact()

    def close(self) -> None:
        """Let go of the database, also for those made with `of`."""
        self._home.close()


@contextmanager
def joined(connection: Connection) -> Iterator[Session]:
    """A session within the transaction of `Library.quick`, which goes on after it."""
    if not connection.in_transaction():
        connection.info[JOINED] = True
        try:
            connection.begin()
        finally:
            del connection.info[JOINED]
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        yield session
        session.commit()


def library_path(url: str) -> Path:
    """The file that a database URL names, absolute. Raises `StudyappError` for other URLs."""
    found = parsed(url)
    if found.get_backend_name() != "sqlite":
        raise _no_file(shown(found))
    return file_of(found)


def is_there(url: str) -> bool:
    """Whether a file is there that a URL names; what a server has shows when it is opened.

    Raises `StudyappError`.
    """
    return parsed(url).get_backend_name() != "sqlite" or library_path(url).exists()


def _no_file(where: str) -> StudyappError:
    message = "This library is on a database server, not in a file."
    hint = "Back it up with pg_dump, and put a backup back with pg_restore."
    return StudyappError(where, message, hint)


def _try_writing(library: Library) -> None:
    """Raise now what the first answer would: SQLite opens a read-only file without a word."""
    with library.connection() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        connection.rollback()


def open_library(url: str, patience: float = _PATIENCE) -> Library:
    """Open the library at a SQLAlchemy URL, made and brought up to date if need be.

    `patience`: seconds to wait for another program's lock. Raises `StudyappError` for a database
    that cannot be made, reached or written, is locked, damaged, none, or of a newer version.
    """
    library = Library(home(parsed(url), patience))
    try:
        with library.connection() as connection:
            library.check(connection)
            migrate(connection, library.where)
        _try_writing(library)
    except BaseException:
        library.close()
        raise
    return library
