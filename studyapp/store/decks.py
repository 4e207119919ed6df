"""Decks, the sources they name, and how many of their cards stand where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from studyapp.model import Deck, DeckId, Queue, Source, SourceId, UserId
from studyapp.store.instants import to_micros
from studyapp.store.tables import CardRow, DeckRow, MemoryRow, SourceRow
from studyapp.store.values import CardStatus, NotInLibraryError, StoredDeck

_SOURCES = (
    select(SourceRow).where(SourceRow.deck_row == bindparam("deck")).order_by(SourceRow.position)
)


def decks_of(session: Session, user: UserId) -> tuple[StoredDeck, ...]:
    """The learner's decks by title."""
    rows = session.scalars(
        select(DeckRow).where(DeckRow.user_id == user).order_by(DeckRow.title, DeckRow.id)
    )
    return tuple(StoredDeck(one.id, DeckId(one.deck), one.title, one.note) for one in rows)


def find_deck(session: Session, user: UserId, deck: DeckId) -> StoredDeck:
    """One deck. Raises `NotInLibraryError`."""
    row = session.scalar(select(DeckRow).where(DeckRow.user_id == user, DeckRow.deck == deck))
    if row is None:
        where, hint = f"deck {deck}", "It may be in another library. Load its deck file again."
        raise NotInLibraryError(where, "There is no such deck here.", hint)
    return StoredDeck(row.id, DeckId(row.deck), row.title, row.note)


def put_deck(session: Session, user: UserId, deck: Deck, at: datetime) -> int:
    """Store or replace what a deck says of itself and its sources; returns its row."""
    row = session.scalar(
        select(DeckRow.id).where(DeckRow.user_id == user, DeckRow.deck == deck.id)
    )
    said = {"title": deck.title, "note": deck.note, "loaded": to_micros(at)}
    if row is None:
        made = DeckRow(user_id=user, deck=deck.id, **said)
        session.add(made)
        session.flush()
        row = made.id
    else:
        session.execute(update(DeckRow).where(DeckRow.id == row).values(said))
    _put_sources(session, user, row, deck.sources)
    return row


def _put_sources(session: Session, user: UserId, row: int, sources: Sequence[Source]) -> None:
    """Replace the sources of a deck; one that cards of old still cite is kept."""
    names = [one.id for one in sources]
    session.execute(delete(SourceRow).where(SourceRow.deck_row == row, SourceRow.name.in_(names)))
    if not sources:
        return
    session.execute(
        insert(SourceRow),
        [
            {
                "user_id": user,
                "deck_row": row,
                "position": position,
                "name": one.id,
                "title": one.title,
                "publisher": one.publisher,
                "page_kind": one.page_kind,
                "reviewed": one.reviewed,
                "notice": one.notice,
                "sha256": one.sha256,
            }
            for position, one in enumerate(sources)
        ],
    )


def sources_of(session: Session, deck_row: int) -> tuple[Source, ...]:
    """The sources of a deck in its order."""
    rows = session.scalars(_SOURCES, {"deck": deck_row})
    return tuple(
        Source(
            SourceId(one.name),
            one.title,
            one.publisher,
            one.page_kind,
            one.reviewed,
            one.notice,
            one.sha256,
        )
        for one in rows
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cards of a deck stand where. `cards`: those that are or could be studied."""

    cards: int = 0
    drafts: int = 0
    suspended: int = 0
    withdrawn: int = 0
    new: int = 0
    due: int = 0


def tally(session: Session, deck_row: int, now: datetime, ahead: datetime) -> Tally:
    """Counts of one deck. `due`: reviews due `now` and steps due by `ahead`."""
    suspended = CardRow.suspended.is_not(None).label("suspended")
    rows = session.execute(
        select(CardRow.status, CardRow.withdrawn, suspended, func.count().label("n"))
        .where(CardRow.deck_row == deck_row)
        .group_by(CardRow.status, CardRow.withdrawn, suspended)
    ).all()
    active = [one for one in rows if one.status == CardStatus.ACTIVE]
    waiting = select(func.count()).where(MemoryRow.deck_row == deck_row)
    due = waiting.where(
        or_(
            and_(MemoryRow.queue == Queue.REVIEW.value, MemoryRow.due <= to_micros(now)),
            and_(MemoryRow.queue == Queue.LEARNING.value, MemoryRow.due <= to_micros(ahead)),
        )
    )
    return Tally(
        cards=sum(one.n for one in active if not one.withdrawn),
        drafts=sum(one.n for one in rows if one.status == CardStatus.DRAFT and not one.withdrawn),
        suspended=sum(one.n for one in active if one.suspended and not one.withdrawn),
        withdrawn=sum(one.n for one in active if one.withdrawn),
        new=session.scalar(waiting.where(MemoryRow.queue == Queue.NEW.value)) or 0,
        due=session.scalar(due) or 0,
    )
