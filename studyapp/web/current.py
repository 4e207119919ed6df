"""What every page needs of its app: the learner's desk, and the time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flask import Flask, current_app

from studyapp.model import Preferences
from studyapp.study import Desk, LibraryError, settings

_NAME = "studyapp"


@dataclass(frozen=True, slots=True)
class _Current:
    desk: Desk
    clock: Callable[[], datetime]


def utc_now() -> datetime:
    """The time by the machine's clock."""
    return datetime.now(UTC)


def provide(app: Flask, desk: Desk, clock: Callable[[], datetime]) -> None:
    """Give the pages of `app` their desk and clock, and every template the `preferences`."""
    app.extensions[_NAME] = _Current(desk, clock)
    app.context_processor(lambda: {"preferences": preferences()})


def _current() -> _Current:
    found = current_app.extensions[_NAME]
    if not isinstance(found, _Current):
        msg = "another extension has taken the name studyapp"
        raise TypeError(msg)
    return found


def desk() -> Desk:
    """The desk of the one learner of this app."""
    return _current().desk


def preferences() -> Preferences:
    """How the learner wants the pages; as usual while the library cannot be read."""
    try:
        return settings(desk()).preferences
    except LibraryError:
        return Preferences()


def now() -> datetime:
    """The time of this request, aware, UTC."""
    return _current().clock()


def local(moment: datetime) -> datetime:
    """The same moment on the learner's wall clock."""
    return moment.astimezone(ZoneInfo(settings(desk()).zone))
