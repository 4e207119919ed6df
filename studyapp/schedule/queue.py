"""Where an active card waits, and how early a step may come."""

from datetime import timedelta

from studyapp.model import MemoryState, Queue

LEARN_AHEAD = timedelta(minutes=20)
"""A card in its steps may come this much early, rather than make the learner wait."""


def queue_of(state: MemoryState | None) -> Queue:
    """Where an active card with this memory waits."""
    if state is None:
        return Queue.NEW
    return Queue.REVIEW if state.step is None else Queue.LEARNING
