"""What the memory model would have said before each answer of many cards, all at once."""

from functools import lru_cache
from itertools import pairwise

import numpy as np
from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
from numpy.typing import NDArray

from studyapp.model import Weights

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@lru_cache(maxsize=4096)
def review_of(rating: int, elapsed: int) -> FSRSReview:
    """A rating so many days after the last; made once, for there are few that differ."""
    return FSRSReview(rating, elapsed)


def chances(stability: Floats, elapsed: Ints, decay: float) -> Floats:
    """`retrievability` of many cards at once: the chance (0 to 1) after so many days."""
    factor = 0.9 ** (-1 / decay) - 1
    return np.asarray((1 + factor * elapsed / stability) ** -decay, np.float64)


def card_starts(cards: Ints) -> Ints:
    """Where each card begins in a column in which the answers of a card stand together."""
    changes = np.flatnonzero(cards[1:] != cards[:-1]) + 1
    return np.concatenate(([0], changes)) if len(cards) else changes


def predicted(cards: Ints, ratings: Ints, elapsed: Ints, weights: Weights) -> Floats:
    """The chance (0 to 1) of each answer to be a success, told from those before it.

    The columns hold one entry an answer, those of a card together and in order: the card's
    number, the rating (1 to 4), and the study days since the answer before it (anything for
    the first). NaN where the model says nothing: at the first answer of a card, and at one on
    the same study day as the last.
    """
    starts = card_starts(cards)
    days = np.maximum(elapsed, 0)
    days[starts] = 0
    bounds = [*starts.tolist(), len(cards)]
    stability = _stabilities(ratings.tolist(), days.tolist(), bounds, weights)
    before = np.roll(stability, 1)
    told = np.full(len(cards), np.nan)
    later = days > 0
    told[later] = chances(before[later], days[later], weights.values[-1])
    return told


def _stabilities(
    ratings: list[int], days: list[int], bounds: list[int], weights: Weights
) -> Floats:
    """The stability in days after each answer, by the same engine as `memory`."""
    reviews = list(map(review_of, ratings, days))
    items = [FSRSItem(reviews[a:b]) for a, b in pairwise(bounds)]
    states = FSRS(weights.values).historical_memory_state_batch(items)
    told = (state.stability for card in states for state in card)
    return np.fromiter(told, np.float64, len(reviews))
