"""Siblings: cards of one passage of which one gives another's answer away."""

import re
from collections import defaultdict
from collections.abc import Sequence

from studyapp.model import CLOZE, Card, Citation

_MANY = 300
"""An answer whose every word is on more cards of a document than that gives nothing away."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*%?")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _said(card: Card) -> frozenset[str]:
    """Every word that whoever has answered the card has read."""
    whole = CLOZE.sub(lambda gap: gap[1], card.question)
    return _words(f"{whole}\n{card.answer}\n{card.extra}")


def _meet(one: Citation, other: Citation) -> bool:
    same = one.source_id == other.source_id
    return same and one.lines.first <= other.lines.last and other.lines.first <= one.lines.last


class _Index:
    """Which cards of a document say a word."""

    def __init__(self, cards: Sequence[Card], said: Sequence[frozenset[str]]) -> None:
        self._places = defaultdict[tuple[str, str], list[int]](list)
        for place, (card, words) in enumerate(zip(cards, said, strict=True)):
            for source in {one.source_id for one in card.citations}:
                for word in words:
                    self._places[source, word].append(place)

    def saying(self, source: str, words: frozenset[str]) -> Sequence[int]:
        """The cards that say the rarest of these words; none if even that is on too many."""
        found = min((self._places[source, word] for word in words), key=len, default=[])
        return found if len(found) <= _MANY else ()


def families(cards: Sequence[Card]) -> tuple[int, ...]:
    """The family of each card, in order: the place of its first member.

    Two cards are siblings if they cite a common line and every word of one's answer stands on
    the other, question or answer; siblings of siblings are siblings.
    """
    parent = list(range(len(cards)))
    said = [_said(card) for card in cards]
    answers = [_words(card.answer) for card in cards]

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    index = _Index(cards, said)
    for one, card in enumerate(cards):
        for cited in card.citations:
            for other in index.saying(cited.source_id, answers[one]):
                given = other != one and answers[one] <= said[other]
                if given and any(_meet(cited, place) for place in cards[other].citations):
                    first, second = sorted((root(one), root(other)))
                    parent[second] = first
    return tuple(root(place) for place in range(len(cards)))
