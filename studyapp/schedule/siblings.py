"""Siblings: cards of one passage of which one gives another's answer away."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from studyapp.model import CLOZE, Card, Citation

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


def _neighbours(cards: Sequence[Card]) -> Iterator[tuple[int, int]]:
    """Pairs of places of cards that cite a common line."""
    by_source = defaultdict[str, list[tuple[int, int]]](list)
    for place, card in enumerate(cards):
        for cited in card.citations:
            by_source[cited.source_id].append((cited.lines.first, place))
    for held in by_source.values():
        held.sort()
        for start, (_, place) in enumerate(held):
            last = max(one.lines.last for one in cards[place].citations)
            for first, other in held[start + 1 :]:
                if first > last:
                    break
                yield place, other


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

    for one, other in _neighbours(cards):
        given = answers[one] <= said[other] or answers[other] <= said[one]
        together = any(_meet(a, b) for a in cards[one].citations for b in cards[other].citations)
        if one != other and given and together:
            first, second = sorted((root(one), root(other)))
            parent[second] = first
    return tuple(root(place) for place in range(len(cards)))
