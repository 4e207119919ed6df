"""Where the cards stand: when they are due, how firm they are by topic, how many were seen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from studyapp.statistics.answers import Bools, Floats, Ints

AHEAD = 30
"""Study days that are looked ahead, today the first."""

_UNSEEN, _LEARNING, _SOLID = range(3)


@dataclass(frozen=True, slots=True)
class Due:
    """Cards due on each of the 30 days from the ordinal `first` on.

    The first day holds all that are overdue too; `overdue` says how many those are.
    """

    first: int
    counts: tuple[int, ...]
    overdue: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Topic:
    """The cards of a topic, by how firm they are."""

    name: str
    unseen: int
    learning: int
    solid: int

    @property
    def cards(self) -> int:
        """All of them."""
        return self.unseen + self.learning + self.solid


@dataclass(frozen=True, slots=True)
class Covered:
    """How many of the cards that cite a document were seen."""

    name: str
    seen: int
    cards: int


def due_ahead(days: Ints, today: int) -> Due:
    """Cards by the study day (an ordinal) on which each is due next."""
    ahead = np.maximum(days, today) - today
    counts = np.bincount(ahead[ahead < AHEAD], minlength=AHEAD)
    return Due(today, tuple(counts.tolist()), int((days < today).sum()))


def topics(
    names: Sequence[str], seen: Bools, in_review: Bools, chances: Floats, target: float
) -> tuple[Topic, ...]:
    """The cards by topic, the largest topic first.

    Solid is a card in review whose chance to be remembered today is at least `target`; one
    that was seen and is not solid is being learnt.
    """
    firm = np.where(in_review & (chances >= target), _SOLID, _LEARNING)
    stages = np.where(seen, firm, _UNSEEN).tolist()
    counts = Counter(zip(names, stages, strict=True))
    every = (
        Topic(name, *(counts[name, stage] for stage in (_UNSEEN, _LEARNING, _SOLID)))
        for name in dict.fromkeys(names)
    )
    return tuple(sorted(every, key=lambda one: (-one.cards, one.name)))


def coverage(
    cited: Iterable[tuple[int, tuple[str, ...]]], seen: frozenset[int]
) -> tuple[Covered, ...]:
    """The documents by how many cards cite them, from the cards with what each of them cites."""
    alike = Counter((documents, card in seen) for card, documents in cited)
    cards, met = Counter[str](), Counter[str]()
    for (documents, known), count in alike.items():
        for name in documents:
            cards[name] += count
            met[name] += count if known else 0
    every = sorted(cards, key=lambda name: (-cards[name], name))
    return tuple(Covered(name, met[name], cards[name]) for name in every)
