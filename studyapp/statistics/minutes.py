"""Minutes a day: the time that cards were on the screen, where it was recorded."""

from dataclasses import dataclass

import numpy as np

from studyapp.statistics.answers import Answers

_MINUTE = 60_000
_WEEK, _FOUR_WEEKS = 7, 28
_BY_DAY, _BY_WEEK = 92, 730


@dataclass(frozen=True, slots=True)
class Stretch:
    """`days` study days from the ordinal `first` on, and the minutes of a day studied in them.

    0 minutes if none of the days has a recorded time.
    """

    first: int
    days: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Minutes:
    """Stretches in order, all but the last of one length.

    `median`: minutes of the middle one of all days with a recorded time, `total`: of them all,
    `studied`: how many they are.
    """

    stretches: tuple[Stretch, ...]
    median: float
    total: float
    studied: int


def _length(days: int) -> int:
    """How many days stand together, so that years stay as readable as weeks."""
    if days <= _BY_DAY:
        return 1
    return _WEEK if days <= _BY_WEEK else _FOUR_WEEKS


def minutes(answers: Answers, first: int, last: int) -> Minutes:
    """The minutes of the study days from `first` to `last`: by day, by week or by four weeks."""
    timed = (answers.milliseconds >= 0) & (answers.day >= first) & (answers.day <= last)
    place, size = answers.day[timed] - first, last - first + 1
    spent = np.bincount(place, answers.milliseconds[timed], minlength=size) / _MINUTE
    studied = np.bincount(place, minlength=size) > 0
    length = _length(size)
    starts = np.arange(0, size, length)
    sums = np.add.reduceat(spent, starts)
    days = np.maximum(np.add.reduceat(studied.astype(np.int64), starts), 1)
    stretches = tuple(
        Stretch(first + start, min(length, size - start), spent_a_day)
        for start, spent_a_day in zip(starts.tolist(), (sums / days).tolist(), strict=True)
    )
    median = float(np.median(spent[studied])) if studied.any() else 0.0
    return Minutes(stretches, median, float(spent.sum()), int(studied.sum()))
