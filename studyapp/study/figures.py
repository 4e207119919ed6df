"""What the Statistics page is told: figures over all decks or one; study days are ordinals."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.model import CardRef
from studyapp.statistics import (
    Calibration,
    Covered,
    Days,
    Due,
    Habits,
    Minutes,
    Recall,
    Score,
    Topic,
)
from studyapp.store.values import StoredDeck


class Range(StrEnum):
    """Which answers are counted: those of the last 30 or 90 study days, or all."""

    MONTH = "30"
    QUARTER = "90"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class HardCard:
    """A hard card: its question, its answers, and how many of them were Again."""

    ref: CardRef
    question: str
    again: int
    answers: int


@dataclass(frozen=True, slots=True)
class Workload:
    """Reviews a day to be expected at a desired retention; `own` marks the learner's."""

    retention: float
    reviews: float
    own: bool


@dataclass(frozen=True, slots=True)
class More:
    """What only some want to know.

    `scores` are of `judged` reviews. `workload` is that of a year in which `cards` cards are
    met, `new_a_day` of them each day.
    """

    scores: tuple[Score, ...]
    judged: int
    habits: Habits
    coverage: tuple[Covered, ...]
    workload: tuple[Workload, ...]
    cards: int
    new_a_day: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Every figure. `more` is None unless asked for.

    `first` to `today` are the days of the range, `answers` how many were given in it, and
    `target` is the desired retention.
    """

    decks: tuple[StoredDeck, ...]
    first: int
    today: int
    answers: int
    target: float
    due: Due
    recall: Recall
    calibration: Calibration
    days: Days
    minutes: Minutes
    hardest: tuple[HardCard, ...]
    topics: tuple[Topic, ...]
    more: More | None
