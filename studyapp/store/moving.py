"""A whole library into another, row by row, and a proof that it arrived."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select
from sqlalchemy import Table as Columns

from studyapp.model import StudyappError, UserId
from studyapp.store.tables import Table, UserRow

_AT_A_TIME = 5000
"""Rows that are read and written together."""
_PIECEMEAL = {"yield_per": _AT_A_TIME}


@dataclass(frozen=True, slots=True)
class Step:
    """How far a copy is: so many rows of a table of its `total`."""

    stage: str
    done: int
    total: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Sum:
    """What a table holds: how many rows, and a checksum of them in the order of their keys."""

    rows: int
    digest: str


Tell = Callable[[Step], None]


def tables() -> tuple[Columns, ...]:
    """Every table of a library, each after those its rows point at."""
    return tuple(Table.metadata.sorted_tables)


def learners_of(connection: Connection) -> tuple[UserId, ...]:
    """Everyone who studies in a library."""
    return tuple(map(UserId, connection.scalars(select(UserRow.id).order_by(UserRow.id))))


def is_empty(connection: Connection) -> bool:
    """Whether no table of a library has a row."""
    return all(connection.execute(select(one).limit(1)).first() is None for one in tables())


def move(source: Connection, target: Connection, where: str, tell: Tell) -> dict[str, int]:
    """Copy every row of every table; how many rows each has now, by its name.

    Raises StudyappError, about `where`, when what is read back is not what was written.
    """
    sums = {table.name: _copy(source, target, table, tell) for table in tables()}
    for table in tables():
        if _sum(target, table) != sums[table.name]:
            message = f"The rows of the table {table.name} did not arrive as they were."
            raise StudyappError(where, message, "Nothing was copied. Try again.")
    return {name: one.rows for name, one in sums.items()}


def _copy(source: Connection, target: Connection, table: Columns, tell: Tell) -> _Sum:
    total = source.scalar(select(func.count()).select_from(table)) or 0
    digest = blake2b(digest_size=16)
    done = 0
    for rows in _rows(source, table):
        target.execute(insert(table), [dict(row._mapping) for row in rows])  # noqa: SLF001  # its public name
        _add(digest, rows)
        done += len(rows)
        tell(Step(table.name, done, total))
    return _Sum(done, digest.hexdigest())


def _sum(connection: Connection, table: Columns) -> _Sum:
    digest = blake2b(digest_size=16)
    count = 0
    for rows in _rows(connection, table):
        _add(digest, rows)
        count += len(rows)
    return _Sum(count, digest.hexdigest())


def _rows(connection: Connection, table: Columns) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a table by its key, a few thousand at a time."""
    query = select(table).order_by(*table.primary_key)
    yield from connection.execute(query, execution_options=_PIECEMEAL).partitions()


def _add(digest: Any, rows: Sequence[Row[Any]]) -> None:  # noqa: ANN401  # hashlib names no type
    for row in rows:
        digest.update(repr(tuple(row)).encode())
