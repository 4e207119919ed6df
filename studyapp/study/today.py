"""Today: what waits, how long it may take, and how the days before and after look."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from sqlalchemy.orm import Session

from studyapp.model import LearnerSettings
from studyapp.schedule import study_day
from studyapp.store.cards import cards_by_row
from studyapp.store.decks import decks_of
from studyapp.store.memory import due_times
from studyapp.store.reviews import seen_otherwise, times_since, usual_milliseconds
from studyapp.study.changes import changes
from studyapp.study.decks import DeckSummary, summary
from studyapp.study.desk import Desk
from studyapp.study.waiting import Moment, NextDue, Waiting, coming, moment, waiting
from studyapp.study.words import day_of

_AHEAD = 7
_BACK = 28
_USUAL = 12_000.0
"""Milliseconds an answer takes, until some were timed."""
_NEW_IS_SEEN = 2
"""How often a new card is answered on its first day: once, and once more ten minutes later."""


@dataclass(frozen=True, slots=True)
class DayLoad:
    """A study day and a number of cards or answers."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Today:
    """The counts of the Today page.

    `days` holds today and the six days to come, `studied` the 28 days up to today.
    `next_due` is set when nothing waits now; `daily` is the day's limit of new cards.
    """

    day: date
    review: int
    learning: int
    new: int
    daily: int
    total: int
    minutes: int
    next_due: NextDue | None
    days: tuple[DayLoad, ...]
    studied: tuple[DayLoad, ...]
    days_studied: int
    drafts: int
    changed: int
    decks: tuple[DeckSummary, ...]


def _minutes(session: Session, at: Moment, now_waiting: Waiting) -> int:
    """Whole minutes that what waits will take, from the learner's own recorded time."""
    usual = usual_milliseconds(session, at.user) or _USUAL
    answers = now_waiting.review + now_waiting.learning + _NEW_IS_SEEN * now_waiting.new
    return ceil(answers * usual / 60_000)


def _ahead(session: Session, at: Moment) -> tuple[DayLoad, ...]:
    """Cards in steps and review by study day; what is overdue counts today."""
    days = [at.day + timedelta(days=number) for number in range(_AHEAD)]
    until = at.start(days[-1] + timedelta(days=1))
    counts = Counter(
        max(at.day, day_of(due, at.settings)) for due in due_times(session, at.user, until)
    )
    return tuple(DayLoad(day, counts[day]) for day in days)


def _back(session: Session, at: Moment, settings: LearnerSettings) -> tuple[DayLoad, ...]:
    """Answers by study day, as the clocks stood when each was given."""
    days = [at.day - timedelta(days=number) for number in reversed(range(_BACK))]
    since = at.start(days[0]) - timedelta(days=1)
    counts = Counter(
        study_day(when, offset, settings.rollover)
        for when, offset in times_since(session, at.user, since)
    )
    return tuple(DayLoad(day, counts[day]) for day in days)


def _changed(session: Session, desk: Desk) -> int:
    rows = list(seen_otherwise(session, desk.user))
    return len(changes(session, desk, cards_by_row(session, desk.user, rows)))


def today(desk: Desk, now: datetime) -> Today:
    """Everything the Today page shows."""
    with desk.opened.reading() as session:
        at = moment(session, desk.user, now)
        now_waiting = waiting(session, at)
        back = _back(session, at, at.settings)
        decks = tuple(summary(session, one, at) for one in decks_of(session, desk.user))
        return Today(
            day=at.day,
            review=now_waiting.review,
            learning=now_waiting.learning,
            new=now_waiting.new,
            daily=at.settings.new_per_day,
            total=now_waiting.total,
            minutes=_minutes(session, at, now_waiting),
            next_due=None if now_waiting.total else coming(session, at),
            days=_ahead(session, at),
            studied=back,
            days_studied=sum(one.count > 0 for one in back),
            drafts=sum(one.drafts for one in decks),
            changed=_changed(session, desk),
            decks=decks,
        )
