"""Writing cards: new ones, new wordings of old ones, and their state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from studyapp.model import Card, Queue, UserId, content_hash
from studyapp.store import places
from studyapp.store.instants import to_micros
from studyapp.store.tables import CardRow, MemoryRow, VersionRow
from studyapp.store.values import CardStatus, Origin


@dataclass(frozen=True, slots=True)
class Arrival:
    """A card that a deck brings for the first time."""

    card: Card
    position: int
    status: CardStatus


def _wording(card: Card, origin: Origin, at: datetime) -> dict[str, Any]:
    return {
        "origin": origin,
        "at": to_micros(at),
        "content_hash": content_hash(card),
        "kind": card.kind,
        "question": card.question,
        "answer": card.answer,
        "extra": card.extra,
        "topic": card.topic,
        "was": card.was,
        "key": card.key,
        "made": card.made,
        "changed": None if card.changed is None else to_micros(card.changed),
        "places": places.dump(card.citations, card.differs),
    }


def _queue(arrival: Arrival) -> Queue:
    studied = arrival.status is CardStatus.ACTIVE and not arrival.card.withdrawn
    return Queue.NEW if studied else Queue.REST


def add_cards(
    session: Session, user: UserId, deck_row: int, arrivals: Sequence[Arrival], at: datetime
) -> None:
    """Store new cards with their first wording and an empty memory."""
    if not arrivals:
        return
    owner: dict[str, Any] = {"user_id": user, "deck_row": deck_row}
    by_id: dict[str, Arrival] = {one.card.id: one for one in arrivals}
    session.execute(
        insert(CardRow),
        [
            owner
            | {
                "card": one.card.id,
                "position": one.position,
                "status": one.status,
                "drafted": one.status is CardStatus.DRAFT,
                "suspended": None,
                "held": None,
                "flagged": None,
                "leech": None,
                "family": None,
                "withdrawn": one.card.withdrawn,
                "deck_hash": content_hash(one.card),
                "version": 1,
            }
            for one in arrivals
        ],
    )
    made = session.execute(select(CardRow.id, CardRow.card).where(CardRow.deck_row == deck_row))
    rows = [(row, card) for row, card in made if card in by_id]
    first = {"user_id": user, "number": 1}
    session.execute(
        insert(VersionRow),
        [
            first | {"card_row": row} | _wording(by_id[card].card, Origin.DECK, at)
            for row, card in rows
        ],
    )
    session.execute(
        insert(MemoryRow),
        [
            owner
            | {
                "card_row": row,
                "queue": _queue(by_id[card]),
                "due": by_id[card].position,
                "reviews": 0,
                "lapses": 0,
                "turn": None,
            }
            for row, card in rows
        ],
    )


def add_version(session: Session, card_row: int, card: Card, origin: Origin, at: datetime) -> int:
    """Append a wording to a card's history; returns its number. It is not yet shown."""
    query = select(VersionRow.user_id, func.max(VersionRow.number)).group_by(VersionRow.user_id)
    user, last = session.execute(query.where(VersionRow.card_row == card_row)).one()
    owner = {"user_id": user, "card_row": card_row, "number": last + 1}
    session.execute(insert(VersionRow), [owner | _wording(card, origin, at)])
    return int(last) + 1


def mark_card(session: Session, card_row: int, **state: str | int | bool | None) -> None:
    """Set columns of a card: status, withdrawn, position, deck_hash, version, or a mark."""
    session.execute(update(CardRow).where(CardRow.id == card_row).values(state))


def set_families(session: Session, families: Mapping[int, int]) -> None:
    """Say of cards (by row) which family they are of."""
    rows = [{"row": row, "kin": family} for row, family in families.items()]
    if rows:
        change = update(CardRow).where(CardRow.id == bindparam("row"))
        session.connection().execute(change.values(family=bindparam("kin")), rows)
