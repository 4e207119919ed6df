"""Lists inside a sentence: 'based on two factors: A and B', 'with the goals being A and B'."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.model import Fact, FactKind

_NUMBER = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_BASED = re.compile(
    r"(?P<what>[a-z][a-z -]{3,40}?)\s(?:is\s|are\s)?based\son\s"
    r"(?P<count>two|three|four|five|[2-5])\s(?P<noun>[a-z][a-z ]{2,30}s):\s(?P<items>.+)$"
)
_BEING = re.compile(
    r"\bwith\s(?:the|its)\s(?P<noun>(?:primary|main|key|principal|overall)\s"
    r"(?:goals|aims|objectives|steps|features))"
    r"\sbeing\s(?P<items>[^;:]+?)\.?$"
)
_SPLIT = re.compile(r",\s(?:and\s)?(?![^()]*\))|\sand\s(?![^()]*\))")
_END = re.compile(r",\swith\s|;|\.$")
_FEWEST, _MOST = 2, 5
_MOST_WORDS = 38


def embedded(statement: Statement, context: Context) -> Iterator[Fact]:
    """Each list that a sentence holds after a count or after 'being'."""
    based = _BASED.search(statement.text) if "based" in statement.text else None
    if based is not None:
        items = _items(based["items"])
        what = based["what"].removeprefix("with ").split(" with ")[-1]
        if len(items) == _NUMBER[based["count"]] and is_nameable(what):
            asked = f"On which {based['count']} {based['noun']} is {what} based"
            yield _fact(asked, items, based["noun"], statement, context)
    being = _BEING.search(statement.text) if "being" in statement.text else None
    subject = next((c.subject for c in statement.clauses()), "")
    if being is not None and is_nameable(subject):
        items = _items(being["items"])
        if _FEWEST <= len(items) <= _MOST:
            asked = f"What are the {len(items)} {being['noun']} of {context.inside(subject)}"
            yield _fact(asked, items, being["noun"], statement, context)


def _items(text: str) -> tuple[str, ...]:
    items = tuple(item.strip() for item in _SPLIT.split(_END.split(text)[0]) if item.strip())
    words = sum(len(item.split()) for item in items)
    return () if words > _MOST_WORDS or any(map(points_elsewhere, items)) else items


def _fact(
    asked: str, items: tuple[str, ...], noun: str, statement: Statement, context: Context
) -> Fact:
    return Fact(
        attribute_kind(noun) or FactKind.LIST,
        context.subject,
        asked,
        "; ".join(items),
        statement.citations,
        items=items,
        question=context.about(asked) + "?",
    )
