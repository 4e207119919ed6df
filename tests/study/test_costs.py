from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from math import ceil

from studyapp.model import CardRef, Deck, LearnerSettings, Rating, ReviewId
from studyapp.study import (
    Desk,
    Submission,
    answer,
    costs,
    load_deck,
    save_settings,
    suspend,
    year_of_new,
)

SHARES = (0.7, 0.8, 0.9, 0.95, 0.97)


def test_what_more_recall_costs(desk: Desk, make_deck: Callable[..., Deck], now: datetime) -> None:
    deck = make_deck(300)
    load_deck(desk, deck, now)
    suspend(desk, CardRef(deck.id, deck.cards[0].id), now)
    found = costs(desk, SHARES)
    assert (found.cards, found.new, found.example) == (299, 20, False)
    assert tuple(one.retention for one in found.each) == SHARES
    reviews = [one.reviews for one in found.each]
    assert reviews == sorted(set(reviews))
    assert costs(desk, SHARES) == found
    slower = costs(desk, SHARES, new_per_day=1)
    assert slower.new == 1
    assert all(a.reviews <= b.reviews for a, b in zip(slower.each, found.each, strict=True))


def test_minutes_are_the_learners_own(
    desk: Desk, make_deck: Callable[..., Deck], now: datetime
) -> None:
    deck = make_deck(300)
    load_deck(desk, deck, now)
    (before,) = costs(desk, (0.95,)).each
    ref = CardRef(deck.id, deck.cards[0].id)
    answer(desk, Submission(ReviewId("1"), ref, Rating.GOOD, milliseconds=60_000), now)
    (after,) = costs(desk, (0.95,)).each
    assert after.reviews == before.reviews
    assert after.minutes == ceil(before.reviews)
    assert before.minutes < after.minutes


def test_a_learner_without_cards_is_shown_an_example(desk: Desk) -> None:
    save_settings(desk, replace(LearnerSettings("UTC"), new_per_day=0))
    found = costs(desk, (0.9,))
    assert (found.cards, found.new, found.example) == (1000, 20, True)
    assert found.each[0].reviews > 0


def test_new_cards_ask_for_a_year_of_reviews(desk: Desk) -> None:
    ten = year_of_new(desk, 10)
    assert 40 < ten < 200
    assert abs(year_of_new(desk, 20) - 2 * ten) <= 1
