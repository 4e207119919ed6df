"""Decks, the sources they name, and how many of their cards stand where."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from studyapp.model import Deck, DeckId, Source, SourceId, UserId
from studyapp.store.instants import to_micros
from studyapp.store.tables import DeckRow, SourceRow
from studyapp.store.values import NotInLibraryError, StoredDeck

_REMOVED = 0
"""What `loaded` is for a deck that its learner deleted: only its id is left."""

_SOURCES = (
    select(SourceRow).where(SourceRow.deck_row == bindparam("deck")).order_by(SourceRow.position)
)


def decks_of(session: Session, user: UserId) -> tuple[StoredDeck, ...]:
    """The learner's decks by title."""
    rows = session.scalars(
        select(DeckRow)
        .where(DeckRow.user_id == user, DeckRow.loaded != _REMOVED)
        .order_by(DeckRow.title, DeckRow.id)
    )
    return tuple(StoredDeck(one.id, DeckId(one.deck), one.title, one.note) for one in rows)


def find_deck(session: Session, user: UserId, deck: DeckId) -> StoredDeck:
    """One deck. Raises `NotInLibraryError`."""
    row = session.scalar(select(DeckRow).where(DeckRow.user_id == user, DeckRow.deck == deck))
    if row is None or row.loaded == _REMOVED:
        where, hint = f"deck {deck}", "It may be in another library. Load its deck file again."
        raise NotInLibraryError(where, "There is no such deck here.", hint)
    return StoredDeck(row.id, DeckId(row.deck), row.title, row.note)


def was_removed(session: Session, user: UserId, deck: DeckId) -> bool:
    """Whether the learner deleted that deck, and nobody has brought it back."""
    query = select(DeckRow.loaded).where(DeckRow.user_id == user, DeckRow.deck == deck)
    return session.scalar(query) == _REMOVED


def set_title(session: Session, deck_row: int, title: str) -> None:
    """Give a deck another title."""
    session.execute(update(DeckRow).where(DeckRow.id == deck_row).values(title=title))


def forget(session: Session, deck_row: int) -> None:
    """Keep of a deck, emptied before, only that it was deleted."""
    nothing = {"title": "", "note": "", "loaded": _REMOVED, "grouped": True}
    session.execute(update(DeckRow).where(DeckRow.id == deck_row).values(nothing))


def put_deck(
    session: Session, user: UserId, deck: Deck, at: datetime, *, keep_title: bool = False
) -> int:
    """Store or replace what a deck says of itself and its sources; returns its row.

    With `keep_title` a deck that is there already keeps the title it has.
    """
    row = session.scalar(
        select(DeckRow.id).where(DeckRow.user_id == user, DeckRow.deck == deck.id)
    )
    said = {"title": deck.title, "note": deck.note, "loaded": to_micros(at)}
    if row is not None and keep_title:
        del said["title"]
    if row is None:
        made = DeckRow(user_id=user, deck=deck.id, grouped=False, **said)
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


def ungrouped(session: Session, user: UserId) -> tuple[int, ...]:
    """Decks whose cards do not know their families yet."""
    query = select(DeckRow.id).where(DeckRow.user_id == user, DeckRow.grouped.is_(False))
    return tuple(session.scalars(query))


def set_grouped(session: Session, deck_row: int, *, grouped: bool) -> None:
    """Remember whether the cards of a deck know their families."""
    session.execute(update(DeckRow).where(DeckRow.id == deck_row).values(grouped=grouped))
