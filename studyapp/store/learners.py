"""Learners and their settings."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from studyapp.model import LearnerSettings, UserId
from studyapp.store.instants import to_micros
from studyapp.store.tables import UserRow

_SETTINGS = select(UserRow.zone, UserRow.rollover, UserRow.retention, UserRow.new_per_day).where(
    UserRow.id == bindparam("user")
)


def first_learner(session: Session) -> UserId | None:
    """The learner who was there first; None in a new library."""
    found = session.scalar(select(UserRow.id).order_by(UserRow.id).limit(1))
    return None if found is None else UserId(found)


def add_learner(session: Session, settings: LearnerSettings, at: datetime) -> UserId:
    """A new learner with these settings."""
    row = UserRow(
        created=to_micros(at),
        zone=settings.zone,
        rollover=settings.rollover,
        retention=settings.retention,
        new_per_day=settings.new_per_day,
    )
    session.add(row)
    session.flush()
    return UserId(row.id)


def settings_of(session: Session, user: UserId) -> LearnerSettings:
    """What the learner decided, or the defaults they began with."""
    row = session.execute(_SETTINGS, {"user": user}).one()
    return LearnerSettings(row.zone, row.rollover, row.retention, row.new_per_day)


def save_settings(session: Session, user: UserId, settings: LearnerSettings) -> None:
    """Replace the learner's settings. The memory cache is then out of date."""
    session.execute(
        update(UserRow)
        .where(UserRow.id == user)
        .values(
            zone=settings.zone,
            rollover=settings.rollover,
            retention=settings.retention,
            new_per_day=settings.new_per_day,
        )
    )
