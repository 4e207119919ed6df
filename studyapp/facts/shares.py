"""Shares of one whole that cannot all be true, or that put another part first than a list does."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from studyapp.facts.orders import orders
from studyapp.facts.topics import Topics
from studyapp.language.classes import class_of, parts_of
from studyapp.language.diseases import LESIONS
from studyapp.language.opposites import opposite
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.synonyms import canonical
from studyapp.language.words import stems
from studyapp.model import Disagreement, Fact, FactKind, Side

Ask = Callable[[Fact], str]
Say = Callable[[Fact], str]

_OF_WHOLE = re.compile(
    r"^What (?:percentage|proportion) of (?P<whole>.+?) (?:do|does) (?P<part>.+?)"
    r" (?:account for|make up|comprise|represent|constitute)\b(?P<behind>.*)\?$"
)
_ANY_WHOLE = frozenset(stems("cases instances all"))
_ALL = 100


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a whole that a fact gives a share of, and the bounds of that share.

    Only shares of one `whole` are compared: its roots, without the words of the topic.
    """

    fact: Fact
    whole: tuple[str, frozenset[str]]
    part: str
    low: float
    high: float


def share_of(fact: Fact, question: str, topics: Topics) -> Share | None:
    """The share that a fact gives; None when it gives none, or one under a restriction."""
    match = _OF_WHOLE.match(question)
    restricted = fact.population or fact.condition or fact.time
    if fact.kind is not FactKind.FIGURE or match is None or restricted:
        return None
    found = [q for q in quantities(fact.value) if q.dimension is Dimension.SHARE]
    if len(found) != 1 or found[0].low is None or found[0].high is None:
        return None
    whole = (topics.topic_of(fact), _whole(f"{match['whole']} {match['behind']}", fact, topics))
    return Share(fact, whole, match["part"], found[0].low, found[0].high)


def _whole(named: str, fact: Fact, topics: Topics) -> frozenset[str]:
    """What tells a whole from the topic itself: nothing for 'cases', 'all gout', 'lesions'."""
    return frozenset(
        stem
        for stem in stems(named)
        if stem not in _ANY_WHOLE and stem not in LESIONS and not topics.names(stem, fact)
    )


def at_odds(
    facts: Sequence[Fact], ask: Ask, say: Say, topics: Topics
) -> tuple[tuple[Fact, ...], tuple[Disagreement, ...]]:
    """Facts with the shares that contradict them, and those disagreements."""
    by_whole: dict[tuple[str, frozenset[str]], list[Share]] = {}
    for fact in facts:
        share = share_of(fact, ask(fact), topics)
        if share is not None:
            by_whole.setdefault(share.whole, []).append(share)
    told: dict[int, tuple[Side, ...]] = {}
    disagreements: list[Disagreement] = []
    for one, other in _beyond_the_whole(by_whole):
        sides = (_side(say, one), _side(say, other))
        told[id(one.fact)] = (*told.get(id(one.fact), ()), sides[1])
        told[id(other.fact)] = (*told.get(id(other.fact), ()), sides[0])
        disagreements.append(Disagreement(ask(one.fact), sides))
    for fact, greater, least in _against_their_order(facts, ask, topics, by_whole):
        sides = (Side(say(fact), fact.citations), _side(say, greater, least))
        told[id(fact)] = (*told.get(id(fact), ()), sides[1])
        disagreements.append(Disagreement(ask(fact), sides))
    said = (replace(f, differs=(*f.differs, *told.get(id(f), ()))) for f in facts)
    return tuple(said), tuple(disagreements)


def _beyond_the_whole(
    by_whole: Mapping[tuple[str, frozenset[str]], Sequence[Share]],
) -> Iterator[tuple[Share, Share]]:
    """Shares of two parts that exclude each other and are more than the whole together."""
    for group in by_whole.values():
        for one, other in combinations(group, 2):
            if one.low + other.low > _ALL and _exclude_each_other(one.part, other.part):
                yield one, other


def _side(say: Say, *shares: Share) -> Side:
    """What shares say, each with the name of its part."""
    said = "; ".join(f"{share.part}: {say(share.fact)}" for share in shares)
    places = dict.fromkeys(c for share in shares for c in share.fact.citations)
    return Side(said[:1].upper() + said[1:], tuple(places))


def _exclude_each_other(one: str, other: str) -> bool:
    """Whether two parts cannot be one thing, told by a pair of opposite words in them."""
    mine, yours = _words(one), _words(other)
    return any(opposite(a, b) for a in mine - yours for b in yours - mine)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def _against_their_order(
    facts: Sequence[Fact],
    ask: Ask,
    topics: Topics,
    by_whole: Mapping[tuple[str, frozenset[str]], Sequence[Share]],
) -> Iterator[tuple[Fact, Share, Share]]:
    """Lists of the most common that leave out a part with a greater share than one of theirs.

    With each list come the greatest share that it leaves out and the least that it holds.
    """
    for fact in facts:
        order = orders(fact, ask(fact), topics)
        if order is None:
            continue
        listed = {_name(part) for part in fact.items or parts_of(fact.value)}
        rivals = by_whole.get((order.about[0], frozenset()), ())
        held = [share for share in rivals if _name(share.part) in listed]
        left = [
            share
            for share in rivals
            if share not in held and class_of(share.part) == order.about[1]
        ]
        least = min(held, key=lambda share: share.high, default=None)
        greatest = max(left, key=lambda share: share.low, default=None)
        if least is not None and greatest is not None and greatest.low > least.high:
            yield fact, greatest, least


def _name(part: str) -> str:
    """The root by which a part of a list is known: 'lung' for 'lung cancer'."""
    return next(iter(stems(canonical(part))), "")
