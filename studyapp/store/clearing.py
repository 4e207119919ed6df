"""Taking everything of a learner out of a library."""

from datetime import date

from sqlalchemy import delete
from sqlalchemy.orm import Session

from studyapp.model import UserId
from studyapp.store.learners import Extra, set_agenda_day, set_extra
from studyapp.store.tables import Table


def clear(session: Session, user: UserId) -> None:
    """Remove every row of a learner from every table; they and their settings stay."""
    for table in reversed(Table.metadata.sorted_tables):
        if "user_id" in table.columns:
            session.execute(delete(table).where(table.c.user_id == user))
    set_agenda_day(session, user, None)
    set_extra(session, user, date.min, Extra())
