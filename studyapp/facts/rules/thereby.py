"""'X blocks Y, thereby lowering Z': how it does what comes of it."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.inflection import inflected
from studyapp.language.words import is_plural
from studyapp.model import Fact, FactKind

_THEREBY = re.compile(
    r"^(?P<what>[^,;]+?),?\s(?:and\s)?thereby\s(?:\w+ly\s)?(?P<does>[a-z]+ing)\s(?P<effect>[^;]+)$"
)
_LINKED = re.compile(r"^(?:to|on|with|in|into|from|at)\s")
_LONGEST = 20


def therebys(statement: Statement, context: Context) -> Iterator[Fact]:
    """By what means the effect comes, where the sentence says 'thereby'."""
    for clause in statement.clauses():
        match = _THEREBY.match(clause.rest.rstrip(" ."))
        if match is None or clause.passive or clause.copula or clause.negated or clause.aux:
            continue
        if clause.fronted or clause.narrates or not is_nameable(clause.subject):
            continue
        what, effect = match["what"], match["effect"]
        if points_elsewhere(what) or points_elsewhere(effect) or "," in effect:
            continue
        if not says_something(what, effect) or len(what.split()) > _LONGEST:
            continue
        subject = context.inside(clause.subject)
        many = clause.plural or is_plural(clause.subject.split()[-1])
        do = "do" if many and clause.root.tag_ != "VBZ" else "does"
        yield Fact(
            FactKind.MECHANISM,
            subject,
            f"thereby {match['does']}",
            f"by {inflected(clause.lemma, 'VBG')} {what}",
            statement.citations,
            question=f"How {do} {subject} {inflected(match['does'], 'VB')} {effect}?",
        )
