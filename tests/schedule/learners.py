"""Invented learners: whole histories of cards, answered as a memory of given weights would."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from studyapp.model import MemoryState, Rating, Review, ReviewId, Weights
from studyapp.schedule import FSRS_6, Plan, advance, offset_at, retrievability, study_day

_FIRST = (0.2, 0.1, 0.5, 0.2)
_REMEMBERED = (0.15, 0.7, 0.15)
_SITTING = 40 * 60


@dataclass(frozen=True, slots=True)
class Learner:
    """Who studies by `plan` but forgets as `memory` says, some of their days missed."""

    plan: Plan
    memory: Weights = FSRS_6
    missed: float = 0.1


@dataclass(frozen=True, slots=True)
class Studied:
    """A card by its number, its reviews, the promised due time after each, and its memory."""

    card: int
    reviews: tuple[Review, ...]
    states: tuple[MemoryState, ...]


def studied(
    learner: Learner, cards: int, start: datetime, end: datetime, dice: Random
) -> Iterator[Studied]:
    """The histories of so many cards, met evenly from `start` on, up to `end`."""
    true = Plan(learner=learner.plan.learner, weights=learner.memory)
    for card in range(cards):
        met = start + (end - start) * (card / cards)
        reviews, states = list[Review](), list[MemoryState]()
        state: MemoryState | None = None
        memory: MemoryState | None = None
        at = _sitting(met, learner, dice)
        while at < end:
            rating = _rating(memory, at, true, dice)
            zone = learner.plan.learner.zone
            review = Review(
                id=ReviewId(f"{card:08}-{len(reviews):07}"),
                rating=rating,
                at=at,
                offset_minutes=offset_at(at, zone),
                milliseconds=min(60_000, int(dice.lognormvariate(9, 0.6))),
            )
            state = advance(state, review, learner.plan)
            memory = advance(memory, review, true)
            reviews.append(review)
            states.append(state)
            at = _next(state, at, learner, dice)
        if reviews:
            yield Studied(card, tuple(reviews), tuple(states))


def _sitting(day: datetime, learner: Learner, dice: Random) -> datetime:
    """A moment of the evening or the morning of this day, or of one after if it is missed."""
    while dice.random() < learner.missed:
        day += timedelta(days=1)
    hour = dice.choice((7, 12, 19, 19, 20))
    begun = day.replace(hour=hour, minute=0, second=0, microsecond=0)
    return begun + timedelta(seconds=dice.randrange(_SITTING))


def _next(state: MemoryState, at: datetime, learner: Learner, dice: Random) -> datetime:
    """When the card is answered next: in the same sitting while it is in its steps."""
    if state.step is not None:
        return state.due + timedelta(seconds=dice.randrange(1, 120))
    return _sitting(max(state.due, at + timedelta(hours=12)), learner, dice)


def _rating(memory: MemoryState | None, at: datetime, true: Plan, dice: Random) -> Rating:
    if memory is None:
        return dice.choices(tuple(Rating), _FIRST)[0]
    rollover = true.learner.rollover
    day = study_day(at, offset_at(at, true.learner.zone), rollover)
    elapsed = (day - study_day(memory.last, memory.offset_minutes, rollover)).days
    chance = retrievability(memory.stability, max(elapsed, 0), true.weights.values[-1])
    if dice.random() >= chance:
        return Rating.AGAIN
    return dice.choices((Rating.HARD, Rating.GOOD, Rating.EASY), _REMEMBERED)[0]
