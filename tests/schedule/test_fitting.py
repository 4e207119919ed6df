"""Weights are fitted where a learner differs from the defaults, and offered only if better."""

from datetime import UTC, datetime
from random import Random

import numpy as np
import pytest

from studyapp.model import Weights
from studyapp.schedule import (
    FSRS_6,
    Fit,
    Histories,
    Outcome,
    Plan,
    fit,
    predicted,
    study_day,
)
from tests.schedule.learners import Learner, studied

START, END = datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)
FIRM = Weights("FSRS-6", (1.1, 4.2, 9.0, 30.0, *FSRS_6.values[4:8], 2.6, *FSRS_6.values[9:]))
FRAIL = Weights("FSRS-6", (0.1, 0.5, 0.9, 2.0, *FSRS_6.values[4:8], 1.0, *FSRS_6.values[9:]))


def _histories(memory: Weights, cards: int, seed: int) -> Histories:
    """The answers of a learner with such a memory, who studies by the default plan."""
    plan = Plan()
    dice = Random(seed)  # noqa: S311 (histories, not secrets)
    rows = [
        (one.card, study_day(review.at, review.offset_minutes, 4).toordinal(), review.rating)
        for one in studied(Learner(plan, memory), cards, START, END, dice)
        for review in one.reviews
    ]
    card, day, rating = np.array(rows, np.int64).T
    return Histories(card, day, rating)


def _loss(histories: Histories, weights: Weights) -> float:
    """The mean log loss over every review a day or more after the last."""
    elapsed = np.diff(histories.day, prepend=0)
    told = predicted(histories.card, histories.rating, elapsed, weights)
    given = np.where(histories.rating > 1, told, 1 - told)
    return float(-np.log(given[~np.isnan(told)]).mean())


@pytest.fixture(scope="module")
def frail() -> Histories:
    return _histories(FRAIL, 400, seed=1)


@pytest.fixture(scope="module")
def fitted(frail: Histories) -> Fit:
    return fit(frail)


def test_a_learner_unlike_the_defaults_is_predicted_better(fitted: Fit) -> None:
    assert fitted.outcome is Outcome.BETTER
    assert fitted.defaults is not None
    assert fitted.fitted is not None
    assert fitted.fitted < fitted.defaults
    assert fitted.weights is not None
    assert (fitted.weights.version, fitted.version, len(fitted.weights.values)) == (
        "FSRS-6",
        "FSRS-6",
        21,
    )
    assert fitted.held_out == fitted.reviews - int(fitted.reviews * 0.7)


@pytest.mark.parametrize(("memory", "cards"), [(FIRM, 1200), (FRAIL, 400)])
def test_their_answers_to_come_are_predicted_better_too(memory: Weights, cards: int) -> None:
    found = fit(_histories(memory, cards, seed=2))
    assert found.weights is not None
    to_come = _histories(memory, 400, seed=3)
    assert _loss(to_come, found.weights) < _loss(to_come, FSRS_6)


def test_the_same_answers_give_the_same_weights(frail: Histories, fitted: Fit) -> None:
    assert fit(frail) == fitted


@pytest.mark.parametrize("seed", range(4))
def test_a_learner_like_the_defaults_never_gets_worse_weights(seed: int) -> None:
    found = fit(_histories(FSRS_6, 150, seed=10 + seed))
    assert found.outcome is not Outcome.TOO_FEW
    if found.weights is not None:
        to_come = _histories(FSRS_6, 400, seed=99)
        assert _loss(to_come, found.weights) < _loss(to_come, FSRS_6) + 0.002
    else:
        assert found.outcome is Outcome.NOT_BETTER


@pytest.mark.parametrize("seed", range(4))
def test_noise_never_gets_worse_weights(seed: int) -> None:
    """Whoever presses any button is forgotten half the time, whatever the wait."""

    def noise(seed: int) -> Histories:
        dice = np.random.default_rng(seed)
        shape = (200, 6)
        day = np.cumsum(dice.integers(0, 30, shape), axis=1).ravel()
        card = np.repeat(np.arange(shape[0]), shape[1])
        return Histories(card, day, dice.choice([1, 1, 3, 4], shape).ravel())

    found = fit(noise(seed))
    assert found.outcome is not Outcome.TOO_FEW
    if found.weights is not None:
        assert _loss(noise(100 + seed), found.weights) < _loss(noise(100 + seed), FSRS_6)


def test_weights_that_predict_the_later_answers_worse_are_not_offered() -> None:
    """The earlier answers are those of a firm memory, the later those of a frail one."""
    early, late = _histories(FIRM, 150, seed=5), _histories(FRAIL, 24, seed=6)
    found = fit(
        Histories(
            np.concatenate((early.card, late.card + 10_000)),
            np.concatenate((early.day, late.day + 2_000)),
            np.concatenate((early.rating, late.rating)),
        )
    )
    assert found.defaults is not None
    assert found.fitted is not None
    assert found.fitted > found.defaults
    assert (found.outcome, found.weights) == (Outcome.NOT_BETTER, None)


def _plain(cards: int, reviews: int) -> Histories:
    """Cards answered Good on so many days, and once more on each of them."""
    days = np.repeat(np.arange(reviews + 1) * 3, 2)
    return Histories(
        np.repeat(np.arange(cards), len(days)),
        np.tile(days, cards),
        np.full(cards * len(days), 3),
    )


def test_too_few_reviews_are_not_fitted() -> None:
    assert fit(_plain(133, 3)) == Fit(Outcome.TOO_FEW, 399)
    enough = fit(_plain(134, 3))
    assert (enough.reviews, enough.held_out) == (402, 121)
    assert enough.defaults is not None


def test_no_answers_at_all() -> None:
    nothing = np.array([], np.int64)
    assert fit(Histories(nothing, nothing, nothing)) == Fit(Outcome.TOO_FEW, 0)


def test_the_order_of_the_cards_does_not_matter(frail: Histories, fitted: Fit) -> None:
    """Answers are taken in order of their days; a card's number is only its name."""
    renamed = Histories(frail.card + 7, frail.day, frail.rating)
    assert fit(renamed) == fitted
