"""A card comes back on the lightest day that its fuzz leaves open."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studyapp.model import (
    CardId,
    CardRef,
    DeckId,
    LearnerSettings,
    MemoryState,
    Rating,
    Review,
    ReviewId,
)
from studyapp.schedule import (
    Load,
    Plan,
    Steps,
    advance,
    days_open,
    interval_days,
    next_interval,
    offset_at,
    preview,
    promise_words,
    replay,
    spread,
    study_day,
    thrown,
)
from studyapp.schedule.memory import openings

ZONE = "Europe/London"
PLAN = Plan(learner=LearnerSettings(zone=ZONE))
BARE = replace(PLAN, learning=Steps(()), relearning=Steps(()))
START = datetime(2026, 2, 20, 9, tzinfo=UTC)
CARD = CardRef(DeckId("0" * 32), CardId("c-1"))


def _review(number: int, rating: int, at: datetime) -> Review:
    return Review(ReviewId(f"{number:04}"), Rating(rating), at, offset_at(at, ZONE))


def _reviews(history: list[tuple[int, int]]) -> list[Review]:
    """Reviews from ratings and the hours that passed before each."""
    at, reviews = START, []
    for number, (rating, hours) in enumerate(history):
        at += timedelta(hours=hours, minutes=7)
        reviews.append(_review(number, rating, at))
    return reviews


HISTORIES = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 30) | st.integers(0, 24 * 90)),
    min_size=1,
    max_size=10,
).map(_reviews)
PLANS = st.builds(
    lambda plan, percent, longest: replace(
        plan, learner=replace(plan.learner, retention=percent / 100), longest=longest
    ),
    st.sampled_from([PLAN, BARE]),
    st.integers(70, 99),
    st.sampled_from([30, 36_500]),
)
COUNTS = st.lists(st.integers(0, 4), max_size=60).map(tuple)


def _today(review: Review) -> date:
    return study_day(review.at, review.offset_minutes, PLAN.learner.rollover)


def _load(review: Review, counts: tuple[int, ...], card: CardRef = CARD) -> Load:
    return Load(card, _today(review), counts)


def _told(reviews: list[Review], plan: Plan) -> tuple[MemoryState | None, Review]:
    """The memory before the last review, the ones before it spread over empty days."""
    state: MemoryState | None = None
    for review in reviews[:-1]:
        state = advance(state, spread(state, review, plan, _load(review, ())), plan)
    return state, reviews[-1]


@given(HISTORIES, PLANS, COUNTS)
def test_a_better_rating_waits_longer_whatever_days_are_light(
    reviews: list[Review], plan: Plan, counts: tuple[int, ...]
) -> None:
    state, last = _told(reviews, plan)
    load = _load(last, counts)
    answered = (
        advance(state, spread(state, replace(last, rating=rating), plan, load), plan)
        for rating in Rating
    )
    days = [interval_days(after, plan) for after in answered]
    in_review = [one for one in days if one is not None]
    assert days[-len(in_review) :] == in_review
    assert all(sooner < later for sooner, later in pairwise(in_review))


@given(HISTORIES, PLANS, COUNTS)
def test_the_interval_is_within_its_span_and_a_step_is_left_alone(
    reviews: list[Review], plan: Plan, counts: tuple[int, ...]
) -> None:
    state, last = _told(reviews, plan)
    after = advance(state, spread(state, last, plan, _load(last, counts)), plan)
    plain = advance(state, last, plan)
    days = interval_days(after, plan)
    if days is None:
        assert after == plain
        return
    span = openings(state, last, plan)[last.rating]
    assert span.first <= days <= span.last
    assert replace(after, due=plain.due) == plain


@given(HISTORIES, PLANS, COUNTS)
def test_the_buttons_promise_what_is_given(
    reviews: list[Review], plan: Plan, counts: tuple[int, ...]
) -> None:
    state, last = _told(reviews, plan)
    shown = preview(state, last.at, plan, _load(last, counts))
    after = advance(state, spread(state, last, plan, _load(last, counts)), plan)
    given_words = promise_words(interval_days(after, plan), after.due - last.at)
    assert shown.of(last.rating) == given_words


@given(HISTORIES, COUNTS)
def test_no_day_that_is_open_to_good_is_lighter(
    reviews: list[Review], counts: tuple[int, ...]
) -> None:
    state, last = _told(reviews, BARE)
    good = replace(last, rating=Rating.GOOD)
    load = _load(good, counts)
    after = advance(state, spread(state, good, BARE, load), BARE)
    span = openings(state, good, BARE)[Rating.GOOD]
    chosen = study_day(after.due, offset_at(after.due, ZONE), 4)
    every = [_today(good) + timedelta(days=days) for days in range(span.first, span.last + 1)]
    assert load.on(chosen) == min(load.on(day) for day in every)


@given(HISTORIES, COUNTS)
def test_a_growing_interval_is_not_made_to_shrink(
    reviews: list[Review], counts: tuple[int, ...]
) -> None:
    state, last = _told(reviews, PLAN)
    held = None if state is None else interval_days(state, PLAN)
    after = advance(state, spread(state, last, PLAN, _load(last, counts)), PLAN)
    days = interval_days(after, PLAN)
    if held is not None and days is not None and next_interval(after.stability, PLAN) > held:
        assert days > held


@given(HISTORIES, PLANS, st.lists(COUNTS, min_size=10, max_size=10))
def test_a_replay_comes_to_the_same_days(
    reviews: list[Review], plan: Plan, counts: list[tuple[int, ...]]
) -> None:
    state: MemoryState | None = None
    taken = []
    for review, held in zip(reviews, counts, strict=False):
        taken.append(spread(state, review, plan, _load(review, held)))
        state = advance(state, taken[-1], plan)
        assert replay(taken, plan) == state


@given(HISTORIES, PLANS)
def test_the_days_that_are_counted_hold_every_choice(reviews: list[Review], plan: Plan) -> None:
    state, last = _told(reviews, plan)
    days = days_open(state, last, plan)
    after = advance(state, spread(state, last, plan, _load(last, ())), plan)
    assert days is not None
    if interval_days(after, plan) is not None:
        assert days.first <= study_day(after.due, offset_at(after.due, ZONE), 4) <= days.last


def test_a_step_needs_no_count() -> None:
    assert days_open(None, _review(1, 3, START), PLAN, [Rating.AGAIN, Rating.GOOD]) is None


def test_below_two_and_a_half_days_there_is_no_fuzz() -> None:
    state, last = _told(_reviews([(3, 0), (3, 0)]), PLAN)
    assert openings(state, last, PLAN)[Rating.GOOD].days == 1
    crowded = Load(CARD, _today(last), (0, 0, 500, 0, 0))
    after = advance(state, spread(state, last, PLAN, crowded), PLAN)
    assert interval_days(after, PLAN) == 2


def test_the_same_review_is_given_the_same_day_and_other_cards_others() -> None:
    review = _review(1, 4, START)
    cards = [CardRef(CARD.deck, CardId(f"c-{number}")) for number in range(60)]
    given_days = Counter[int | None]()
    for card in cards:
        twice = {spread(None, review, PLAN, _load(review, (), card)) for _ in range(2)}
        (once,) = twice
        given_days[interval_days(advance(None, once, PLAN), PLAN)] += 1
    span = openings(None, review, PLAN)[Rating.EASY]
    assert set(given_days) == set(range(span.first, span.last + 1))


def test_a_late_review_has_the_fuzz_of_its_dice() -> None:
    review = _review(1, 4, START)
    late = thrown(review, CARD, 3)
    assert late == thrown(review, CARD, 3) != thrown(review, CARD, 4)
    assert late.fuzz is not None
    assert 0 < late.fuzz < 1


def test_an_answer_from_before_there_was_fuzz_keeps_its_day() -> None:
    assert interval_days(advance(None, _review(1, 4, START), PLAN), PLAN) == 8
