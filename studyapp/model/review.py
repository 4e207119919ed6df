"""What a learner did: a `Review`, and the `MemoryState` that all reviews of a card fold to."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import NewType

ReviewId = NewType("ReviewId", str)
"""Chosen by whoever submits the answer, so that a repeated submission counts once."""


class Rating(IntEnum):
    """How well a card was remembered. Only `AGAIN` is a lapse."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Review:
    """One answer of one learner to one card. Append-only; the truth of the schedule.

    `at` is an aware UTC time; `offset_minutes` the learner's offset from UTC then, so that
    the study day can be told for ever. `wording` is the hash of the content that was shown.
    `milliseconds` is the visible time spent, None when not recorded. `fuzz` (0 to below 1)
    is where in its fuzz range the interval was chosen, None for an interval without fuzz.
    """

    id: ReviewId
    rating: Rating
    at: datetime
    offset_minutes: int = 0
    wording: str = ""
    milliseconds: int | None = None
    fuzz: float | None = None


class Change(StrEnum):
    """What a learner may do to the schedule of a card, besides answering it."""

    RESET = "reset"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A learner's own word on the schedule of a card, at an aware UTC time.

    `RESET`: reviews before it no longer count. `DUE`: the card comes back on the study day
    `day`, whatever the memory model wants; its memory stays, so the next review counts as it
    would have.
    """

    change: Change
    at: datetime
    day: date | None = None


@dataclass(frozen=True, slots=True)
class MemoryState:
    """What the scheduler believes about one card. The fold of its reviews.

    `stability` in days (retrievability falls to 90% after it), `difficulty` 1 to 10, `step`
    the place in the learning or relearning steps (None when in review), `due` an aware UTC
    time, `last` the time of the last review, `lapses` how often a card in review was
    forgotten, `reviews` how many reviews were folded. `offset_minutes` is the learner's
    offset from UTC at `last`, so that the study day of the last review can be told.
    """

    stability: float
    difficulty: float
    due: datetime
    last: datetime
    step: int | None = None
    lapses: int = 0
    reviews: int = 0
    offset_minutes: int = 0


class Queue(StrEnum):
    """Where a card waits. `REST`: suspended, buried, withdrawn, or not accepted."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    REST = "rest"
