"""Finds the card of a fact whose key changed: the same place, the same answer, a like question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from studyapp.deckfile.offered import hashed, remembered
from studyapp.model import Card, Deck, Lines, Offered, SourceId

_ANSWER, _QUESTION = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class _Known:
    """What is compared of a card, be it there or only remembered."""

    key: str
    places: tuple[tuple[SourceId, Lines], ...]
    question: frozenset[str]
    answer: frozenset[str]


def with_new_keys(deck: Deck, made: Sequence[Card]) -> Deck:
    """The deck with the keys that its facts have now, where the rules came to read them anew.

    A card that a person deleted is known again too, and so does not come back under its new
    key. A card is matched only when no other could be meant: each is the other's one best match.
    """
    deck = _uncrossed(deck, made)
    now = {card.key for card in made}
    present = {card.key for card in deck.cards if card.key}
    offered = {one.key for one in deck.offered}
    lost = [_of_card(card) for card in deck.cards if card.key and card.key not in now]
    gone = [one for one in deck.offered if one.place and one.key not in present | now]
    fresh = {card.key: card for card in made if card.key not in offered | present}
    new = [_of_card(card) for card in fresh.values()]
    moved = _matched([*lost, *map(_of_memory, gone)], new)
    if not moved:
        return deck
    cards = tuple(replace(card, key=moved.get(card.key, card.key)) for card in deck.cards)
    deleted = [moved[one.key] for one in gone if one.key in moved]
    known = (*deck.offered, *(remembered(fresh[key]) for key in deleted))
    return replace(deck, cards=cards, offered=known)


def _uncrossed(deck: Deck, made: Sequence[Card]) -> Deck:
    """The deck with the keys of cards that are made again word for word under another key.

    Facts that agree in all but their value share a key, which the first of them gets: when that
    one goes, the next takes over its key, and must not take over its card.
    """
    worded: dict[str, list[str]] = {}
    for card in deck.cards:
        if card.key and card.made:
            worded.setdefault(card.made, []).append(card.key)
    moved = {
        keys[0]: card.key
        for card in made
        if len(keys := worded.get(card.made, [])) == 1 and keys[0] != card.key
    }
    present = {card.key for card in deck.cards}
    displaced = sorted((set(moved.values()) - moved.keys()) & present)
    moved |= zip(displaced, sorted(moved.keys() - set(moved.values())), strict=False)
    cards = tuple(replace(card, key=moved.get(card.key, card.key)) for card in deck.cards)
    return replace(deck, cards=cards) if moved else deck


def _of_card(card: Card) -> _Known:
    places = tuple((citation.source_id, citation.lines) for citation in card.citations)
    asked, answered = frozenset(hashed(card.question)), frozenset(hashed(card.answer))
    return _Known(card.key, places, asked, answered)


def _of_memory(one: Offered) -> _Known:
    places = (one.place,) if one.place else ()
    return _Known(one.key, places, frozenset(one.question), frozenset(one.answer))


def _matched(lost: Sequence[_Known], new: Sequence[_Known]) -> Mapping[str, str]:
    """The new key of each lost one that has one."""
    if not lost or not new:
        return {}
    heir = {one.key: _best(one, new) for one in lost}
    parent = {one.key: _best(one, lost) for one in new}
    return {old: key for old, key in heir.items() if key and parent[key] == old}


def _best(one: _Known, others: Sequence[_Known]) -> str:
    """The key of the one that tells the same; '' when there is none, or more than one as good."""
    scored = sorted(
        ((likeness, other.key) for other in others if (likeness := _likeness(one, other))),
        reverse=True,
    )
    if not scored or (scored[1:] and scored[1][0] == scored[0][0]):
        return ""
    return scored[0][1]


def _likeness(one: _Known, other: _Known) -> float:
    """How alike two cards are, 0 when they cannot tell the same."""
    if not _same_place(one, other):
        return 0.0
    answer, question = _shared(one.answer, other.answer), _shared(one.question, other.question)
    return answer + question if answer >= _ANSWER and question >= _QUESTION else 0.0


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _same_place(one: _Known, other: _Known) -> bool:
    return any(
        source == found and a.first <= b.last and b.first <= a.last
        for source, a in one.places
        for found, b in other.places
    )
