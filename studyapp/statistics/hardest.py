"""The hardest cards: those forgotten most often of late."""

from dataclasses import dataclass

import numpy as np

from studyapp.statistics.answers import FORGOTTEN, Answers, Ints

OFTEN = 3
"""A card forgotten less often than this is not hard."""

MOST = 10
"""How many cards are named."""


@dataclass(frozen=True, slots=True)
class Hard:
    """A card by its number, with its answers and how many of them were Again."""

    card: int
    again: int
    answers: int


def hardest(answers: Answers, among: Ints) -> tuple[Hard, ...]:
    """The ten of these cards with the most Again, at least three each.

    Of cards with as many, the one with fewer answers is harder.
    """
    cards, place = np.unique(answers.card, return_inverse=True)
    again = np.bincount(place, answers.rating == FORGOTTEN, minlength=len(cards))
    every = np.bincount(place, minlength=len(cards))
    hard = np.flatnonzero((again >= OFTEN) & np.isin(cards, among))
    order = np.lexsort((cards[hard], every[hard], -again[hard]))
    return tuple(
        Hard(int(cards[i]), int(again[i]), int(every[i])) for i in hard[order][:MOST].tolist()
    )
