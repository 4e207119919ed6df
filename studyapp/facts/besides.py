"""'X also affects Y': names what else it affects, from the sentence before, or is refused."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from studyapp.facts.worth import says_something
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_ALSO = re.compile(r"\salso(?=\s)")
_COUNTED = re.compile(r"\b(?P<wh>[Ww]hich) (?P<count>\d) (?P<noun>[a-z]+)")
_LONGEST = 5
_NEAR = 3


def besides(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts in reading order, none of which leans on the sentence before it by its 'also'.

    'What does gout also affect?' becomes 'Besides the joints, what does gout affect?' when the
    fact before it says so of the same thing; a list is asked as so many 'other' items.
    """
    before: Fact | None = None
    for fact in facts:
        leans = _ALSO.search(fact.question) is not None and fact.kind is not FactKind.FIGURE
        told = _told(fact, before) if leans else fact
        if told is not None:
            yield told
        before = fact


def _told(fact: Fact, before: Fact | None) -> Fact | None:
    asked = _ALSO.sub("", fact.question)
    if fact.items:
        counted = _COUNTED.search(asked)
        if counted is None:
            return None
        other = f"{counted['wh']} {counted['count']} other {counted['noun']}"
        return replace(fact, question=asked.replace(counted.group(0), other, 1))
    if before is None or not _goes_on(fact, before):
        return None
    value = re.sub(r"\s*\([^()]*\)", "", before.value).strip()
    if len(value.split()) > _LONGEST or not says_something(value, asked):
        return None
    new = tuple(place for place in before.citations if place not in fact.citations)
    return replace(
        fact,
        question=f"Besides {_small(value)}, {asked[0].lower()}{asked[1:]}",
        citations=(*fact.citations, *new),
    )


def _goes_on(fact: Fact, before: Fact) -> bool:
    """Whether a fact tells more of what the one before it told of the same subject."""
    here, there = fact.citations[0], before.citations[0]
    near = 0 <= here.lines.first - there.lines.first <= _NEAR
    same = here.source_id == there.source_id and fact.kind is before.kind
    return near and same and set(stems(fact.subject)) == set(stems(before.subject))


def _small(value: str) -> str:
    second = value[1:2]
    return value if second.isupper() else f"{value[:1].lower()}{value[1:]}"
