"""'X should be used with caution in Y': in whom, or with what, care is due."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.model import Fact, FactKind

_CARE = re.compile(
    r"^(?P<how>with\s(?:great\s|extreme\s|particular\s)?(?:caution|care)|cautiously)\s(?P<link>in|by|during)\s"
    r"(?P<who>[^,;]+)$"
)
_PEOPLE = re.compile(
    r"^(?:[\w-]+\s){0,3}?(?:patients|people|persons|adults|children|women|men|infants|individuals|those)\b"
)
_USED = frozenset("use give prescribe administer".split())
_LONGEST = 25


def cautions(statement: Statement, context: Context) -> Iterator[Fact]:
    """In whom a treatment should be used with caution."""
    for clause in statement.clauses():
        match = _CARE.match(re.sub(r"\s(?:because|since)\s.*$", "", clause.rest.rstrip(" .")))
        if match is None or not clause.passive or clause.lemma not in _USED or clause.negated:
            continue
        who = match["who"]
        if not is_nameable(clause.subject) or points_elsewhere(who) or clause.fronted:
            continue
        if len(who.split()) > _LONGEST or (match["link"] != "during" and not _PEOPLE.match(who)):
            continue
        wh = "During what" if match["link"] == "during" else f"{match['link'].capitalize()} whom"
        subject = context.inside(clause.subject)
        asked = clause.ask(wh).replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.PITFALL,
            subject,
            f"{clause.lemma} with caution",
            who,
            statement.citations,
            modality=clause.aux.lower(),
            question=f"{asked} {match['how']}?",
        )
