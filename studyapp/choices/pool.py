"""The cards of one deck, made ready once, to offer options for each of them in no time."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import log
from operator import ne

from studyapp.choices.choosing import Choices, Dice, choose
from studyapp.choices.entry import Entry, Form, Sort, entry_of
from studyapp.choices.figures import distance
from studyapp.choices.fit import is_fit, is_near, is_parallel
from studyapp.choices.sense import telling
from studyapp.model import CLOZE, Card, CardId

_ENOUGH = 8
_SHARED = 0.4
_KIND = re.compile(
    r"\b(?:types?|kinds?|forms?|examples?|such\sas|includ\w*|called|known\sas|names?|like)\b"
)
_REACH = 60
"""So many entries on either side are looked at: those of a deck of shares alone take too long."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What the cards of a deck offer each other.

    `sorts` are the entries by what they may stand beside, in the order of their size. `ids` and
    `said` are, in the order of the deck, the cards and the stems of all they say, `where` the
    cards that say a stem, and `weights` how much it tells: little, when most cards have it.
    `kinds` are the cards that say what is a kind, a name or an example of something.
    """

    entries: Mapping[CardId, Entry]
    sorts: Mapping[tuple[Form, Sort], tuple[Entry, ...]]
    ids: tuple[CardId, ...]
    said: tuple[frozenset[str], ...]
    where: Mapping[str, frozenset[int]]
    weights: Mapping[str, float]
    kinds: frozenset[int]

    def offer(self, card: Card, dice: Dice) -> Choices | None:
        """The answer among three distractors, in the order of the dice.

        None where the deck has no three of which it is sure that they are wrong, and for a
        card that was not as it is now when the pool was made.
        """
        entry = self.entries.get(card.id)
        if entry is None or not entry.answer.asks or entry.card != card:
            return None
        near = sorted(self._beside(entry), key=lambda one: (_distance(entry, one), one.card.id))
        return choose(entry, tuple(islice(self._wrong(entry, near), _ENOUGH)), dice)

    def _beside(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that are of one sort with this one, and hardly larger or smaller."""
        sort, also = entry.answer.sort, entry.answer.also
        near, named = self.sorts[entry.form, sort], self.sorts.get((entry.form, also), ())
        every = (*_around(entry, near), *(one for one in named if one.answer.sort != sort))
        return tuple(one for one in every if is_near(entry, one))

    def _wrong(self, entry: Entry, near: Iterable[Entry]) -> Iterator[Entry]:
        """Those that are fit, and that no card of the deck brings together with what is asked."""
        return (one for one in near if is_fit(entry, one) and not self._may_be_right(entry, one))

    def _may_be_right(self, entry: Entry, other: Entry) -> bool:
        """Whether a card of the deck says of what is asked what the other answer says."""
        if entry.form is Form.FIGURE:
            shared = self._share(entry.asked, other.asked)
            return shared > _SHARED and not is_parallel(entry, other)
        if entry.form is Form.DEFINITION:
            kin = entry.means | other.means
            return self._is_said(entry.means, other.says, entry, other) or self._are_kin(kin)
        return self._is_said(other.means, entry.asked - other.means, entry, other)

    def _is_said(
        self, whole: frozenset[str], much: frozenset[str], entry: Entry, other: Entry
    ) -> bool:
        """Whether a card has all stems of `whole` and many of `much`."""
        cards = frozenset.intersection(*(self.where.get(stem, frozenset()) for stem in whole))
        return any(
            self._share(much, self.said[at]) > _SHARED
            for at in cards
            if not (self.ids[at] == other.card.id and is_parallel(entry, other))
        )

    def _are_kin(self, names: frozenset[str]) -> bool:
        """Whether a card has all stems of two names and says that one is of a kind."""
        cards = frozenset.intersection(*(self.where.get(stem, frozenset()) for stem in names))
        return not cards.isdisjoint(self.kinds)

    def _share(self, asked: frozenset[str], said: frozenset[str]) -> float:
        """How much of what is asked is said, 0 to 1: rare stems weigh more."""
        whole = sum(self.weights.get(stem, 0.0) for stem in asked)
        shared = sum(self.weights.get(stem, 0.0) for stem in asked & said)
        return shared / whole if whole else 1.0


def _size(entry: Entry) -> float:
    """How large a figure is, or how long an answer."""
    figure = entry.answer.figure
    return sum(figure.told[0]) if figure else entry.looks.length


def _around(entry: Entry, sort: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries that stand next to one in its sort."""
    at = bisect_left(sort, _size(entry), key=_size)
    return sort[max(0, at - _REACH) : at + _REACH]


def _distance(entry: Entry, other: Entry) -> tuple[float, ...]:
    """How unlike two answers are: in their looks, by their sources, then in size."""
    unlike = sum(map(ne, entry.looks.signs, other.looks.signs))
    mine, its = entry.answer.figure, other.answer.figure
    if mine and its:
        return unlike, distance(mine, its)
    strange = not entry.sources & other.sources
    unlike += entry.answer.sort != other.answer.sort
    return unlike, strange, abs(entry.looks.length - other.looks.length)


def prepare(cards: Iterable[Card]) -> Pool:
    """The pool of a deck's cards: made once, for all that is asked afterwards."""
    deck = tuple(cards)
    entries = {card.id: entry for card in deck if (entry := entry_of(card)) is not None}
    sorts: dict[tuple[Form, Sort], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        for sort in {entry.answer.sort, entry.answer.also} - {()}:
            sorts[entry.form, sort].append(entry)
    statements = tuple(map(_statement, deck))
    said = tuple(map(telling, statements))
    where: dict[str, set[int]] = defaultdict(set)
    for at, stems in enumerate(said):
        for stem in stems:
            where[stem].add(at)
    return Pool(
        entries,
        {sort: tuple(sorted(found, key=_size)) for sort, found in sorts.items()},
        tuple(card.id for card in deck),
        said,
        {stem: frozenset(at) for stem, at in where.items()},
        {stem: log((1 + len(deck)) / (1 + len(at))) for stem, at in where.items()},
        frozenset(at for at, text in enumerate(statements) if _KIND.search(text)),
    )


def offer(card: Card, others: Iterable[Card], dice: Dice) -> Choices | None:
    """Options for a card out of the other cards of its deck; of many, `prepare` is quicker."""
    return prepare((card, *others)).offer(card, dice)


def _statement(card: Card) -> str:
    """All that a card says, its blank filled in."""
    question = CLOZE.sub(lambda found: found["deletion"], card.question)
    return " ".join((question, card.answer, card.extra, *(side.value for side in card.differs)))
