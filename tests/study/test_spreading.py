"""Answers spread cards over the days that fuzz leaves open, and a replay keeps them there."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from studyapp.model import CardRef, Deck, LearnerSettings, Rating, Review, ReviewId
from studyapp.schedule import advance
from studyapp.schedule.memory import openings
from studyapp.study import (
    Desk,
    Submission,
    answer,
    card_page,
    load_deck,
    review_card,
    save_settings,
    settings,
    suspend,
    undo,
)
from studyapp.study.desk import plan_for
from studyapp.study.words import day_of

DeckMaker = Callable[..., Deck]
CARDS = 200


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, now: datetime) -> Deck:
    made = make_deck(CARDS)
    load_deck(desk, made, now)
    return made


def _ref(deck: Deck, place: int) -> CardRef:
    return CardRef(deck.id, deck.cards[place].id)


def _answer(desk: Desk, ref: CardRef, rating: Rating, now: datetime) -> str:
    """The interval given; on the way, that it is the one the button promised."""
    promised = review_card(desk, ref, now).intervals.of(rating)
    submission = Submission(
        ReviewId(f"{int(ref.deck, 16)}{ref.card}{now.isoformat()}"), ref, rating
    )
    answered = answer(desk, submission, now)
    assert answered.interval == promised
    return answered.interval


def _due(desk: Desk, ref: CardRef, now: datetime) -> datetime:
    memory = card_page(desk, ref, now).memory
    assert memory is not None
    return memory.due


def _days(desk: Desk, deck: Deck, now: datetime) -> Counter[date]:
    kept = settings(desk)
    return Counter(day_of(_due(desk, _ref(deck, place), now), kept) for place in range(CARDS))


def test_cards_answered_on_one_day_are_shared_evenly_among_the_days(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    plan = plan_for(settings(desk))
    first = Review(ReviewId("r"), Rating.EASY, now)
    span = openings(None, first, plan)[Rating.EASY]
    for place in range(CARDS):
        _answer(desk, _ref(deck, place), Rating.EASY, now + timedelta(seconds=place))
    days = _days(desk, deck, now)
    today = day_of(now, settings(desk))
    without = day_of(advance(None, first, plan).due, settings(desk))
    assert set(days) == {today + timedelta(days=one) for one in range(span.first, span.last + 1)}
    assert without in days
    assert sum(days.values()) == CARDS
    assert max(days.values()) - min(days.values()) <= 1


def test_every_answer_gives_what_its_button_promised(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    ratings = (Rating.EASY, Rating.HARD, Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.EASY)
    for place in range(12):
        ref = _ref(deck, place)
        at = now
        for turn in range(7):
            _answer(desk, ref, ratings[(place + turn) % len(ratings)], at)
            at = _due(desk, ref, at) + timedelta(hours=7, minutes=place)


def test_undo_gives_the_day_back_and_the_same_answer_the_same_day(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    for place in range(5):
        _answer(desk, _ref(deck, place), Rating.EASY, now)
    ref = _ref(deck, 0)
    before, later = _due(desk, ref, now), now + timedelta(days=12)
    shown = review_card(desk, ref, later)
    first = _answer(desk, ref, Rating.GOOD, later)
    undo(desk, None, later)
    assert _due(desk, ref, later) == before
    assert review_card(desk, ref, later) == shown
    assert _answer(desk, ref, Rating.GOOD, later + timedelta(seconds=5)) == first


def test_settings_changed_and_changed_back_give_the_same_days(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    for place in range(CARDS):
        _answer(desk, _ref(deck, place), Rating.EASY, now)
    before = _days(desk, deck, now)
    save_settings(desk, LearnerSettings("Europe/London", retention=0.8))
    eager = _days(desk, deck, now)
    assert min(eager) > min(before)
    assert max(eager.values()) < CARDS / 3
    save_settings(desk, LearnerSettings("Europe/London"))
    assert _days(desk, deck, now) == before


def test_a_card_set_aside_does_not_weigh_on_its_day(
    desk: Desk, deck: Deck, make_deck: DeckMaker, now: datetime
) -> None:
    for place in range(60):
        _answer(desk, _ref(deck, place), Rating.EASY, now)
    chosen = _due(desk, _ref(deck, 0), now)
    for place in range(60):
        if _due(desk, _ref(deck, place), now) == chosen:
            suspend(desk, _ref(deck, place), now)
    _answer(desk, _ref(deck, 60), Rating.EASY, now)
    assert _due(desk, _ref(deck, 60), now) == chosen
    other = make_deck(1, number=2)
    load_deck(desk, other, now)
    _answer(desk, _ref(other, 0), Rating.EASY, now)
    assert _due(desk, _ref(other, 0), now) == chosen


def test_a_card_answered_ahead_of_time_does_not_weigh_on_its_own_day(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    ref = _ref(deck, 0)
    _answer(desk, ref, Rating.EASY, now)
    alone = review_card(desk, ref, now + timedelta(days=1)).intervals
    suspend(desk, ref, now)
    assert review_card(desk, ref, now + timedelta(days=1)).intervals == alone


def test_a_late_answer_leaves_the_day_to_the_last(desk: Desk, deck: Deck, now: datetime) -> None:
    ref = _ref(deck, 0)
    _answer(desk, ref, Rating.EASY, now)
    late = Submission(ReviewId("late"), ref, Rating.HARD, now - timedelta(days=4))
    answered = answer(desk, late, now)
    assert answered.due == _due(desk, ref, now)
    assert answered == answer(desk, late, now)
    undo(desk, ReviewId("late"), now)
    undone = _due(desk, ref, now)
    undo(desk, None, now)
    assert card_page(desk, ref, now).memory is None
    assert undone > now + timedelta(days=5)
