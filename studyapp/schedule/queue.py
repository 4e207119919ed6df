"""Which card comes next: what is being learned, what is due, what is new, within limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from studyapp.model import LearnerSettings, MemoryState, Queue

LEARN_AHEAD = timedelta(minutes=20)
"""A card in its steps may come this much early, rather than make the learner wait."""


def queue_of(state: MemoryState | None) -> Queue:
    """Where an active card with this memory waits."""
    if state is None:
        return Queue.NEW
    return Queue.REVIEW if state.step is None else Queue.LEARNING


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card by its number in the library, and when it is due."""

    card: int
    due: datetime


def allowance(introduced: int, settings: LearnerSettings) -> int:
    """How many more cards may be seen for the first time today."""
    return max(0, settings.new_per_day - introduced)


def in_turn(
    learning: Sequence[Candidate],
    review: Sequence[Candidate],
    new: Sequence[Candidate],
    now: datetime,
) -> tuple[Candidate, ...]:
    """The cards that can be studied now, in order: each sequence is in order of due time.

    Steps that are due first, because their waits are short; then reviews, then `new` (already
    cut to the allowance), then steps that are nearly due.
    """
    ready = tuple(one for one in learning if one.due <= now)
    ahead = tuple(one for one in learning if now < one.due <= now + LEARN_AHEAD)
    due = tuple(one for one in review if one.due <= now)
    return (*ready, *due, *new, *ahead)
