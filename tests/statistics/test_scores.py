"""The measures by hand, and beside what fsrs-rs makes of the same answers."""

from math import exp, log
from random import Random

import numpy as np
import pytest
from fsrs_rs_python import FSRS, FSRSItem, FSRSReview

from studyapp.schedule import FSRS_6, predicted
from studyapp.statistics import Answers, scores
from studyapp.statistics.scores import averages, bins_of, log_loss, moving_averages, rmse_in_bins
from tests.statistics.given import AGAIN, GOOD, Said, answers


def test_log_loss_by_hand() -> None:
    told = log_loss(np.array([0.9, 0.8]), np.array([True, False]))
    assert told == pytest.approx((-log(0.9) - log(0.2)) / 2)
    assert log_loss(np.array([0.0]), np.array([True])) == pytest.approx(-log(1e-7))


def test_the_average_follows_the_rule_of_succession() -> None:
    assert averages(np.array([True, True, False, True])) == pytest.approx(
        [1 / 2, 2 / 3, 3 / 4, 3 / 5]
    )


def test_the_moving_average_steps_by_its_surprise() -> None:
    first = 1 / (1 + exp(-1.2))
    second = 1 / (1 + exp(-(1.2 + 0.3 * (0 - first))))
    told = moving_averages(np.array([False, True]))
    assert told == pytest.approx([first, second])
    assert first == pytest.approx(0.76852478)


def test_bins_are_alike_in_days_reviews_and_lapses() -> None:
    told = answers(
        Said(1, day=1),
        Said(1, day=2, rating=AGAIN),
        Said(1, day=2),
        Said(1, day=4),
        Said(2, day=1),
        Said(2, day=2),
        Said(2, day=4),
        Said(3, day=7),
        Said(3, day=9, rating=AGAIN),
    )
    bins = bins_of(told).tolist()
    one_lapse, second_review, first_reviews = bins[3], bins[6], {bins[1], bins[5], bins[8]}
    assert len(first_reviews) == 1
    assert one_lapse != second_review


def test_rmse_weighs_the_bins_by_their_size() -> None:
    told = rmse_in_bins(
        np.array([0.9, 0.9, 0.5, 0.7]),
        np.array([True, False, True, True]),
        np.array([0, 0, 2, 2]),
    )
    assert told == pytest.approx(((0.4**2 * 2 + 0.4**2 * 2) / 4) ** 0.5)


def _random_answers(dice: Random) -> Answers:
    said = list[Said]()
    for card in range(400):
        day = dice.randrange(30)
        for _ in range(dice.randint(1, 12)):
            rating = dice.choices((1, 2, 3, 4), (20, 10, 55, 15))[0]
            said.append(Said(card, day, rating, interval=1))
            day += dice.choice((0, 0, 1, 1, 2, 3, 5, 9, 20, 60))
    return answers(*said)


def test_fsrs_rs_finds_the_same_losses_in_the_same_bins() -> None:
    told = _random_answers(Random(4))  # noqa: S311 (answers, not secrets)
    chances = predicted(told.card, told.rating, told.elapsed, FSRS_6)
    items = list[FSRSItem]()
    reviews = list[FSRSReview]()
    for first, rating, elapsed in zip(
        told.elapsed == -1, told.rating.tolist(), told.elapsed.tolist(), strict=True
    ):
        reviews = [] if first else reviews
        reviews = [*reviews, FSRSReview(rating, max(elapsed, 0))]
        if elapsed > 0:
            items.append(FSRSItem(reviews))
    theirs = FSRS(FSRS_6.values).evaluate(items)
    counted = told.elapsed > 0
    chances, came, bins = chances[counted], told.remembered[counted], bins_of(told)[counted]
    # It weighs later reviews more, in order of the items, but not within a bin.
    weights = 0.25 + 0.75 * np.linspace(0, 1, len(items)) ** 3
    losses = [log_loss(chances[[n]], came[[n]]) for n in range(len(items))]
    assert np.average(losses, weights=weights) == pytest.approx(theirs.log_loss, abs=1e-5)
    sizes = np.maximum(np.bincount(bins), 1)
    surplus = np.bincount(bins, chances - came) / sizes
    square = (np.bincount(bins, weights) * surplus**2).sum() / weights.sum()
    assert square**0.5 == pytest.approx(theirs.rmse_bins, abs=1e-5)


def test_scores_are_of_the_chosen_answers_and_learn_from_all() -> None:
    told = answers(
        Said(1, day=1, interval=1),
        Said(1, day=2, rating=GOOD),
        Said(2, day=1, interval=1),
        Said(2, day=3, rating=AGAIN),
    )
    chances = np.array([np.nan, 0.9, np.nan, 0.8])
    found = scores(told, (("ours", chances),), told.day >= 3)
    assert [one.name for one in found] == ["ours", "AVG", "MOVING-AVG"]
    ours, average, _ = found
    assert ours.log_loss == pytest.approx(-log(0.2))
    assert average.log_loss == pytest.approx(-log(1 / 3))
    assert scores(told, (("ours", chances),), told.day >= 9) == ()
