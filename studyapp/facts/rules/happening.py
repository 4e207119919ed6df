"""'In X, the air sacs are destroyed': what happens to a part of the body in a disease."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_SUFFERS = frozenset(
    "destroy damage inflame block weaken narrow scar thicken stretch clog attack enlarge".split()
)
_CHANGES = frozenset(
    """become lose swell break thicken narrow enlarge stiffen shrink fill weaken tighten collapse
    harden""".split()
)
_IN = re.compile(r"^(?:In|With)\s(?:people\swith\s|patients\swith\s)?(?P<disease>[^,;]+)$")
_LONGEST = 20


def happenings(statement: Statement, context: Context) -> Iterator[Fact]:
    """What becomes of a part of the body in a disease that stands in front."""
    told = tuple(statement.clauses())
    if len(told) != 1:
        return
    clause = told[0]
    place = _IN.match(clause.fronted)
    named = place is not None and (
        names_disease(place["disease"]) or context.names_subject(place["disease"])
    )
    if not named or not context.subject:
        return
    if not _changes(clause):
        return
    amount = _AMOUNT.match(clause.rest.rstrip(" ."))
    if amount is not None:
        yield from _wrong_amount(clause, amount, statement, context)
        return
    predicate = re.sub(r",\s(?:making|causing|so|which)\b.*$", "", clause.predicate).rstrip(" .")
    if (
        re.search(r",|\b(?:it|they|this|their)\b(?!\s\w+ity\b)", predicate)
        or len(predicate.split()) > _LONGEST
    ):
        return
    head = re.sub(r"^[Tt]he\s", "", clause.subject)
    if not is_nameable(head) or points_elsewhere(predicate):
        return
    who = "they" if clause.plural else "it"
    subject = context.inside(clause.subject)
    fronted = clause.fronted[0].lower() + clause.fronted[1:]
    asked = f"What happens to {subject} {fronted}"
    if says_something(predicate, asked):
        yield Fact(
            FactKind.MECHANISM,
            subject,
            "happens",
            f"{who} {predicate}",
            statement.citations,
            condition=clause.fronted,
            question=f"{asked}?",
        )


_NO_PROCESS = re.compile(
    r"\b(?:symptoms?|signs?|treatments?|diagnosis|doctors?|surgeons?|providers?|patients?|people|persons?|children|men|women"
    r"|adults|infants|causes?|goals?|tests?|therapy|therapies|drugs?|medicines?|disease|disorder|condition|risks?|outlook"
    r"|prognosis|survival|surgery|incidence|course|family|studies|pain|onset|biopsy|scans?|levels?|results?)\b",
    re.IGNORECASE,
)
"""Of what nothing happens in a disease: it is told of patients, of their course and their care."""
_STATES = re.compile(
    r"^(?:an?|the|one|more|less|most|very|common|rare|usually|often|important|possible|difficult|unknown)\b"
)


def processes(statement: Statement, context: Context) -> Iterator[Fact]:
    """'In X, blood leaks back through the valve': what happens in a disease, whole."""
    told = tuple(statement.clauses())
    place = _IN.match(told[0].fronted) if told else None
    named = place is not None and (
        names_disease(place["disease"]) or context.names_subject(place["disease"])
    )
    if named and context.subject:
        yield from _whole(told[0], statement, context)


def _whole(clause: Clause, statement: Statement, context: Context) -> Iterator[Fact]:
    told = statement.text[len(clause.fronted) :].strip(" ,.")
    subject = re.sub(r"^[Tt]he\s", "", clause.subject)
    process = not _NO_PROCESS.search(clause.subject) and is_nameable(subject)
    if not process or clause.narrates or clause.aux.lower() in {"may", "might", "should", "could"}:
        return
    if (clause.copula and _STATES.match(clause.rest)) or points_elsewhere(told):
        return
    if not _SHORTEST <= len(told.split()) <= _LONGEST or not statement.text.startswith(
        clause.fronted
    ):
        return
    disease = re.sub(r"^(?:In|With)\s", "", clause.fronted)
    if context.subject and _TOO_WIDE.search(disease):
        return
    yield Fact(
        FactKind.MECHANISM,
        context.inside(disease),
        "happens in",
        told,
        statement.citations,
        question=f"What happens in {context.inside(disease)}?",
    )


_SHORTEST = 4
_TOO_WIDE = re.compile(
    r"\b(?:people|patients|cases|stages?|this|these|its|most|some|severe|other)\b"
)
_AMOUNT = re.compile(r"^(?P<how>too\s(?:much|many|little|few)|not\senough)\s(?P<what>[^,;:]+)$")
_MAKES = frozenset("make produce release absorb contain hold store".split())


def _wrong_amount(
    clause: Clause, amount: re.Match[str], statement: Statement, context: Context
) -> Iterator[Fact]:
    """'In X, the gland makes too much of Y': what it makes too much of."""
    head = re.sub(r"^[Tt]he\s", "", clause.subject)
    if clause.lemma not in _MAKES or not is_nameable(head) or points_elsewhere(amount["what"]):
        return
    subject = context.inside(clause.subject)
    plain = replace(clause, subject=subject)
    asked = f"{plain.ask('what')} {amount['how']} of"
    yield Fact(
        FactKind.MECHANISM,
        subject,
        amount["how"],
        amount["what"],
        statement.citations,
        condition=clause.fronted,
        question=f"{asked}?",
    )


def _changes(clause: Clause) -> bool:
    if clause.lemma in _MAKES and _AMOUNT.match(clause.rest) and not clause.passive:
        return not clause.negated and not clause.narrates
    if clause.negated or clause.narrates:
        return False
    return clause.lemma in (_SUFFERS if clause.passive else _CHANGES)
