"""'Triptans are given to treat headaches such as A and B': which headaches."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.context import Context
from studyapp.facts.enumerations import joined, members_of, without_brackets
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.model import Fact, FactKind

_AIMED = re.compile(
    r"^(?P<aim>to\s(?:help\s)?(?:treat|prevent|diagnose|detect|rule\sout|find|relieve|control"
    r"|check\sfor|look\sfor))\s(?P<noun>(?:[a-z-]+\s){0,2}[a-z-]+s),?\s(?:such\sas|including)\s"
    r"(?P<list>.+)$"
)
_VAGUE = re.compile(r"^(?:other|certain|some|many|several|any)\b|\b(?:things|people)$")
_LONGEST = 25


def aimed(statement: Statement, context: Context) -> Iterator[Fact]:
    """The listed diseases, symptoms ... against which a thing is used."""
    for clause in statement.clauses():
        match = _AIMED.match(without_brackets(clause.rest)) if clause.passive else None
        if match is None or clause.negated or clause.narrates or clause.fronted:
            continue
        listed, noun = members_of(match["list"], statement.doc), match["noun"]
        value = joined(listed, statement.text) if listed else ""
        unfit = _VAGUE.search(noun) or not is_nameable(clause.subject) or points_elsewhere(value)
        if not value or unfit or len(value.split()) > _LONGEST:
            continue
        asked = clause.ask(f"Which {len(listed)} listed {noun}")
        asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
        yield Fact(
            attribute_kind(noun) or FactKind.INDICATION,
            context.inside(clause.subject),
            asked,
            value,
            statement.citations,
            modality=clause.aux.lower(),
            items=listed,
            question=f"{asked} {match['aim']}?",
        )
