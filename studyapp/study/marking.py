"""What a learner may do to a card besides answering it: set it aside, mark it, move it in time.

Each act is written down with what was there before, so that it can be undone.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from studyapp.model import CardRef, ReviewId, StudyappError
from studyapp.schedule import day_start
from studyapp.store.acts import Act, Deed, StoredAct, add_act, take_back
from studyapp.store.cards import find_card
from studyapp.store.instants import from_some, to_some
from studyapp.store.learners import settings_of
from studyapp.store.memory import standings
from studyapp.store.reviews import find_review
from studyapp.store.values import StoredCard
from studyapp.store.wordings import mark_card
from studyapp.study.agenda import renew_agenda
from studyapp.study.desk import Desk, plan_for
from studyapp.study.folding import refold, requeue
from studyapp.study.words import day_of


class NoScheduleError(StudyappError):
    """A card never answered, whose schedule was to be changed."""


@dataclass(frozen=True, slots=True)
class Acted:
    """What was done to a card; `row` names it for undoing, None when nothing had to be done."""

    ref: CardRef
    act: Act
    row: int | None


def bury(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Keep a card out of study until the next study day. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        return mark(session, desk, ref, Act.BURY, now)


def suspend(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Keep a card out of study until it is taken up again. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        return mark(session, desk, ref, Act.SUSPEND, now)


def unsuspend(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Take a card up again, buried or suspended; its schedule is as it was.

    It may be overdue by now. Raises `NotInLibraryError`.
    """
    with desk.opened.writing() as session:
        return mark(session, desk, ref, Act.RESUME, now)


def flag(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Mark a card to be found again. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        return mark(session, desk, ref, Act.FLAG, now)


def unflag(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Take the mark away. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        return mark(session, desk, ref, Act.UNFLAG, now)


def mark(session: Session, desk: Desk, ref: CardRef, act: Act, now: datetime) -> Acted:
    """Do any of the above within a transaction: `act` is one that sets or clears a mark.

    Raises `NotInLibraryError`.
    """
    stored = find_card(session, desk.user, ref)
    if act is Act.RESUME and stored.held is not None:
        if stored.suspended is None:
            act = Act.UNBURY
        else:
            mark_card(session, stored.row, held=None)
            stored = replace(stored, held=None)
    return _mark(session, desk, stored, Deed(act, now), _value(session, desk, act, now))


def _value(session: Session, desk: Desk, act: Act, now: datetime) -> datetime | None:
    """What the column of an act holds once it is done."""
    if act is Act.BURY:
        settings = settings_of(session, desk.user)
        tomorrow = day_of(now, settings) + timedelta(days=1)
        return day_start(tomorrow, settings.zone, settings.rollover)
    return None if act in {Act.RESUME, Act.UNBURY, Act.UNFLAG} else now


_READ: dict[Act, Callable[[StoredCard], datetime | None]] = {
    Act.BURY: lambda card: card.held,
    Act.UNBURY: lambda card: card.held,
    Act.SUSPEND: lambda card: card.suspended,
    Act.RESUME: lambda card: card.suspended,
    Act.LEECH: lambda card: card.suspended,
    Act.FLAG: lambda card: card.flagged,
    Act.UNFLAG: lambda card: card.flagged,
}


def _set(
    session: Session, desk: Desk, stored: StoredCard, act: Act, value: datetime | None
) -> None:
    """Give the column of an act its value, and the card its place."""
    match act:
        case Act.BURY | Act.UNBURY:
            mark_card(session, stored.row, held=to_some(value))
            stored = replace(stored, held=value)
        case Act.FLAG | Act.UNFLAG:
            mark_card(session, stored.row, flagged=to_some(value))
            return
        case _:
            mark_card(session, stored.row, suspended=to_some(value))
            stored = replace(stored, suspended=value)
    requeue(session, stored)
    renew_agenda(session, desk.user)


def _mark(
    session: Session, desk: Desk, stored: StoredCard, deed: Deed, value: datetime | None
) -> Acted:
    before = _READ[deed.act](stored)
    if (before is None) == (value is None):
        return Acted(stored.ref, deed.act, None)
    _set(session, desk, stored, deed.act, value)
    row = add_act(session, desk.user, stored.row, replace(deed, before=to_some(before)))
    return Acted(stored.ref, deed.act, row)


def mark_leech(
    session: Session, desk: Desk, ref: CardRef, review: ReviewId, *, rests: bool
) -> None:
    """Mark a card as a leech, as of the review that made it one; suspended, if it `rests`."""
    stored = find_card(session, desk.user, ref)
    made = find_review(session, desk.user, review)
    if made is None:
        return
    at = made.review.at
    deed = Deed(Act.LEECH, at, before=to_some(stored.suspended), review_row=made.row)
    mark_card(session, stored.row, leech=to_some(at))
    if rests and stored.suspended is None:
        _set(session, desk, stored, Act.LEECH, at)
    add_act(session, desk.user, stored.row, deed)


def reset(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Let a card begin anew: its reviews stay and count no more.

    Raises `NotInLibraryError`, and `StudyappError` for a card never answered.
    """
    with desk.opened.writing() as session:
        return adjust(session, desk, ref, Deed(Act.RESET, now))


def set_due(desk: Desk, ref: CardRef, day: date, now: datetime) -> Acted:
    """Let a card come back on a study day, today or later; what is known of its memory stays.

    Raises `NotInLibraryError`, and `StudyappError` for a card never answered or a day that is
    past or too far away.
    """
    with desk.opened.writing() as session:
        return adjust(session, desk, ref, due_on(session, desk, day, now))


def due_on(session: Session, desk: Desk, day: date, now: datetime) -> Deed:
    """A due date about to be set. Raises `StudyappError` for a day past or too far away."""
    settings = settings_of(session, desk.user)
    days = (day - day_of(now, settings)).days
    if not 0 <= days <= settings.longest:
        where, hint = "Due date", f"Choose today or one of the next {settings.longest} days."
        raise StudyappError(where, "A card cannot come back on that day.", hint)
    return Deed(Act.DUE, now, day=day)


def adjust(session: Session, desk: Desk, ref: CardRef, deed: Deed) -> Acted:
    """Reset a card or set its due date within a transaction. Raises as these do."""
    stored = find_card(session, desk.user, ref)
    state = standings(session, [stored.row])[stored.row].state
    if state is None:
        where, hint = f"card {ref.card}", "It comes up among the new cards."
        raise NoScheduleError(where, "This card has no schedule yet.", hint)
    # it comes after the last review, even where the clock has not moved on
    told = replace(deed, at=max(deed.at, state.last + timedelta(microseconds=1)))
    row = add_act(session, desk.user, stored.row, told)
    refold(session, desk.user, stored, plan_for(settings_of(session, desk.user)))
    return Acted(ref, deed.act, row)


def reverse_act(session: Session, desk: Desk, act: StoredAct, now: datetime) -> None:
    """Put back what was there before an act."""
    if act.taken_back:
        return
    take_back(session, act.row, now)
    stored = find_card(session, desk.user, act.ref)
    if act.act in {Act.RESET, Act.DUE}:
        refold(session, desk.user, stored, plan_for(settings_of(session, desk.user)))
        return
    if act.act is Act.LEECH:
        mark_card(session, stored.row, leech=None)
    _set(session, desk, stored, act.act, from_some(act.before))
