"""Answers that come at the same time share one commit: to put it on the disk takes the longest."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection, Engine

from studyapp.store.lock import WriteLock

_PART = "part"
_UNDONE = "disk I/O error: what was written was undone before its commit"
_WAIT = 0.05
"""Seconds after which whoever waits for a commit sees to it that there is one."""


class _Group:
    """A transaction under way, for all who come before it is committed."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        self.parts = 0
        self.ended = False
        self.trouble: BaseException | None = None
        self._said = threading.Lock()
        self._waited: threading.Event | None = None

    def undo_part(self) -> BaseException | None:
        """Undo what the part under way did; what is told the others where that cannot be."""
        try:
            self.driver.execute(f"ROLLBACK TO {_PART}")
            self.driver.execute(f"RELEASE {_PART}")
        except sqlite3.Error as trouble:  # a full disk, for one, undoes the whole of it
            return trouble
        return None

    def commit(self) -> None:
        """Have it on the disk. Raises the driver's errors, also where there is nothing left."""
        if not self.driver.in_transaction:
            raise sqlite3.OperationalError(_UNDONE)
        if self.connection.in_transaction():  # a session joined in
            self.connection.commit()
        else:
            self.driver.execute("COMMIT")

    def end(self, trouble: BaseException | None) -> None:
        """Tell everyone in it that it was committed, or why not."""
        self.trouble = trouble
        with self._said:
            self.ended = True
            waited = self._waited
        if waited is not None:
            waited.set()

    def wait(self, seconds: float) -> bool:
        """Whether it ended within that time."""
        with self._said:
            if self.ended:
                return True
            waited = self._waited = self._waited or threading.Event()
        return waited.wait(seconds)


class Together:
    """The turns of a program's threads to write to one SQLite file.

    Whoever finds that another answer waits leaves the transaction open for it; the last one
    commits for all, and each returns only when that is done. Between answers the connection
    stays open, and SQLAlchemy hears of the transaction only when a session joins in: to fetch a
    connection and to begin there takes as long as all that is asked in it.
    """

    def __init__(self, lock: WriteLock, begin: str) -> None:
        """`begin`: the statement by which a transaction that writes begins."""
        self._lock = lock
        self._begin = begin
        self._kept: Connection | None = None
        self._group: _Group | None = None
        self._counting = threading.Lock()
        self.waiting = 0
        """How many wait for their turn to write a part."""

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The turn of a transaction of its own."""
        with self._lock.turn():
            self._commit()
            with self._lock.claimed():
                yield

    @contextmanager
    def quick(self, writer: Engine) -> Iterator[Connection]:
        """A part of the transaction under way, or the first of a new one.

        What fails in it is undone for this part alone. An error of the commit is raised for
        every part.
        """
        self._count(1)
        try:
            self._lock.take_turn()
        finally:
            self._count(-1)
        try:
            group = self._group or self._new(writer)
            try:
                yield from self._part(group)
            finally:
                if not self.waiting:
                    self._commit()
        finally:
            self._lock.end_turn()
        while not group.wait(_WAIT):
            with self._lock.turn():
                if self._group is group:
                    self._commit()
        if group.trouble is not None:
            raise group.trouble

    def _count(self, more: int) -> None:
        with self._counting:
            self.waiting += more

    def _new(self, writer: Engine) -> _Group:
        self._lock.claim()
        try:
            connection = self._kept or writer.connect()
            self._kept = None
            group = _Group(connection)
            try:
                group.driver.execute(self._begin)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            self._lock.give_up()
            raise
        self._group = group
        return group

    def _part(self, group: _Group) -> Iterator[Connection]:
        first = group.parts == 0
        if not first:
            group.driver.execute(f"SAVEPOINT {_PART}")
        try:
            yield group.connection
            if not first:
                group.driver.execute(f"RELEASE {_PART}")
        except BaseException as trouble:
            left = trouble if first else group.undo_part()
            if left is not None:
                self._end(group, left)
            raise
        group.parts += 1

    def _commit(self) -> None:
        group = self._group
        if group is None:
            return
        try:
            group.commit()
        except BaseException as trouble:  # noqa: BLE001  # it is raised for everyone in the group
            self._end(group, trouble)
        else:
            self._kept = group.connection
            self._end(group, None)

    def _end(self, group: _Group, trouble: BaseException | None) -> None:
        self._group = None
        try:
            if trouble is not None:
                self._let_go(group)
        finally:
            try:
                self._lock.give_up()
            finally:
                group.end(trouble)

    def _let_go(self, group: _Group) -> None:
        try:
            group.driver.rollback()  # after a commit that failed SQLAlchemy leaves that out
        finally:
            group.connection.close()

    def close(self) -> None:
        """Commit what is under way, and give the connection back."""
        with self._lock.turn():
            self._commit()
            if self._kept is not None:
                self._kept.close()
                self._kept = None
