"""The memory of one card: the fold of its reviews, by FSRS-6 as Anki runs it.

Elapsed time is the difference of study days, so a review on the same study day counts as
zero days, however many hours lie between.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from fsrs_rs_python import FSRS
from fsrs_rs_python import MemoryState as Strength

from studyapp.model import Adjustment, Change, MemoryState, Rating, Review
from studyapp.schedule.days import day_start, study_day
from studyapp.schedule.fuzz import Span
from studyapp.schedule.intervals import interval_days, rounded, spans, whole_days
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


@lru_cache(maxsize=256)
def _outcomes(state: MemoryState | None, elapsed: int, plan: Plan) -> Mapping[Rating, _Outcome]:
    """What each rating would do; kept, for an answer is weighed and then taken."""
    before = None if state is None else Strength(state.stability, state.difficulty)
    model = _model(plan.weights.values)
    after = model.next_states(before, plan.learner.retention, elapsed)
    found = (after.again, after.hard, after.good, after.easy)
    return MappingProxyType(
        {
            rating: _Outcome(one.memory.stability, one.memory.difficulty, one.interval)
            for rating, one in zip(Rating, found, strict=True)
        }
    )


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


def stays_in_steps(state: MemoryState | None, rating: Rating, plan: Plan) -> bool:
    """Whether a card in this state is shown again within its steps after this rating."""
    wait, _ = _wait(state, rating, plan)
    return wait is not None


def _wanted(
    state: MemoryState | None, outcomes: Mapping[Rating, _Outcome], plan: Plan
) -> dict[Rating, float]:
    """The intervals (days) of the ratings that lead into review.

    Good is there in any case: Easy waits longer than Good would, steps or no steps.
    """
    return {
        rating: outcomes[rating].interval
        for rating in Rating
        if rating is Rating.GOOD or not stays_in_steps(state, rating, plan)
    }


def _day(at: datetime, offset_minutes: int, plan: Plan) -> date:
    return study_day(at, offset_minutes, plan.learner.rollover)


def _elapsed(state: MemoryState | None, review: Review, plan: Plan) -> int:
    """Study days since the last review; 0 for a card never reviewed."""
    if state is None:
        return 0
    today = _day(review.at, review.offset_minutes, plan)
    return max(0, (today - _day(state.last, state.offset_minutes, plan)).days)


def openings(state: MemoryState | None, review: Review, plan: Plan) -> dict[Rating, Span]:
    """Between which intervals fuzz may choose, by rating; whatever rating the review has.

    Good is there in any case, other ratings only if they lead into review.
    """
    outcomes = _outcomes(state, _elapsed(state, review, plan), plan)
    return _spans(state, _wanted(state, outcomes, plan), plan)


def _spans(
    state: MemoryState | None, wanted: dict[Rating, float], plan: Plan
) -> dict[Rating, Span]:
    held = None if state is None else interval_days(state, plan)
    return spans(wanted, held, plan.longest)


def _interval(
    state: MemoryState | None, review: Review, outcomes: Mapping[Rating, _Outcome], plan: Plan
) -> int:
    """Study days until the card comes back in review."""
    wanted = _wanted(state, outcomes, plan)
    if review.fuzz is None:
        return rounded(wanted, plan.longest)[review.rating]
    return _spans(state, wanted, plan)[review.rating].at(review.fuzz)


def advance(state: MemoryState | None, review: Review, plan: Plan) -> MemoryState:
    """The memory after one more review, no earlier than the last; None: never reviewed."""
    outcomes = _outcomes(state, _elapsed(state, review, plan), plan)
    wait, step = _wait(state, review.rating, plan)
    if wait is None:
        day = _day(review.at, review.offset_minutes, plan)
        day += timedelta(days=_interval(state, review, outcomes, plan))
        due = day_start(day, plan.learner.zone, plan.learner.rollover)
    else:
        due = review.at + timedelta(seconds=wait)
    in_review = state is not None and state.step is None
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


def adjusted(state: MemoryState | None, adjustment: Adjustment, plan: Plan) -> MemoryState | None:
    """The memory after the learner's own word on it.

    A card that was never reviewed has no due date to be set.
    """
    if state is None or adjustment.change is Change.RESET or adjustment.day is None:
        return None
    due = day_start(adjustment.day, plan.learner.zone, plan.learner.rollover)
    return replace(state, due=due, step=None)


def replay(
    reviews: Iterable[Review], plan: Plan, adjustments: Iterable[Adjustment] = ()
) -> MemoryState | None:
    """The memory that reviews and adjustments fold to, whatever order the reviews come in.

    An adjustment comes before a review of the same time, two of the same time as they are given.
    None without reviews, or with none since the last reset.
    """
    words = deque(sorted(adjustments, key=lambda one: one.at))
    state = None
    for review in sorted(reviews, key=lambda one: (one.at, one.id)):
        while words and words[0].at <= review.at:
            state = adjusted(state, words.popleft(), plan)
        state = advance(state, review, plan)
    for word in words:
        state = adjusted(state, word, plan)
    return state


def next_interval(stability: float, plan: Plan) -> int:
    """Whole days after which retrievability falls to the wanted retention; at least 1."""
    model = _model(plan.weights.values)
    days = model.next_interval(stability, plan.learner.retention, Rating.GOOD)
    return whole_days(days, 1, plan.longest)


def retrievability(stability: float, elapsed_days: float, decay: float) -> float:
    """The chance (0 to 1) that a card is remembered after so many days without a review.

    `decay` is positive: the last of the weights.
    """
    factor = 0.9 ** (-1 / decay) - 1
    return float((1 + factor * elapsed_days / stability) ** -decay)
