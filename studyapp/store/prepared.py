"""Statements compiled once, for the one path that must be quick: taking an answer.

They are written like every other statement, so they hold for any database; only the
compiling and the conversion of types is saved.
"""

from typing import Any, cast

from sqlalchemy import Connection, CursorResult
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement


class Prepared:
    """A statement whose parameters are plain numbers and texts.

    `columns`: for an insert or update, the columns to be set, each a parameter of that name.
    """

    def __init__(self, statement: ClauseElement, *columns: str) -> None:
        self._statement = statement
        self._columns = list(columns) or None
        self._compiled: dict[str, SQLCompiler] = {}

    def _for(self, connection: Connection) -> SQLCompiler:
        dialect = connection.dialect
        found = self._compiled.get(dialect.name)
        if found is None:
            made = self._statement.compile(dialect=dialect, column_keys=self._columns)
            found = self._compiled[dialect.name] = cast("SQLCompiler", made)
        return found

    def run(self, connection: Connection, **values: str | float | None) -> CursorResult[Any]:
        """Execute with these parameters."""
        compiled = self._for(connection)
        every: dict[str, Any] = {**compiled.params, **values}
        if compiled.positiontup is None:
            return connection.exec_driver_sql(compiled.string, every)
        ordered = tuple(every[name] for name in compiled.positiontup)
        return connection.exec_driver_sql(compiled.string, ordered)
