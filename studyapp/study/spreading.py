"""How full the days are on which a card may come back, for the schedule to choose the lightest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from studyapp.model import CardRef, LearnerSettings, Rating, Review, UserId
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
    connection: Connection, placing: Placing, review: Review, ratings: Iterable[Rating] = Rating
) -> Load:
    """How many cards are due on the days that one of these ratings may lead to."""
    settings = placing.plan.learner
    days = days_open(placing.standing.state, review, placing.plan, ratings)
    if days is None:
        return Load(placing.ref, study_day(review.at, review.offset_minutes, settings.rollover))
    return Load(placing.ref, days.first, _counts(connection, placing, days, settings))


def _counts(
    connection: Connection, placing: Placing, days: Days, settings: LearnerSettings
) -> tuple[int, ...]:
    number = (days.last - days.first).days + 1
    since, until = (
        day_start(day, settings.zone, settings.rollover)
        for day in (days.first, days.first + timedelta(days=number))
    )
    found = due_counts(connection, placing.user, since, until, placing.standing.card_row)
    due = Counter[int]()
    for at, cards in found:
        due[(day_of(at, settings) - days.first).days] += cards
    return tuple(due[day] for day in range(number))
