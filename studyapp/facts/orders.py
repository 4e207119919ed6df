"""Lists by frequency that name different things first: a disagreement of order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studyapp.facts.topics import Topics
from studyapp.language.classes import class_of, parts_of
from studyapp.language.words import stems
from studyapp.model import Disagreement, Fact, Side

_BY_FREQUENCY = re.compile(
    r"\bmost\s(?:common(?:ly)?|frequent(?:ly)?|often)\b|\bby\sfrequency\b", re.IGNORECASE
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Order:
    """A fact that names things of one class by frequency, and the root of the first.

    `about` is the topic of its document and that class: only such orders are compared.
    """

    fact: Fact
    about: tuple[str, str]
    first: str


def orders(fact: Fact, question: str, topics: Topics) -> Order | None:
    """The order that a fact gives; None when it gives none, or of a part of the topic only."""
    named = class_of(fact.value) if _BY_FREQUENCY.search(question) else ""
    if not named or fact.population or fact.time or not topics.covers(fact):
        return None
    parts = fact.items or parts_of(fact.value)
    if len(parts) < _LEAST or not stems(parts[0]):
        return None
    return Order(fact, (topics.topic_of(fact), named), stems(parts[0])[0])


def against_each_other(
    facts: Sequence[Fact],
    ask: Callable[[Fact], str],
    say: Callable[[Fact], str],
    topics: Topics,
) -> tuple[tuple[Fact, ...], tuple[Disagreement, ...]]:
    """Facts with the orders that other documents give instead, and those disagreements."""
    found = [order for fact in facts if (order := orders(fact, ask(fact), topics)) is not None]
    told: dict[int, Fact] = {}
    disagreements: list[Disagreement] = []
    for order in found:
        others = _others(order, found)
        if not others:
            continue
        sides = tuple(Side(say(other.fact), other.fact.citations) for other in others)
        told[id(order.fact)] = replace(order.fact, differs=(*order.fact.differs, *sides))
        if order is _earliest([order, *others]):
            own = Side(say(order.fact), order.fact.citations)
            disagreements.append(Disagreement(ask(order.fact), (own, *sides)))
    return tuple(told.get(id(fact), fact) for fact in facts), tuple(disagreements)


def _others(order: Order, found: Sequence[Order]) -> list[Order]:
    """Orders of other documents with another thing first, one for each such thing."""
    home = _documents(order)
    firsts: dict[str, Order] = {}
    for other in found:
        apart = other.about == order.about and other.first != order.first
        if apart and not home & _documents(other):
            firsts.setdefault(other.first, other)
    return list(firsts.values())


def _documents(order: Order) -> set[str]:
    return {citation.source_id for citation in order.fact.citations}


def _earliest(found: Sequence[Order]) -> Order:
    def place(order: Order) -> tuple[str, int]:
        first = order.fact.citations[0]
        return (first.source_id, first.lines.first)

    return min(found, key=place)
