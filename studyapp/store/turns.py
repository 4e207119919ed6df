"""The agenda in the memory cache: which cards have a turn today, and what turns depend on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from studyapp.model import Queue, UserId
from studyapp.store.instants import from_micros, to_micros
from studyapp.store.tables import CardRow, MemoryRow, ReversalRow, ReviewRow, VersionRow

_DECK = bindparam("deck", type_=BigInteger)
_PLANNED = select(MemoryRow.card_row).where(
    MemoryRow.user_id == bindparam("user"),
    MemoryRow.turn.is_not(None),
    or_(_DECK.is_(None), MemoryRow.deck_row == _DECK),
)
_IN_TURN = _PLANNED.order_by(MemoryRow.turn).limit(bindparam("limit", type_=BigInteger))
_COUNTS = (
    _PLANNED.with_only_columns(MemoryRow.queue, func.count().label("cards"))
    .group_by(MemoryRow.queue)
    .order_by(None)
)
_WORDED = and_(VersionRow.card_row == CardRow.id, VersionRow.number == CardRow.version)
_WAITING = (
    select(
        MemoryRow.card_row,
        MemoryRow.deck_row,
        MemoryRow.due,
        MemoryRow.stability,
        MemoryRow.last,
        MemoryRow.offset_minutes,
        CardRow.family,
        VersionRow.topic,
    )
    .join(CardRow, CardRow.id == MemoryRow.card_row)
    .join(VersionRow, _WORDED)
    .where(MemoryRow.user_id == bindparam("user"), MemoryRow.queue == bindparam("queue"))
    .where(MemoryRow.due < bindparam("until"))
    .order_by(MemoryRow.due, MemoryRow.card_row)
    .limit(bindparam("limit", type_=BigInteger))
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that could have a turn. `family` is its own row while it has no siblings.

    `place` of a new card is its place among the new ones; `stability` (days), `last` and
    `offset_minutes` are those of its memory, 0 and `due` for a new card.
    """

    card: int
    deck: int
    place: int
    due: datetime
    stability: float
    last: datetime
    offset_minutes: int
    family: int
    topic: str


def waiting(
    session: Session, user: UserId, queue: Queue, until: datetime | None, limit: int
) -> tuple[Waiting, ...]:
    """The first cards of a queue, by due time before `until` (None: whenever)."""
    latest = 2**62 if until is None else to_micros(until)
    where = {"user": user, "queue": queue.value, "until": latest, "limit": limit}
    return tuple(
        Waiting(
            card=row.card_row,
            deck=row.deck_row,
            place=row.due,
            due=from_micros(row.due),
            stability=row.stability or 0.0,
            last=from_micros(row.last or row.due),
            offset_minutes=row.offset_minutes or 0,
            family=row.family or row.card_row,
            topic=row.topic,
        )
        for row in session.execute(_WAITING, where)
    )


def in_turn(session: Session, user: UserId, deck_row: int | None, limit: int) -> tuple[int, ...]:
    """The cards that have a turn, in order, of one deck or of all."""
    where = {"user": user, "deck": deck_row, "limit": limit}
    return tuple(session.scalars(_IN_TURN, where))


def count_turns(session: Session, user: UserId, deck_row: int | None = None) -> dict[Queue, int]:
    """How many cards have a turn, by the queue they wait in."""
    found = session.execute(_COUNTS, {"user": user, "deck": deck_row})
    return {Queue(row.queue): row.cards for row in found}


def give_turns(session: Session, user: UserId, cards: Sequence[int]) -> None:
    """Give these cards turns in this order, and take them from all others."""
    clear = update(MemoryRow).where(MemoryRow.user_id == user, MemoryRow.turn.is_not(None))
    session.execute(clear.values(turn=None))
    if cards:
        rows = [{"row": card, "place": place} for place, card in enumerate(cards, 1)]
        change = update(MemoryRow).where(MemoryRow.card_row == bindparam("row"))
        session.connection().execute(change.values(turn=bindparam("place")), rows)


@dataclass(frozen=True, slots=True)
class Met:
    """What was answered on a day: how many cards, and the families they are of."""

    cards: int
    families: frozenset[int]


def met_since(session: Session, user: UserId, since: datetime) -> Met:
    """The cards with a counted answer from `since` on."""
    query = (
        select(ReviewRow.card_row, CardRow.family)
        .join(CardRow, CardRow.id == ReviewRow.card_row)
        .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
        .where(ReviewRow.user_id == user, ReviewRow.at >= to_micros(since))
        .where(ReversalRow.id.is_(None))
        .distinct()
    )
    found = session.execute(query).all()
    return Met(len(found), frozenset(family or card for card, family in found))


def buried_until(session: Session, user: UserId, now: datetime) -> tuple[int, ...]:
    """Cards whose time in the ground is over."""
    query = select(CardRow.id).where(CardRow.user_id == user, CardRow.held <= to_micros(now))
    return tuple(session.scalars(query))


def count_buried(session: Session, user: UserId, deck_row: int | None = None) -> int:
    """How many cards are buried."""
    query = select(func.count()).where(CardRow.user_id == user, CardRow.held.is_not(None))
    if deck_row is not None:
        query = query.where(CardRow.deck_row == deck_row)
    return session.scalar(query) or 0


@dataclass(frozen=True, slots=True)
class Leeches:
    """The cards of a deck that were forgotten too often: how many, each so often or more."""

    deck_row: int
    cards: int
    lapses: int


def leeches(session: Session, user: UserId) -> tuple[Leeches, ...]:
    """Cards that are suspended because they were forgotten too often, by deck."""
    query = (
        select(CardRow.deck_row, func.count(), func.min(MemoryRow.lapses))
        .join(MemoryRow, MemoryRow.card_row == CardRow.id)
        .where(CardRow.user_id == user, CardRow.suspended == CardRow.leech)
        .where(CardRow.withdrawn.is_(False))
        .group_by(CardRow.deck_row)
    )
    return tuple(Leeches(deck, cards, lapses) for deck, cards, lapses in session.execute(query))
