"""'X has no symptoms', 'there is no cure for X': what is absent, asked as such."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.model import Fact, FactKind

_NO = re.compile(
    r"^no\s(?P<what>(?:\w+\s){0,2}?(?:signs?\s(?:and|or)\ssymptoms?|symptoms?|signs?|cure|treatment|warning\ssigns?|effect|role|valves?|risk"
    r"|evidence|benefit))\b\s?(?P<rest>.*)$"
)
_PEOPLE = re.compile(
    r"^(?:all|most|many)\s(?:people|patients|adults|children|women|men|infants|persons|cases)\b.*$",
    re.IGNORECASE,
)


def absences(statement: Statement, context: Context) -> Iterator[Fact]:
    """What something or somebody does not have."""
    for clause in statement.clauses():
        match = _NO.match(clause.rest)
        if (
            match is None
            or clause.lemma not in {"have", "cause", "show", "produce"}
            or clause.fronted
        ):
            continue
        if (
            match["rest"].startswith(("or ", "and ", ","))
            or not _named(clause)
            or points_elsewhere(match["rest"])
            or clause.root.tag_ == "VBD"
            or "sometimes" in clause.verb
            or any(q.dimension is Dimension.SHARE for q in quantities(clause.subject))
        ):
            continue
        subject = context.inside(clause.subject)
        asked = clause.ask(f"What {match['what']}").replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.FINDING,
            subject,
            f"no {match['what']}",
            f"no {match['what']}",
            statement.citations,
            negated=True,
            question=context.about_general(f"{asked} {match['rest']}".strip(), subject) + "?",
        )


def _named(clause: Clause) -> bool:
    return is_nameable(clause.subject) or (
        _PEOPLE.match(clause.subject) is not None and not points_elsewhere(clause.subject)
    )
