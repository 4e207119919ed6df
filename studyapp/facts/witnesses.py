"""Places of other documents that say what a fact says, though they answer another question.

A document that says something of two things at once says it of each: what 'opioids and steroids
cause' is also what opioids cause. The other way round nothing follows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from studyapp.facts.claims import names_in, same_words
from studyapp.facts.topics import Name, Topics, hedges
from studyapp.language.synonyms import canonical
from studyapp.language.words import folded, stems
from studyapp.model import Fact

Ask = Callable[[Fact], str]

_AND = re.compile(r",?\s(?:and|as well as)\s|,\s(?!or\b)")
_ALONE = re.compile(
    r"\b(?:combin\w+|together|between|both|followed by|plus|or|versus|than|without)\b"
)
"""Words with which things named together are not each meant: 'opioids plus steroids'."""

_MANY = 1000
"""More facts than this on one relation say nothing in common, as 'What is …?'."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a fact says of what: its agents, each with all its names, and what is asked of them.

    `asked` are the roots of its question without its agents and its topic, `terms` its
    restrictions; facts are compared only where both are equal.
    """

    fact: Fact
    agents: tuple[frozenset[Name], ...]
    asked: Name
    terms: tuple[str, ...]


def witnesses(
    facts: Sequence[Fact], every: Sequence[Fact], ask: Ask
) -> Iterator[tuple[Fact, Fact]]:
    """Each fact beside what it would be in one other document that says it too.

    `every` are the facts of all documents. A witness has the question of its fact, the shorter
    of the two answers, and the places of the other document alone.
    """
    for fact, other in _saying(facts, every, ask):
        if not _documents(fact) & _documents(other):
            value = min(fact.value, other.value, key=len)
            yield fact, replace(fact, value=value, citations=other.citations)


def without_implied(facts: Sequence[Fact], ask: Ask) -> tuple[Fact, ...]:
    """Facts without those that one of their own document says of more things at once."""
    implied = {
        id(fact)
        for fact, other in _saying(facts, facts, ask)
        if _documents(fact) == _documents(other)
        and len(_agents(other.subject)) > len(_agents(fact.subject))
    }
    return tuple(fact for fact in facts if id(fact) not in implied)


def _documents(fact: Fact) -> set[str]:
    return {place.source_id for place in fact.citations}


def _saying(facts: Sequence[Fact], every: Sequence[Fact], ask: Ask) -> Iterator[tuple[Fact, Fact]]:
    """Each fact beside every other that says what it says, of its agents or of more."""
    topics = Topics.of(tuple(sorted({fact.topic for fact in every})))
    by_relation: dict[tuple[Name, tuple[str, ...]], list[Frame]] = {}
    for fact in every:
        frame = _frame(fact, ask, topics)
        if frame is not None:
            by_relation.setdefault((frame.asked, frame.terms), []).append(frame)
    for fact in facts:
        frame = _frame(fact, ask, topics)
        if frame is None:
            continue
        found = by_relation.get((frame.asked, frame.terms), ())
        for other in found if len(found) < _MANY else ():
            if other.fact is not fact and _says(other, frame):
                yield fact, other.fact


def _frame(fact: Fact, ask: Ask, topics: Topics) -> Frame | None:
    """The frame of a fact; None where its question does not name its agents word for word."""
    question = ask(fact)
    if fact.items or not fact.subject or fact.subject.lower() not in question.lower():
        return None
    at = question.lower().index(fact.subject.lower())
    rest = f"{question[:at]} {question[at + len(fact.subject) :]}"
    said, _ = topics.question(fact, rest)
    agents = _agents(fact.subject)
    if not all(agents):
        return None
    terms = (
        topics.topic_of(fact),
        " ".join(sorted(stems(f"{fact.population} {fact.condition} {fact.time}"))),
        " ".join(sorted(hedges(fact, question))),
        str(fact.negated),
    )
    return Frame(fact, agents, said, terms)


def _agents(subject: str) -> tuple[frozenset[Name], ...]:
    """The things a subject names one beside the other, each by all its names."""
    plain = folded(subject)
    if _ALONE.search(plain):
        return (frozenset({_roots(plain)}),)
    return tuple(names_in(part) for part in _AND.split(plain))


def _roots(text: str) -> Name:
    return frozenset(stems(canonical(text)))


def _says(one: Frame, other: Frame) -> bool:
    """Whether what is said of one frame's agents holds what is said of the other's."""
    named = all(any(a & b for b in one.agents) for a in other.agents)
    return named and same_words(one.fact.value, other.fact.value)


def borne_out(fact: Fact, witness: Fact) -> Fact:
    """A fact with the places of its witness too."""
    places = dict.fromkeys((*fact.citations, *witness.citations))
    return replace(fact, citations=tuple(places))
