"""Study days: a day begins at the learner's rollover hour, not at midnight.

Days are counted on the learner's own calendar, so a day of 23 or 25 hours is still one day.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

_EPOCH = date(1970, 1, 1).toordinal()
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def is_zone(name: str) -> bool:
    """Whether `name` is an IANA time zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def offset_at(at: datetime, zone: str) -> int:
    """Minutes by which clocks in `zone` are ahead of UTC at the aware time `at`."""
    offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0


def study_day(at: datetime, offset_minutes: int, rollover: int) -> date:
    """The study day of an aware time, for a learner that many minutes ahead of UTC."""
    local = at.astimezone(UTC) + timedelta(minutes=offset_minutes)
    return (local - timedelta(hours=rollover)).date()


def study_days(
    seconds: NDArray[np.int64], offsets: NDArray[np.int64], rollover: int
) -> NDArray[np.int64]:
    """The study days of many times at once, as ordinals (`date.fromordinal`).

    `seconds`: whole seconds since 1970, UTC; `offsets`: minutes ahead of UTC, one for each.
    """
    return (seconds + offsets * _MINUTE - rollover * _HOUR) // _DAY + _EPOCH


def day_start(day: date, zone: str, rollover: int) -> datetime:
    """The first moment (UTC) of a study day in `zone`.

    A rollover hour that the clocks skip begins the day at the skip, one that comes twice
    begins it the first time.
    """
    local = datetime(day.year, day.month, day.day, rollover, tzinfo=ZoneInfo(zone))
    return local.astimezone(UTC)
