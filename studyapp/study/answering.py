"""Answering a card and taking the answer back: both count once, however often submitted."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from studyapp.model import (
    CardRef,
    MemoryState,
    Queue,
    Rating,
    Review,
    ReviewId,
    StudyappError,
)
from studyapp.schedule import (
    advance,
    interval_days,
    offset_at,
    promise_words,
    queue_of,
    replay,
    spread,
    thrown,
)
from studyapp.store import answering as store
from studyapp.store.cards import find_card
from studyapp.store.learners import settings_of
from studyapp.store.reviews import find_review, last_counted, reverse
from studyapp.store.values import Standing, StoredReview
from studyapp.study.desk import Desk, plan_for
from studyapp.study.folding import refold
from studyapp.study.spreading import Placing, load_of

_LONGEST = 60_000
"""Milliseconds: whoever looks at a card for longer than a minute has gone for tea."""


@dataclass(frozen=True, slots=True)
class Submission:
    """An answer as submitted. `at` None means now; `wording` is that of the card shown."""

    review_id: ReviewId
    ref: CardRef
    rating: Rating
    at: datetime | None = None
    wording: str = ""
    milliseconds: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer led to: when the card comes back, and after how long in words."""

    review_id: ReviewId
    ref: CardRef
    rating: Rating
    due: datetime
    interval: str


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last answer that still counts."""

    review_id: ReviewId
    ref: CardRef
    rating: Rating


@dataclass(frozen=True, slots=True)
class Undone:
    """An answer that was taken back."""

    review_id: ReviewId
    ref: CardRef
    rating: Rating


def _review(submission: Submission, now: datetime, zone: str) -> Review:
    at = min(submission.at or now, now)
    spent = submission.milliseconds
    return Review(
        id=submission.review_id,
        rating=submission.rating,
        at=at,
        offset_minutes=offset_at(at, zone),
        wording=submission.wording,
        milliseconds=None if spent is None else min(max(spent, 0), _LONGEST),
    )


@dataclass(frozen=True, slots=True)
class _Folded:
    """The memory after a review, the review with its fuzz, and the time of the card's first."""

    state: MemoryState
    review: Review
    introduced: datetime


def _folded(connection: Connection, placing: Placing, review: Review) -> _Folded:
    before, plan = placing.standing, placing.plan
    state = before.state
    if state is None or review.at > state.last:
        load = load_of(connection, placing, review, (review.rating,))
        review = spread(state, review, plan, load)
        return _Folded(advance(state, review, plan), review, before.introduced or review.at)
    counted = store.history(connection, before.card_row)
    review = thrown(review, placing.ref, len(counted))
    reviews = (*counted, review)
    late = replay(reviews, plan) or advance(None, review, plan)
    return _Folded(late, review, min(one.at for one in reviews))


def _take(
    connection: Connection, desk: Desk, facing: store.Faced, submission: Submission, now: datetime
) -> Answered:
    if facing.draft:
        where, hint = f"card {submission.ref.card}", "Accept the draft before you study it."
        raise StudyappError(where, "This card is not in your deck yet.", hint)
    plan = plan_for(facing.settings)
    before = facing.standing
    review = _review(submission, now, facing.settings.zone)
    folded = _folded(connection, Placing(desk.user, submission.ref, before, plan), review)
    state = folded.state
    queue = Queue.REST if before.queue is Queue.REST else queue_of(state)
    after = Standing(before.card_row, queue, before.place, state, folded.introduced)
    promise = store.Promise(state.due, interval_days(state, plan))
    store.append(connection, desk.user, after, folded.review, promise)
    words = promise_words(promise.days, promise.due - review.at)
    return Answered(review.id, submission.ref, review.rating, promise.due, words)


def answer(desk: Desk, submission: Submission, now: datetime) -> Answered:
    """Count an answer, once. A repeated submission gets the result of the first.

    Raises `NotInLibraryError` for an unknown card and `StudyappError` for a draft.
    """
    with desk.opened.quick() as connection:
        before = store.met(connection, desk.user, submission.review_id, submission.ref)
        if isinstance(before, store.Faced):
            return _take(connection, desk, before, submission, now)
    words = promise_words(before.days, max(before.due - before.at, timedelta()))
    return Answered(submission.review_id, before.ref, before.rating, before.due, words)


def last_answer(desk: Desk) -> Undoable | None:
    """The last answer that still counts; None when there is none."""
    with desk.opened.reading() as session:
        last = last_counted(session, desk.user)
    return None if last is None else Undoable(last.review.id, last.ref, last.review.rating)


def undo(desk: Desk, review_id: ReviewId | None, now: datetime) -> Undone | None:
    """Take an answer back (None: the last); None when there is nothing to take back.

    The review stays and counts no more: the card is as its other reviews have it. Its
    wording, and whether it is suspended, are not touched.
    """
    with desk.opened.writing() as session:
        found: StoredReview | None
        if review_id is None:
            found = last_counted(session, desk.user)
        else:
            found = find_review(session, desk.user, review_id)
        if found is None:
            return None
        if not found.undone:
            reverse(session, desk.user, found.row, now)
            card = find_card(session, desk.user, found.ref)
            refold(session, desk.user, card, plan_for(settings_of(session, desk.user)))
    return Undone(found.review.id, found.ref, found.review.rating)
