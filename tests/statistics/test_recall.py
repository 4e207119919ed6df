import pytest

from studyapp.statistics import recall, wilson
from tests.statistics.given import AGAIN, GOOD, HARD, Said, answers


def test_wilson_is_the_interval_of_the_books() -> None:
    # (0.9 + z²/100 ± z √(0.09/50 + z²/10000)) / (1 + z²/50) with z = 1.959964
    assert wilson(45, 50) == pytest.approx((0.78640, 0.95652), abs=1e-5)
    assert wilson(10, 10) == pytest.approx((0.72247, 1.0), abs=1e-5)
    assert wilson(0, 10) == pytest.approx((0.0, 0.27753), abs=1e-5)
    assert wilson(0, 0) == (0.0, 1.0)


def test_only_first_answers_after_a_day_or_more_count() -> None:
    told = recall(
        answers(
            Said(1, day=1, interval=-1),
            Said(1, day=1, interval=1),
            Said(1, day=2, rating=AGAIN),  # counts: held for a day
            Said(1, day=2, interval=2),  # the same day: learning it again
            Said(1, day=4, rating=HARD, interval=5),  # counts
            Said(2, day=1, interval=-1),
            Said(2, day=3, rating=AGAIN),  # left in its steps: no interval was promised
            Said(3, day=1, interval=4),
            Said(3, day=2, rating=GOOD),  # counts, though early
        )
    )
    assert (told.reviews, told.remembered) == (3, 2)
    assert told.share == pytest.approx(2 / 3)
    assert (told.low, told.high) == wilson(2, 3)


def test_a_second_look_on_the_same_day_does_not_count() -> None:
    told = recall(answers(Said(1, day=1, interval=1), Said(1, day=1, interval=1)))
    assert told.reviews == 0
    assert not told.enough


def test_fifty_reviews_are_enough() -> None:
    fifty = [said for card in range(50) for said in (Said(card, 1, interval=1), Said(card, 2))]
    assert recall(answers(*fifty)).enough
    assert not recall(answers(*fifty[:-1])).enough
