"""Values that the reference implementations of FSRS-6 publish."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from studyapp.model import LearnerSettings, MemoryState, Rating, Review, ReviewId
from studyapp.schedule import Plan, advance, next_interval, replay, retrievability, study_day

PLAN = Plan()
START = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _review(number: int, rating: int, at: datetime) -> Review:
    return Review(id=ReviewId(f"r{number:03}"), rating=Rating(rating), at=at)


def test_first_ratings() -> None:
    states = [replay([_review(1, rating, START)], PLAN) for rating in (1, 2, 3, 4)]
    assert [state.stability for state in states if state] == pytest.approx(
        [0.212, 1.2931, 2.3065, 8.2956]
    )
    assert [state.difficulty for state in states if state] == pytest.approx(
        [6.4133, 5.11217071, 2.11810397, 1]
    )


def test_a_history_with_gaps() -> None:
    at, reviews = START, []
    for number, (rating, gap) in enumerate(
        zip((1, 3, 3, 3, 3, 3), (0, 0, 1, 3, 8, 21), strict=True)
    ):
        at += timedelta(days=gap)
        reviews.append(_review(number, rating, at))
    state = replay(reviews, PLAN)
    assert state is not None
    assert state.stability == pytest.approx(53.62691)
    assert state.difficulty == pytest.approx(6.3574867)


def test_intervals_of_a_card_always_answered_when_due() -> None:
    state: MemoryState | None = None
    at, intervals = START, []
    for number, rating in enumerate((3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3)):
        state = advance(state, _review(number, rating, at), PLAN)
        rollover = PLAN.learner.rollover
        intervals.append((study_day(state.due, 0, rollover) - study_day(at, 0, rollover)).days)
        at = state.due
    assert intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_intervals_at_each_retention() -> None:
    found = [
        next_interval(1.0, replace(PLAN, learner=LearnerSettings(retention=tenths / 10)))
        for tenths in range(1, 11)
    ]
    longest = PLAN.longest
    assert found == [longest, 34793, 2508, 387, 90, 27, 9, 3, 1, 1]
    unbounded = replace(PLAN, learner=LearnerSettings(retention=0.1), longest=10_000_000)
    assert next_interval(1.0, unbounded) == 3116766


def test_retrievability() -> None:
    assert [retrievability(1.0, days, 0.2) for days in range(4)] == pytest.approx(
        [1, 0.9, 0.84028935, 0.7985001]
    )


def test_two_reviews_on_two_study_days_are_a_day_apart_after_22_hours() -> None:
    first = datetime(2026, 3, 2, 12, tzinfo=UTC)
    second = first + timedelta(days=0.9)
    state = replay([_review(1, 3, first), _review(2, 3, second)], PLAN)
    assert state is not None
    assert state.stability == pytest.approx(7.315, abs=1e-3)


def test_two_reviews_on_one_study_day_are_no_day_apart() -> None:
    first = datetime(2026, 3, 2, 5, tzinfo=UTC)
    second = first + timedelta(days=0.9)
    state = replay([_review(1, 3, first), _review(2, 3, second)], PLAN)
    assert state is not None
    assert state.stability == pytest.approx(2.3065, abs=1e-3)
