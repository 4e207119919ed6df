"""The same act on many cards at once: done in one transaction, undone together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from studyapp.model import CardRef
from studyapp.store.acts import Act, Deed
from studyapp.study.desk import Desk
from studyapp.study.marking import NoScheduleError, adjust, due_on, mark


@dataclass(frozen=True, slots=True)
class Batch:
    """What was done to how many cards; `rows` name the acts for undoing.

    `so_already` counts the cards to which nothing had to be done, `unseen` those never
    answered, which have no schedule to be changed.
    """

    act: Act
    rows: tuple[int, ...]
    so_already: int
    unseen: int


def act_on_all(desk: Desk, refs: Sequence[CardRef], act: Act, now: datetime) -> Batch:
    """Do an act other than setting a due date to all these cards, or to none of them.

    Raises `NotInLibraryError`.
    """
    with desk.opened.writing() as session:
        return _batch(session, desk, refs, Deed(act, now))


def set_due_of_all(desk: Desk, refs: Sequence[CardRef], day: date, now: datetime) -> Batch:
    """Let all these cards come back on a study day, but those that were never answered.

    Raises `NotInLibraryError`, and `StudyappError` for a day past or too far away.
    """
    with desk.opened.writing() as session:
        return _batch(session, desk, refs, due_on(session, desk, day, now))


def _batch(session: Session, desk: Desk, refs: Sequence[CardRef], deed: Deed) -> Batch:
    rows = list[int]()
    so_already = unseen = 0
    for ref in refs:
        try:
            row = _done(session, desk, ref, deed)
        except NoScheduleError:
            unseen += 1
            continue
        if row is None:
            so_already += 1
        else:
            rows.append(row)
    return Batch(deed.act, tuple(rows), so_already, unseen)


def _done(session: Session, desk: Desk, ref: CardRef, deed: Deed) -> int | None:
    if deed.act in {Act.RESET, Act.DUE}:
        return adjust(session, desk, ref, deed).row
    return mark(session, desk, ref, deed.act, deed.at).row
