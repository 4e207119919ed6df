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


@dataclass(frozen=True, slots=True)
class Acted:
    """What was done to a card; `row` names it for undoing, None when nothing had to be done."""

    ref: CardRef
    act: Act
    row: int | None


def bury(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Keep a card out of study until the next study day. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        settings = settings_of(session, desk.user)
        tomorrow = day_of(now, settings) + timedelta(days=1)
        until = day_start(tomorrow, settings.zone, settings.rollover)
        return _mark(session, desk, find_card(session, desk.user, ref), Deed(Act.BURY, now), until)


def suspend(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Keep a card out of study until it is taken up again. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        return _mark(session, desk, stored, Deed(Act.SUSPEND, now), now)


def unsuspend(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Take a card up again, buried or suspended; its schedule is as it was.

    It may be overdue by now. Raises `NotInLibraryError`.
    """
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        if stored.held is not None:
            mark_card(session, stored.row, held=None)
            stored = replace(stored, held=None)
            requeue(session, stored)
            renew_agenda(session, desk.user)
        return _mark(session, desk, stored, Deed(Act.RESUME, now), None)


def flag(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Mark a card to be found again. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        return _mark(session, desk, stored, Deed(Act.FLAG, now), now)


def unflag(desk: Desk, ref: CardRef, now: datetime) -> Acted:
    """Take the mark away. Raises `NotInLibraryError`."""
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        return _mark(session, desk, stored, Deed(Act.UNFLAG, now), None)


_READ: dict[Act, Callable[[StoredCard], datetime | None]] = {
    Act.BURY: lambda card: card.held,
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
        case Act.BURY:
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
    return _adjust(desk, ref, Deed(Act.RESET, now))


def set_due(desk: Desk, ref: CardRef, day: date, now: datetime) -> Acted:
    """Let a card come back on a study day, today or later; what is known of its memory stays.

    Raises `NotInLibraryError`, and `StudyappError` for a card never answered or a day that is
    past or too far away.
    """
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
    days = (day - day_of(now, settings)).days
    if not 0 <= days <= settings.longest:
        where, hint = "Due date", f"Choose today or one of the next {settings.longest} days."
        raise StudyappError(where, "A card cannot come back on that day.", hint)
    return _adjust(desk, ref, Deed(Act.DUE, now, day=day))


def _adjust(desk: Desk, ref: CardRef, deed: Deed) -> Acted:
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        state = standings(session, [stored.row])[stored.row].state
        if state is None:
            where, hint = f"card {ref.card}", "It comes up among the new cards."
            raise StudyappError(where, "This card has no schedule yet.", hint)
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
