"""Deleting a deck with all that was ever done with it."""

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from studyapp.model import UserId
from studyapp.store.decks import forget
from studyapp.store.tables import (
    ActRow,
    CardRow,
    DecisionRow,
    DocumentRow,
    MemoryRow,
    ReportRow,
    ReversalRow,
    ReviewRow,
    SourceRow,
    VersionRow,
)

_OF_A_CARD = (ActRow, DecisionRow, ReportRow, MemoryRow, ReviewRow, VersionRow)
"""In an order in which nothing points at a row that is gone."""


def remove_deck(session: Session, user: UserId, deck_row: int) -> None:
    """Delete all cards of a deck, their history, and documents that no other deck cites."""
    cards = select(CardRow.id).where(CardRow.deck_row == deck_row)
    reviews = select(ReviewRow.id).where(ReviewRow.card_row.in_(cards))
    session.execute(delete(ReversalRow).where(ReversalRow.review_row.in_(reviews)))
    for table in _OF_A_CARD:
        session.execute(delete(table).where(table.card_row.in_(cards)))
    session.execute(delete(CardRow).where(CardRow.deck_row == deck_row))
    names = tuple(session.scalars(select(SourceRow.name).where(SourceRow.deck_row == deck_row)))
    session.execute(delete(SourceRow).where(SourceRow.deck_row == deck_row))
    cited = exists().where(
        SourceRow.user_id == user,
        SourceRow.name == DocumentRow.name,
        SourceRow.sha256.in_(["", DocumentRow.sha256]),
    )
    session.execute(
        delete(DocumentRow).where(DocumentRow.user_id == user, DocumentRow.name.in_(names), ~cited)
    )
    forget(session, deck_row)
