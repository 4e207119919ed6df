"""Statements compiled once, for the one path that must be quick: taking an answer.

They are written like every other statement, so they hold for any database; the compiling, the
conversion of types and the wrapping of results are saved.
"""

from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from itertools import starmap
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql.elements import ClauseElement

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement in the words of one database; `order` is that of its parameters, if any."""

    text: str
    defaults: dict[str, Any]
    order: tuple[str, ...] | None

    def arguments(self, values: dict[str, str | float | None]) -> Any:  # noqa: ANN401  # a tuple or a dict, as the driver likes
        every = {**self.defaults, **values}
        return every if self.order is None else tuple(map(every.__getitem__, self.order))


class Prepared:
    """A statement whose parameters, and columns, are plain numbers and texts.

    `columns`: for an insert or update, the columns to be set, each a parameter of that name.
    The connection must be in a transaction; its driver's errors come as they are.
    """

    def __init__(self, statement: ClauseElement, *columns: str) -> None:
        self._statement = statement
        self._columns = list(columns) or None
        self._compiled: dict[str, _Compiled] = {}
        self._row: Callable[..., Any] | None = None

    def ask(self, connection: Connection, **values: str | float | None) -> "Asked":
        """Ask a query with these parameters; what it finds may be awaited later.

        That may be after the transaction, whose end then needs no trip of its own to a server.
        """
        cursor = self._run(connection, values)
        return Asked(self, cursor, at_once=connection.dialect.name == "sqlite")

    def all(self, connection: Connection, **values: str | float | None) -> list[Any]:
        """What a query finds with these parameters: rows with the names of its columns."""
        return self.ask(connection, **values).all()

    def do(self, connection: Connection, **values: str | float | None) -> None:
        """Insert or update with these parameters."""
        self._run(connection, values)

    def named(self, found: list[Any], names: Callable[[], list[str]]) -> list[Any]:
        """Rows as the driver gave them, with the names of the columns."""
        row = self._row
        if row is None:
            row = self._row = namedtuple("Row", names())  # noqa: PYI024  # its fields are known here
        return list(starmap(row, found))

    def _run(self, connection: Connection, values: dict[str, str | float | None]) -> DBAPICursor:
        compiled = self._compiled.get(connection.dialect.name) or self._compile(connection)
        cursor = connection.connection.cursor()
        cursor.execute(compiled.text, compiled.arguments(values))
        return cursor

    def _compile(self, connection: Connection) -> _Compiled:
        dialect = connection.dialect
        made = cast(
            "SQLCompiler", self._statement.compile(dialect=dialect, column_keys=self._columns)
        )
        order = None if made.positiontup is None else tuple(made.positiontup)
        found = _Compiled(made.string, dict(made.params), order)
        self._compiled[dialect.name] = found
        return found


class Asked:
    """A query that was asked. Others may be asked before its rows are looked at."""

    def __init__(self, prepared: Prepared, cursor: DBAPICursor, *, at_once: bool) -> None:
        """`at_once`: fetch the rows now, as a database in a file has nothing to be waited for."""
        self._prepared = prepared
        self._cursor = cursor
        self._found = list(cursor.fetchall()) if at_once else None

    def all(self) -> list[Any]:
        """Its rows, with the names of its columns."""
        return self._prepared.named(self.bare(), self._names)

    def bare(self) -> list[tuple[Any, ...]]:
        """Its rows as the driver gives them: to wrap very many would take as long again."""
        if self._found is None:
            self._found = list(self._cursor.fetchall())
        return self._found

    def first(self) -> Any | None:  # noqa: ANN401  # as `all`
        """Its first row; None when there is none."""
        return next(iter(self.all()), None)

    def _names(self) -> list[str]:
        return [column[0] for column in self._cursor.description or ()]
