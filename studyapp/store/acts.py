"""What learners do to cards besides answering them: written down so that it can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from studyapp.model import Adjustment, CardId, CardRef, Change, DeckId, UserId
from studyapp.store.instants import from_micros, to_micros
from studyapp.store.tables import ActRow, CardRow, DeckRow, ReviewRow


class Act(StrEnum):
    """What was done. `LEECH` the program does itself, after an answer."""

    BURY = "bury"
    UNBURY = "unbury"
    SUSPEND = "suspend"
    RESUME = "resume"
    FLAG = "flag"
    UNFLAG = "unflag"
    RESET = "reset"
    DUE = "due"
    LEECH = "leech"


COLUMNS = {
    Act.BURY: "held",
    Act.UNBURY: "held",
    Act.SUSPEND: "suspended",
    Act.RESUME: "suspended",
    Act.FLAG: "flagged",
    Act.UNFLAG: "flagged",
    Act.LEECH: "suspended",
}
"""The column of a card that each act changes."""


@dataclass(frozen=True, slots=True)
class StoredAct:
    """An act. `before`: what its column held; `after`: the newest review when it was done.

    `review_row`: the review that led to it; `day`: the study day of a due date that was set.
    """

    row: int
    card_row: int
    ref: CardRef
    act: Act
    at: datetime
    day: date | None
    before: int | None
    after: int
    review_row: int | None
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """An act about to be written down."""

    act: Act
    at: datetime
    before: int | None = None
    day: date | None = None
    review_row: int | None = None


_EVERY = (
    select(ActRow, CardRow.card, DeckRow.deck)
    .join(CardRow, CardRow.id == ActRow.card_row)
    .join(DeckRow, DeckRow.id == CardRow.deck_row)
)


def _stored(row: ActRow, card: str, deck: str) -> StoredAct:
    return StoredAct(
        row=row.id,
        card_row=row.card_row,
        ref=CardRef(DeckId(deck), CardId(card)),
        act=Act(row.act),
        at=from_micros(row.at),
        day=None if row.day is None else date.fromisoformat(row.day),
        before=row.before,
        after=row.after,
        review_row=row.review_row,
        taken_back=row.taken_back is not None,
    )


def add_act(session: Session, user: UserId, card_row: int, deed: Deed) -> int:
    """Write an act down; returns its row."""
    newest = select(func.max(ReviewRow.id)).where(ReviewRow.user_id == user)
    row = ActRow(
        user_id=user,
        card_row=card_row,
        act=deed.act,
        at=to_micros(deed.at),
        day=None if deed.day is None else deed.day.isoformat(),
        before=deed.before,
        after=session.scalar(newest) or 0,
        review_row=deed.review_row,
        taken_back=None,
    )
    session.add(row)
    session.flush()
    return row.id


def find_act(session: Session, user: UserId, row: int) -> StoredAct | None:
    """The act of that row."""
    found = session.execute(_EVERY.where(ActRow.user_id == user, ActRow.id == row)).one_or_none()
    return None if found is None else _stored(*found)


def last_act(session: Session, user: UserId, since: datetime) -> StoredAct | None:
    """The newest act from `since` on that is the learner's own and was not taken back."""
    query = _EVERY.where(
        ActRow.user_id == user,
        ActRow.at >= to_micros(since),
        ActRow.taken_back.is_(None),
        ActRow.review_row.is_(None),
    )
    found = session.execute(query.order_by(ActRow.id.desc()).limit(1)).one_or_none()
    return None if found is None else _stored(*found)


def acts_of(session: Session, user: UserId, card_row: int) -> tuple[StoredAct, ...]:
    """Every act on a card in order, those taken back too."""
    query = _EVERY.where(ActRow.user_id == user, ActRow.card_row == card_row)
    return tuple(_stored(*row) for row in session.execute(query.order_by(ActRow.id)))


def acts_of_review(session: Session, user: UserId, review_row: int) -> tuple[StoredAct, ...]:
    """What a review led to and was not taken back."""
    query = _EVERY.where(
        ActRow.user_id == user, ActRow.review_row == review_row, ActRow.taken_back.is_(None)
    )
    return tuple(_stored(*row) for row in session.execute(query.order_by(ActRow.id)))


def take_back(session: Session, act_row: int, at: datetime) -> None:
    """Mark an act as undone."""
    change = update(ActRow).where(ActRow.id == act_row)
    session.execute(change.values(taken_back=to_micros(at)))


def adjustments_of(session: Session, user: UserId, card_row: int) -> tuple[Adjustment, ...]:
    """What the learner said about a card's schedule and did not take back."""
    return adjustments_among(acts_of(session, user, card_row))


def adjustments_among(acts: Iterable[StoredAct]) -> tuple[Adjustment, ...]:
    """Those of the acts on one card that change its schedule and were not taken back."""
    return tuple(
        Adjustment(Change(one.act), one.at, one.day)
        for one in acts
        if one.act in {Act.RESET, Act.DUE} and not one.taken_back
    )


def all_adjustments(session: Session, user: UserId) -> dict[int, tuple[Adjustment, ...]]:
    """The same for every card that has any, by card row."""
    query = _EVERY.where(
        ActRow.user_id == user,
        ActRow.act.in_([Act.RESET.value, Act.DUE.value]),
        ActRow.taken_back.is_(None),
    )
    found = dict[int, tuple[Adjustment, ...]]()
    for row in session.execute(query.order_by(ActRow.id)):
        one = _stored(*row)
        said = Adjustment(Change(one.act), one.at, one.day)
        found[one.card_row] = (*found.get(one.card_row, ()), said)
    return found


def all_resets(session: Session, user: UserId) -> dict[int, tuple[datetime, ...]]:
    """When cards were made new again, in order, by card row."""
    said = all_adjustments(session, user)
    resets = {
        card: tuple(one.at for one in every if one.change is Change.RESET)
        for card, every in said.items()
    }
    return {card: times for card, times in resets.items() if times}
