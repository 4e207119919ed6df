"""'Water is preferred to saline': which of two is preferred."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.classes import class_of
from studyapp.model import Fact, FactKind

_OTHER = re.compile(r"^(?P<link>to|over)\s(?P<other>(?!be\b|use\b)[^,;()]+?)\.?$")


def preferences(statement: Statement, context: Context) -> Iterator[Fact]:
    """What is preferred to something else."""
    for clause in statement.clauses():
        rest = clause.rest.removeprefix("preferred ") if clause.copula else clause.rest
        passive = clause.passive and clause.lemma == "prefer"
        other = _OTHER.match(rest) if passive or rest != clause.rest else None
        if other is None or clause.negated or clause.narrates or not is_nameable(clause.subject):
            continue
        if points_elsewhere(other["other"]) or re.match(r"treat|prevent|avoid", other["other"]):
            continue
        named = class_of(clause.subject).removesuffix("s")
        wh = f"Which {named}" if named and not clause.plural else "What"
        front = f"{clause.fronted}, {wh[0].lower()}{wh[1:]}" if clause.fronted else wh
        done = clause.verb or "preferred"
        verb = re.sub(r"^(?:are|were)$", lambda m: "is" if m[0] == "are" else "was", clause.aux)
        yield Fact(
            FactKind.COMPARISON,
            other["other"],
            "preferred",
            context.inside(clause.subject),
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=_about(f"{front} {verb} {done} {other['link']} {other['other']}", context)
            + "?",
        )


_WHOSE = re.compile(r"\b(?:patients|people|adults|children|women|men|infants)\s(?:with|who)\s")


def _about(asked: str, context: Context) -> str:
    """The question with the page's subject, unless it says in which patients."""
    return asked if _WHOSE.search(asked) else context.about(asked)
