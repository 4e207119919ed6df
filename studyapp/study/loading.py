"""Bringing decks, drafts and documents into a learner's library, and a deck out of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from studyapp.model import Card, Deck, DeckId, Document, content_hash
from studyapp.store.cards import cards_of
from studyapp.store.decks import find_deck, put_deck, set_grouped, sources_of
from studyapp.store.documents import add_document
from studyapp.store.values import CardStatus, Origin, StoredCard
from studyapp.store.wordings import Arrival, add_cards, add_version, mark_card
from studyapp.study.agenda import renew_agenda
from studyapp.study.desk import Desk
from studyapp.study.folding import requeue
from studyapp.study.keeping import was_deleted


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a deck did to the cards of the library."""

    added: int
    changed: int
    unchanged: int
    withdrawn: int


def load_deck(desk: Desk, deck: Deck, now: datetime) -> Loaded:
    """Bring a deck into the library, or up to date; its new cards can be studied at once.

    Reviews stay. A card that says something new gets a new version, unless the learner
    worded it: then the deck's wording is kept beside theirs. A card the deck no longer holds
    stays, withdrawn.
    """
    return _load(desk, deck, CardStatus.ACTIVE, now)


def renew_deck(desk: Desk, deck: Deck, now: datetime) -> Loaded | None:
    """The same for a deck that comes with the program, at each of its starts.

    It keeps the title that it has in the library. None, and nothing done, for a deck that the
    learner deleted.
    """
    if was_deleted(desk, deck.id):
        return None
    return _load(desk, deck, CardStatus.ACTIVE, now, keep_title=True)


def load_drafts(desk: Desk, deck: Deck, now: datetime) -> Loaded:
    """The same, but new cards are drafts, to be accepted one at a time."""
    return _load(desk, deck, CardStatus.DRAFT, now)


def _load(
    desk: Desk, deck: Deck, status: CardStatus, now: datetime, *, keep_title: bool = False
) -> Loaded:
    with desk.opened.writing() as session:
        row = put_deck(session, desk.user, deck, now, keep_title=keep_title)
        known = {one.ref.card: one for one in cards_of(session, desk.user, row)}
        places = {card.id: (position, card) for position, card in enumerate(deck.cards, 1)}
        arrivals = [
            Arrival(card, position, status)
            for position, card in places.values()
            if card.id not in known
        ]
        add_cards(session, desk.user, row, arrivals, now)
        changed = withdrawn = 0
        for stored in known.values():
            position, card = places.get(stored.ref.card, (stored.position, None))
            changed += card is not None and _reworded(session, stored, card, now)
            gone = card is None or card.withdrawn
            withdrawn += gone and not stored.withdrawn
            _placed(session, stored, position, gone=gone)
        if arrivals or changed:
            set_grouped(session, row, grouped=False)
        renew_agenda(session, desk.user)
    kept = sum(card in places for card in known)
    return Loaded(len(arrivals), changed, kept - changed, withdrawn)


def _reworded(session: Session, stored: StoredCard, card: Card, now: datetime) -> bool:
    """Append the deck's new wording of a card, if it is new; whether it was."""
    said = content_hash(card)
    if said == stored.deck_hash:
        return False
    dated = replace(card, changed=card.changed or now)
    number = add_version(session, stored.row, dated, Origin.DECK, now)
    mark_card(session, stored.row, deck_hash=said)
    if stored.version.origin is Origin.DECK:
        mark_card(session, stored.row, version=number)
    return True


def _placed(session: Session, stored: StoredCard, position: int, *, gone: bool) -> None:
    """Move a card to its place in the deck, and out of study when it is gone."""
    if (stored.position, stored.withdrawn) == (position, gone):
        return
    mark_card(session, stored.row, position=position, withdrawn=gone)
    requeue(session, replace(stored, position=position, withdrawn=gone))


def load_documents(desk: Desk, documents: Iterable[Document], now: datetime) -> int:
    """Keep the lines of documents, so that passages can be shown; how many were new."""
    with desk.opened.writing() as session:
        return sum(
            add_document(session, desk.user, one.source, one.lines, now) for one in documents
        )


def export_deck(desk: Desk, deck: DeckId, status: CardStatus = CardStatus.ACTIVE) -> Deck:
    """A deck as the learner studies it, or its drafts: own wordings, nothing withdrawn."""
    with desk.opened.reading() as session:
        stored = find_deck(session, desk.user, deck)
        cards = cards_of(session, desk.user, stored.row)
        wanted = (one.card for one in cards if one.status is status and not one.withdrawn)
        sources = sources_of(session, stored.row)
        return Deck(stored.id, stored.title, sources, tuple(wanted), stored.note)
