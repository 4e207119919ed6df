"""Times as the tables keep them: whole microseconds since 1970, UTC.

A number sorts, compares and travels to any database unchanged.
"""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Microseconds since 1970 of an aware time."""
    return (at - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC time of so many microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=micros)


def to_some(at: datetime | None) -> int | None:
    """The same for a time that may be missing."""
    return None if at is None else to_micros(at)


def from_some(micros: int | None) -> datetime | None:
    """The same for a number that may be missing."""
    return None if micros is None else from_micros(micros)
