"""Giving a deck another name, deleting it, and choosing some of its cards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import func, select

from studyapp.model import CardRef, Deck, Document, Rating, ReviewId, SourceId, StudyappError
from studyapp.store.tables import Table
from studyapp.study import (
    CardQuery,
    CardState,
    Desk,
    Edit,
    Fault,
    NotInLibraryError,
    Submission,
    accept_draft,
    answer,
    bury,
    card_page,
    chosen_cards,
    deck_page,
    decks,
    delete_deck,
    document,
    edit_card,
    flag,
    load_deck,
    load_documents,
    load_drafts,
    rename_deck,
    renew_deck,
    report,
    suspend,
    today,
    undo,
    upcoming,
)

DeckMaker = Callable[..., Deck]


def _rows(desk: Desk) -> dict[str, int]:
    with desk.opened.reading() as session:
        counts = {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Table.metadata.tables.items()
        }
    return {name: count for name, count in counts.items() if name != "users"}


def _live(desk: Desk, deck: Deck, now: datetime) -> None:
    """Do with the first card of a deck everything that leaves a row behind."""
    ref = CardRef(deck.id, deck.cards[0].id)
    for number in range(3):
        said = Submission(ReviewId(f"{deck.id}{number}"), ref, Rating.EASY)
        answer(desk, said, now)
    undo(desk, None, now)
    bury(desk, ref, now)
    suspend(desk, ref, now)
    flag(desk, ref, now)
    report(desk, ref, Fault.UNCLEAR, "", now)
    edit_card(desk, ref, Edit("Mine?", "Mine"), now)


def test_a_deleted_deck_leaves_no_row_but_its_own(
    desk: Desk, make_deck: DeckMaker, now: datetime, gout: Document
) -> None:
    kept, gone = make_deck(3), make_deck(3, number=2)
    load_deck(desk, kept, now)
    load_documents(desk, [gout], now)
    _live(desk, kept, now)
    before = _rows(desk)
    load_drafts(desk, gone, now)
    accept_draft(desk, CardRef(gone.id, gone.cards[0].id), now)
    _live(desk, gone, now)
    assert all(count > before[name] for name, count in _rows(desk).items() if name != "documents")
    delete_deck(desk, gone.id)
    assert _rows(desk) == before | {"decks": 2}
    assert [one.id for one in decks(desk, now)] == [kept.id]
    with pytest.raises(NotInLibraryError):
        deck_page(desk, gone.id, CardQuery(), now)
    assert [one.ref.deck for one in upcoming(desk, now)] == [kept.id] * 2
    assert today(desk, now).decks == decks(desk, now)


def test_documents_that_no_other_deck_cites_go_too(
    desk: Desk, make_deck: DeckMaker, now: datetime, gout: Document
) -> None:
    both, one = make_deck(3), make_deck(3, number=2)
    own = replace(gout.source, id=SourceId("own.txt"), sha256="")
    load_deck(desk, both, now)
    load_deck(desk, replace(one, sources=(*one.sources, own)), now)
    load_documents(desk, [gout, replace(gout, source=own)], now)
    delete_deck(desk, one.id)
    assert _rows(desk)["documents"] == 1
    assert document(desk, both.id, gout.source.id) is not None


def test_a_deck_that_was_deleted_comes_back_only_when_asked_for(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(3)
    assert renew_deck(desk, deck, now) is not None
    delete_deck(desk, deck.id)
    assert renew_deck(desk, deck, now) is None
    assert decks(desk, now) == ()
    assert load_deck(desk, deck, now).added == 3
    assert [one.title for one in decks(desk, now)] == ["Gout 1"]
    with pytest.raises(NotInLibraryError):
        delete_deck(desk, make_deck(1, number=7).id)


def test_a_deck_keeps_the_name_it_was_given(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(3)
    load_deck(desk, deck, now)
    assert rename_deck(desk, deck.id, "  Gout,\n for finals ") == "Gout, for finals"
    renew_deck(desk, replace(deck, note="Newer"), now)
    (kept,) = decks(desk, now)
    assert (kept.title, kept.note) == ("Gout, for finals", "Newer")
    load_deck(desk, deck, now)
    assert decks(desk, now)[0].title == "Gout 1"


@pytest.mark.parametrize(("title", "said"), [(" \n", "needs a name"), ("x" * 201, "too long")])
def test_a_name_that_is_none_is_refused(
    desk: Desk, make_deck: DeckMaker, now: datetime, title: str, said: str
) -> None:
    deck = make_deck(1)
    load_deck(desk, deck, now)
    with pytest.raises(StudyappError, match=said):
        rename_deck(desk, deck.id, title)
    assert decks(desk, now)[0].title == "Gout 1"


def test_some_cards_are_a_deck_of_their_own(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    deck = make_deck(4)
    load_deck(desk, deck, now)
    ids = [card.id for card in deck.cards]
    flag(desk, CardRef(deck.id, ids[2]), now)
    edit_card(desk, CardRef(deck.id, ids[0]), Edit("Mine?", "My answer"), now)
    every = chosen_cards(desk, deck.id, CardQuery(), (), now)
    assert [one.id for one in every.cards] == ids
    assert every.cards[0].answer == "My answer"
    assert every.sources == deck.sources
    flagged = CardQuery(state=CardState.FLAGGED, limit=1, offset=7)
    assert [one.id for one in chosen_cards(desk, deck.id, flagged, (), now).cards] == [ids[2]]
    some = chosen_cards(desk, deck.id, CardQuery(), (ids[3], ids[1]), now)
    assert [one.id for one in some.cards] == [ids[1], ids[3]]
    assert chosen_cards(desk, deck.id, flagged, (ids[1],), now).cards == ()
    assert card_page(desk, CardRef(deck.id, ids[0]), now).card.answer == "My answer"
