"""How well predictions did, in the measures by which memory models are compared.

Log loss and RMSE(bins), and the two rules of thumb that a model has to beat, are those of the
srs-benchmark of Open Spaced Repetition (github.com/open-spaced-repetition/srs-benchmark).
"""

from dataclasses import dataclass
from math import exp, log

import numpy as np

from studyapp.statistics.answers import FORGOTTEN, Answers, Bools, Floats, Ints, first_of_card

_LEAST = 1e-7
_START, _RATE = 1.2, 0.3


@dataclass(frozen=True, slots=True)
class Score:
    """How well one way to predict did; lower is better in both measures."""

    name: str
    log_loss: float
    rmse: float


def log_loss(predicted: Floats, remembered: Bools) -> float:
    """The mean of -ln(the chance that was given to what came)."""
    given = np.where(remembered, predicted, 1 - predicted)
    return float(-np.log(np.clip(given, _LEAST, 1)).mean())


def averages(remembered: Bools) -> Floats:
    """AVG: before each answer, in order of time, the share remembered so far.

    By the rule of succession (Laplace), (hits + 1) / (answers + 2), which is a half before the
    first answer and never certain.
    """
    hits: Ints = np.cumsum(remembered) - remembered
    return np.asarray((hits + 1) / (np.arange(len(remembered)) + 2), np.float64)


def moving_averages(remembered: Bools) -> Floats:
    """MOVING-AVG: a share that follows the latest answers, before each answer in order of time.

    As the srs-benchmark defines it: the chance is 1 / (1 + exp(-x)), x begins at 1.2, and each
    answer moves it by 0.3 (outcome - chance), a step down the slope of the log loss.
    """
    level, told = _START, []
    for came in remembered.tolist():
        chance = 1 / (1 + exp(-level))
        told.append(chance)
        level += _RATE * (came - chance)
    return np.array(told, np.float64)


def _steps(values: Ints, ratio: float) -> Ints:
    """Which power of `ratio` each value has reached; -1 for zero."""
    reached = np.floor(np.log(np.maximum(values, 1)) / log(ratio))
    return np.where(values > 0, reached, -1).astype(np.int64)


def bins_of(answers: Answers) -> Ints:
    """The number of each answer's bin: alike in days waited, in reviews, and in lapses before.

    Each of the three counts in powers (of 3.62, 1.89 and 1.73). Only answers a day or more
    after the last count as reviews.
    """
    first = first_of_card(answers.card)
    later = answers.elapsed >= 1
    reviews = _counted(first, later) + 1
    lapsed = later & (answers.rating == FORGOTTEN)
    lapses = _counted(first, lapsed) - lapsed
    bins = _steps(np.maximum(answers.elapsed, 0), 3.62)
    for values, ratio in ((reviews, 1.89), (lapses, 1.73)):
        bins = bins * 64 + _steps(values, ratio) + 1
    return np.unique(bins, return_inverse=True)[1].astype(np.int64)


def _counted(first: Bools, marked: Bools) -> Ints:
    """How many were marked of each card so far, this answer included."""
    total: Ints = np.cumsum(marked, dtype=np.int64)
    starts = np.flatnonzero(first)
    before: Ints = (total - marked)[starts]
    lengths = np.diff(np.append(starts, len(first)))
    return np.asarray(total - np.repeat(before, lengths), np.int64)


def rmse_in_bins(predicted: Floats, remembered: Bools, bins: Ints) -> float:
    """The root of the mean square of (predicted - actual) of the bins, weighted by their size."""
    sizes = np.bincount(bins)
    surplus = np.bincount(bins, predicted - remembered)
    return float(np.sqrt((surplus**2 / np.maximum(sizes, 1)).sum() / len(bins)))


def scores(
    answers: Answers, rivals: tuple[tuple[str, Floats], ...], chosen: Bools
) -> tuple[Score, ...]:
    """Each way to predict by its name, then the two rules of thumb.

    The columns of `rivals` hold a chance for each answer, NaN for none. Scored are the chosen
    answers for which all of them have one; the rules of thumb learn from every such answer.
    """
    told = np.logical_and.reduce([~np.isnan(column) for _, column in rivals])
    judged = (told & chosen)[told]
    if not judged.any():
        return ()
    order = np.argsort(answers.at[told], kind="stable")
    hits = answers.remembered[told]
    every = [(name, column[told]) for name, column in rivals]
    for name, rule in (("AVG", averages), ("MOVING-AVG", moving_averages)):
        column = np.empty(len(hits))
        column[order] = rule(hits[order])
        every.append((name, column))
    came, bins = hits[judged], bins_of(answers)[told][judged]
    return tuple(
        Score(name, log_loss(one[judged], came), rmse_in_bins(one[judged], came, bins))
        for name, one in every
    )
