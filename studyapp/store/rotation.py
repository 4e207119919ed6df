"""Which backups are kept: all of the last days would be too many, only the last too few."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date

NEWEST, DAYS, WEEKS, MONTHS = 3, 7, 4, 6
"""How many of the newest are kept, and of how many days, weeks and months the last one."""


def worth_keeping(days: Sequence[date]) -> frozenset[int]:
    """The places in `days` of the backups to keep; `days` has the study day of each, in order.

    The newest few, and the last of each of the latest days, weeks and months that have one. Days
    without a backup do not count, so a pause in studying costs none.
    """
    kept = set(range(len(days))[-NEWEST:])
    for most, name in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept |= set(_last_of_each(days, most, name))
    return frozenset(kept)


def _last_of_each(
    days: Sequence[date], most: int, name: Callable[[date], Hashable]
) -> Iterator[int]:
    """The place of the last backup of each of the latest `most` spans of time."""
    last = {name(day): place for place, day in enumerate(days)}
    yield from sorted(last.values())[-most:]


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
