"""The card that comes next, by statements compiled once: part of the hot path."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, bindparam, select

from studyapp.model import CardId, CardRef, DeckId, Queue, UserId
from studyapp.store.instants import to_micros
from studyapp.store.prepared import Prepared
from studyapp.store.tables import CardRow, DeckRow, MemoryRow

_WHO = (
    select(CardRow.card, DeckRow.deck, MemoryRow.due)
    .select_from(MemoryRow)
    .join(CardRow, CardRow.id == MemoryRow.card_row)
    .join(DeckRow, DeckRow.id == MemoryRow.deck_row)
    .where(MemoryRow.user_id == bindparam("user"))
    .limit(1)
)
_PLANNED = _WHO.where(MemoryRow.turn.is_not(None)).order_by(MemoryRow.turn)
_STEPS = _WHO.where(
    MemoryRow.queue == Queue.LEARNING.value, MemoryRow.due <= bindparam("until")
).order_by(MemoryRow.due)


def _in_deck(statement: Select[str, str, int]) -> Select[str, str, int]:
    return statement.where(DeckRow.deck == bindparam("deck"))


_ALL = (Prepared(_PLANNED), Prepared(_STEPS))
_OF_DECK = (Prepared(_in_deck(_PLANNED)), Prepared(_in_deck(_STEPS)))


def following(
    connection: Connection, user: UserId, now: datetime, ahead: timedelta, deck: DeckId | None
) -> CardRef | None:
    """The card to study now: a step that is due, else who has a turn, else a step nearly due.

    `ahead`: how early a step may come when nothing else is left.
    """
    planned, steps = _ALL if deck is None else _OF_DECK
    where: dict[str, str | float | None] = {"user": user}
    if deck is not None:
        where["deck"] = deck
    # both are asked before either is looked at: on a server that is one trip
    asked_step = steps.ask(connection, until=to_micros(now + ahead), **where)
    asked_turn = planned.ask(connection, **where)
    step, turn = asked_step.first(), asked_turn.first()
    row = turn if turn is not None and (step is None or step.due > to_micros(now)) else step
    return None if row is None else CardRef(DeckId(row.deck), CardId(row.card))
