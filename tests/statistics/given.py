"""Answers written out by hand."""

from dataclasses import dataclass

import numpy as np

from studyapp.statistics import Answers, Given, answers_of

AGAIN, HARD, GOOD, EASY = range(1, 5)


@dataclass(frozen=True, slots=True)
class Said:
    """One answer; days are numbered from any day on."""

    card: int
    day: int
    rating: int = GOOD
    interval: int = -1
    milliseconds: int = -1
    hour: int = 12


def answers(*said: Said) -> Answers:
    """The answers as columns; those of a card in the order given."""
    ordered = sorted(enumerate(said), key=lambda one: (one[1].card, one[0]))

    def column(name: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.array([getattr(one, name) for _, one in ordered], np.int64)

    day, hour = column("day"), column("hour")
    place = np.array([number for number, _ in ordered], np.int64)
    return answers_of(
        Given(
            card=column("card"),
            at=day * 86_400 + hour * 3_600 + place,
            day=day,
            hour=hour,
            rating=column("rating"),
            milliseconds=column("milliseconds"),
            interval=column("interval"),
        )
    )
