"""Answering a card: an answer counts once, however often it is submitted."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from studyapp.model import (
    CardRef,
    DeckId,
    LearnerSettings,
    MemoryState,
    Queue,
    Rating,
    Review,
    ReviewId,
    StudyappError,
)
from studyapp.schedule import (
    LEARN_AHEAD,
    advance,
    interval_days,
    is_leech,
    kept,
    offset_at,
    promise_words,
    queue_of,
    replay,
    spread,
    thrown,
)
from studyapp.store import answering as store
from studyapp.store import joined
from studyapp.store.acts import adjustments_of
from studyapp.store.following import Following
from studyapp.store.values import Standing
from studyapp.study.desk import Desk, plan_for
from studyapp.study.folding import introduced
from studyapp.study.marking import mark_leech
from studyapp.study.spreading import Placing, load_of

_LONGEST = 60_000
"""Milliseconds: whoever looks at a card for longer than a minute has gone for tea."""


@dataclass(frozen=True, slots=True)
class Submission:
    """An answer as submitted. `at` None means now; `wording` is that of the card shown.

    `promised`: the days after which the button said that the card would come back.
    """

    review_id: ReviewId
    ref: CardRef
    rating: Rating
    at: datetime | None = None
    wording: str = ""
    milliseconds: int | None = None
    promised: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer led to: when the card comes back, and after how long in words.

    `following`: the card that comes next, where that is known.

    `leech`: it was forgotten so often now that it is marked; `rests`: and suspended for that.
    """

    review_id: ReviewId
    ref: CardRef
    rating: Rating
    due: datetime
    interval: str
    leech: bool = False
    rests: bool = False
    following: CardRef | None = None


def _review(submission: Submission, now: datetime, settings: LearnerSettings) -> Review:
    at = min(submission.at or now, now)
    spent = submission.milliseconds if settings.preferences.timed else None
    return Review(
        id=submission.review_id,
        rating=submission.rating,
        at=at,
        offset_minutes=offset_at(at, settings.zone),
        wording=submission.wording,
        milliseconds=None if spent is None else min(max(spent, 0), _LONGEST),
    )


@dataclass(frozen=True, slots=True)
class _Folded:
    """The memory after a review, the review with its fuzz, and the time of the card's first."""

    state: MemoryState | None
    review: Review
    introduced: datetime | None


def _placed(
    connection: Connection, placing: Placing, review: Review, promised: int | None
) -> Review:
    """The review with its fuzz: as promised where that can be, else for the lightest day."""
    state, plan = placing.standing.state, placing.plan
    held = None
    if promised is not None:
        held = kept(state, review, plan, placing.ref, promised)
    if held is not None:
        return held
    load = load_of(connection, placing, review, (review.rating,))
    return spread(state, review, plan, load)


def _folded(
    connection: Connection, placing: Placing, review: Review, promised: int | None
) -> _Folded:
    before, plan = placing.standing, placing.plan
    state = before.state
    last = before.adjusted if state is None else state.last
    if last is None or review.at > last:
        review = _placed(connection, placing, review, promised)
        return _Folded(advance(state, review, plan), review, before.introduced or review.at)
    counted = store.history(connection, before.card_row)
    review = thrown(review, placing.ref, len(counted))
    with joined(connection) as session:
        said = adjustments_of(session, placing.user, before.card_row)
    reviews = (*counted, review)
    return _Folded(replay(reviews, plan, said), review, introduced(reviews, said))


def _take(
    connection: Connection, desk: Desk, facing: store.Faced, submission: Submission, now: datetime
) -> Answered:
    if facing.draft:
        where, hint = f"card {submission.ref.card}", "Accept the draft before you study it."
        raise StudyappError(where, "This card is not in your deck yet.", hint)
    plan = plan_for(facing.settings)
    before = facing.standing
    review = _review(submission, now, facing.settings)
    placing = Placing(desk.user, submission.ref, before, plan)
    folded = _folded(connection, placing, review, submission.promised)
    state = folded.state
    queue = Queue.REST if before.queue is Queue.REST else queue_of(state)
    adjusted = before.adjusted if state is None else None
    after = Standing(before.card_row, queue, before.place, state, folded.introduced, adjusted)
    promise = store.Promise(review.at, None)
    if state is not None:
        promise = store.Promise(state.due, interval_days(state, plan))
    store.append(connection, desk.user, after, folded.review, promise)
    words = promise_words(promise.days, promise.due - review.at)
    answered = Answered(review.id, submission.ref, review.rating, promise.due, words)
    if not _made_a_leech(before.state, state, plan.learner):
        return answered
    rests = plan.learner.leech_rests
    with joined(connection) as session:
        mark_leech(session, desk, submission.ref, review.id, rests=rests)
    return replace(answered, leech=True, rests=rests)


def _made_a_leech(
    before: MemoryState | None, after: MemoryState | None, settings: LearnerSettings
) -> bool:
    """Whether the answer was the lapse by which the card is forgotten too often."""
    if before is None or after is None or after.lapses <= before.lapses:
        return False
    return is_leech(after.lapses, settings.leech_after)


def answer(
    desk: Desk, submission: Submission, now: datetime, deck: DeckId | None = None
) -> Answered:
    """Count an answer, once. A repeated submission gets the result of the first.

    What comes next is looked up in the same transaction: in `deck`, or in all decks. Raises
    `NotInLibraryError` for an unknown card and `StudyappError` for a draft.
    """
    with desk.opened.quick() as connection:
        before = store.met(connection, desk.user, submission.review_id, submission.ref)
        if isinstance(before, store.Faced):
            answered = _take(connection, desk, before, submission, now)
        else:
            words = promise_words(before.days, max(before.due - before.at, timedelta()))
            answered = Answered(submission.review_id, before.ref, before.rating, before.due, words)
        following = Following(connection, desk.user, now, LEARN_AHEAD, deck)
    return replace(answered, following=following.card())
