"""All answers and all cards of a learner as columns, for counting over years of study.

A column is one array: a hundred thousand answers are read in a fraction of a second, because no
value is made for each of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BigInteger, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import Session

from studyapp.model import UserId
from studyapp.store import places
from studyapp.store.prepared import Prepared
from studyapp.store.tables import (
    CardRow,
    DeckRow,
    MemoryRow,
    ReversalRow,
    ReviewRow,
    SourceRow,
    VersionRow,
)
from studyapp.store.values import CardStatus

Ints = NDArray[np.int64]

_SECOND = 1_000_000
_DECK = bindparam("deck", type_=BigInteger)


@dataclass(frozen=True, slots=True)
class History:
    """The counted answers, those of a card together and in order of time.

    `card` is the card's row, `at` whole seconds since 1970, `offset` minutes ahead of UTC,
    `interval` the study days after which the card was to come back (-1: it stayed in its
    steps), `milliseconds` the visible time (-1: not recorded).
    """

    card: Ints
    at: Ints
    offset: Ints
    rating: Ints
    milliseconds: Ints
    interval: Ints


@dataclass(frozen=True, slots=True)
class CardColumns:
    """The accepted cards, one entry a card in each column.

    `due` and `last` are seconds since 1970, `offset` the minutes ahead of UTC at `last`,
    `stability` days; `last` and `stability` are -1 for a card never answered, whose `due` means
    nothing. `steps` says whether a card is in its learning steps, `rests` since when (seconds)
    it is kept out of review, -1 if it is not. Of a withdrawn card no more is known than that
    it rests since its deck was loaded last.
    """

    row: Ints
    due: Ints
    last: Ints
    offset: Ints
    stability: NDArray[np.float64]
    steps: NDArray[np.bool_]
    rests: Ints
    topic: tuple[str, ...]


# What takes time is not to read a number but to make a Python value of it. So the database
# puts the columns of an answer together into two whole numbers, whose bits are taken apart
# again for all answers at once. The parts in front may grow without touching the others.
_AT, _DAYS, _RATING, _OFFSET = 34, 18, 3, 12
_OFFSET_SHIFT = 2 ** (_OFFSET - 1)
_WHEN = ReviewRow.card_row * 2**_AT + ReviewRow.at // _SECOND
_WHAT = (
    (func.coalesce(ReviewRow.milliseconds, -1) + 1) * 2 ** (_DAYS + _RATING + _OFFSET)
    + (func.coalesce(ReviewRow.days, -1) + 1) * 2 ** (_RATING + _OFFSET)
    + ReviewRow.rating * 2**_OFFSET
    + (ReviewRow.offset_minutes + _OFFSET_SHIFT)
)
_ANSWERS = Prepared(
    select(_WHEN, _WHAT)
    .outerjoin(ReversalRow, ReversalRow.review_row == ReviewRow.id)
    .where(ReviewRow.user_id == bindparam("user"), ReversalRow.id.is_(None))
    .where(
        or_(
            _DECK.is_(None),
            ReviewRow.card_row.in_(select(CardRow.id).where(CardRow.deck_row == _DECK)),
        )
    )
)
_RESTS = case(
    (CardRow.suspended.is_not(None), CardRow.suspended),
    (CardRow.withdrawn, DeckRow.loaded),
    else_=-_SECOND,
)
_OF_DECK = or_(_DECK.is_(None), CardRow.deck_row == _DECK)
_NOW = and_(VersionRow.card_row == CardRow.id, VersionRow.number == CardRow.version)
_CARDS = Prepared(
    select(
        CardRow.id,
        MemoryRow.due,
        func.coalesce(MemoryRow.last, -_SECOND),
        func.coalesce(MemoryRow.offset_minutes, 0),
        func.coalesce(MemoryRow.step, -1),
        _RESTS,
        func.coalesce(MemoryRow.stability, -1.0),
        VersionRow.topic,
    )
    .join(MemoryRow, MemoryRow.card_row == CardRow.id)
    .join(VersionRow, _NOW)
    .join(DeckRow, DeckRow.id == CardRow.deck_row)
    .where(CardRow.user_id == bindparam("user"), CardRow.status == CardStatus.ACTIVE.value)
    .where(_OF_DECK)
)
_CITED = Prepared(
    select(CardRow.id, VersionRow.places)
    .join(VersionRow, _NOW)
    .where(CardRow.user_id == bindparam("user"), CardRow.status == CardStatus.ACTIVE.value)
    .where(CardRow.withdrawn.is_(False), CardRow.suspended.is_(None), _OF_DECK)
)
_TITLES = select(SourceRow.name, SourceRow.title).order_by(SourceRow.id)


def _rows(
    session: Session, statement: Prepared, user: UserId, deck_row: int | None
) -> list[tuple[Any, ...]]:
    return statement.ask(session.connection(), user=user, deck=deck_row).bare()


def _table(rows: Iterable[Sequence[int]], count: int, width: int) -> Ints:
    """So many rows of whole numbers, as one array with a row for each of the columns."""
    flat = np.fromiter(chain.from_iterable(rows), np.int64, count * width)
    return flat.reshape(-1, width).T.copy()


def _bits(numbers: Ints, above: int, count: int) -> Ints:
    """The number in `count` bits of each, which stand before the last `above` bits."""
    return numbers >> above & (1 << count) - 1


def history(session: Session, user: UserId, deck_row: int | None) -> History:
    """Every counted answer to the cards of a deck, or of all decks."""
    rows = _rows(session, _ANSWERS, user, deck_row)
    when, what = _table(rows, len(rows), 2)
    order = np.argsort(when, kind="stable")
    when, what = when[order], what[order]
    return History(
        card=when >> _AT,
        at=_bits(when, 0, _AT),
        offset=_bits(what, 0, _OFFSET) - _OFFSET_SHIFT,
        rating=_bits(what, _OFFSET, _RATING),
        milliseconds=(what >> _DAYS + _RATING + _OFFSET) - 1,
        interval=_bits(what, _RATING + _OFFSET, _DAYS) - 1,
    )


def card_columns(session: Session, user: UserId, deck_row: int | None) -> CardColumns:
    """Where every accepted card of a deck, or of all decks, stands."""
    rows = _rows(session, _CARDS, user, deck_row)
    row, due, last, offset, step, rests = _table((one[:6] for one in rows), len(rows), 6)
    return CardColumns(
        row=row,
        due=due // _SECOND,
        last=last // _SECOND,
        offset=offset,
        stability=np.fromiter((one[6] for one in rows), np.float64, len(rows)),
        steps=step >= 0,
        rests=rests // _SECOND,
        topic=tuple(one[7] for one in rows),
    )


def cited_documents(
    session: Session, user: UserId, deck_row: int | None
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows of all cards that are studied, each with the documents that it cites."""
    found = _rows(session, _CITED, user, deck_row)
    documents = places.documents_in([text for _, text in found])
    return tuple(zip((row for row, _ in found), documents, strict=True))


def document_titles(session: Session, user: UserId) -> dict[str, str]:
    """The title of every document that a deck names; the last where two decks differ."""
    found = session.execute(_TITLES.where(SourceRow.user_id == user))
    return {name: title or name for name, title in found}
