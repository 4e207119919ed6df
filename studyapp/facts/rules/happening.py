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
_IN = re.compile(r"^In\s(?:people\swith\s|patients\swith\s)?(?P<disease>[^,;]+)$")
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
    if not named or not context.subject or not _changes(clause):
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
