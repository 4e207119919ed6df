"""How many cards of a deck stand where."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from studyapp.model import Queue, UserId
from studyapp.store.instants import to_micros
from studyapp.store.tables import CardRow, MemoryRow
from studyapp.store.values import CardStatus


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cards of a deck stand where. `cards`: those that are or could be studied.

    `due` and `new` have a turn today or are in steps, `unseen` are all that are new.
    """

    cards: int = 0
    drafts: int = 0
    suspended: int = 0
    withdrawn: int = 0
    unseen: int = 0
    new: int = 0
    due: int = 0


def tally(session: Session, deck_row: int, ahead: datetime) -> Tally:
    """Counts of one deck; steps count when they are due by `ahead`."""
    suspended = CardRow.suspended.is_not(None).label("suspended")
    rows = session.execute(
        select(CardRow.status, CardRow.withdrawn, suspended, func.count().label("n"))
        .where(CardRow.deck_row == deck_row)
        .group_by(CardRow.status, CardRow.withdrawn, suspended)
    ).all()
    active = [one for one in rows if one.status == CardStatus.ACTIVE]
    waiting = select(func.count()).where(MemoryRow.deck_row == deck_row)
    new = waiting.where(MemoryRow.queue == Queue.NEW.value)
    review = waiting.where(MemoryRow.queue == Queue.REVIEW.value, MemoryRow.turn.is_not(None))
    learning = waiting.where(
        MemoryRow.queue == Queue.LEARNING.value, MemoryRow.due <= to_micros(ahead)
    )
    return Tally(
        cards=sum(one.n for one in active if not one.withdrawn),
        drafts=sum(one.n for one in rows if one.status == CardStatus.DRAFT and not one.withdrawn),
        suspended=sum(one.n for one in active if one.suspended and not one.withdrawn),
        withdrawn=sum(one.n for one in active if one.withdrawn),
        unseen=session.scalar(new) or 0,
        new=session.scalar(new.where(MemoryRow.turn.is_not(None))) or 0,
        due=(session.scalar(review) or 0) + (session.scalar(learning) or 0),
    )


def count_cards(session: Session, user: UserId) -> int:
    """All cards of a learner, whatever state they are in."""
    return session.scalar(select(func.count()).where(CardRow.user_id == user)) or 0
