"""Backups while the app runs: at its start and once a study day, in a thread of their own."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from threading import Event, Thread

from flask import Flask, current_app

from studyapp.model import StudyappError
from studyapp.study import Desk
from studyapp.study.backups import days_of, keeps_backups, make_backup

_log = logging.getLogger(__name__)

_NAME = "studyapp-backups"
_BETWEEN = 600.0
"""Seconds between two looks at the clock, and between two tries when a backup failed."""
_LAST_WAIT = 5.0
"""Seconds that a backup under way may take at the end; what is cut off is swept up later."""


class Keeper:
    """Makes the backups. Studying goes on whether they succeed or not.

    `trouble` is what to tell the learner: empty while the last backup was made.
    """

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock
        self._day: date | None = None
        self.trouble = ""

    def look(self) -> None:
        """Make a backup if none was made on this study day since the start.

        None of a library on a database server: whoever runs that server sees to it.
        """
        if not keeps_backups(self._desk):
            return
        try:
            now = self._clock()
            day = days_of(self._desk)(now)
            if day != self._day:
                make_backup(self._desk, now)
            self._day, self.trouble = day, ""
        except StudyappError as error:
            self.trouble = f"{error.message} {error.hint} It was to be in {error.where}."
            _log.error("%s", error)

    def watch(self, stop: Event, between: float = _BETWEEN) -> None:
        """Look now and every `between` seconds, until told to stop."""
        self.look()
        while not stop.wait(between):
            self.look()


def provide(app: Flask, keeper: Keeper) -> None:
    """Let the pages of `app` tell what its keeper has to say."""
    app.extensions[_NAME] = keeper


def _keeper(app: Flask) -> Keeper:
    found = app.extensions[_NAME]
    if not isinstance(found, Keeper):
        msg = f"another extension has taken the name {_NAME}"
        raise TypeError(msg)
    return found


def trouble() -> str:
    """Why the last backup could not be made; empty when it was."""
    return _keeper(current_app).trouble


@contextmanager
def kept(app: Flask) -> Iterator[None]:
    """Backups of the library of `app`, made beside the block while it runs."""
    stop = Event()
    thread = Thread(target=_keeper(app).watch, args=(stop,), name="backups", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(_LAST_WAIT)
