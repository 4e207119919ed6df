from datetime import UTC, datetime
from random import Random

import numpy as np
import pytest

from studyapp.model import Review, Weights
from studyapp.schedule import (
    FSRS_6,
    Plan,
    chances,
    predicted,
    replay,
    retrievability,
    study_day,
    study_days,
)
from tests.schedule.histories import CHANGING, Place, histories
from tests.schedule.learners import Learner, studied

START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)


def _days(reviews: tuple[Review, ...], rollover: int) -> list[int]:
    return [study_day(one.at, one.offset_minutes, rollover).toordinal() for one in reviews]


def test_each_answer_is_predicted_from_the_memory_before_it() -> None:
    plan = Plan()
    dice = Random(3)  # noqa: S311 (histories, not secrets)
    cards, ratings, elapsed, wanted = [], [], [], []
    for one in studied(Learner(plan), 25, START, END, dice):
        days = _days(one.reviews, plan.learner.rollover)
        for number, review in enumerate(one.reviews):
            waited = days[number] - days[number - 1] if number else 77
            cards.append(one.card)
            ratings.append(int(review.rating))
            elapsed.append(waited)
            if not number or not waited:
                wanted.append(float("nan"))
                continue
            before = replay(one.reviews[:number], plan)
            assert before is not None
            wanted.append(retrievability(before.stability, waited, FSRS_6.values[-1]))
    told = predicted(np.array(cards), np.array(ratings), np.array(elapsed), FSRS_6)
    assert len(told) > 200
    assert told == pytest.approx(np.array(wanted), abs=1e-6, nan_ok=True)


def test_other_weights_predict_otherwise() -> None:
    columns = np.array([1, 1]), np.array([3, 3]), np.array([0, 10])
    slower = (*FSRS_6.values[:2], 23.0, *FSRS_6.values[3:])
    (_, usual), (_, other) = (
        predicted(*columns, weights) for weights in (FSRS_6, Weights("FSRS-6", slower))
    )
    assert other > usual


def test_the_columns_given_are_left_as_they_are() -> None:
    elapsed = np.array([-1, 0, 4])
    predicted(np.array([1, 1, 1]), np.array([3, 3, 3]), elapsed, FSRS_6)
    assert elapsed.tolist() == [-1, 0, 4]


def test_no_answers_no_predictions() -> None:
    nothing = np.array([], np.int64)
    assert len(predicted(nothing, nothing, nothing, FSRS_6)) == 0


def test_chances_are_those_of_one_card() -> None:
    told = chances(np.array([1.0, 1.0, 20.0]), np.array([0, 3, 7]), 0.2)
    assert told == pytest.approx([retrievability(s, t, 0.2) for s, t in ((1, 0), (1, 3), (20, 7))])
    assert told[1] == pytest.approx(0.7985001)


@pytest.mark.parametrize("place", CHANGING)
def test_days_of_many_are_the_days_of_each(place: Place) -> None:
    dice = Random(5)  # noqa: S311 (histories, not secrets)
    reviews = [one for h in histories(place, 20, END, dice) for one in h.reviews]
    seconds = np.array([int(one.at.timestamp()) for one in reviews])
    offsets = np.array([one.offset_minutes for one in reviews])
    told = study_days(seconds, offsets, place.rollover)
    assert told.tolist() == _days(tuple(reviews), place.rollover)
