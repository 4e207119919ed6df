"""Sentences and lists with a part left out, for what no question asks: the words stay the page's.

A sentence is shown as it stands, so nothing of its claim can be lost or bent; what is asked is
one whole part of it. Only sentences that tell a learner something by themselves are taken.
"""

from collections.abc import Iterator, Sequence

from studyapp.facts.cloze.choice import choices
from studyapp.facts.cloze.constituents import parts
from studyapp.facts.cloze.lists import of_groups
from studyapp.facts.cloze.showing import offset, shown_as
from studyapp.facts.cloze.standing import standing
from studyapp.facts.context import Context
from studyapp.facts.sieve import paged
from studyapp.facts.statement import Statement
from studyapp.facts.telling import Told
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_TRIED = 6


def clozes(told: Told, sound: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """For each list and sentence that still has something to ask: its cloze facts, best first.

    `sound` are the facts that make cards; what they answer is not asked again. One of a
    sentence's cloze facts is enough.
    """
    lists = ((group, told.context.at(group.first.headings)) for group in told.groups)
    for facts in of_groups(tuple(lists), sound):
        yield tuple(paged(fact, told.document) for fact in facts)
    for statement in told.statements:
        here = told.context.at(statement.passage.headings)
        found = tuple(of_statement(statement, here, sound))
        if found:
            yield tuple(paged(fact, told.document) for fact in found)


def of_statement(statement: Statement, context: Context, sound: Sequence[Fact]) -> Iterator[Fact]:
    """The cloze facts of one statement, the part most worth asking first."""
    shown = standing(statement, context)
    if shown is None:
        return
    around = f"{shown.before} {context.subject}"
    named = statement.name
    usable = [
        part
        for part in parts(statement)
        if offset(statement, part.start) >= shown.start
        and offset(statement, part.end - 1) < shown.end
        and (part.start or not statement.name)
    ]
    known = _known(statement, sound)
    for choice in choices(statement.doc, usable, (around, named), known)[:_TRIED]:
        yield shown_as(shown, choice.part, context)


def _known(statement: Statement, sound: Sequence[Fact]) -> frozenset[str]:
    """The stems that facts of this statement answer."""
    own = set(stems(statement.text))
    lines = [place.lines for place in statement.citations]
    found: set[str] = set()
    for fact in sound:
        here = any(
            c.lines.first <= at.last and at.first <= c.lines.last
            for c in fact.citations
            for at in lines
        )
        answered, asked = set(stems(fact.value)), set(stems(fact.question or fact.subject))
        spelled = fact.kind is FactKind.ABBREVIATION  # what letters stand for is another question
        if (
            here
            and not spelled
            and _mostly(answered, own)
            and _mostly(asked - set(stems(fact.topic)), own)
        ):
            found |= answered
    return frozenset(found)


def _mostly(some: set[str], all_: set[str]) -> bool:
    return len(some & all_) * 3 >= len(some) * 2
