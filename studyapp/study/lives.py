"""Cards that were reset have several lives: their answers before and after belong apart."""

from collections.abc import Mapping
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from studyapp.store.history import History

_ABOVE = 40
"""Bits of the number of a card's row; the number of its life stands above them."""


def lives(told: History, resets: Mapping[int, tuple[datetime, ...]]) -> NDArray[np.int64]:
    """A number for each answer, the same for those of one card between two resets."""
    found = told.card.copy()
    for card, times in resets.items():
        own = np.flatnonzero(told.card == card)
        ends = [one.timestamp() for one in times]
        found[own] += np.searchsorted(ends, told.at[own], side="right").astype(np.int64) << _ABOVE
    return found


def cards_of(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows of the cards that lived these lives."""
    return numbers & (1 << _ABOVE) - 1
