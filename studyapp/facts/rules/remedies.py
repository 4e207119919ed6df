"""'X may control seizures', 'X can help relieve Y': what treats, relieves or prevents a thing."""

from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.reliefs import relief
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.tails import is_finding, names_own_disease
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind

_CHECKS = {"diagnose", "confirm", "determine", "establish"}


def remedies(statement: Statement, context: Context) -> Iterator[Fact]:
    """What may relieve, prevent or confirm a thing, where asking what it relieves is too open."""
    for clause in statement.clauses():
        verb, what = relief(clause)
        if not what or loses_condition(clause, statement):
            continue
        subject = context.inside(clause.subject)
        asked = f"what {clause.aux.lower()} {verb} {what}"
        asked = f"{capital(clause.fronted)}, {asked}" if clause.fronted else capital(asked)
        named = names_own_disease(asked) and not is_finding(what)
        yield Fact(
            FactKind.DIAGNOSIS if set(verb.split()) & _CHECKS else FactKind.TREATMENT,
            what,
            f"what {verb}",
            subject,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=(asked if named else context.about(asked, "in", subject)) + "?",
        )
