"""A library in a database of a PostgreSQL server."""

import logging
import selectors
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import Any, cast

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, event, func, inspect, select
from sqlalchemy.exc import DisconnectionError

from studyapp.model import StudyappError
from studyapp.store.kinds.address import shown
from studyapp.store.kinds.home import LEARNER, Home
from studyapp.store.kinds.postgresql_words import in_words
from studyapp.store.tables import Table

_LIBRARY = int.from_bytes(b"studyapp") >> 8 << 8
"""The key of the library's advisory lock; that of a learner's is their row further on."""

_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED"

_SETTINGS = """
SELECT set_config('lock_timeout', %s, false),
    set_config('plan_cache_mode', 'force_generic_plan', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit')
        WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
"""
"""Wait for locks as long as told. Plan a statement once, and again only when the server has looked
at how its tables grew: planning the search for one card takes longer than the search. Have what is
committed on the disk."""

_PIPELINE = "pipeline"
"""Where a connection keeps its pipeline while its statements go together."""

_KEPT, _MORE = 5, 27
"""Connections that are kept open, and opened beyond them when so many pages ask at once."""
_FIRST_WAIT = 5
"""Seconds for a server to answer at all."""
_DRIVERS = ("postgresql", "postgresql+psycopg")

# When a transaction fails, the driver warns of what else fails as it cleans up after it; what
# counts is raised, and told in our words.
logging.getLogger("psycopg").setLevel(logging.ERROR)


def home(url: URL, patience: float) -> Home:
    """The library in the database that the URL names. Raises `StudyappError`."""
    where = shown(url)
    if url.drivername not in _DRIVERS:
        hint = "Write the URL like postgresql+psycopg://me@localhost/studyapp."
        raise StudyappError(where, "PostgreSQL is spoken to by psycopg alone.", hint)
    url = url.set(drivername="postgresql+psycopg")
    reader = _engine(url, patience, lambda _: _READ)
    writer = _engine(url, patience, lambda of: f"{_WRITE}; {_locks(of.get_execution_options())}")

    def check(connection: Connection) -> None:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
        if encoding != "UTF8":
            hint = "Make one that does: createdb --encoding=UTF8 --template=template0 NAME."
            message = f"This database cannot keep every letter (its encoding is {encoding})."
            raise StudyappError(where, message, hint)

    def close() -> None:
        reader.dispose()
        writer.dispose()

    return Home(
        where=where,
        path=None,
        reader=reader,
        writer=writer,
        turn=nullcontext,
        quick=_quick,
        check=check,
        words=in_words,
        settle=_settle,
        compact=_leave_it,
        close=close,
    )


def _locks(options: Mapping[str, Any]) -> str:
    """Wait for other writers, until the transaction ends: a statement of its own at its start.

    So those after it see what the writer before left. Whoever writes for no one learner locks
    all others out.
    """
    learner = options.get(LEARNER)
    if learner is None:
        return f"SELECT pg_advisory_xact_lock({_LIBRARY})"
    return (
        f"SELECT pg_advisory_xact_lock_shared({_LIBRARY}),"
        f" pg_advisory_xact_lock({_LIBRARY + int(learner)})"
    )


@contextmanager
def _quick(writer: Engine) -> Iterator[Connection]:
    """A transaction whose statements go to the server together, as far as none waits for rows.

    So its beginning and its end cost no trips of their own, and neither does what is written.
    """
    with writer.connect() as connection:
        driver = cast("psycopg.Connection", connection.connection.driver_connection)
        info = connection.info
        info[_PIPELINE] = None  # `began` is to leave the beginning to us
        try:
            with connection.begin(), driver.pipeline() as info[_PIPELINE]:
                driver.execute(_WRITE)
                driver.execute(_locks(connection.get_execution_options()))
                yield connection
                driver.execute("COMMIT")  # what failed before it is raised when the block ends
        except psycopg.Error:
            if driver.closed:
                connection.invalidate()
            raise
        finally:
            del info[_PIPELINE]


def _executed(connection: Connection, *_what: object) -> None:
    """Fetch what SQLAlchemy asked for among statements that go together: it looks at once."""
    pipeline = connection.info.get(_PIPELINE)
    if pipeline is not None:
        pipeline.sync()


def _engine(url: URL, patience: float, begin: Callable[[Connection], str]) -> Engine:
    arguments: dict[str, Any] = {
        "autocommit": True,  # transactions begin as `begin` says, not as the driver would
        "client_encoding": "utf8",
        "connect_timeout": _FIRST_WAIT,
        "application_name": "studyapp",
    }
    engine = create_engine(url, connect_args=arguments, pool_size=_KEPT, max_overflow=_MORE)

    def connected(connection: psycopg.Connection, _record: object) -> None:
        connection.execute(_SETTINGS, (f"{round(patience * 1000)}ms",))

    def began(connection: Connection) -> None:
        if _PIPELINE not in connection.info:
            connection.exec_driver_sql(begin(connection))

    event.listen(engine, "after_cursor_execute", _executed)
    event.listen(engine, "connect", connected)
    event.listen(engine, "checkout", _still_there)
    event.listen(engine, "begin", began)
    return engine


def _still_there(connection: psycopg.Connection, _record: object, _proxy: object) -> None:
    """Have a line that the server closed replaced: there is something to read, unasked.

    So a server that was started anew costs no answer, and asking costs no trip to it.
    """
    if connection.closed:
        raise DisconnectionError
    with selectors.DefaultSelector() as waiting:
        waiting.register(connection.fileno(), selectors.EVENT_READ)
        if waiting.select(0):
            raise DisconnectionError


def _settle(connection: Connection) -> None:
    """Have every sequence go on after the highest number of its table."""
    for table in Table.metadata.sorted_tables:
        for column in inspect(connection).get_columns(table.name):
            if column.get("autoincrement"):
                number = table.c[column["name"]]
                sequence = func.pg_get_serial_sequence(table.name, number.name)
                highest = select(func.max(number)).scalar_subquery()
                following = func.coalesce(highest + 1, 1)
                connection.execute(select(func.setval(sequence, following, False)))  # noqa: FBT003  # the function's own third argument: not yet taken


def _leave_it() -> None:
    """The server clears away what was deleted in its own time (autovacuum)."""
