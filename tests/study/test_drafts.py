from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from studyapp.model import CardId, CardRef, Deck, Document
from studyapp.study import (
    Desk,
    Edit,
    NotInLibraryError,
    accept_draft,
    card_page,
    deck_page,
    decks,
    discard_draft,
    draft,
    drafts,
    edit_card,
    export_deck,
    load_documents,
    load_drafts,
    next_card,
    today,
    undo_draft,
)
from studyapp.study.cardlist import CardQuery

DeckMaker = Callable[..., Deck]


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, gout: Document, now: datetime) -> Deck:
    """Three drafts; the answer of the second alone stands in its passage."""
    made = make_deck(3)
    found = replace(made.cards[1], answer="urate below 300 micromol/L")
    made = replace(made, cards=(made.cards[0], found, made.cards[2]))
    load_drafts(desk, made, now)
    load_documents(desk, [gout], now)
    return made


def _ref(deck: Deck, place: int) -> CardRef:
    return CardRef(deck.id, deck.cards[place].id)


def test_drafts_are_not_studied(desk: Desk, deck: Deck, now: datetime) -> None:
    assert next_card(desk, now) is None
    assert deck_page(desk, deck.id, CardQuery(), now).rows == ()
    assert export_deck(desk, deck.id).cards == ()
    assert [one.drafts for one in decks(desk, now)] == [3]
    assert [one.cards for one in today(desk, now).check.drafts] == [3]


def test_those_not_found_word_for_word_come_first(desk: Desk, deck: Deck) -> None:
    found = drafts(desk, deck.id)
    assert [one.ref for one in found.waiting] == [_ref(deck, 0), _ref(deck, 2), _ref(deck, 1)]
    assert [one.verbatim for one in found.waiting] == [False, False, True]


def test_without_the_document_nothing_is_said_of_the_wording(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    made = make_deck(1)
    load_drafts(desk, made, now)
    assert drafts(desk, made.id).waiting[0].verbatim is None


def test_a_draft_stands_beside_its_passage(desk: Desk, deck: Deck) -> None:
    page = draft(desk, _ref(deck, 2))
    assert (page.number, page.total) == (2, 3)
    assert (page.previous, page.following) == (_ref(deck, 0), _ref(deck, 1))
    (cited,) = page.cited
    assert cited.passage is not None
    assert [line.number for line in cited.passage.lines if line.cited] == [9]
    assert cited.source.publisher == "Joint Society"


def test_an_accepted_draft_is_studied(desk: Desk, deck: Deck, now: datetime) -> None:
    accept_draft(desk, _ref(deck, 1), now)
    accept_draft(desk, _ref(deck, 1), now)
    shown = next_card(desk, now)
    assert shown is not None
    assert shown.ref == _ref(deck, 1)
    found = drafts(desk, deck.id)
    assert (found.total, found.kept, found.discarded, len(found.waiting)) == (3, 1, 0, 2)


def test_a_discarded_draft_is_gone_until_undone(desk: Desk, deck: Deck, now: datetime) -> None:
    discard_draft(desk, _ref(deck, 0), now, "Not worth knowing.")
    found = drafts(desk, deck.id)
    assert (found.kept, found.discarded) == (0, 1)
    assert _ref(deck, 0) not in [one.ref for one in found.waiting]
    assert undo_draft(desk, deck.id, now) == _ref(deck, 0)
    assert len(drafts(desk, deck.id).waiting) == 3


def test_decisions_are_taken_back_one_at_a_time(desk: Desk, deck: Deck, now: datetime) -> None:
    accept_draft(desk, _ref(deck, 0), now)
    discard_draft(desk, _ref(deck, 1), now)
    assert undo_draft(desk, deck.id, now) == _ref(deck, 1)
    assert undo_draft(desk, deck.id, now) == _ref(deck, 0)
    assert undo_draft(desk, deck.id, now) is None
    assert next_card(desk, now) is None
    assert len(drafts(desk, deck.id).waiting) == 3


def test_an_edited_draft_stays_a_draft_and_undo_keeps_the_edit(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    edit_card(desk, _ref(deck, 0), Edit("Which urate?", "Below 300 micromol/L"), now)
    assert card_page(desk, _ref(deck, 0), now).draft
    accept_draft(desk, _ref(deck, 0), now)
    undo_draft(desk, deck.id, now)
    page = draft(desk, _ref(deck, 0))
    assert page.card.question == "Which urate?"
    assert page.verbatim is True


def test_a_build_loaded_again_keeps_decisions(desk: Desk, deck: Deck, now: datetime) -> None:
    accept_draft(desk, _ref(deck, 0), now)
    discard_draft(desk, _ref(deck, 1), now)
    load_drafts(desk, deck, now)
    found = drafts(desk, deck.id)
    assert (found.kept, found.discarded, len(found.waiting)) == (1, 1, 1)


def test_when_all_are_decided(desk: Desk, deck: Deck, now: datetime) -> None:
    for place in range(3):
        accept_draft(desk, _ref(deck, place), now)
    assert drafts(desk, deck.id).waiting == ()
    page = draft(desk, _ref(deck, 0))
    assert (page.number, page.total) == (3, 3)
    assert (page.previous, page.following) == (None, None)


def test_an_unknown_draft(desk: Desk, deck: Deck, now: datetime) -> None:
    with pytest.raises(NotInLibraryError):
        accept_draft(desk, CardRef(deck.id, CardId("c-0")), now)
