"""The card that comes next, by statements compiled once: part of the hot path."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, bindparam, literal_column, select, union_all

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


def _first_of_each(*, in_deck: bool) -> Prepared:
    """The first step and the first card that has a turn, in one statement."""
    found: list[Select[str, str, int, bool]] = []
    for step, who in ((True, _STEPS), (False, _PLANNED)):
        first = (who.where(DeckRow.deck == bindparam("deck")) if in_deck else who).subquery()
        found.append(
            select(
                first.c.card,
                first.c.deck,
                first.c.due,
                literal_column(str(int(step))).label("step"),
            )
        )
    return Prepared(union_all(*found))


_OF_ALL = _first_of_each(in_deck=False)
_OF_DECK = _first_of_each(in_deck=True)


class Following:
    """The card to study now, asked within a transaction: it may be looked at after it."""

    def __init__(
        self,
        connection: Connection,
        user: UserId,
        now: datetime,
        ahead: timedelta,
        deck: DeckId | None,
    ) -> None:
        """`ahead`: how early a step may come when nothing else is left."""
        where: dict[str, str | float | None] = {"user": user, "until": to_micros(now + ahead)}
        if deck is not None:
            where["deck"] = deck
        self._asked = (_OF_ALL if deck is None else _OF_DECK).ask(connection, **where)
        self._now = to_micros(now)

    def card(self) -> CardRef | None:
        """A step that is due, else who has a turn, else a step nearly due."""
        step = turn = None
        for row in self._asked.all():
            if row.step:
                step = row
            else:
                turn = row
        row = turn if turn is not None and (step is None or step.due > self._now) else step
        return None if row is None else CardRef(DeckId(row.deck), CardId(row.card))
