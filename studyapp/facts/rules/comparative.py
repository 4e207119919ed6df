"""'X are more susceptible to Y', 'in children, X are commoner causes': who or what is more so."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_MORE = re.compile(
    r"^(?:a\s|at\s)?(?:more|less|most|much more|increased|higher|greater)\s(?!often)"
    r"(?:\w+)(?:\s\w+)?\s?(?:to|in|among|than|for|of|likely)?\b.*$"
)
_THAN_NORMAL = re.compile(r"\bthan\s(?:normal|usual|expected|average|ever|before)\b")
_THAN_NUMBER = re.compile(r"^(?:much\s)?(?:less|more|higher|greater|lower)\sthan\s\d")
"""'Less than 1%' is a value, not a comparison."""
_PEOPLE = re.compile(
    r"\b(?:individuals|people|patients|adults|children|women|men|infants|persons|smokers|those"
    r"|males|females|girls|boys)\b",
    re.IGNORECASE,
)
_IN_WHOM = re.compile(
    r"^(?:\w+\s)?(?:more|most|less)\s(?:common|frequent|prevalent)\s(?:in|among)\b"
)
"""Of a disease it is asked in whom it is common, not what is."""
_OF_WHAT = re.compile(
    r"^(?:\w+\s)?(?:more|most|less)\s(?:common|frequent)\s(?:between|at|after|before|during)\b"
)
"""Of a disease its ages are asked, and not which disease has them."""
_MEASURED = re.compile(r"^(?:much\s)?(?:higher|lower|greater)\s(?:than|in|among|when|for)\b")
"""Which of all levels is higher in some case is not to be asked."""
_LONGEST = 22


def comparatives(statement: Statement, context: Context) -> Iterator[Fact]:
    """Who or what is more likely, more susceptible, a more common cause."""
    for clause in statement.clauses():
        if not clause.copula or clause.negated or clause.aux.lower() not in {"is", "are"}:
            continue
        if (
            not _MORE.match(clause.rest)
            or _THAN_NORMAL.search(clause.rest)
            or _THAN_NUMBER.match(clause.rest)
            or len(clause.rest.split()) > _LONGEST
            or _OF_WHAT.match(clause.rest)
            or not _named(clause)
            or _MEASURED.match(clause.rest)
            or re.search(r"\bperhaps\b|\sand\s[^,]*\s(?:is|are)\s", clause.rest)
            or (_IN_WHOM.match(clause.rest) and not _PEOPLE.search(clause.subject))
        ):
            continue
        open_ended = re.search(r"likely to|(?<!most at )risk", clause.rest) is not None
        if open_ended and " than " not in clause.rest and not context.names_subject(clause.rest):
            continue
        likely = re.search(r"likely to (?:have|get|develop)", clause.rest) is not None
        people = likely or _PEOPLE.search(clause.subject) is not None
        verb = "is" if people else clause.aux
        aged = re.search(r"\b(?:over|under|aged|older|younger)\b", clause.subject) is not None
        wh = "which age group" if people and aged else "who" if people else "what"
        asked = f"{wh} {verb} {clause.rest}"
        front = f"{clause.fronted}, {asked}" if clause.fronted else asked[0].upper() + asked[1:]
        asked = _asked(front, clause, context)
        if not asked:
            continue
        yield Fact(
            FactKind.COMPARISON,
            context.subject,
            clause.rest,
            context.inside(clause.subject),
            statement.citations,
            condition=clause.fronted,
            question=f"{asked}?",
        )


def _asked(front: str, clause: Clause, context: Context) -> str:
    """The question; 'more common causes' needs 'of <subject>', a whole comparison nothing."""
    if clause.rest.rstrip(" .").endswith(" risk"):
        return f"{front.rstrip(' .')} of {context.subject}" if context.ill else ""
    if attribute_kind(clause.rest) is None or " to " in clause.rest or " in " in clause.rest:
        return front
    return context.about(front, "of", clause.subject)


def _named(clause: Clause) -> bool:
    subject = clause.subject
    if points_elsewhere(clause.rest) or points_elsewhere(clause.fronted):
        return False
    if re.match(r"^(?:some|certain|many|most)\s[a-z]+$", subject, re.IGNORECASE):
        return False
    if re.match(r"^(?:two|three|four|five|several|\d+)\b", subject, re.IGNORECASE):
        return False
    named = is_nameable(subject) or _PEOPLE.search(subject) is not None
    new = set(stems(subject)) - set(stems(clause.rest))
    return named and not points_elsewhere(subject) and bool(new)
