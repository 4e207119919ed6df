from datetime import UTC, datetime

from studyapp.model import MemoryState, Queue
from studyapp.schedule import queue_of

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_where_a_card_waits() -> None:
    state = MemoryState(stability=1.0, difficulty=5.0, due=NOW, last=NOW, step=0)
    assert queue_of(None) is Queue.NEW
    assert queue_of(state) is Queue.LEARNING
    review = MemoryState(stability=1.0, difficulty=5.0, due=NOW, last=NOW)
    assert queue_of(review) is Queue.REVIEW
