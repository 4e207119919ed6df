"""What a learner decided about drafts, so that it can be taken back."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from studyapp.model import UserId
from studyapp.store.instants import to_micros
from studyapp.store.tables import CardRow, DecisionRow
from studyapp.store.values import CardStatus


def add_decision(
    session: Session, user: UserId, decided: tuple[int, CardStatus], reason: str, at: datetime
) -> None:
    """Remember what was decided (card row and what it became), and why."""
    row, status = decided
    session.add(
        DecisionRow(user_id=user, card_row=row, decision=status, reason=reason, at=to_micros(at))
    )
    session.flush()


def take_back_decision(session: Session, user: UserId, deck_row: int, at: datetime) -> int | None:
    """Mark the last standing decision of a deck as taken back; returns its card's row."""
    query = (
        select(DecisionRow.id, DecisionRow.card_row)
        .join(CardRow, CardRow.id == DecisionRow.card_row)
        .where(
            DecisionRow.user_id == user,
            CardRow.deck_row == deck_row,
            DecisionRow.taken_back.is_(None),
        )
    )
    found = session.execute(query.order_by(DecisionRow.id.desc()).limit(1)).one_or_none()
    if found is None:
        return None
    session.execute(
        update(DecisionRow).where(DecisionRow.id == found.id).values(taken_back=to_micros(at))
    )
    return int(found.card_row)
