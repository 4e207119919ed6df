"""Recall: the share of cards that came back after a day or more and were remembered."""

from dataclasses import dataclass
from math import sqrt

from studyapp.statistics.answers import Answers, Bools

ENOUGH = 50
"""Fewer reviews than this say too little: nothing is shown of them."""

_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Recall:
    """`remembered` of `reviews`, as a share, and the range in which chance leaves the truth.

    Shares are from 0 to 1.
    """

    reviews: int
    remembered: int
    share: float
    low: float
    high: float

    @property
    def enough(self) -> bool:
        """Whether there are reviews enough to show it."""
        return self.reviews >= ENOUGH


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The 95% score interval of a share (E. B. Wilson, 1927), from 0 to 1; all of it for none."""
    if not tries:
        return 0.0, 1.0
    share, square = hits / tries, _Z * _Z
    middle = share + square / (2 * tries)
    reach = _Z * sqrt(share * (1 - share) / tries + square / (4 * tries * tries))
    scale = 1 + square / tries
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def came_back(answers: Answers) -> Bools:
    """Which answers count: the first of a day to a card that had waited for a day or more."""
    return (answers.held >= 1) & (answers.elapsed >= 1)


def recall(answers: Answers) -> Recall:
    """The recall of these answers."""
    counted = answers.remembered[came_back(answers)]
    tries, hits = len(counted), int(counted.sum())
    return Recall(tries, hits, hits / tries if tries else 0.0, *wilson(hits, tries))
