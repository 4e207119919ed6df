"""Sentences and lists with a part left out, for what no question asks: the words stay the page's.

A sentence is shown as it stands, so nothing of its claim can be lost or bent; what is asked is
one whole part of it. Only sentences that tell a learner something by themselves are taken.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from studyapp.facts.cloze.blank import Around
from studyapp.facts.cloze.choice import Choice, choices
from studyapp.facts.cloze.constituents import Part, parts
from studyapp.facts.cloze.lists import of_groups
from studyapp.facts.cloze.showing import offset, shown_as
from studyapp.facts.cloze.standing import standing
from studyapp.facts.context import Context
from studyapp.facts.sieve import paged
from studyapp.facts.statement import Statement
from studyapp.facts.telling import Told
from studyapp.language.words import stems
from studyapp.model import Citation, Fact, FactKind

_TRIED = 3
_MOST_BLANKS = 3


def clozes(told: Told, sound: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """For each list and sentence that still has something to ask: its cloze facts, best first.

    `sound` are the facts that make cards; what they answer is not asked again. One of a
    sentence's cloze facts is enough.
    """
    lists = ((group, told.context.at(group.first.headings)) for group in told.groups)
    for facts in of_groups(tuple(lists), sound):
        yield tuple(paged(fact, told.document) for fact in facts)
    at_hand = _by_lines(sound)
    said: list[frozenset[str]] = []
    for statement in told.statements:
        here = told.context.at(statement.passage.headings)
        words = frozenset(stems(statement.text))
        if any(_is_repeat(words, before) for before in said):
            continue
        near = [sound[at] for at in _near(statement, at_hand)]
        found = tuple(of_statement(statement, here, near))
        said += [words] if found else []
        for facts in found:
            yield tuple(paged(fact, told.document) for fact in facts)


def _by_lines(facts: Sequence[Fact]) -> Mapping[int, Sequence[int]]:
    """Which facts, by their numbers, cite a line."""
    found: dict[int, list[int]] = {}
    for at, fact in enumerate(facts):
        for line in {line for place in fact.citations for line in _lines(place)}:
            found.setdefault(line, []).append(at)
    return found


def _lines(place: Citation) -> range:
    return range(place.lines.first, place.lines.last + 1)


def _near(statement: Statement, facts: Mapping[int, Sequence[int]]) -> Sequence[int]:
    """The numbers of the facts that cite a line of a statement, in order."""
    lines = (line for place in statement.citations for line in _lines(place))
    return sorted({at for line in lines for at in facts.get(line, ())})


_ALIKE, _AKIN = 0.7, 0.6


def _is_repeat(words: frozenset[str], before: frozenset[str]) -> bool:
    """Whether a page says again what it has said, in nearly the same words."""
    fewer, more = sorted((len(words), len(before)))
    return fewer >= _ALIKE * more and len(words & before) >= _ALIKE * len(words | before)


def is_asked(fact: Fact, before: Iterable[Fact]) -> bool:
    """Whether the same words were left out of much the same sentence before."""
    words = set(stems(fact.question))
    for one in before:
        if one.value.lower() == fact.value.lower():
            own = set(stems(one.question))
            if len(words & own) >= _AKIN * min(len(words), len(own)):
                return True
    return False


def of_statement(
    statement: Statement, context: Context, sound: Sequence[Fact]
) -> Iterator[tuple[Fact, ...]]:
    """The cloze facts of one statement, the part most worth asking first.

    Other parts are asked too that are worth it and do not overlap with it, three at most.
    """
    shown = standing(statement, context)
    if shown is None:
        return
    usable = [
        part
        for part in parts(statement)
        if offset(statement, part.start) >= shown.start
        and offset(statement, part.end - 1) < shown.end
        and (part.start or not statement.name)
    ]
    around = Around(shown.before, context.subject, statement.name)
    found = choices(statement.doc, usable, around, _known(statement, sound))
    for some in _by_place(found)[:_MOST_BLANKS]:
        yield tuple(shown_as(shown, choice.part, context) for choice in some[:_TRIED])


def _by_place(found: Iterable[Choice]) -> tuple[tuple[Choice, ...], ...]:
    """Choices of one place together: those that overlap with the best of them."""
    groups: list[list[Choice]] = []
    for choice in found:
        home = next((g for g in groups if _overlap(choice.part, g[0].part)), None)
        if home is None:
            groups.append([choice])
        else:
            home.append(choice)
    return tuple(map(tuple, groups))


def _overlap(one: Part, other: Part) -> bool:
    return one.start < other.end and other.start < one.end


def _known(statement: Statement, sound: Sequence[Fact]) -> frozenset[str]:
    """The stems that facts of this statement answer, and ask where they tell all of it."""
    own = set(stems(statement.text))
    roots = set(map(_root, own))
    lines = [place.lines for place in statement.citations]
    found: set[str] = set()
    for fact in sound:
        here = any(
            c.lines.first <= at.last and at.first <= c.lines.last
            for c in fact.citations
            for at in lines
        )
        if not here or fact.kind is FactKind.ABBREVIATION:  # what letters stand for is new
            continue
        answered = _shared(set(stems(fact.value)), roots)
        asked = _shared(set(stems(fact.question or fact.subject)) - set(stems(fact.topic)), roots)
        if answered.most and (asked.most or (answered.whole and asked.half)):
            found |= answered.words
            told = found | asked.words | set(stems(fact.topic))
            if len(asked.words) <= _BRIEF and _shared(own, set(map(_root, told))).nearly:
                found |= asked.words
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Share:
    """Stems of one text, and how many of them another holds too."""

    words: set[str]
    held: int

    @property
    def whole(self) -> bool:
        return self.held == len(self.words)

    @property
    def nearly(self) -> bool:
        return self.held * 5 >= len(self.words) * 4

    @property
    def most(self) -> bool:
        return self.held * 3 >= len(self.words) * 2

    @property
    def half(self) -> bool:
        return self.held * 2 >= len(self.words)


_BRIEF = 4
"""Stems of a question that holds nothing worth asking from the other side."""


def _shared(some: set[str], held: set[str]) -> _Share:
    """How many of some stems are among those whose roots are held."""
    return _Share(some, sum(1 for word in some if _root(word) in held))


def _root(word: str) -> str:
    """A stem that is the same for 'address' and 'addresses'."""
    return word.rstrip("s")
