"""Learners, their settings, and the day their agenda is made for."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from studyapp.model import LearnerSettings, UserId
from studyapp.store.instants import to_micros
from studyapp.store.settings import dump, load
from studyapp.store.tables import UserRow

_SETTINGS = select(UserRow.settings).where(UserRow.id == bindparam("user"))
_DAY = select(UserRow.agenda, UserRow.extra_day, UserRow.extra, UserRow.extra_new).where(
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
        settings=dump(settings),
        agenda=None,
        extra_day=None,
        extra=0,
        extra_new=0,
    )
    session.add(row)
    session.flush()
    return UserId(row.id)


def settings_of(session: Session, user: UserId) -> LearnerSettings:
    """What the learner decided, or the defaults they began with."""
    return load(session.scalars(_SETTINGS, {"user": user}).one())


def save_settings(session: Session, user: UserId, settings: LearnerSettings) -> None:
    """Replace the learner's settings. The memory cache is then out of date."""
    change = update(UserRow).where(UserRow.id == user)
    session.execute(change.values(settings=dump(settings)))


@dataclass(frozen=True, slots=True)
class Extra:
    """Cards that are wanted on one day beyond what the settings say, `new` of them new."""

    cards: int = 0
    new: int = 0


def agenda_day(session: Session, user: UserId) -> date | None:
    """The study day for which turns are given out; None when they have to be given anew."""
    found = session.execute(_DAY, {"user": user}).one()
    return None if found.agenda is None else date.fromisoformat(found.agenda)


def set_agenda_day(session: Session, user: UserId, day: date | None) -> None:
    """Remember for which study day turns are given out; None: they have to be given anew."""
    text = None if day is None else day.isoformat()
    session.execute(update(UserRow).where(UserRow.id == user).values(agenda=text))


def extra_on(session: Session, user: UserId, day: date) -> Extra:
    """What is wanted on a study day beyond what the settings say."""
    found = session.execute(_DAY, {"user": user}).one()
    return Extra(found.extra, found.extra_new) if found.extra_day == day.isoformat() else Extra()


def set_extra(session: Session, user: UserId, day: date, extra: Extra) -> None:
    """Remember what is wanted on a study day beyond what the settings say."""
    change = update(UserRow).where(UserRow.id == user)
    session.execute(
        change.values(extra_day=day.isoformat(), extra=extra.cards, extra_new=extra.new)
    )
