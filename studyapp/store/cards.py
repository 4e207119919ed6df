"""Reading cards: who they are, what they say now, and what they said before."""

from collections.abc import Sequence

from sqlalchemy import Row, and_, bindparam, func, select
from sqlalchemy.orm import Session

from studyapp.model import Card, CardId, CardRef, DeckId, FactKind, UserId
from studyapp.store import places
from studyapp.store.instants import from_micros, from_some
from studyapp.store.tables import CardRow, DeckRow, VersionRow
from studyapp.store.values import (
    CardStatus,
    NotInLibraryError,
    Origin,
    StoredCard,
    StoredVersion,
)


def _version(row: VersionRow, card: CardRow) -> StoredVersion:
    citations, differs = places.load(row.places)
    return StoredVersion(
        number=row.number,
        origin=Origin(row.origin),
        at=from_micros(row.at),
        content_hash=row.content_hash,
        card=Card(
            id=CardId(card.card),
            kind=FactKind(row.kind),
            question=row.question,
            answer=row.answer,
            citations=citations,
            differs=differs,
            topic=row.topic,
            extra=row.extra,
            key=row.key,
            made=row.made,
            now=row.content_hash,
            changed=from_some(row.changed),
            was=row.was,
            withdrawn=card.withdrawn,
        ),
    )


def _stored(row: Row[CardRow, VersionRow, str, str]) -> StoredCard:
    card, version, deck, title = row
    return StoredCard(
        row=card.id,
        deck_row=card.deck_row,
        ref=CardRef(DeckId(deck), CardId(card.card)),
        deck_title=title,
        position=card.position,
        status=CardStatus(card.status),
        drafted=card.drafted,
        suspended=from_some(card.suspended),
        held=from_some(card.held),
        flagged=from_some(card.flagged),
        leech=from_some(card.leech),
        withdrawn=card.withdrawn,
        deck_hash=card.deck_hash,
        version=_version(version, card),
    )


_CARDS = (
    select(CardRow, VersionRow, DeckRow.deck, DeckRow.title)
    .join(
        VersionRow,
        and_(VersionRow.card_row == CardRow.id, VersionRow.number == CardRow.version),
    )
    .join(DeckRow, DeckRow.id == CardRow.deck_row)
    .where(CardRow.user_id == bindparam("user"))
)
"""All cards of a learner with their current versions."""

_CARD = _CARDS.where(DeckRow.deck == bindparam("deck"), CardRow.card == bindparam("card"))
_THESE = _CARDS.where(CardRow.id.in_(bindparam("rows", expanding=True)))
_OF_DECK = _CARDS.where(CardRow.deck_row == bindparam("deck")).order_by(
    CardRow.position, CardRow.id
)


def find_card(session: Session, user: UserId, ref: CardRef) -> StoredCard:
    """One card. Raises `NotInLibraryError`."""
    where = {"user": user, "deck": ref.deck, "card": ref.card}
    row = session.execute(_CARD, where).one_or_none()
    if row is None:
        place, hint = f"card {ref.card}", "It may be in another deck. Look for it in your decks."
        raise NotInLibraryError(place, "There is no such card here.", hint)
    return _stored(row)


def cards_by_row(session: Session, user: UserId, rows: Sequence[int]) -> tuple[StoredCard, ...]:
    """The cards of these rows, in the order of the rows."""
    found = session.execute(_THESE, {"user": user, "rows": rows})
    by_row = {one.row: one for one in map(_stored, found)}
    return tuple(by_row[row] for row in rows if row in by_row)


def cards_of(session: Session, user: UserId, deck_row: int) -> tuple[StoredCard, ...]:
    """All cards of a deck, of whatever status, in the deck's order."""
    return tuple(map(_stored, session.execute(_OF_DECK, {"user": user, "deck": deck_row})))


def versions_of(session: Session, card_row: int) -> tuple[StoredVersion, ...]:
    """Every wording a card had, newest first."""
    query = select(VersionRow, CardRow).join(CardRow, CardRow.id == VersionRow.card_row)
    found = session.execute(query.where(CardRow.id == card_row).order_by(VersionRow.number.desc()))
    return tuple(_version(version, card) for version, card in found)


def version_with(session: Session, card_row: int, content_hash: str) -> StoredVersion | None:
    """The newest wording of a card whose content has this hash."""
    every = versions_of(session, card_row)
    return next((one for one in every if one.content_hash == content_hash), None)


def stamp_of(session: Session, deck_row: int) -> str:
    """A text that changes whenever a card of a deck comes, goes, or says something else."""
    shown = select(func.count(), func.max(VersionRow.id), func.sum(CardRow.version))
    joined = shown.join(VersionRow, VersionRow.card_row == CardRow.id)
    rest = select(func.count()).where(CardRow.deck_row == deck_row)
    studied = rest.where(CardRow.withdrawn.is_(False), CardRow.status == CardStatus.ACTIVE)
    told = session.execute(joined.where(CardRow.deck_row == deck_row)).one()
    return f"{tuple(told)} {session.scalar(studied)}"
