from datetime import UTC, datetime, timedelta

import pytest

from studyapp.model import LearnerSettings, MemoryState, Queue
from studyapp.schedule import Candidate, allowance, in_turn, queue_of

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _card(number: int, minutes: int) -> Candidate:
    return Candidate(number, NOW + timedelta(minutes=minutes))


def test_due_steps_then_reviews_then_new_then_steps_nearly_due() -> None:
    order = in_turn(
        learning=[_card(1, -1), _card(2, 5), _card(3, 30)],
        review=[_card(4, -600), _card(5, 60)],
        new=[_card(6, 0)],
        now=NOW,
    )
    assert [one.card for one in order] == [1, 4, 6, 2]


def test_nothing_waits() -> None:
    assert in_turn([], [], [], NOW) == ()


@pytest.mark.parametrize(("introduced", "left"), [(0, 20), (19, 1), (20, 0), (25, 0)])
def test_new_cards_within_the_days_limit(introduced: int, left: int) -> None:
    assert allowance(introduced, LearnerSettings()) == left


def test_where_a_card_waits() -> None:
    state = MemoryState(stability=1.0, difficulty=5.0, due=NOW, last=NOW, step=0)
    assert queue_of(None) is Queue.NEW
    assert queue_of(state) is Queue.LEARNING
    review = MemoryState(stability=1.0, difficulty=5.0, due=NOW, last=NOW)
    assert queue_of(review) is Queue.REVIEW
