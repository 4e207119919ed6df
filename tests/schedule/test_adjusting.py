"""A reset begins anew; a due date moves the card and leaves its memory alone."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.model import Adjustment, Change, Rating, Review, ReviewId
from studyapp.schedule import Plan, advance, day_start, replay

PLAN = Plan()
START = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _reviews(*ratings: int) -> list[Review]:
    return [
        Review(ReviewId(f"r{n}"), Rating(rating), START + timedelta(days=5 * n))
        for n, rating in enumerate(ratings)
    ]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.integers(0, 5))
def test_reviews_before_a_reset_no_longer_count(ratings: list[int], at: int) -> None:
    reviews = _reviews(*ratings)
    reset = Adjustment(Change.RESET, START + timedelta(days=5 * at, hours=-1))
    assert replay(reviews, PLAN, [reset]) == replay(reviews[at:], PLAN)


def test_a_due_date_moves_the_card_and_nothing_else() -> None:
    reviews = _reviews(3, 3, 3)
    before = replay(reviews, PLAN)
    said = Adjustment(Change.DUE, START + timedelta(days=11), date(2026, 4, 1))
    after = replay(reviews, PLAN, [said])
    assert before is not None
    assert after is not None
    assert after.due == day_start(date(2026, 4, 1), "UTC", 4)
    assert (after.stability, after.difficulty, after.last) == (
        before.stability,
        before.difficulty,
        before.last,
    )


def test_the_next_review_counts_as_it_would_have() -> None:
    reviews = _reviews(3, 3, 3)
    said = Adjustment(Change.DUE, START + timedelta(days=11), date(2026, 3, 20))
    moved = replay(reviews, PLAN, [said])
    kept = replay(reviews, PLAN)
    review = Review(ReviewId("later"), Rating.GOOD, datetime(2026, 3, 20, 12, tzinfo=UTC))
    after, without = advance(moved, review, PLAN), advance(kept, review, PLAN)
    assert (after.stability, after.difficulty) == (without.stability, without.difficulty)
    assert replay([*reviews, review], PLAN, [said]) == after


def test_a_due_date_of_a_card_never_answered_says_nothing() -> None:
    assert replay([], PLAN, [Adjustment(Change.DUE, START, date(2026, 4, 1))]) is None


def test_a_card_in_its_steps_leaves_them_for_the_day_that_was_set() -> None:
    said = Adjustment(Change.DUE, START + timedelta(minutes=1), date(2026, 3, 9))
    state = replay(_reviews(1), PLAN, [said])
    assert state is not None
    assert state.step is None
