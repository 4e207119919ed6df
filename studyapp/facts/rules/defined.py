"""'Severe X is defined as Y': how a state or a stage is told from others."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context, is_general
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_AS = re.compile(r"^as\s(?:being\s|having\s)?(?P<value>(?!follows\b|either\b|one\sof\b)[^;:]+)$")
_JUST_NUMBER = re.compile(
    r"^(?:more\sthan\s|less\sthan\s|at\sleast\s|over\s|below\s|above\s|[<>≤≥]\s?)?\d"
)
"""A bare limit is a measure, which another rule reads."""
_REMARK = re.compile(
    r",\s(?:which|although|though|but|while|so)\b.*$|,\s(?:and|or)\s(?:is|are|it|they)\b.*$"
)
_FEWEST, _LONGEST = 3, 25


def defined(statement: Statement, context: Context) -> Iterator[Fact]:
    """How a thing is defined, where the sentence says 'is defined as'."""
    for clause in statement.clauses():
        value = _value(clause)
        if not value or not is_nameable(clause.subject) or points_elsewhere(value):
            continue
        if not says_something(value, clause.subject):
            continue
        subject = context.inside(clause.subject)
        asked = clause.ask("How").replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.DEFINITION,
            subject,
            "defined as",
            value,
            statement.citations,
            question=(context.about(asked) if _is_loose(clause.subject) else asked) + "?",
        )


def _is_loose(subject: str) -> bool:
    """Whether a subject says too little by itself ('Severe disease', 'Remission')."""
    return is_general(subject) or len(stems(subject)) == 1


def _value(clause: Clause) -> str:
    """What stands behind 'is defined as'; '' where it is narrated, denied or too long."""
    if clause.lemma != "define" or not clause.passive or clause.negated or clause.fronted:
        return ""
    if clause.narrates or clause.aux.lower() in {"has", "have"}:
        return ""
    match = _AS.match(_REMARK.sub("", clause.rest.rstrip(" .")))
    value = match["value"] if match is not None else ""
    fits = _FEWEST <= len(value.split()) <= _LONGEST and value.count("(") == value.count(")")
    return value if fits and not _JUST_NUMBER.match(value) else ""
