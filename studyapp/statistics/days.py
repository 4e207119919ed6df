"""Days: how much was answered on each, and on which there was nothing to answer."""

from dataclasses import dataclass

import numpy as np

from studyapp.statistics.answers import Answers, Bools, Ints, first_of_card

STEPS = 4
"""Shades of a day with answers; a day without is the fifth."""


@dataclass(frozen=True, slots=True)
class Day:
    """A study day (an ordinal), its answers, its shade (0 for none, to 4), and whether free.

    Free is a day without answers on which no card seen before was waiting.
    """

    day: int
    answers: int
    step: int
    free: bool


@dataclass(frozen=True, slots=True)
class Days:
    """Study days in order. `bounds`: the most answers that still have shade 1, 2, 3 and 4."""

    days: tuple[Day, ...]
    bounds: tuple[int, ...]

    @property
    def studied(self) -> int:
        """On how many there was an answer."""
        return sum(day.answers > 0 for day in self.days)


def _counts(days: Ints, first: int, last: int) -> Ints:
    """How many of these days are each day from `first` to `last`."""
    within = days[(days >= first) & (days <= last)]
    return np.bincount(within - first, minlength=last - first + 1)


def _bounds(most: int) -> tuple[int, ...]:
    """The quarters of the busiest day, rounded up."""
    return tuple(-(-most * step // STEPS) for step in range(1, STEPS + 1))


def waiting(answers: Answers, rests: dict[int, int], first: int, last: int) -> Bools:
    """On which days from `first` to `last` a card seen before waited all day, by its promise.

    An answer promises a day on which the card comes back (a card in its steps: the same day);
    from then on the card waits until it is answered, or from the day in `rests` on rests.
    """
    due = answers.day + np.maximum(answers.interval, 0)
    until = np.roll(answers.day, -1)
    final = np.roll(first_of_card(answers.card), -1)
    until[final] = [rests.get(card, last + 1) for card in answers.card[final].tolist()]
    start = np.clip(due, first, last + 1)
    end = np.maximum(np.clip(until, first, last + 1), start)
    size = last - first + 2
    change = np.bincount(start - first, minlength=size) - np.bincount(end - first, minlength=size)
    return np.cumsum(change)[:-1] > 0


def days(answers: Answers, rests: dict[int, int], first: int, last: int) -> Days:
    """The days from `first` to `last`.

    `rests`: by card, the study day from which on it is kept out of review. A card that rested
    for a while and no longer does is counted as waiting then, so a free day may go unmarked,
    but none is marked that was not free. Days before the first answer are not free either.
    """
    if not len(answers):
        return Days(tuple(Day(day, 0, 0, free=False) for day in range(first, last + 1)), ())
    counts = _counts(answers.day, first, last)
    bounds = _bounds(int(counts.max()))
    steps = np.where(counts > 0, np.searchsorted(bounds, counts) + 1, 0)
    begun = np.arange(first, last + 1) > answers.day.min()
    free = begun & (counts == 0) & ~waiting(answers, rests, first, last)
    told = zip(counts.tolist(), steps.tolist(), free.tolist(), strict=True)
    every = (Day(first + i, n, step, free) for i, (n, step, free) in enumerate(told))
    return Days(tuple(every), bounds if counts.any() else ())
