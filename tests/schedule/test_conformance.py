"""Random histories held against py-fsrs, fsrs-rs and a real Anki.

A part of what `python -m tests.schedule.conform` compares by name.
"""

from tests.schedule.conform import TOLERANCE, compared
from tests.schedule.histories import CHANGING, STEADY

_COUNT = 300
_EVERY = 4
"""Of the places each fourth: another zone and another rollover hour."""


def test_without_a_clock_change_memory_is_that_of_all_three() -> None:
    found = list(compared(STEADY[::_EVERY], _COUNT, seed=1))
    assert len(found) >= _COUNT
    assert sum(one.history.states[-1].lapses > 0 for one in found) > _COUNT / 4
    assert max(one.py_fsrs for one in found) <= TOLERANCE
    assert max(one.fsrs_rs for one in found) <= TOLERANCE
    assert max(one.anki for one in found) <= TOLERANCE


def test_across_clock_changes_memory_is_that_of_fsrs_on_our_study_days() -> None:
    found = list(compared(CHANGING[::_EVERY], _COUNT, seed=2))
    offsets = [{review.offset_minutes for review in one.history.reviews} for one in found]
    assert sum(len(one) > 1 for one in offsets) > _COUNT / 4
    assert max(one.py_fsrs for one in found) <= TOLERANCE
    assert max(one.fsrs_rs for one in found) <= TOLERANCE
