"""Reviews and their reversals: appended, read, never changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select
from sqlalchemy.orm import Session

from studyapp.model import CardId, CardRef, DeckId, Rating, Review, ReviewId, UserId
from studyapp.store.instants import from_micros, to_micros
from studyapp.store.tables import CardRow, DeckRow, ReversalRow, ReviewRow, VersionRow
from studyapp.store.values import CardStatus, StoredReview


def _every(user: UserId) -> Select[ReviewRow, str, str, int]:
    """All reviews of a learner, with the card of each and the reversal, if any."""
    return (
        select(ReviewRow, CardRow.card, DeckRow.deck, ReversalRow.id)
        .join(CardRow, CardRow.id == ReviewRow.card_row)
        .join(DeckRow, DeckRow.id == CardRow.deck_row)
        .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
        .where(ReviewRow.user_id == user)
    )


def _review(row: ReviewRow | Row[*tuple[Any, ...]]) -> Review:
    return Review(
        id=ReviewId(row.review),
        rating=Rating(row.rating),
        at=from_micros(row.at),
        offset_minutes=row.offset_minutes,
        wording=row.wording,
        milliseconds=row.milliseconds,
        fuzz=row.fuzz,
    )


_OF_A_REVIEW = (
    ReviewRow.review,
    ReviewRow.rating,
    ReviewRow.at,
    ReviewRow.offset_minutes,
    ReviewRow.wording,
    ReviewRow.milliseconds,
    ReviewRow.fuzz,
)
"""What `_review` reads: where there are many, whole rows would take twice the time."""


def _stored(found: Row[ReviewRow, str, str, int]) -> StoredReview:
    row, card, deck, reversal = found
    return StoredReview(
        row=row.id,
        card_row=row.card_row,
        ref=CardRef(DeckId(deck), CardId(card)),
        review=_review(row),
        due=from_micros(row.due),
        days=row.days,
        undone=reversal is not None,
    )


def find_review(session: Session, user: UserId, review: ReviewId) -> StoredReview | None:
    """The review submitted under this id."""
    found = session.execute(_every(user).where(ReviewRow.review == review)).one_or_none()
    return None if found is None else _stored(found)


def last_counted(
    session: Session, user: UserId, since: datetime | None = None
) -> StoredReview | None:
    """The last review to arrive that was not taken back, of those from `since` on if given."""
    query = _every(user).where(ReversalRow.id.is_(None))
    if since is not None:
        query = query.where(ReviewRow.at >= to_micros(since))
    found = session.execute(query.order_by(ReviewRow.id.desc()).limit(1)).one_or_none()
    return None if found is None else _stored(found)


def reviews_of(session: Session, user: UserId, card_row: int) -> tuple[StoredReview, ...]:
    """Every review of a card in order of time, those taken back too."""
    query = _every(user).where(ReviewRow.card_row == card_row)
    found = session.execute(query.order_by(ReviewRow.at, ReviewRow.review))
    return tuple(map(_stored, found))


def reviews_since(session: Session, user: UserId, since: datetime) -> tuple[StoredReview, ...]:
    """Counted reviews from `since` on, in order of time."""
    query = _every(user).where(ReversalRow.id.is_(None), ReviewRow.at >= to_micros(since))
    return tuple(map(_stored, session.execute(query.order_by(ReviewRow.at, ReviewRow.id))))


def times_since(
    session: Session, user: UserId, since: datetime
) -> tuple[tuple[datetime, int], ...]:
    """Time and offset (minutes) of the counted reviews from `since` on."""
    query = (
        select(ReviewRow.at, ReviewRow.offset_minutes)
        .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
        .where(
            ReviewRow.user_id == user,
            ReviewRow.at >= to_micros(since),
            ReversalRow.id.is_(None),
        )
    )
    return tuple((from_micros(at), offset) for at, offset in session.execute(query))


def count_answers(session: Session, user: UserId) -> int:
    """How often the learner answered a card, what they took back included."""
    return session.scalar(select(func.count()).where(ReviewRow.user_id == user)) or 0


def every_review(session: Session, user: UserId) -> Iterator[StoredReview]:
    """All counted reviews in order of time."""
    query = _every(user).where(ReversalRow.id.is_(None))
    yield from map(_stored, session.execute(query.order_by(ReviewRow.at, ReviewRow.id)))


def newest_time(session: Session, user: UserId) -> tuple[datetime, int] | None:
    """Time and offset (minutes) of the latest counted review; None without any."""
    query = (
        select(ReviewRow.at, ReviewRow.offset_minutes)
        .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
        .where(ReviewRow.user_id == user, ReversalRow.id.is_(None))
        .order_by(ReviewRow.at.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    return None if found is None else (from_micros(found.at), found.offset_minutes)


_LAST_SEEN = (
    select(func.max(ReviewRow.id))
    .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
    .where(ReviewRow.user_id == bindparam("user"), ReversalRow.id.is_(None))
    .where(ReviewRow.wording != "")
    .group_by(ReviewRow.card_row)
)


def _otherwise(last: Select[int]) -> Select[int, str]:
    """Cards in study that say something else than in these reviews, with what was seen."""
    return (
        select(ReviewRow.card_row, ReviewRow.wording)
        .join(CardRow, CardRow.id == ReviewRow.card_row)
        .join(
            VersionRow,
            (VersionRow.card_row == CardRow.id) & (VersionRow.number == CardRow.version),
        )
        .where(ReviewRow.id.in_(last), VersionRow.content_hash != ReviewRow.wording)
        .where(CardRow.withdrawn.is_(False), CardRow.status == CardStatus.ACTIVE.value)
    )


_OTHERWISE = _otherwise(_LAST_SEEN)
_THESE_OTHERWISE = _otherwise(
    _LAST_SEEN.where(ReviewRow.card_row.in_(bindparam("rows", expanding=True)))
)


def seen_otherwise(
    session: Session, user: UserId, rows: Sequence[int] | None = None
) -> dict[int, str]:
    """Cards in study whose content is not what their last counted review saw.

    By card row, with the content hash that was seen; of the given cards only, if given.
    """
    if rows is None:
        found = session.execute(_OTHERWISE, {"user": user})
    else:
        found = session.execute(_THESE_OTHERWISE, {"user": user, "rows": rows})
    return dict(found.all())


def histories(session: Session, user: UserId) -> Iterator[tuple[int, list[Review]]]:
    """Card rows with their counted reviews; cards without any are left out."""
    query = (
        select(ReviewRow.card_row, *_OF_A_REVIEW)
        .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
        .where(ReviewRow.user_id == user, ReversalRow.id.is_(None))
        .order_by(ReviewRow.card_row, ReviewRow.at, ReviewRow.review)
    )
    card, reviews = 0, list[Review]()
    for row in session.execute(query):
        if row.card_row != card and reviews:
            yield card, reviews
            reviews = []
        card = row.card_row
        reviews.append(_review(row))
    if reviews:
        yield card, reviews


def reverse(session: Session, user: UserId, review_row: int, at: datetime) -> None:
    """Take a review back, by a row of its own."""
    session.add(ReversalRow(user_id=user, review_row=review_row, at=to_micros(at)))
    session.flush()


def usual_milliseconds(session: Session, user: UserId) -> float | None:
    """The average recorded time of the last 200 timed answers; None when there is none."""
    timed = (
        select(ReviewRow.milliseconds)
        .where(ReviewRow.user_id == user, ReviewRow.milliseconds.is_not(None))
        .order_by(ReviewRow.id.desc())
        .limit(200)
        .subquery()
    )
    found = session.scalar(select(func.avg(timed.c.milliseconds)))
    return None if found is None else float(found)
