"""Drafts: each is read beside its passage and decided on its own."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from studyapp.model import Card, CardRef, DeckId, FactKind
from studyapp.store.cards import cards_by_row, cards_of, find_card
from studyapp.store.decisions import add_decision, take_back_decision
from studyapp.store.decks import find_deck
from studyapp.store.values import CardStatus, StoredCard
from studyapp.store.wordings import mark_card
from studyapp.study.agenda import renew_agenda
from studyapp.study.desk import Desk
from studyapp.study.evidence import Cited, CitedSide, Shelf, verbatim
from studyapp.study.folding import requeue


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list.

    `verbatim`: whether its answer stands word for word in its passage; None when no passage
    is at hand.
    """

    ref: CardRef
    question: str
    answer: str
    kind: FactKind
    verbatim: bool | None


@dataclass(frozen=True, slots=True)
class DraftList:
    """The drafts of a deck that wait, those not found word for word first, and the tally."""

    deck: DeckId
    title: str
    total: int
    kept: int
    discarded: int
    waiting: tuple[DraftRow, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One draft beside its passage: `number` of `total`, with its neighbours in the list."""

    ref: CardRef
    deck_title: str
    card: Card
    cited: tuple[Cited, ...]
    differs: tuple[CitedSide, ...]
    verbatim: bool | None
    number: int
    total: int
    previous: CardRef | None
    following: CardRef | None


def _in_order(
    shelf: Shelf, cards: tuple[StoredCard, ...]
) -> tuple[tuple[StoredCard, bool | None], ...]:
    """The drafts that wait, each with whether it stands word for word in its passage."""
    judged = (
        (one, verbatim(one.card, shelf.cited(one.deck_row, one.card.citations)))
        for one in cards
        if one.status is CardStatus.DRAFT and not one.withdrawn
    )
    return tuple(sorted(judged, key=lambda pair: pair[1] is not False))


def drafts(desk: Desk, deck: DeckId) -> DraftList:
    """The drafts of a deck. Raises `NotInLibraryError`."""
    with desk.opened.reading() as session:
        stored = find_deck(session, desk.user, deck)
        cards = tuple(one for one in cards_of(session, desk.user, stored.row) if one.drafted)
        waiting = _in_order(Shelf(session, desk.user), cards)
        statuses = [one.status for one in cards]
        kept = statuses.count(CardStatus.ACTIVE)
        discarded = statuses.count(CardStatus.DISCARDED)
        return DraftList(
            deck=stored.id,
            title=stored.title,
            total=len(waiting) + kept + discarded,
            kept=kept,
            discarded=discarded,
            waiting=tuple(
                DraftRow(one.ref, one.card.question, one.card.answer, one.card.kind, found)
                for one, found in waiting
            ),
        )


def draft(desk: Desk, ref: CardRef) -> DraftPage:
    """One draft, decided or not, beside its passage. Raises `NotInLibraryError`."""
    with desk.opened.reading() as session:
        stored = find_card(session, desk.user, ref)
        shelf = Shelf(session, desk.user)
        cards = tuple(one for one in cards_of(session, desk.user, stored.deck_row) if one.drafted)
        waiting = [one.ref for one, _ in _in_order(shelf, cards)]
        decided = sum(one.status is not CardStatus.DRAFT for one in cards)
        place = waiting.index(ref) if ref in waiting else None
        cited = shelf.cited(stored.deck_row, stored.card.citations)
        return DraftPage(
            ref=ref,
            deck_title=stored.deck_title,
            card=stored.card,
            cited=cited,
            differs=shelf.sides(stored.deck_row, stored.card.differs),
            verbatim=verbatim(stored.card, cited),
            number=decided + (0 if place is None else place + 1),
            total=decided + len(waiting),
            previous=waiting[place - 1] if place else None,
            following=next(iter(waiting[0 if place is None else place + 1 :]), None),
        )


def _decide(session: Session, desk: Desk, ref: CardRef, wanted: CardStatus) -> StoredCard | None:
    """Change a card's status; the card as it was, or None when it stood so already."""
    stored = find_card(session, desk.user, ref)
    if stored.status is wanted or not stored.drafted:
        return None
    mark_card(session, stored.row, status=wanted)
    requeue(session, replace(stored, status=wanted))
    renew_agenda(session, desk.user)
    return stored


def accept_draft(desk: Desk, ref: CardRef, now: datetime) -> None:
    """Let a draft be studied. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        stored = _decide(session, desk, ref, CardStatus.ACTIVE)
        if stored is not None:
            add_decision(session, desk.user, (stored.row, CardStatus.ACTIVE), "", now)


def discard_draft(desk: Desk, ref: CardRef, now: datetime, reason: str = "") -> None:
    """Set a draft aside for good, or until undone. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        stored = _decide(session, desk, ref, CardStatus.DISCARDED)
        if stored is not None:
            add_decision(session, desk.user, (stored.row, CardStatus.DISCARDED), reason, now)


def undo_draft(desk: Desk, deck: DeckId, now: datetime) -> CardRef | None:
    """Take back the last decision in a deck; the draft it was about, None without any.

    Its edits are kept. Raises `NotInLibraryError`.
    """
    with desk.opened.writing() as session:
        row = take_back_decision(session, desk.user, find_deck(session, desk.user, deck).row, now)
        if row is None:
            return None
        (stored,) = cards_by_row(session, desk.user, [row])
        _decide(session, desk, stored.ref, CardStatus.DRAFT)
        return stored.ref
