from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from studyapp.model import Card, CardRef, Deck, DeckId, Document, Rating, ReviewId
from studyapp.study import (
    Desk,
    Edit,
    Loaded,
    NotInLibraryError,
    Origin,
    Submission,
    answer,
    card_page,
    deck_page,
    decks,
    discard_draft,
    edit_card,
    export_deck,
    load_deck,
    load_documents,
    load_drafts,
    next_card,
    review_card,
    suspend,
    today,
)
from studyapp.study.cardlist import CardQuery

DeckMaker = Callable[..., Deck]


def _ref(deck: Deck, place: int = 0) -> CardRef:
    return CardRef(deck.id, deck.cards[place].id)


def _rated(desk: Desk, ref: CardRef, now: datetime) -> None:
    shown = review_card(desk, ref, now)
    submission = Submission(ReviewId(f"{ref}"[:64]), ref, Rating.EASY, wording=shown.wording)
    answer(desk, submission, now)


def _with(deck: Deck, place: int, card: Card) -> Deck:
    cards = (*deck.cards[:place], card, *deck.cards[place + 1 :])
    return replace(deck, cards=cards)


def test_a_deck_is_there_as_it_came(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    deck = make_deck(3)
    assert load_deck(desk, deck, now) == Loaded(3, 0, 0, 0)
    out = export_deck(desk, deck.id)
    assert (out.id, out.title, out.note, out.sources) == (
        deck.id,
        deck.title,
        deck.note,
        deck.sources,
    )
    assert [replace(card, now="") for card in out.cards] == list(deck.cards)


def test_loading_again_changes_nothing(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    deck = make_deck(3)
    load_deck(desk, deck, now)
    _rated(desk, _ref(deck), now)
    before = card_page(desk, _ref(deck), now)
    later = now + timedelta(hours=1)
    assert load_deck(desk, deck, later) == Loaded(0, 0, 3, 0)
    assert card_page(desk, _ref(deck), now) == before


def test_a_changed_card_keeps_its_reviews_and_says_so_once(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(2)
    ref = _ref(deck)
    load_deck(desk, deck, now)
    _rated(desk, ref, now)
    later = now + timedelta(days=1)
    new = replace(deck.cards[0], answer="A better answer")
    assert load_deck(desk, _with(deck, 0, new), later) == Loaded(0, 1, 1, 0)

    shown = review_card(desk, ref, later)
    assert shown.card.answer == "A better answer"
    assert shown.card.changed == later
    assert shown.changed is not None
    assert (shown.changed.answer, shown.changed.at) == ("Answer 1", later)
    assert [one.cards for one in today(desk, later).check.changed] == [1]
    page = card_page(desk, ref, later)
    assert [one.answer for one in page.versions] == ["A better answer", "Answer 1"]
    assert page.memory is not None

    again = Submission(ReviewId("seen"), ref, Rating.GOOD, wording=shown.wording)
    answer(desk, again, later)
    assert review_card(desk, ref, later).changed is None
    assert today(desk, later).check.changed == ()


def test_a_citation_that_moved_is_no_news(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    deck = make_deck(1)
    load_deck(desk, deck, now)
    _rated(desk, _ref(deck), now)
    moved = replace(deck.cards[0], topic="urate")
    assert load_deck(desk, _with(deck, 0, moved), now).changed == 1
    assert review_card(desk, _ref(deck), now).changed is None
    assert review_card(desk, _ref(deck), now).card.topic == "urate"


def test_a_removed_card_is_kept_but_no_longer_studied(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(2)
    load_deck(desk, deck, now)
    _rated(desk, _ref(deck), now)
    shorter = replace(deck, cards=deck.cards[1:])
    assert load_deck(desk, shorter, now) == Loaded(0, 0, 1, 1)
    page = card_page(desk, _ref(deck), now)
    assert page.state == "withdrawn"
    assert len(page.reviews) == 1
    assert [card.id for card in export_deck(desk, deck.id).cards] == [deck.cards[1].id]
    week_later = now + timedelta(days=30)
    shown = next_card(desk, week_later)
    assert shown is not None
    assert shown.ref == _ref(deck, 1)

    assert load_deck(desk, deck, now) == Loaded(0, 0, 2, 0)
    assert card_page(desk, _ref(deck), now).state == "review"


def test_a_card_the_deck_withdrew_is_not_studied(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(1)
    gone = _with(deck, 0, replace(deck.cards[0], withdrawn=True))
    load_deck(desk, gone, now)
    assert next_card(desk, now) is None
    load_deck(desk, deck, now)
    assert next_card(desk, now) is not None


def test_the_learners_wording_stays_and_the_decks_new_one_is_shown_beside_it(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(1)
    ref = _ref(deck)
    load_deck(desk, deck, now)
    edit_card(desk, ref, Edit("My question?", "My answer"), now)
    new = _with(deck, 0, replace(deck.cards[0], answer="A corrected answer"))
    assert load_deck(desk, new, now).changed == 1
    page = card_page(desk, ref, now)
    assert page.card.answer == "My answer"
    assert page.deck_wording is not None
    assert page.deck_wording.answer == "A corrected answer"
    assert [one.origin for one in page.versions] == [Origin.DECK, Origin.LEARNER, Origin.DECK]
    assert [one.current for one in page.versions] == [False, True, False]


def test_new_cards_come_in_the_order_of_the_deck(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(3)
    load_deck(desk, deck, now)
    load_deck(desk, replace(deck, cards=deck.cards[::-1]), now)
    shown = next_card(desk, now)
    assert shown is not None
    assert shown.ref == _ref(deck, 2)


def test_two_decks_may_hold_one_card_id(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    first, second = make_deck(1, number=1), make_deck(1, number=2)
    load_deck(desk, first, now)
    load_deck(desk, second, now)
    _rated(desk, _ref(first), now)
    assert card_page(desk, _ref(first), now).memory is not None
    assert card_page(desk, _ref(second), now).memory is None
    assert [one.title for one in decks(desk, now)] == ["Gout 1", "Gout 2"]


def test_suspension_and_discarding_outlive_a_reload(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(2)
    load_drafts(desk, deck, now)
    discard_draft(desk, _ref(deck), now)
    load_deck(desk, make_deck(1, number=2), now)
    suspend(desk, _ref(make_deck(1, number=2)), now)
    load_drafts(desk, _with(deck, 0, replace(deck.cards[0], answer="New")), now)
    load_deck(desk, make_deck(1, number=2), now)
    assert next_card(desk, now) is None


def test_a_deck_without_cards(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    empty = replace(make_deck(1), cards=())
    assert load_deck(desk, empty, now) == Loaded(0, 0, 0, 0)
    assert deck_page(desk, empty.id, CardQuery(), now).rows == ()


def test_documents_are_stored_once(desk: Desk, gout: Document, now: datetime) -> None:
    assert load_documents(desk, [gout], now) == 1
    assert load_documents(desk, [gout], now) == 0


def test_an_unknown_deck(desk: Desk) -> None:
    with pytest.raises(NotInLibraryError, match="no such deck"):
        export_deck(desk, DeckId("f" * 32))
