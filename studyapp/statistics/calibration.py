"""Whether the memory model is right: what it predicted beside what came."""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np

from studyapp.statistics.answers import Bools, Floats
from studyapp.statistics.recall import ENOUGH

EDGES = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Where one group of predictions ends and the next begins; the last includes its end."""

SOLID = 30
"""From so many reviews on the dot of a group is filled."""

_Z = 1.959964


class Verdict(StrEnum):
    """How what came lies to what was predicted."""

    CHANCE = "within chance"
    MORE = "more than predicted"
    LESS = "less than predicted"


@dataclass(frozen=True, slots=True)
class Group:
    """Reviews whose predictions lay from `low` to `high`, with the means of both."""

    low: float
    high: float
    reviews: int
    predicted: float
    actual: float

    @property
    def hollow(self) -> bool:
        """Whether it is too small to weigh much."""
        return self.reviews < SOLID


@dataclass(frozen=True, slots=True)
class Calibration:
    """All reviews with a prediction: the means, the verdict, and the groups that hold any."""

    reviews: int
    predicted: float
    actual: float
    verdict: Verdict
    groups: tuple[Group, ...]

    @property
    def enough(self) -> bool:
        """Whether there are reviews enough to show it."""
        return self.reviews >= ENOUGH


def _verdict(predicted: Floats, remembered: Bools) -> Verdict:
    """Whether the sum of outcomes lies within 1.96 deviations of the sum of predictions.

    If each prediction is right, the outcomes are independent throws with these chances, and
    their sum has the variance sum p (1 - p) (D. J. Spiegelhalter's test of probabilistic
    predictions, 1986, has the same ground).
    """
    surplus = float(remembered.sum() - predicted.sum())
    spread = sqrt(float((predicted * (1 - predicted)).sum()))
    if abs(surplus) <= _Z * spread:
        return Verdict.CHANCE
    return Verdict.MORE if surplus > 0 else Verdict.LESS


def calibration(predicted: Floats, remembered: Bools) -> Calibration:
    """Predictions (0 to 1; NaN for none) beside outcomes."""
    told = ~np.isnan(predicted)
    chances, hits = predicted[told], remembered[told]
    if not len(chances):
        return Calibration(0, 0.0, 0.0, Verdict.CHANCE, ())
    place = np.minimum(np.searchsorted(EDGES, chances, side="right") - 1, len(EDGES) - 2)
    size = len(EDGES) - 1
    counts = np.bincount(place, minlength=size)
    sums = np.bincount(place, chances, minlength=size)
    came = np.bincount(place, hits, minlength=size)
    groups = tuple(
        Group(EDGES[i], EDGES[i + 1], int(n), float(sums[i] / n), float(came[i] / n))
        for i, n in enumerate(counts)
        if n
    )
    return Calibration(
        reviews=len(chances),
        predicted=float(chances.mean()),
        actual=float(hits.mean()),
        verdict=_verdict(chances, hits),
        groups=groups,
    )
