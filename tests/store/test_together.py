"""Writes that come at the same time share a commit, and stand or fall by themselves."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, text

from studyapp.store.kinds.together import Together
from studyapp.store.lock import WriteLock

TABLES = (
    "CREATE TABLE tally (n INTEGER PRIMARY KEY)",
    "CREATE TABLE half (n INTEGER REFERENCES tally (n) DEFERRABLE INITIALLY DEFERRED)",
)


def put(connection: Connection, statement: str, number: int) -> None:
    """Write as prepared statements do, of which SQLAlchemy does not hear."""
    connection.connection.cursor().execute(statement, (number,))


class Board:
    """A file that many write to, and how often it was committed."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.commits = 0
        self.engine = self._engine()
        self.together = Together(WriteLock(file, 5.0), "BEGIN IMMEDIATE")

    def _engine(self) -> Engine:
        arguments = {"isolation_level": None, "check_same_thread": False, "timeout": 5.0}
        engine = create_engine(f"sqlite:///{self.file}", connect_args=arguments)

        def connected(driver: sqlite3.Connection, _record: object) -> None:
            driver.execute("PRAGMA journal_mode = WAL")
            driver.execute("PRAGMA foreign_keys = ON")
            driver.set_trace_callback(heard)

        def heard(statement: str) -> None:
            self.commits += statement == "COMMIT"

        event.listen(engine, "connect", connected)
        event.listen(engine, "begin", lambda one: one.exec_driver_sql("BEGIN IMMEDIATE"))
        with engine.begin() as connection:
            for table in TABLES:
                connection.execute(text(table))
        self.commits = 0
        return engine

    def put(self, number: int) -> None:
        """Write a number in a part of its own."""
        with self.together.quick(self.engine) as connection:
            put(connection, "INSERT INTO tally VALUES (?)", number)

    def put_half(self, number: int) -> None:
        """Write what fails at the commit, unless the number is in the tally by then."""
        with self.together.quick(self.engine) as connection:
            put(connection, "INSERT INTO half VALUES (?)", number)

    def fail(self, number: int) -> None:
        """Write a number, then fail."""
        with self.together.quick(self.engine) as connection:
            put(connection, "INSERT INTO tally VALUES (?)", number)
            raise LookupError(number)

    def put_alone(self, number: int) -> None:
        """Write a number in a transaction of its own."""
        with self.together.alone(), self.engine.begin() as connection:
            put(connection, "INSERT INTO tally VALUES (?)", number)

    def numbers(self) -> set[int]:
        """What is in the tally."""
        with sqlite3.connect(self.file) as connection:
            return {n for (n,) in connection.execute("SELECT n FROM tally")}

    def behind_each_other(self, *acts: Callable[[], None]) -> list[Future[None]]:
        """Do these while another holds the turn, so that they all wait and then go together."""
        pool = ThreadPoolExecutor(len(acts))
        with pool, self.together.quick(self.engine) as connection:
            put(connection, "INSERT INTO tally VALUES (?)", 0)
            futures = [pool.submit(act) for act in acts]
            while self.together.waiting < len(acts):
                time.sleep(0.001)
        return futures


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    board = Board(tmp_path / "board.sqlite")
    yield board
    board.together.close()
    board.engine.dispose()


def test_those_who_wait_share_one_commit(board: Board) -> None:
    futures = board.behind_each_other(*(lambda n=n: board.put(n) for n in range(1, 9)))
    assert [future.exception() for future in futures] == [None] * 8
    assert board.numbers() == set(range(9))
    assert board.commits == 1


def test_each_waits_until_it_is_on_the_disk(board: Board) -> None:
    seen = []

    def put_and_look(number: int) -> None:
        board.put(number)
        seen.append(number in board.numbers())

    futures = board.behind_each_other(*(lambda n=n: put_and_look(n) for n in range(1, 5)))
    assert [future.exception() for future in futures] == [None] * 4
    assert seen == [True] * 4


def test_what_fails_takes_nothing_with_it(board: Board) -> None:
    acts = [
        lambda: board.fail(1),
        lambda: board.put(2),
        lambda: board.put(0),
        lambda: board.put(3),
    ]
    failed = [type(one.exception()).__name__ for one in board.behind_each_other(*acts)]
    assert failed == ["LookupError", "NoneType", "IntegrityError", "NoneType"]
    assert board.numbers() == {0, 2, 3}


def test_a_commit_that_fails_fails_for_all(board: Board) -> None:
    def both() -> None:
        board.behind_each_other(lambda: board.put(1), lambda: board.put_half(9))

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        both()
    assert board.numbers() == set()
    board.put(4)
    assert board.numbers() == {4}


def test_a_transaction_that_was_undone_meanwhile_is_not_acknowledged(board: Board) -> None:
    def lose() -> None:
        with board.together.quick(board.engine) as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("INSERT INTO tally VALUES (1)")
            driver.rollback()  # as SQLite does by itself when the disk is full

    with pytest.raises(sqlite3.OperationalError, match="undone"):
        lose()
    board.put(2)
    assert board.numbers() == {2}


def test_who_closes_commits_what_is_under_way(board: Board) -> None:
    board.put(1)
    board.together.close()
    assert board.numbers() == {1}
    board.put(2)
    assert board.numbers() == {1, 2}


def test_many_of_every_kind_at_once(board: Board) -> None:
    def act(number: int) -> None:
        if number % 5 == 0:
            with pytest.raises(LookupError):
                board.fail(number)
        elif number % 7 == 0:
            board.put_alone(number)
        else:
            board.put(number)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(act, range(1, 1001)))
    assert board.numbers() == {number for number in range(1, 1001) if number % 5}
    assert board.commits < 800
