"""What learners find wrong with cards."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from studyapp.model import UserId
from studyapp.store.instants import from_micros, to_micros
from studyapp.store.tables import CardRow, ReportRow


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report on the wording a card had; `closed` None while nobody has dealt with it."""

    row: int
    card_row: int
    reason: str
    note: str
    wording: str
    at: datetime
    closed: datetime | None


def _stored(row: ReportRow) -> StoredReport:
    return StoredReport(
        row=row.id,
        card_row=row.card_row,
        reason=row.reason,
        note=row.note,
        wording=row.wording,
        at=from_micros(row.at),
        closed=None if row.closed is None else from_micros(row.closed),
    )


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with the wording (a content hash) of a card, in a word and a note."""

    wording: str
    reason: str
    note: str


def add_report(
    session: Session, user: UserId, card_row: int, complaint: Complaint, at: datetime
) -> None:
    """Keep a report on a card."""
    row = ReportRow(
        user_id=user,
        card_row=card_row,
        wording=complaint.wording,
        reason=complaint.reason,
        note=complaint.note,
        at=to_micros(at),
        closed=None,
    )
    session.add(row)
    session.flush()


def reports_of(session: Session, user: UserId, card_row: int) -> tuple[StoredReport, ...]:
    """Every report on a card, oldest first."""
    query = select(ReportRow).where(ReportRow.user_id == user, ReportRow.card_row == card_row)
    return tuple(map(_stored, session.scalars(query.order_by(ReportRow.id))))


def close_reports(session: Session, user: UserId, card_row: int, at: datetime) -> int:
    """Mark the open reports on a card as dealt with; how many they were."""
    change = update(ReportRow).where(
        ReportRow.user_id == user, ReportRow.card_row == card_row, ReportRow.closed.is_(None)
    )
    return session.connection().execute(change.values(closed=to_micros(at))).rowcount


def reported(session: Session, user: UserId) -> dict[int, int]:
    """Cards with open reports: card row to deck row."""
    query = (
        select(ReportRow.card_row, CardRow.deck_row)
        .join(CardRow, CardRow.id == ReportRow.card_row)
        .where(ReportRow.user_id == user, ReportRow.closed.is_(None))
        .distinct()
    )
    return dict(session.execute(query).all())
