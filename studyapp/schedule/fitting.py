"""Weights of a learner's own: fitted to their answers, and offered only if they predict better.

The answers are divided by time. Weights fitted to the earlier ones have to predict the later
ones, which they have not seen, better than the defaults do, and by more than chance would
explain. Only then are weights fitted to all answers and offered.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import sqrt

import numpy as np
from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
from numpy.typing import NDArray

from studyapp.model import Weights
from studyapp.schedule.plan import FSRS_6
from studyapp.schedule.predicting import card_starts, predicted, review_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FEWEST = 400
"""Fewer counted reviews are not fitted.

The engine gives the defaults back for 64 or less, and 21 weights follow the accidents of a few
hundred reviews. Of 400, 320 are fitted, 15 for each weight, and 80 are left to judge by.
"""

_EARLIER = 0.7
_BEYOND_CHANCE = 1.645
_LEAST = 1e-7


@dataclass(frozen=True, slots=True)
class Histories:
    """The answers of many cards, those of a card together and in order of time.

    One entry an answer in each column: the card's number, the study day (an ordinal), and the
    rating (1 to 4).
    """

    card: Ints
    day: Ints
    rating: Ints


class Outcome(StrEnum):
    """What came of it."""

    TOO_FEW = "too few reviews"
    NOT_BETTER = "no better than the defaults"
    BETTER = "better than the defaults"


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit came to. `weights` are there only if they are better than the defaults.

    `reviews` counts the answers a study day or more after the last one to their card. Of these
    the `held_out` latest were judged by: `defaults` and `fitted` are the mean log losses there
    (lower is better), of the default weights and of weights fitted to the earlier reviews;
    None if nothing was fitted. `version` is that of the memory model.
    """

    outcome: Outcome
    reviews: int
    weights: Weights | None = None
    held_out: int = 0
    defaults: float | None = None
    fitted: float | None = None
    version: str = FSRS_6.version


def fit(histories: Histories, relearning_steps: int = 1) -> Fit:
    """Weights for these answers. The same answers always give the same weights.

    `relearning_steps`: in how many steps the learner relearns a forgotten card.
    """
    elapsed = _elapsed(histories)
    counted = np.flatnonzero(elapsed >= 1)
    if len(counted) < FEWEST:
        return Fit(Outcome.TOO_FEW, len(counted))
    counted = counted[np.argsort(histories.day[counted], kind="stable")]
    items = _items(histories, elapsed, counted)
    earlier = int(len(counted) * _EARLIER)
    trial = _fitted(items[:earlier], relearning_steps)
    later = counted[earlier:]
    usual, own = (_losses(histories, elapsed, later, one) for one in (FSRS_6, trial))
    better = _is_better(usual - own)
    return Fit(
        outcome=Outcome.BETTER if better else Outcome.NOT_BETTER,
        reviews=len(counted),
        weights=_fitted(items, relearning_steps) if better else None,
        held_out=len(later),
        defaults=float(usual.mean()),
        fitted=float(own.mean()),
    )


def _elapsed(histories: Histories) -> Ints:
    """Study days since the card's answer before; 0 for the first."""
    elapsed = np.diff(histories.day, prepend=histories.day[:1])
    elapsed[card_starts(histories.card)] = 0
    return np.maximum(elapsed, 0)


def _items(histories: Histories, elapsed: Ints, counted: Ints) -> list[FSRSItem]:
    """Each counted answer with those before it to the same card, in the order of `counted`."""
    reviews: list[FSRSReview] = list(map(review_of, histories.rating.tolist(), elapsed.tolist()))
    bounds = [*card_starts(histories.card).tolist(), len(reviews)]
    starts = np.repeat(bounds[:-1], [end - start for start, end in pairwise(bounds)])
    places = zip(starts[counted].tolist(), counted.tolist(), strict=True)
    return [FSRSItem(reviews[start : place + 1]) for start, place in places]


def _fitted(items: list[FSRSItem], relearning_steps: int) -> Weights:
    """Answers on the day of the last are part of the model, as in `memory`."""
    found = FSRS(FSRS_6.values).compute_parameters(
        items, enable_short_term=True, num_relearning_steps=relearning_steps
    )
    return Weights(FSRS_6.version, tuple(found))


def _losses(histories: Histories, elapsed: Ints, chosen: Ints, weights: Weights) -> Floats:
    """The log loss of each chosen answer: -ln of the chance that was given to what came."""
    told = predicted(histories.card, histories.rating, elapsed, weights)[chosen]
    given = np.where(histories.rating[chosen] > 1, told, 1 - told)
    return np.asarray(-np.log(np.clip(given, _LEAST, 1)), np.float64)


def _is_better(gains: Floats) -> bool:
    """Whether the mean gain lies above zero by more than chance explains in 19 of 20 cases."""
    error = float(gains.std(ddof=1)) / sqrt(len(gains))
    return float(gains.mean()) > _BEYOND_CHANCE * error
