"""The hot path: taking an answer, in a handful of statements compiled once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from studyapp.model import (
    CardId,
    CardRef,
    DeckId,
    LearnerSettings,
    Queue,
    Rating,
    Review,
    ReviewId,
    UserId,
)
from studyapp.store.instants import from_micros, from_some, to_micros
from studyapp.store.memory import adjusted_of, columns_of, state_of
from studyapp.store.prepared import Prepared
from studyapp.store.settings import load
from studyapp.store.tables import CardRow, DeckRow, MemoryRow, ReversalRow, ReviewRow, UserRow
from studyapp.store.values import CardStatus, NotInLibraryError, Standing

_MET = Prepared(
    select(
        CardRow.id.label("card_row"),
        CardRow.status,
        CardRow.position,
        UserRow.settings,
        UserRow.agenda,
        MemoryRow.queue,
        MemoryRow.due,
        MemoryRow.reviews,
        MemoryRow.lapses,
        MemoryRow.stability,
        MemoryRow.difficulty,
        MemoryRow.step,
        MemoryRow.last,
        MemoryRow.offset_minutes,
        MemoryRow.introduced,
        ReviewRow.id.label("taken"),
    )
    .join(DeckRow, DeckRow.id == CardRow.deck_row)
    .join(UserRow, UserRow.id == CardRow.user_id)
    .join(MemoryRow, MemoryRow.card_row == CardRow.id)
    .outerjoin(
        ReviewRow,
        (ReviewRow.user_id == bindparam("user")) & (ReviewRow.review == bindparam("review")),
    )
    .where(
        DeckRow.user_id == bindparam("user"),
        DeckRow.deck == bindparam("deck"),
        CardRow.card == bindparam("card"),
    )
)
"""A card, and whether an answer was submitted under this id before, be it to another card."""
_TAKEN = Prepared(
    select(
        ReviewRow.rating,
        ReviewRow.at,
        ReviewRow.due,
        ReviewRow.days,
        CardRow.card,
        DeckRow.deck,
    )
    .join(CardRow, CardRow.id == ReviewRow.card_row)
    .join(DeckRow, DeckRow.id == CardRow.deck_row)
    .where(ReviewRow.user_id == bindparam("user"), ReviewRow.review == bindparam("review"))
)
_HISTORY = Prepared(
    select(
        ReviewRow.review,
        ReviewRow.rating,
        ReviewRow.at,
        ReviewRow.offset_minutes,
        ReviewRow.fuzz,
    )
    .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
    .where(ReviewRow.card_row == bindparam("card_row"), ReversalRow.id.is_(None))
)
_DUE = Prepared(
    select(MemoryRow.due, func.count().label("cards"))
    .where(
        MemoryRow.user_id == bindparam("user"),
        MemoryRow.queue == Queue.REVIEW.value,
        MemoryRow.due >= bindparam("since"),
        MemoryRow.due < bindparam("until"),
        MemoryRow.card_row != bindparam("besides"),
    )
    .group_by(MemoryRow.due)
)
_APPEND = Prepared(
    insert(ReviewRow),
    *("user_id", "card_row", "review", "rating", "at", "offset_minutes", "wording"),
    *("milliseconds", "due", "days", "fuzz"),
)
_REMEMBER = Prepared(
    update(MemoryRow).where(MemoryRow.card_row == bindparam("row")),
    *("queue", "due", "reviews", "lapses", "stability", "difficulty", "step", "last"),
    *("offset_minutes", "introduced", "turn"),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that was taken before."""

    ref: CardRef
    rating: Rating
    at: datetime
    due: datetime
    days: int | None


@dataclass(frozen=True, slots=True)
class Faced:
    """The card an answer is for, as it stood before, and the learner's settings."""

    standing: Standing
    settings: LearnerSettings
    draft: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """When the card was said to come back; `days` is None for a learning step."""

    due: datetime
    days: int | None


def met(connection: Connection, user: UserId, review: ReviewId, ref: CardRef) -> Taken | Faced:
    """The answer submitted under this id before, or else the card to be answered.

    Raises `NotInLibraryError`.
    """
    found = _MET.ask(connection, user=user, review=review, deck=ref.deck, card=ref.card).first()
    if found is not None and found.taken is None:
        return _faced(found)
    # the card of an answer that is sent again may be gone by now
    row = _TAKEN.ask(connection, user=user, review=review).first()
    if row is None:
        where, hint = f"card {ref.card}", "Its deck may have been removed. Go on with the next."
        raise NotInLibraryError(where, "There is no such card here.", hint)
    return Taken(
        ref=CardRef(DeckId(row.deck), CardId(row.card)),
        rating=Rating(row.rating),
        at=from_micros(row.at),
        due=from_micros(row.due),
        days=row.days,
    )


def _faced(row: Any) -> Faced:  # noqa: ANN401  # a row of `_MET`
    return Faced(
        standing=Standing(
            card_row=row.card_row,
            queue=Queue(row.queue),
            place=row.position,
            state=state_of(row),
            introduced=from_some(row.introduced),
            adjusted=adjusted_of(row),
        ),
        settings=load(row.settings),
        draft=row.status != CardStatus.ACTIVE,
    )


def history(connection: Connection, card_row: int) -> tuple[Review, ...]:
    """The counted reviews of a card, as far as its memory depends on them."""
    return tuple(
        Review(
            id=ReviewId(row.review),
            rating=Rating(row.rating),
            at=from_micros(row.at),
            offset_minutes=row.offset_minutes,
            fuzz=row.fuzz,
        )
        for row in _HISTORY.all(connection, card_row=card_row)
    )


def due_counts(
    connection: Connection, user: UserId, since: datetime, until: datetime, besides: int
) -> tuple[tuple[datetime, int], ...]:
    """When cards in review are due, from `since` on and before `until`, and how many then.

    The card in the row `besides` is not counted.
    """
    found = _DUE.all(
        connection, user=user, since=to_micros(since), until=to_micros(until), besides=besides
    )
    return tuple((from_micros(row.due), row.cards) for row in found)


def append(
    connection: Connection, user: UserId, standing: Standing, review: Review, promise: Promise
) -> None:
    """Append the review and remember where its card now waits."""
    _APPEND.do(
        connection,
        user_id=user,
        card_row=standing.card_row,
        review=review.id,
        rating=int(review.rating),
        at=to_micros(review.at),
        offset_minutes=review.offset_minutes,
        wording=review.wording,
        milliseconds=review.milliseconds,
        due=to_micros(promise.due),
        days=promise.days,
        fuzz=review.fuzz,
    )
    _REMEMBER.do(connection, row=standing.card_row, **columns_of(standing))
