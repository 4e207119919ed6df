from datetime import UTC, datetime, timedelta

import pytest

from studyapp.model import Rating, Review, ReviewId
from studyapp.schedule import (
    Plan,
    Steps,
    advance,
    interval_days,
    preview,
    promise_words,
    span_words,
)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (21, "21 days"),
        (59, "59 days"),
        (60, "2 months"),
        (120, "4 months"),
        (729, "24 months"),
        (1096, "3 years"),
    ],
)
def test_days_in_words(days: int, words: str) -> None:
    assert span_words(days) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (5, "1 min"),
        (60, "1 min"),
        (330, "6 min"),
        (600, "10 min"),
        (3600, "1 hour"),
        (9000, "2 hours"),
    ],
)
def test_waits_in_words(seconds: int, words: str) -> None:
    assert promise_words(None, timedelta(seconds=seconds)) == words


def test_a_day_late_at_night_is_a_day_although_it_is_only_hours() -> None:
    late = datetime(2026, 3, 2, 23, tzinfo=UTC)
    plan = Plan(learning=Steps(()))
    state = advance(None, Review(ReviewId("r"), Rating.AGAIN, late), plan)
    assert state.due - late == timedelta(hours=5)
    assert interval_days(state, plan) == 1
    assert preview(None, late, plan).of(Rating.AGAIN) == "1 day"
