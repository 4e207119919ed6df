"""Taking back what was done last: an answer, or an act on a card. Wordings are never touched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from studyapp.model import CardRef, Rating, ReviewId
from studyapp.schedule import day_start
from studyapp.store.acts import Act, StoredAct, acts_of_review, find_act, last_act
from studyapp.store.cards import find_card
from studyapp.store.learners import settings_of
from studyapp.store.reviews import find_review, last_counted, reverse
from studyapp.study.desk import Desk, plan_for
from studyapp.study.folding import refold
from studyapp.study.marking import reverse_act
from studyapp.study.words import day_of


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last thing done that can be undone: an answer (`review_id`) or an act (its row)."""

    ref: CardRef
    review_id: ReviewId | None = None
    rating: Rating | None = None
    act: Act | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: an answer with this rating, or an act."""

    ref: CardRef
    rating: Rating | None = None
    act: Act | None = None


def last_done(desk: Desk, now: datetime) -> Undoable | None:
    """The last answer or act of this study day that still counts; None when there is none."""
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
        since = day_start(day_of(now, settings), settings.zone, settings.rollover)
        review = last_counted(session, desk.user, since)
        act = last_act(session, desk.user, since)
    if act is not None and (review is None or act.after >= review.row):
        return Undoable(act.ref, act=act.act, row=act.row)
    if review is None:
        return None
    return Undoable(review.ref, review.review.id, review.review.rating)


def undo(desk: Desk, review_id: ReviewId | None, now: datetime) -> Undone | None:
    """Take an answer back (None: the last); None when there is nothing to take back.

    The review stays and counts no more: the card is as its other reviews have it. What the
    answer led to is taken back with it.
    """
    with desk.opened.writing() as session:
        if review_id is None:
            found = last_counted(session, desk.user)
        else:
            found = find_review(session, desk.user, review_id)
        if found is None:
            return None
        if not found.undone:
            reverse(session, desk.user, found.row, now)
            _take_back_all(session, desk, acts_of_review(session, desk.user, found.row), now)
            card = find_card(session, desk.user, found.ref)
            refold(session, desk.user, card, plan_for(settings_of(session, desk.user)))
    return Undone(found.ref, rating=found.review.rating)


def _take_back_all(
    session: Session, desk: Desk, acts: tuple[StoredAct, ...], now: datetime
) -> None:
    for act in reversed(acts):
        reverse_act(session, desk, act, now)


def undo_act(desk: Desk, row: int, now: datetime) -> Undone | None:
    """Take an act back; None when there is no such act. Twice is the same as once."""
    with desk.opened.writing() as session:
        found = find_act(session, desk.user, row)
        if found is None:
            return None
        reverse_act(session, desk, found, now)
    return Undone(found.ref, act=found.act)


def undo_acts(desk: Desk, rows: Sequence[int], now: datetime) -> int:
    """Take back what was done to several cards at once; how many acts there were."""
    with desk.opened.writing() as session:
        every = (find_act(session, desk.user, row) for row in sorted(rows, reverse=True))
        found = [act for act in every if act is not None]
        for act in found:
            reverse_act(session, desk, act, now)
    return len(found)
