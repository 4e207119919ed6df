"""A day's cards: within its limits, made once, and made anew when something else is wanted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from studyapp.model import (
    Card,
    CardRef,
    Deck,
    LearnerSettings,
    NewCards,
    Order,
    Rating,
    ReviewId,
)
from studyapp.study import (
    Desk,
    Submission,
    answer,
    decks,
    load_deck,
    more_today,
    next_card,
    save_settings,
    suspend,
    today,
    undo,
    upcoming,
)

DeckMaker = Callable[..., Deck]
DAY = timedelta(days=1)
SETTINGS = LearnerSettings("Europe/London", order=Order.RISK, new_cards=NewCards.LAST)


def _rate(desk: Desk, deck: Deck, number: int, at: datetime, rating: Rating = Rating.EASY) -> None:
    ref = CardRef(deck.id, deck.cards[number - 1].id)
    answer(desk, Submission(ReviewId(f"{ref.card}{at:%m%d%H%M}"), ref, rating), at)


def _coming(desk: Desk, now: datetime) -> list[int]:
    return [int(one.ref.card[-4:], base=16) for one in upcoming(desk, now, limit=500)]


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, now: datetime) -> Deck:
    """Forty cards, of which twelve were learned at twelve times and all are overdue."""
    made = make_deck(40)
    save_settings(desk, replace(SETTINGS, new_per_day=40))
    load_deck(desk, made, now - 90 * DAY)
    for number in range(1, 13):
        _rate(desk, made, number, now - (40 + number) * DAY)
    return made


def test_the_days_limit_holds_and_the_rest_waits(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, replace(SETTINGS, reviews_per_day=5))
    assert len(_coming(desk, now)) == 5
    for number in _coming(desk, now):
        _rate(desk, deck, number, now)
    assert next_card(desk, now) is None
    page = today(desk, now)
    assert (page.done, page.total) == (5, 0)
    assert page.next_due is not None
    assert page.next_due.words == "tomorrow"
    assert len(_coming(desk, now + DAY)) == 5


def test_the_cards_most_at_risk_come_first(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, replace(SETTINGS, reviews_per_day=5))
    assert _coming(desk, now) == [12, 11, 10, 9, 8]
    assert deck.cards


def test_a_backlog_is_told_with_the_days_it_takes(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, replace(SETTINGS, reviews_per_day=5))
    backlog = today(desk, now).backlog
    assert backlog is not None
    assert (backlog.cards, backlog.days, backlog.away, backlog.paused) == (12, 3, 41, True)
    save_settings(desk, SETTINGS)
    assert today(desk, now).backlog is None
    assert deck.cards


def test_more_may_be_wanted_for_one_day(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, replace(SETTINGS, reviews_per_day=5, new_per_day=0))
    more_today(desk, 4, now, new=False)
    assert len(_coming(desk, now)) == 9
    more_today(desk, 10, now, new=True)
    assert len(_coming(desk, now)) == 19
    assert sum(number > 12 for number in _coming(desk, now)) == 7
    assert len(_coming(desk, now + DAY)) == 5
    assert deck.cards


def test_new_cards_leave_room_for_reviews(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, replace(SETTINGS, reviews_per_day=15, new_per_day=20))
    assert [number for number in _coming(desk, now) if number > 12] == [13, 14, 15]
    assert (today(desk, now).review, today(desk, now).new) == (12, 3)
    (summary,) = decks(desk, now)
    assert (summary.due, summary.new, summary.held) == (12, 3, 25)
    assert deck.cards


def test_a_card_taken_out_leaves_its_room_to_another(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    save_settings(desk, replace(SETTINGS, reviews_per_day=3))
    assert _coming(desk, now) == [12, 11, 10]
    suspend(desk, CardRef(deck.id, deck.cards[10].id), now)
    assert _coming(desk, now) == [12, 10, 9]


def test_an_answer_taken_back_counts_for_nothing(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, replace(SETTINGS, reviews_per_day=3))
    before = _coming(desk, now)
    _rate(desk, deck, 12, now)
    assert _coming(desk, now) == before[1:]
    undo(desk, None, now)
    assert _coming(desk, now) == before


def _twins(deck: Deck) -> tuple[Card, ...]:
    """The first two cards as two blanks of one sentence."""
    first, second, *others = deck.cards
    return (
        replace(
            first, question="{{c1::Colchicine::what}} is given twice a day.", answer="Colchicine"
        ),
        replace(
            second,
            question="Colchicine is given {{c1::twice a day::how often}}.",
            answer="twice a day",
        ),
        *others,
    )


def test_two_blanks_of_a_sentence_come_on_two_days(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    made = make_deck(3)
    deck = replace(made, cards=_twins(made))
    save_settings(desk, SETTINGS)
    load_deck(desk, deck, now)
    assert _coming(desk, now) == [1, 3]
    _rate(desk, deck, 1, now)
    suspend(desk, CardRef(deck.id, deck.cards[2].id), now)
    assert _coming(desk, now) == []
    assert _coming(desk, now + DAY) == [2]
    save_settings(desk, replace(SETTINGS, siblings_apart=False))
    assert _coming(desk, now) == [2]
