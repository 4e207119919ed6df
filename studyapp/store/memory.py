"""The memory cache: where every card waits. A fold of the reviews, rebuilt at will."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from studyapp.model import MemoryState, Queue, UserId
from studyapp.store.instants import from_micros, from_some, to_micros, to_some
from studyapp.store.tables import MemoryRow, ReviewRow
from studyapp.store.values import Standing

COUNTED = 1000
"""Counts stop here: nobody needs to know how many more are due."""

_EVER = 2**62

# The statements that every page of a review asks are built once.
_HELD = select(MemoryRow).where(MemoryRow.card_row.in_(bindparam("rows", expanding=True)))
_WAITING = (
    select(MemoryRow.card_row, MemoryRow.due)
    .where(
        MemoryRow.user_id == bindparam("user"),
        MemoryRow.queue == bindparam("queue"),
        MemoryRow.due <= bindparam("until"),
    )
    .where(
        or_(
            bindparam("deck", type_=BigInteger).is_(None),
            MemoryRow.deck_row == bindparam("deck", type_=BigInteger),
        )
    )
)
_HEADS = _WAITING.order_by(MemoryRow.due, MemoryRow.card_row).limit(
    bindparam("limit", type_=BigInteger)
)
_COUNT = select(func.count()).select_from(_WAITING.limit(COUNTED).subquery())
_INTRODUCED = (
    select(func.count(ReviewRow.card_row.distinct()))
    .join(MemoryRow, MemoryRow.card_row == ReviewRow.card_row)
    .where(
        ReviewRow.user_id == bindparam("user"),
        ReviewRow.at >= bindparam("since"),
        MemoryRow.introduced >= bindparam("since"),
    )
)
"""Told from the answers since then, which are few, and not from all cards."""


def state_of(row: MemoryRow | Row[Any]) -> MemoryState | None:
    """The memory in a row of the cache; None for a card never answered."""
    if row.stability is None:
        return None
    return MemoryState(
        stability=row.stability,
        difficulty=row.difficulty or 0.0,
        due=from_micros(row.due),
        last=from_micros(row.last or 0),
        step=row.step,
        lapses=row.lapses,
        reviews=row.reviews,
        offset_minutes=row.offset_minutes or 0,
    )


def adjusted_of(row: MemoryRow | Row[Any]) -> datetime | None:
    """When the learner last spoke of the schedule of a card that is new."""
    return from_some(row.last) if row.stability is None else None


def columns_of(standing: Standing) -> dict[str, str | float | None]:
    """The columns of the cache for a standing; whoever is placed anew has no turn yet."""
    state = standing.state
    introduced = standing.introduced
    return {
        "queue": standing.queue.value,
        "due": standing.place if state is None else to_micros(state.due),
        "reviews": 0 if state is None else state.reviews,
        "lapses": 0 if state is None else state.lapses,
        "stability": None if state is None else state.stability,
        "difficulty": None if state is None else state.difficulty,
        "step": None if state is None else state.step,
        "last": to_some(standing.adjusted) if state is None else to_micros(state.last),
        "offset_minutes": None if state is None else state.offset_minutes,
        "introduced": None if introduced is None else to_micros(introduced),
        "turn": None,
    }


def put_standing(session: Session, standing: Standing) -> None:
    """Replace what the cache holds of one card."""
    session.execute(
        update(MemoryRow)
        .where(MemoryRow.card_row == standing.card_row)
        .values(columns_of(standing))
    )


def standings(session: Session, rows: Sequence[int]) -> dict[int, Standing]:
    """What the cache holds of these cards, by card row."""
    found = session.scalars(_HELD, {"rows": rows})
    return {one.card_row: _standing(one) for one in found}


def standings_of_deck(session: Session, deck_row: int) -> dict[int, Standing]:
    """What the cache holds of a deck's cards, by card row."""
    found = session.scalars(select(MemoryRow).where(MemoryRow.deck_row == deck_row))
    return {one.card_row: _standing(one) for one in found}


def _standing(row: MemoryRow) -> Standing:
    state = state_of(row)
    return Standing(
        card_row=row.card_row,
        queue=Queue(row.queue),
        place=row.due if state is None else 0,
        state=state,
        introduced=from_some(row.introduced),
        adjusted=adjusted_of(row),
    )


def heads(
    session: Session, user: UserId, queue: Queue, deck_row: int | None, limit: int
) -> tuple[tuple[int, int], ...]:
    """Card row and `due` (microseconds; for new cards their place) of the first in a queue."""
    where = {"user": user, "queue": queue.value, "deck": deck_row, "until": _EVER}
    found = session.execute(_HEADS, where | {"limit": limit})
    return tuple((row, due) for row, due in found)


def count_waiting(
    session: Session,
    user: UserId,
    queue: Queue,
    deck_row: int | None = None,
    until: datetime | None = None,
) -> int:
    """How many cards wait in a queue, due by `until` if given; stops at `COUNTED`."""
    latest = _EVER if until is None else to_micros(until)
    where = {"user": user, "queue": queue.value, "deck": deck_row, "until": latest}
    return session.scalar(_COUNT, where) or 0


def count_studied(session: Session, user: UserId) -> int:
    """How many cards are or may be studied: neither suspended, buried, withdrawn nor drafts."""
    query = select(func.count()).where(
        MemoryRow.user_id == user, MemoryRow.queue != Queue.REST.value
    )
    return session.scalar(query) or 0


def count_due(session: Session, user: UserId, until: datetime) -> int:
    """How many cards in review are due before `until`; however many, they are counted."""
    query = select(func.count()).where(
        MemoryRow.user_id == user,
        MemoryRow.queue == Queue.REVIEW.value,
        MemoryRow.due < to_micros(until),
    )
    return session.scalar(query) or 0


def count_introduced(session: Session, user: UserId, since: datetime) -> int:
    """How many cards were answered for the first time from `since` on."""
    return session.scalar(_INTRODUCED, {"user": user, "since": to_micros(since)}) or 0


def count_seen(session: Session, user: UserId) -> int:
    """How many cards were ever answered."""
    seen = select(func.count()).where(MemoryRow.user_id == user, MemoryRow.introduced.is_not(None))
    return session.scalar(seen) or 0


def due_times(
    session: Session, user: UserId, until: datetime, deck_row: int | None = None
) -> tuple[datetime, ...]:
    """When the cards in steps and review are due, before `until`, in order."""
    query = select(MemoryRow.due).where(
        MemoryRow.user_id == user,
        MemoryRow.queue.in_([Queue.LEARNING.value, Queue.REVIEW.value]),
        MemoryRow.due < to_micros(until),
    )
    if deck_row is not None:
        query = query.where(MemoryRow.deck_row == deck_row)
    return tuple(sorted(map(from_micros, session.scalars(query))))


def next_due(
    session: Session, user: UserId, queue: Queue, deck_row: int | None = None
) -> datetime | None:
    """When the first card of a queue is due; None when there is no such card."""
    first = heads(session, user, queue, deck_row, 1)
    return min((from_micros(due) for _, due in first), default=None)
