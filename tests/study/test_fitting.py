"""The memory model fitted to a learner's answers, and what comes of it for every card."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from studyapp.model import CardRef, Deck, Rating, ReviewId, Weights
from studyapp.schedule import FSRS_6, Fit, weights_of
from studyapp.store.acts import all_resets
from studyapp.store.history import history
from studyapp.study import Desk, Submission, answer, card_page, load_deck, reset, save_settings
from studyapp.study import settings as settings_of
from studyapp.study.fitting import fit_memory, forget_fit, memory
from studyapp.study.lives import cards_of, lives

DeckMaker = Callable[..., Deck]
DAY = timedelta(days=1)
OTHER = Weights("FSRS-6", tuple(3 * value for value in FSRS_6.values[:4]) + FSRS_6.values[4:], 500)


def _rate(desk: Desk, deck: Deck, number: int, at: datetime, rating: Rating) -> None:
    ref = CardRef(deck.id, deck.cards[number].id)
    answer(desk, Submission(ReviewId(f"{number}-{at:%m%d%H%M}"), ref, rating), at)


def test_with_few_answers_nothing_is_fitted(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(3)
    load_deck(desk, deck, now)
    for number in range(3):
        _rate(desk, deck, number, now, Rating.EASY)
        _rate(desk, deck, number, now + 5 * DAY, Rating.GOOD)
    before = settings_of(desk)
    found: Fit = fit_memory(desk, now + 6 * DAY)
    assert (found.outcome, found.reviews, found.weights) == ("too few reviews", 3, None)
    assert settings_of(desk) == before
    told = memory(desk)
    assert (told.own, told.reviews, told.due) == (False, 3, False)


def test_weights_of_ones_own_move_every_card_and_can_be_left(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(1)
    load_deck(desk, deck, now)
    _rate(desk, deck, 0, now, Rating.EASY)
    ref = CardRef(deck.id, deck.cards[0].id)
    usual = card_page(desk, ref, now).memory
    save_settings(desk, replace(settings_of(desk), weights=OTHER))
    own = card_page(desk, ref, now).memory
    assert usual is not None
    assert own is not None
    assert own.stability > 2 * usual.stability
    assert own.due > usual.due
    assert memory(desk).own
    forget_fit(desk)
    assert card_page(desk, ref, now).memory == usual
    assert not memory(desk).own


def test_weights_of_another_model_are_kept_and_not_used(desk: Desk) -> None:
    strange = Weights("FSRS-9", (1.0,), 900, "2026-01-01")
    save_settings(desk, replace(settings_of(desk), weights=strange))
    assert settings_of(desk).weights == strange
    assert weights_of(settings_of(desk)) == FSRS_6


def test_a_reset_begins_another_life(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    deck = make_deck(2)
    load_deck(desk, deck, now)
    for number in range(2):
        _rate(desk, deck, number, now, Rating.EASY)
    reset(desk, CardRef(deck.id, deck.cards[0].id), now + DAY)
    for number in range(2):
        _rate(desk, deck, number, now + 2 * DAY, Rating.EASY)
    with desk.opened.reading() as session:
        told = history(session, desk.user, None)
        found = lives(told, all_resets(session, desk.user))
    assert len(np.unique(found)) == 3
    assert (cards_of(found) == told.card).all()
