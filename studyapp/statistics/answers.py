"""What every figure is counted from: a learner's answers, as columns."""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FORGOTTEN = 1
"""The rating Again; every other one is a card remembered."""


@dataclass(frozen=True, slots=True)
class Given:
    """Answers that count, those of a card together and in order of time.

    One entry an answer in each column: the number of the `card`, `at` in seconds, the study
    `day` as an ordinal (`date.fromordinal`), the local `hour` (0 to 23), the `rating` (1 to 4),
    `milliseconds` of visible time (-1: not recorded), `interval` the study days after which
    the card was to come back (-1: within minutes).
    """

    card: Ints
    at: Ints
    day: Ints
    hour: Ints
    rating: Ints
    milliseconds: Ints
    interval: Ints


@dataclass(frozen=True, slots=True)
class Answers(Given):
    """Such answers with what is told of each from those before it.

    `elapsed` is the study days since the card's last answer and `held` the interval given
    then; both are -1 at the first answer of a card.
    """

    elapsed: Ints
    held: Ints

    def __len__(self) -> int:
        return len(self.card)

    @property
    def remembered(self) -> Bools:
        """Which answers were any rating but Again."""
        return self.rating > FORGOTTEN

    def where(self, chosen: Bools) -> "Answers":
        """Only the chosen answers; what is told of those before stays as it was."""
        columns = {one.name: getattr(self, one.name)[chosen] for one in fields(self)}
        return replace(self, **columns)

    def since(self, day: int) -> "Answers":
        """Only those from this study day on."""
        return self.where(self.day >= day)


def after_the_last(card: Ints, values: Ints) -> Ints:
    """For each answer the value at the answer before it to the same card; -1 at the first."""
    before = np.concatenate(([-1], values[:-1])) if len(values) else values
    return np.where(first_of_card(card), -1, before)


def first_of_card(card: Ints) -> Bools:
    """Which answers are the first of their card in these columns."""
    first = np.ones(len(card), np.bool_)
    first[1:] = card[1:] != card[:-1]
    return first


def answers_of(given: Given) -> Answers:
    """The answers with what is told from those before."""
    card, day = given.card, given.day
    waited = np.maximum(day - after_the_last(card, day), 0)
    return Answers(
        **{one.name: getattr(given, one.name) for one in fields(given)},
        elapsed=np.where(first_of_card(card), -1, waited),
        held=after_the_last(card, given.interval),
    )
