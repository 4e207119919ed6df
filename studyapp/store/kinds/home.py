"""What is known of the place a library lives in, whatever kind of database it is."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine

from studyapp.store.failures import Words

LEARNER = "learner"
"""The execution option that names the learner (their row) a writing transaction is about."""

JOINED = "joined"
"""Stands in a connection's `info` while a session joins in the transaction of `Home.quick`."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a library lives, and how one reads and writes there.

    `where` is what messages call it, without any password; `path` its file, None on a server.
    A transaction of `reader` is one consistent view. A transaction of `writer` begins with
    the lock that keeps other writers of the same learner out (of the whole library, when it
    has no option `LEARNER`); `turn` is held around it. `quick` makes one of `writer`, or a part
    of one that several share, with as little waiting for the database as it can. `check`
    raises StudyappError for a database that is damaged or cannot hold a library, and `words`
    says what a failure means. `settle` is called when rows were inserted with numbers of
    their own, so that new ones follow them. `compact` clears away what was deleted.
    """

    where: str
    path: Path | None
    reader: Engine
    writer: Engine
    turn: Callable[[], AbstractContextManager[None]]
    quick: Callable[[Engine], AbstractContextManager[Connection]]
    check: Callable[[Connection], None]
    words: Words
    settle: Callable[[Connection], None]
    compact: Callable[[], None]
    close: Callable[[], None]


Opener = Callable[[URL, float], Home]
"""How a library of one kind is opened: its URL, and seconds to wait for another's lock."""
