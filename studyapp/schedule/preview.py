"""What each rating would do, in words a learner reads on the buttons."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from studyapp.model import MemoryState, Rating, Review, ReviewId
from studyapp.schedule.days import offset_at
from studyapp.schedule.intervals import interval_days
from studyapp.schedule.memory import advance
from studyapp.schedule.plan import Plan
from studyapp.schedule.spread import Load, spread

_HOUR = 60
_DAY = 24 * _HOUR
_MONTHS_FROM = 60
_YEARS_FROM = 730


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def span_words(days: int) -> str:
    """A number of whole days in words: '21 days', '4 months', '3 years'."""
    if days < _MONTHS_FROM:
        return _counted(days, "day")
    if days < _YEARS_FROM:
        return _counted(round(days / 30.44), "month")
    return _counted(round(days / 365.25), "year")


def _minutes_words(wait: timedelta) -> str:
    minutes = max(1, int(wait.total_seconds() / 60 + 0.5))
    if minutes < _HOUR:
        return f"{minutes} min"
    return _counted(round(minutes / _HOUR), "hour")


def promise_words(days: int | None, wait: timedelta) -> str:
    """An interval in words: of its days ('21 days'), or in a step of its wait ('10 min')."""
    return _minutes_words(wait) if days is None else span_words(days)


@dataclass(frozen=True, slots=True)
class Intervals:
    """When the card would come back after each rating: in words, and in days.

    `days` has a number for each rating from Again to Easy, None for a step.
    """

    again: str
    hard: str
    good: str
    easy: str
    days: tuple[int | None, ...] = (None,) * 4

    def of(self, rating: Rating) -> str:
        """The words for one rating."""
        return (self.again, self.hard, self.good, self.easy)[rating - 1]


def unrated(now: datetime, plan: Plan) -> Review:
    """A review at this moment whose rating is still to come; it stands at Again."""
    offset = offset_at(now, plan.learner.zone)
    return Review(id=ReviewId(""), rating=Rating.AGAIN, at=now, offset_minutes=offset)


def preview(
    state: MemoryState | None, now: datetime, plan: Plan, load: Load | None = None
) -> Intervals:
    """The four intervals of a card answered now; without a `load` they have no fuzz."""
    words, days = list[str](), list[int | None]()
    for rating in Rating:
        review = replace(unrated(now, plan), rating=rating)
        if load is not None:
            review = spread(state, review, plan, load)
        after = advance(state, review, plan)
        days.append(interval_days(after, plan))
        words.append(promise_words(days[-1], after.due - now))
    again, hard, good, easy = words
    return Intervals(again, hard, good, easy, tuple(days))
