"""'The target HbA1c is below 7%', 'Five species of X infect Y', 'the triad of X is A, B and C'."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context, is_general
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import is_plural
from studyapp.model import Fact, FactKind

_MEASURES_WORDS = """
    target goal threshold cutoff limit level range rate risk sensitivity specificity mortality
    prevalence incidence protection efficacy hba1c glucose pressure count saturation temperature
    ratio index score concentration volume diameter survival yield accuracy fraction clearance
    hematocrit hemoglobin sodium potassium creatinine weight intake recurrence
"""
_MEASURES = frozenset(_MEASURES_WORDS.split())
_KINDS = (
    "species|types|stages|phases|strains|subtypes|serotypes|chambers|lobes|valves|layers|segments"
    "|forms|classes|criteria|genes|pairs|bones|vertebrae|branches"
)
_NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+"
_COUNTED = re.compile(
    rf"^(?P<count>{_NUMBER})\s(?P<what>(?:[\w-]+\s){{0,2}}(?:{_KINDS})\b.*)$", re.IGNORECASE
)
_SYNDROME = re.compile(
    r"^(?:the\s)?(?:classic(?:al)?\s|clinical\s)?(?P<noun>triad|tetrad|pentad)(?:\sof\s.+)?$",
    re.IGNORECASE,
)
_LOOSE_RISK = {"risk", "rate", "level", "score", "count"}


def levels(statement: Statement, context: Context) -> Iterator[Fact]:
    """The value of a measure, the number of kinds, the members of a triad."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates:
            continue
        for kind, asked, answer in _told(clause):
            if points_elsewhere(asked) or points_elsewhere(answer):
                continue
            subject = context.inside(clause.subject)
            question = asked.replace(clause.subject, subject, 1)
            yield Fact(
                kind,
                subject,
                "count" if kind is FactKind.CLASSIFICATION else "value",
                answer,
                statement.citations,
                condition=clause.fronted,
                modality=clause.aux.lower(),
                question=_about(question, subject, context) + "?",
            )


def _about(question: str, subject: str, context: Context) -> str:
    own = re.search(r"\s(?:of|for|in|against|before|after)\s(.+)$", subject)
    if own is not None and not is_general(own[1]):
        return context.about(question) if _PEOPLE.search(own[1]) else question
    return context.about(question, "of" if _SYNDROME.match(subject) else "in")


_PEOPLE = re.compile(r"\b(?:patients|people|adults|children|women|men|infants|meals?|day)\b")


def _told(clause: Clause) -> Iterator[tuple[FactKind, str, str]]:
    rest = clause.rest.rstrip(" .")
    syndrome = _SYNDROME.match(clause.subject)
    if clause.copula and syndrome and _members(rest):
        yield FactKind.FINDING, clause.ask("What"), rest
        return
    counted = _COUNTED.match(clause.subject)
    if counted and not clause.copula and not clause.passive and rest and not clause.aux:
        asked = f"How many {counted['what']} {clause.predicate}".rstrip(" .")
        yield FactKind.CLASSIFICATION, asked, counted["count"]
        return
    if clause.copula and _is_measure(clause) and is_nameable(clause.subject) and _is_value(rest):
        yield FactKind.THRESHOLD, clause.ask("What"), rest


def _members(rest: str) -> bool:
    """Whether a text is an enumeration of three."""
    return rest.count(",") >= 1 and re.search(r",?\sand\s", rest) is not None and ";" not in rest


def _is_measure(clause: Clause) -> bool:
    head = str(clause.head.lemma_).lower()
    named = head in _MEASURES or any(w.lower() in _MEASURES for w in clause.subject.split()[:3])
    told = head not in _LOOSE_RISK or " of " in clause.subject or " for " in clause.subject
    return (
        named and told and not is_plural(clause.subject.split()[-1] if head in _LOOSE_RISK else "")
    )


def _is_value(rest: str) -> bool:
    """Whether what follows 'is' is one quantity and nothing else."""
    found = list(quantities(rest))
    if len(found) != 1 or found[0].dimension is Dimension.COUNT:
        return False
    return not f"{rest[: found[0].start]}{rest[found[0].end :]}".strip()
