"""Learning steps behave as in Anki."""

from datetime import UTC, datetime, timedelta

import pytest

from studyapp.model import MemoryState, Rating, Review, ReviewId, StudyappError
from studyapp.schedule import Intervals, Plan, Steps, advance, parse_steps, preview, steps_text

PLAN = Plan()
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _after(*ratings: Rating) -> MemoryState:
    """A card answered with these ratings, each when it was due."""
    at = NOW
    state: MemoryState | None = None
    for rating in ratings:
        state = advance(state, Review(ReviewId("r"), rating, at), PLAN)
        at = state.due
    assert state is not None
    return state


def _wait(state: MemoryState) -> timedelta:
    return state.due - state.last


def test_a_new_card() -> None:
    days = (None, None, None, 8)
    assert preview(None, NOW, PLAN) == Intervals("1 min", "6 min", "10 min", "8 days", days)


def test_good_climbs_the_steps_and_then_leaves_them() -> None:
    first = _after(Rating.GOOD)
    assert (first.step, _wait(first)) == (1, timedelta(minutes=10))
    second = _after(Rating.GOOD, Rating.GOOD)
    assert second.step is None
    assert second.due == datetime(2026, 3, 4, 4, tzinfo=UTC)


def test_hard_stays_on_its_step() -> None:
    assert (_after(Rating.HARD).step, _wait(_after(Rating.HARD))) == (0, timedelta(seconds=330))
    later = _after(Rating.GOOD, Rating.HARD)
    assert (later.step, _wait(later)) == (1, timedelta(minutes=10))


def test_again_goes_back_to_the_first_step() -> None:
    state = _after(Rating.GOOD, Rating.AGAIN)
    assert (state.step, _wait(state)) == (0, timedelta(minutes=1))


def test_easy_leaves_the_steps_at_once_and_waits_longer_than_good() -> None:
    state = _after(Rating.GOOD)
    easy = advance(state, Review(ReviewId("e"), Rating.EASY, state.due), PLAN)
    good = advance(state, Review(ReviewId("g"), Rating.GOOD, state.due), PLAN)
    assert easy.step is None
    assert easy.due >= good.due + timedelta(days=1)


def test_a_forgotten_card_takes_the_relearning_step() -> None:
    lapsed = _after(Rating.EASY, Rating.AGAIN)
    assert (lapsed.step, _wait(lapsed), lapsed.lapses) == (0, timedelta(minutes=10), 1)
    assert preview(lapsed, lapsed.due, PLAN).hard == "15 min"
    back = _after(Rating.EASY, Rating.AGAIN, Rating.GOOD)
    assert back.step is None
    assert back.due > back.last + timedelta(hours=12)


def test_in_review_a_better_rating_waits_at_least_a_day_longer() -> None:
    state = _after(Rating.GOOD, Rating.GOOD)
    dues = [
        advance(state, Review(ReviewId("r"), rating, state.due), PLAN).due
        for rating in (Rating.HARD, Rating.GOOD, Rating.EASY)
    ]
    assert dues[0] + timedelta(days=1) <= dues[1]
    assert dues[1] + timedelta(days=1) <= dues[2]


def test_no_steps() -> None:
    none = Steps(())
    assert (none.again(), none.hard(0), none.good(0)) == (None, None, None)


@pytest.mark.parametrize(
    ("steps", "hard"),
    [(Steps((600,)), 900), (Steps((60, 600)), 330), (Steps((86_400 * 4,)), 86_400 * 5)],
)
def test_hard_on_the_first_step_lies_between(steps: Steps, hard: int) -> None:
    assert steps.hard(0) == hard


@pytest.mark.parametrize(
    ("typed", "seconds", "shown"),
    [
        ("1m 10m", (60, 600), "1m 10m"),
        ("1 10", (60, 600), "1m 10m"),
        ("30s, 2H", (30, 7200), "30s 2h"),
        ("90m", (5400,), "90m"),
        ("1d", (86_400,), "1d"),
        ("0", (0,), "0d"),
        ("  ", (), ""),
    ],
)
def test_steps_are_typed_as_in_anki(typed: str, seconds: tuple[int, ...], shown: str) -> None:
    assert parse_steps(typed) == seconds
    assert steps_text(seconds) == shown
    assert parse_steps(shown) == seconds


@pytest.mark.parametrize("typed", ["1.5m", "soon", "10 min", "-1", "1w", "1m10m", "9999999s"])
def test_what_is_no_step_is_named(typed: str) -> None:
    with pytest.raises(StudyappError) as raised:
        parse_steps(typed)
    assert raised.value.message.endswith("is not a wait.")
    assert "1m 10m" in raised.value.hint
