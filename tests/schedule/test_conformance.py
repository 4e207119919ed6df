"""Random histories held against py-fsrs, fsrs-rs and a real Anki, and fuzz against Anki's.

Of the histories a part of what `python -m tests.schedule.conform` compares by name.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from studyapp.model import MemoryState, Rating, Review, ReviewId
from studyapp.schedule import day_start, study_day
from studyapp.schedule.memory import openings
from tests.schedule import oracles
from tests.schedule.conform import TOLERANCE, compared
from tests.schedule.histories import CHANGING, STEADY, Place, histories

_COUNT = 300


def test_without_a_clock_change_memory_is_that_of_all_three() -> None:
    found = list(compared(STEADY[1::7], _COUNT, seed=1))
    assert len(found) >= _COUNT
    assert sum(one.history.states[-1].lapses > 0 for one in found) > _COUNT / 4
    assert max(one.py_fsrs for one in found) <= TOLERANCE
    assert max(one.fsrs_rs for one in found) <= TOLERANCE
    assert max(one.anki for one in found) <= TOLERANCE


def test_across_clock_changes_memory_is_that_of_fsrs_on_our_study_days() -> None:
    dice = Random(2)  # noqa: S311 (histories, not secrets)
    crossed = 0
    for place in CHANGING:
        for history in histories(place, _COUNT // len(CHANGING), datetime.now(UTC), dice):
            ours = history.states[-1]
            crossed += len({review.offset_minutes for review in history.reviews}) > 1
            assert oracles.py_fsrs(history, place.rollover).distance(ours) <= TOLERANCE
            assert oracles.fsrs_rs(history, place.rollover).distance(ours) <= TOLERANCE
    assert crossed > _COUNT / 4


@pytest.mark.parametrize(("stability", "days"), [(0.6, 1), (3, 3), (10, 10), (9, 20), (25, 9)])
def test_fuzz_has_the_bounds_of_anki(stability: float, days: int, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    place = Place("UTC", rollover=(now.hour + 12) % 24)
    last = now - timedelta(days=days)
    due = day_start(study_day(now, 0, place.rollover), place.zone, place.rollover)
    state = MemoryState(stability, difficulty=5.0, due=due, last=last, reviews=1)
    opened = openings(state, Review(ReviewId("r"), Rating.GOOD, now), place.plan)
    theirs = oracles.anki_intervals(state, days, place, tmp_path)
    for rating, found in theirs.items():
        assert opened[rating].first <= min(found) <= max(found) <= opened[rating].last
    good = opened[Rating.GOOD]
    assert theirs[Rating.GOOD] == set(range(good.first, good.last + 1))
