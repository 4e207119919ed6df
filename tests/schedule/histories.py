"""Random histories of one card: answers at odd hours, in steps and late, with lapses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from studyapp.model import LearnerSettings, MemoryState, Rating, Review, ReviewId
from studyapp.schedule import Plan, advance, offset_at

_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)
_RATINGS, _WEIGHTS = tuple(Rating), (25, 15, 45, 15)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and how a learner counts days."""

    zone: str
    rollover: int

    @property
    def plan(self) -> Plan:
        """The default plan there."""
        return Plan(learner=LearnerSettings(zone=self.zone, rollover=self.rollover))


def _places(zones: str) -> tuple[Place, ...]:
    return tuple(Place(zone, rollover) for zone in zones.split() for rollover in (0, 4, 23))


STEADY = _places("UTC Asia/Kathmandu America/Phoenix Pacific/Marquesas Asia/Tokyo")
"""Places whose clocks have not changed for decades, each with three rollover hours."""

CHANGING = _places("Europe/London America/New_York Australia/Lord_Howe America/Santiago")
"""Places whose clocks change twice a year."""


@dataclass(frozen=True, slots=True)
class History:
    """The reviews of one card in order, each with the memory before it and after it."""

    reviews: tuple[Review, ...]
    states: tuple[MemoryState, ...]

    def steps(self) -> Iterator[tuple[MemoryState | None, Review, MemoryState]]:
        """Each review between the memory before it (None: new) and the one after it."""
        yield from zip((None, *self.states), self.reviews, self.states, strict=False)


def histories(place: Place, count: int, now: datetime, dice: Random) -> tuple[History, ...]:
    """So many histories that end before `now`."""
    return tuple(_history(place, now, dice) for _ in range(count))


def _gap(dice: Random) -> timedelta:
    """Seconds, hours, days or months."""
    most = dice.choice((90, 20 * 3600, 3 * 86_400, 30 * 86_400, 120 * 86_400))
    return timedelta(seconds=dice.randint(2, most), milliseconds=dice.randrange(1000))


def _history(place: Place, now: datetime, dice: Random) -> History:
    gaps = [_gap(dice) for _ in range(dice.randint(1, 14))]
    at = now - sum(gaps, timedelta(minutes=1))
    state: MemoryState | None = None
    reviews, states = list[Review](), list[MemoryState]()
    for number, gap in enumerate(gaps):
        at = _clear_of_rollover(at + gap, place)
        (rating,) = dice.choices(_RATINGS, _WEIGHTS)
        review = Review(ReviewId(f"{number:03}"), rating, at, offset_at(at, place.zone))
        state = advance(state, review, place.plan)
        reviews.append(review)
        states.append(state)
    return History(tuple(reviews), tuple(states))


def _clear_of_rollover(at: datetime, place: Place) -> datetime:
    """The time itself, or seconds later if it is within a second of a new study day."""
    local = at.astimezone(UTC) + timedelta(minutes=offset_at(at, place.zone))
    start = local.replace(hour=place.rollover, minute=0, second=0, microsecond=0)
    since = (local - start) % _DAY
    return at if _SECOND < since < _DAY - _SECOND else at + 3 * _SECOND
