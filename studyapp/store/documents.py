"""Documents at hand, for showing the passage a citation names."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from studyapp.model import Source, SourceId, UserId
from studyapp.store.instants import to_micros
from studyapp.store.tables import DocumentRow


def add_document(
    session: Session, user: UserId, source: Source, lines: tuple[str, ...], at: datetime
) -> bool:
    """Store the lines of a document; whether they were new."""
    held = session.scalar(
        select(DocumentRow.id).where(
            DocumentRow.user_id == user,
            DocumentRow.name == source.id,
            DocumentRow.sha256 == source.sha256,
        )
    )
    if held is not None:
        return False
    session.add(
        DocumentRow(
            user_id=user,
            name=source.id,
            sha256=source.sha256,
            text="\n".join(lines),
            loaded=to_micros(at),
        )
    )
    session.flush()
    return True


def lines_of(session: Session, user: UserId, source: Source) -> tuple[str, ...] | None:
    """The lines of the very document a source describes; None when it is not at hand.

    A source without a hash takes the document of its name that was loaded last.
    """
    query = select(DocumentRow.text).where(
        DocumentRow.user_id == user, DocumentRow.name == source.id
    )
    if source.sha256:
        query = query.where(DocumentRow.sha256 == source.sha256)
    text = session.scalar(query.order_by(DocumentRow.loaded.desc()).limit(1))
    return None if text is None else tuple(text.split("\n"))


def at_hand(session: Session, user: UserId, sources: Sequence[Source]) -> frozenset[SourceId]:
    """Which of these sources `lines_of` would find."""
    query = select(DocumentRow.name, DocumentRow.sha256).where(
        DocumentRow.user_id == user, DocumentRow.name.in_([one.id for one in sources])
    )
    found = {(name, sha256) for name, sha256 in session.execute(query)}
    names = {name for name, _ in found}
    return frozenset(
        one.id
        for one in sources
        if ((one.id, one.sha256) in found if one.sha256 else one.id in names)
    )
