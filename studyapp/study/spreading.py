"""How full the days are on which a card may come back, for the schedule to choose the lightest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from studyapp.model import CardRef, Rating, Review, UserId
from studyapp.schedule import Days, Load, Plan, day_start, days_open, study_day
from studyapp.store.answering import due_counts
from studyapp.store.values import Standing
from studyapp.study.words import day_of


@dataclass(frozen=True, slots=True)
class Placing:
    """A card that is to be given its next day: whose it is, which, where it stands, the plan."""

    user: UserId
    ref: CardRef
    standing: Standing
    plan: Plan


def load_of(
    connection: Connection,
    placing: Placing,
    review: Review,
    ratings: Iterable[Rating] = Rating,
    expected: Counter[date] | None = None,
) -> Load:
    """How many cards are due on the days that one of these ratings may lead to.

    `expected`: cards that are expected on a day besides those that are due on it already.
    """
    settings = placing.plan.learner
    days = days_open(placing.standing.state, review, placing.plan, ratings)
    if days is None:
        today = study_day(review.at, review.offset_minutes, settings.rollover)
        return Load(placing.ref, today, week=settings.week)
    counts = _counts(connection, placing, days, expected or Counter())
    return Load(placing.ref, days.first, counts, settings.week)


def _counts(
    connection: Connection, placing: Placing, days: Days, expected: Counter[date]
) -> tuple[int, ...]:
    settings = placing.plan.learner
    number = (days.last - days.first).days + 1
    since, until = (
        day_start(day, settings.zone, settings.rollover)
        for day in (days.first, days.first + timedelta(days=number))
    )
    due = Counter(expected)
    for at, cards in due_counts(connection, placing.user, since, until, placing.standing.card_row):
        due[day_of(at, settings)] += cards
    return tuple(due[days.first + timedelta(days=one)] for one in range(number))
