"""When a learner answers, and which ratings they press."""

from dataclasses import dataclass

import numpy as np

from studyapp.statistics.answers import Answers

HOURS = 24
_RATINGS = 4


@dataclass(frozen=True, slots=True)
class Habits:
    """Answers in each of the 24 local hours, and with each of the four ratings from Again on."""

    hours: tuple[int, ...]
    ratings: tuple[int, ...]


def habits(answers: Answers) -> Habits:
    """When these answers were given, and what they were."""
    hours = np.bincount(answers.hour, minlength=HOURS)
    ratings = np.bincount(answers.rating - 1, minlength=_RATINGS)
    return Habits(tuple(hours.tolist()), tuple(ratings.tolist()))
