"""Finds the card of a fact whose key changed: the same place, the same answer, a like question."""

from collections.abc import Sequence
from dataclasses import replace

from studyapp.language.words import stems
from studyapp.model import Card, Citation, Deck

_ANSWER, _QUESTION = 0.6, 0.4


def with_new_keys(deck: Deck, made: Sequence[Card]) -> Deck:
    """The deck with the keys that its facts have now, where the rules came to read them anew.

    A card is matched only when no other could be meant: each is the other's one best match.
    """
    now = {card.key for card in made}
    lost = [card for card in deck.cards if card.key and card.key not in now]
    known = {*deck.offered, *(card.key for card in deck.cards)}
    new = [card for card in made if card.key not in known]
    if not lost or not new:
        return deck
    heir = {card.key: _best(card, new) for card in lost}
    parent = {card.key: _best(card, lost) for card in new}
    moved = {
        old: found.key
        for old, found in heir.items()
        if found is not None and (back := parent[found.key]) is not None and back.key == old
    }
    cards = tuple(replace(card, key=moved.get(card.key, card.key)) for card in deck.cards)
    return replace(deck, cards=cards)


def _best(card: Card, others: Sequence[Card]) -> Card | None:
    """The one card that tells the same; None when there is none, or more than one as good."""
    scored = sorted(
        ((likeness, other.id, other) for other in others if (likeness := _likeness(card, other))),
        key=lambda found: found[:2],
        reverse=True,
    )
    if not scored or (scored[1:] and scored[1][0] == scored[0][0]):
        return None
    return scored[0][2]


def _likeness(one: Card, other: Card) -> float:
    """How alike two cards are, 0 when they cannot tell the same."""
    answer, question = _shared(one.answer, other.answer), _shared(one.question, other.question)
    if answer < _ANSWER or question < _QUESTION:
        return 0.0
    return answer + question if _same_place(one.citations, other.citations) else 0.0


def _shared(one: str, other: str) -> float:
    a, b = set(stems(one)), set(stems(other))
    return len(a & b) / len(a | b) if a | b else 0.0


def _same_place(some: Sequence[Citation], others: Sequence[Citation]) -> bool:
    return any(
        a.source_id == b.source_id
        and a.lines.first <= b.lines.last
        and b.lines.first <= a.lines.last
        for a in some
        for b in others
    )
