"""'X predisposes patients to Y': what a thing makes them liable to."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.model import Fact, FactKind

_TO = re.compile(
    r"^(?P<whom>(?:(?:the\s)?(?:[\w-]+\s){0,2}?(?:patients?|people|persons?|adults|children|women|men"
    r"|infants|individuals?)\s)?)to\s(?P<what>[^;]+)$"
)
_REMARK = re.compile(r",\s(?:which|and|but|because|so|although|especially|particularly)\b.*$")
_LONGEST = 18


def predispositions(statement: Statement, context: Context) -> Iterator[Fact]:
    """To what a condition predisposes."""
    for clause in statement.clauses():
        if clause.lemma != "predispose" or clause.passive or clause.negated or clause.narrates:
            continue
        match = _TO.match(_REMARK.sub("", clause.rest.rstrip(" .")))
        if match is None or clause.fronted or not is_nameable(clause.subject):
            continue
        what = match["what"]
        if points_elsewhere(what) or len(what.split()) > _LONGEST:
            continue
        if not says_something(what, clause.subject):
            continue
        subject = context.inside(clause.subject)
        asked = clause.ask("What").replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.RISK_FACTOR,
            subject,
            "predisposes to",
            what,
            statement.citations,
            modality=clause.aux.lower(),
            question=f"{asked} {match['whom']}to?",
        )
