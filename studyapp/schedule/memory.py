"""The memory of one card: the fold of its reviews, by FSRS-6 as Anki runs it.

Elapsed time is the difference of study days, so a review on the same study day counts as
zero days, however many hours lie between.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from fsrs_rs_python import FSRS
from fsrs_rs_python import MemoryState as Strength

from studyapp.model import MemoryState, Rating, Review
from studyapp.schedule.days import day_start, study_day
from studyapp.schedule.plan import Plan


@lru_cache(maxsize=64)
def _model(weights: tuple[float, ...]) -> FSRS:
    return FSRS(weights)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one rating would do: stability (days), difficulty, and the interval in days."""

    stability: float
    difficulty: float
    interval: float


def _outcomes(state: MemoryState | None, elapsed: int, plan: Plan) -> dict[Rating, _Outcome]:
    before = None if state is None else Strength(state.stability, state.difficulty)
    model = _model(plan.weights.values)
    after = model.next_states(before, plan.learner.retention, elapsed)
    found = (after.again, after.hard, after.good, after.easy)
    return {
        rating: _Outcome(one.memory.stability, one.memory.difficulty, one.interval)
        for rating, one in zip(Rating, found, strict=True)
    }


def _whole_days(interval: float, least: int, plan: Plan) -> int:
    """An interval as whole days. The one place for a fuzz that spreads cards over days."""
    return max(least, min(round(interval), plan.longest))


def _review_days(
    rating: Rating, outcomes: dict[Rating, _Outcome], plan: Plan, *, hard: bool
) -> int:
    """Days until the card comes back in review; a better rating waits at least a day longer.

    `hard`: whether Hard would send the card into review too, as it does for a card in review
    but not for one in its steps.
    """
    least = 1
    for better in (Rating.HARD, Rating.GOOD, Rating.EASY) if hard else (Rating.GOOD, Rating.EASY):
        if better >= rating:
            break
        least = _whole_days(outcomes[better].interval, least, plan) + 1
    return _whole_days(outcomes[rating].interval, least, plan)


def _wait(state: MemoryState | None, rating: Rating, plan: Plan) -> tuple[int | None, int]:
    """Seconds until the next step (None: into review), and the number of that step."""
    if state is not None and state.step is None:
        return (plan.relearning.again() if rating is Rating.AGAIN else None), 0
    steps = plan.relearning if state is not None and state.lapses else plan.learning
    step = 0 if state is None or state.step is None else state.step
    match rating:
        case Rating.AGAIN:
            return steps.again(), 0
        case Rating.HARD:
            return steps.hard(step), step
        case Rating.GOOD:
            return steps.good(step), step + 1
        case Rating.EASY:
            return None, 0


def _day(at: datetime, offset_minutes: int, plan: Plan) -> date:
    return study_day(at, offset_minutes, plan.learner.rollover)


def advance(state: MemoryState | None, review: Review, plan: Plan) -> MemoryState:
    """The memory after one more review, no earlier than the last; None: never reviewed."""
    today = _day(review.at, review.offset_minutes, plan)
    before = today if state is None else _day(state.last, state.offset_minutes, plan)
    outcomes = _outcomes(state, max(0, (today - before).days), plan)
    wait, step = _wait(state, review.rating, plan)
    in_review = state is not None and state.step is None
    if wait is None:
        days = _review_days(review.rating, outcomes, plan, hard=in_review)
        due = day_start(today + timedelta(days=days), plan.learner.zone, plan.learner.rollover)
    else:
        due = review.at + timedelta(seconds=wait)
    lapsed = in_review and review.rating is Rating.AGAIN
    return MemoryState(
        stability=outcomes[review.rating].stability,
        difficulty=outcomes[review.rating].difficulty,
        due=due,
        last=review.at,
        step=None if wait is None else step,
        lapses=(state.lapses if state else 0) + lapsed,
        reviews=(state.reviews if state else 0) + 1,
        offset_minutes=review.offset_minutes,
    )


def replay(reviews: Iterable[Review], plan: Plan) -> MemoryState | None:
    """The memory that reviews fold to, whatever order they come in; None without reviews."""
    state = None
    for review in sorted(reviews, key=lambda one: (one.at, one.id)):
        state = advance(state, review, plan)
    return state


def next_interval(stability: float, plan: Plan) -> int:
    """Whole days after which retrievability falls to the wanted retention; at least 1."""
    model = _model(plan.weights.values)
    days = model.next_interval(stability, plan.learner.retention, Rating.GOOD)
    return _whole_days(days, 1, plan)


def retrievability(stability: float, elapsed_days: float, decay: float) -> float:
    """The chance (0 to 1) that a card is remembered after so many days without a review.

    `decay` is positive: the last of the weights.
    """
    factor = 0.9 ** (-1 / decay) - 1
    return float((1 + factor * elapsed_days / stability) ** -decay)
