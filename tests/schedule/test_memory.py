"""The fold of reviews, held against py-fsrs and against itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from random import Random

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.model import LearnerSettings, MemoryState, Rating, Review, ReviewId
from studyapp.schedule import FSRS_6, Plan, Steps, advance, day_start, offset_at, replay, study_day

ZONE = "Europe/London"
PLAN = Plan(learner=LearnerSettings(zone=ZONE))
START = datetime(2026, 2, 20, 9, tzinfo=UTC)
MINUTES = st.one_of(st.integers(0, 90), st.integers(0, 60 * 24 * 3), st.integers(0, 60 * 24 * 90))


def _reviews(history: list[tuple[int, int]]) -> list[Review]:
    """Reviews from ratings and the minutes that passed before each."""
    at, reviews = START, []
    for number, (rating, minutes) in enumerate(history):
        at += timedelta(minutes=minutes, seconds=1)
        offset = offset_at(at, ZONE)
        reviews.append(Review(ReviewId(f"{number:04}"), Rating(rating), at, offset))
    return reviews


HISTORIES = st.lists(st.tuples(st.integers(1, 4), MINUTES), min_size=1, max_size=14).map(_reviews)


def _oracle(reviews: list[Review]) -> fsrs.Card:
    """The reviews in py-fsrs, each told to it at the midnight of its study day."""
    scheduler = fsrs.Scheduler(parameters=FSRS_6.values, enable_fuzzing=False)
    card = fsrs.Card(card_id=1)
    for review in reviews:
        day = study_day(review.at, review.offset_minutes, PLAN.learner.rollover)
        when = datetime(day.year, day.month, day.day, tzinfo=UTC)
        card, _ = scheduler.review_card(card, fsrs.Rating(review.rating), when)
    return card


@given(HISTORIES)
def test_memory_is_that_of_py_fsrs_on_our_study_days(reviews: list[Review]) -> None:
    state = replay(reviews, PLAN)
    oracle = _oracle(reviews)
    assert state is not None
    assert oracle.stability is not None
    assert oracle.difficulty is not None
    assert state.stability == pytest.approx(oracle.stability, rel=1e-3)
    assert state.difficulty == pytest.approx(oracle.difficulty, rel=1e-3)


@given(HISTORIES, st.randoms(use_true_random=False))
def test_replay_is_the_fold_of_advance_in_any_order(reviews: list[Review], dice: Random) -> None:
    def step(state: MemoryState | None, review: Review) -> MemoryState:
        return advance(state, review, PLAN)

    folded = reduce(step, reviews, None)
    shuffled = dice.sample(reviews, len(reviews))
    assert replay(shuffled, PLAN) == folded


@given(HISTORIES)
def test_a_card_is_due_after_its_last_review_and_in_review_on_a_day_start(
    reviews: list[Review],
) -> None:
    state = replay(reviews, PLAN)
    assert state is not None
    assert state.due > state.last == reviews[-1].at
    assert state.reviews == len(reviews)
    if state.step is None:
        day = study_day(state.due, offset_at(state.due, ZONE), 4)
        assert state.due == day_start(day, ZONE, 4)


def test_nothing_reviewed_is_no_memory() -> None:
    assert replay([], PLAN) is None


def test_a_short_night_is_still_a_day() -> None:
    """23 hours on the clock, one study day; a floor of hours would see none."""
    evening = datetime(2026, 3, 28, 22, tzinfo=UTC)
    first = Review(ReviewId("a"), Rating.GOOD, evening, 0)
    second = Review(ReviewId("b"), Rating.GOOD, evening + timedelta(hours=23), 60)
    state = replay([first, second], PLAN)
    assert state is not None
    assert state.stability == pytest.approx(7.315, abs=1e-3)


def test_only_forgetting_a_card_in_review_is_a_lapse() -> None:
    learning = _reviews([(1, 0), (1, 1)])
    state = replay(learning, PLAN)
    assert state is not None
    assert state.lapses == 0
    forgotten = replay(_reviews([(4, 0), (1, 60 * 24 * 10), (1, 10)]), PLAN)
    assert forgotten is not None
    assert forgotten.lapses == 1


def test_a_higher_retention_brings_a_card_back_sooner() -> None:
    reviews = _reviews([(4, 0)])
    eager = replace(PLAN, learner=replace(PLAN.learner, retention=0.97))
    usual, sooner = replay(reviews, PLAN), replay(reviews, eager)
    assert usual is not None
    assert sooner is not None
    assert sooner.due < usual.due


def test_without_relearning_steps_a_lapse_stays_in_review() -> None:
    plan = replace(PLAN, relearning=Steps(()))
    state = replay(_reviews([(4, 0), (1, 60 * 24 * 10)]), plan)
    assert state is not None
    assert state.step is None
    assert state.lapses == 1
