"""Places of other documents that say what a fact says, though they answer another question.

A document that says something of two things at once says it of each: what 'opioids and steroids
cause' is also what opioids cause. The other way round nothing follows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from studyapp.facts.claims import Verdict, names_in, same_words, verdict
from studyapp.facts.spelled_out import shortened
from studyapp.facts.topics import Name, Topics, hedges
from studyapp.language.synonyms import canonical
from studyapp.language.words import folded, stems
from studyapp.model import Fact, FactKind

Ask = Callable[[Fact], str]

_AND = re.compile(r",?\s(?:and|as well as)\s|,\s(?!or\b)")
_WHOSE = re.compile(r", according to “[^”]*”\?$")
_WHEN = re.compile(r"^according to .*$")
"""Facts that are asked as their document's own are no less said by it."""

_ALONE = re.compile(
    r"\b(?:combin\w+|together|between|both|followed by|plus|or|versus|than|without)\b"
)
"""Words with which things named together are not each meant: 'opioids plus steroids'."""


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


def witnesses(facts: Sequence[Fact], ask: Ask) -> Iterator[tuple[Fact, Fact]]:
    """Each fact beside what it would be in one other document that says it too.

    A witness has the question of its fact, the shorter of the two answers, and the places of
    the other document alone.
    """
    for fact, other in _saying(facts, ask):
        for name in sorted(_documents(other) - _documents(fact)):
            places = tuple(c for c in other.citations if c.source_id == name)
            value = min(fact.value, other.value, key=len)
            yield fact, replace(fact, value=value, citations=places)


def without_implied(facts: Sequence[Fact], ask: Ask) -> tuple[Fact, ...]:
    """Facts without those that one of their own document says of more things at once."""
    implied = {
        id(fact)
        for fact, other in _saying(facts, ask)
        if _documents(fact) == _documents(other)
        and len(_agents(other.subject)) > len(_agents(fact.subject))
    }
    return tuple(fact for fact in facts if id(fact) not in implied)


def _documents(fact: Fact) -> set[str]:
    return {place.source_id for place in fact.citations}


def _saying(facts: Sequence[Fact], ask: Ask) -> Iterator[tuple[Fact, Fact]]:
    """Each fact beside every other that says what it says, of its agents or of more."""
    topics = Topics.of(tuple(sorted({fact.topic for fact in facts})))
    made = (_frame(fact, ask, topics) for fact in sorted(facts, key=_place))
    frames = [frame for frame in made if frame is not None]
    index: dict[tuple[Name, Name, tuple[str, ...]], list[Frame]] = {}
    for frame in frames:
        for name in frozenset().union(*frame.agents):
            index.setdefault((name, frame.asked, frame.terms), []).append(frame)
    for frame in frames:
        names = sorted(frame.agents[0], key=sorted)
        found = [o for name in names for o in index[name, frame.asked, frame.terms]]
        for other in {id(one): one for one in found}.values():
            if other is not frame and _says(other, frame):
                yield frame.fact, other.fact


def _place(fact: Fact) -> tuple[str, int, str]:
    first = fact.citations[0]
    return (first.source_id, first.lines.first, fact.value)


def _frame(fact: Fact, ask: Ask, topics: Topics) -> Frame | None:
    """The frame of a fact; None where its question does not name its agents word for word."""
    question = _WHOSE.sub("?", ask(fact))
    question = question if "(" in fact.subject else shortened(question)
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
        " ".join(sorted(stems(f"{fact.population} {fact.condition} {_WHEN.sub('', fact.time)}"))),
        " ".join(sorted(hedges(fact, question))),
        str(fact.negated),
    )
    return Frame(fact, agents, said, terms)


def _agents(subject: str) -> tuple[frozenset[Name], ...]:
    """The things a subject names one beside the other, each by all its names."""
    plain = folded(subject)
    if _ALONE.search(plain):
        return (frozenset({_roots(plain)}),)
    return tuple(frozenset(map(_aliased, names_in(part))) for part in _AND.split(plain))


_ALIASES = {"detection": "diagnos", "recognition": "diagnos"}


def _aliased(name: Name) -> Name:
    return frozenset(_ALIASES.get(root, root) for root in name)


def _roots(text: str) -> Name:
    return frozenset(stems(canonical(text)))


def _says(one: Frame, other: Frame) -> bool:
    """Whether what is said of one frame's agents holds what is said of the other's."""
    named = all(any(a & b for b in one.agents) for a in other.agents)
    as_many = len(one.agents) == len(other.agents)
    return (
        named
        and (as_many or _of_each(one))
        and verdict(one.fact, other.fact) is Verdict.SAME
        and same_words(one.fact.value, other.fact.value)
    )


def _of_each(frame: Frame) -> bool:
    """Whether what is said of several things is said of each: no sum, nothing they share."""
    return frame.fact.kind not in _SUMS and not frame.asked & _TOGETHER


_SUMS = {FactKind.FIGURE, FactKind.DOSE, FactKind.DURATION, FactKind.THRESHOLD}
_TOGETHER = frozenset(
    stem
    for word in """form make made constitute comprise combine interact differ share alternate join
    mix react bind compete balance connect separate common account equal total meet""".split()
    for stem in stems(word)
)


def borne_out(fact: Fact, witness: Fact) -> Fact:
    """A fact with the places of its witness too."""
    places = dict.fromkeys((*fact.citations, *witness.citations))
    return replace(fact, citations=tuple(places))
