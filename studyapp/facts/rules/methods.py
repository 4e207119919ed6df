"""'X may be detected in blood by PCR', 'X is made in the early stage by Y': by what method."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context, is_general
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import is_cut
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_FOUND = frozenset(
    "detect diagnose confirm identify establish demonstrate isolate recognize exclude"
    " differentiate distinguish visualize screen monitor assess evaluate measure see find".split()
)
_CARED = frozenset(
    "treat control manage prevent remove repair replace relieve correct reduce reverse cure"
    " eradicate deliver obtain decontaminate disinfect drain".split()
)
_METHOD = re.compile(
    r"^(?P<what>(?:in|during|on|at|from|among|before|after|early|later|within|without)\b[^,;]{2,70}?)"
    r"\s(?P<how>(?:by|using|with|through|via)\s(?!which|whom|the\s(?:patient|person)\b)[^;]+)$"
)
_UPON = re.compile(r"^(?P<how>(?:based\s)?(?:on|upon)\s[^;]+)$")
_AFFECTED = re.compile(
    r"\b(?:people|patients|adults|children|women|men|infants|persons|individuals|those|cases|disease"
    r"|symptoms|infection|history)\swith\b|\b(?:associated|along|together|compared|infected)\swith\b"
)
_REMARK = re.compile(r",\s(?:which|who|although|though|but|because|since|so|and\sit)\s.*$")
_BASIS = re.compile(r"\bon\s(?:the\s)?(?:type|severity|cause|stage|results?|symptoms)\b")
_SECOND = re.compile(r"\b(?:and|or)\s(?:then\s)?\w+(?:ed|en)\b")
_LONGEST = 25


def methods(statement: Statement, context: Context) -> Iterator[Fact]:
    """By what something is found or treated, where a place or a time stands between."""
    for clause in statement.clauses():
        found = _method(clause)
        if found is None or clause.negated or clause.narrates or is_cut(clause):
            continue
        if not is_nameable(clause.subject) or not _fits(clause, *found):
            continue
        what, how = found
        subject = context.inside(clause.subject)
        asked = clause.ask("How").replace(clause.subject, subject, 1)
        asked = f"{asked} {what}".strip()
        told = names_disease(asked) or not is_general(subject)
        if not told and not context.ill:
            continue
        if not names_disease(asked) and context.ill:
            asked = context.about(asked, "in", how)
        yield Fact(
            FactKind.DIAGNOSIS if clause.lemma in _FOUND | {"make"} else FactKind.TREATMENT,
            subject,
            f"{clause.lemma} how",
            how,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=f"{asked}?",
        )


def _method(clause: Clause) -> tuple[str, str] | None:
    """What stands before the method, and the method; None for none."""
    if not clause.passive:
        return None
    rest = _REMARK.sub("", clause.rest).rstrip(" .,")
    diagnosed = clause.lemma == "make" and clause.head.lemma_.lower() == "diagnosis"
    if diagnosed:
        upon = _UPON.match(rest)
        if upon is not None and not _BASIS.search(rest):
            return "", upon["how"]
    if clause.lemma not in _FOUND | _CARED and not diagnosed:
        return None
    method = _METHOD.match(rest)
    return (method["what"], method["how"]) if method is not None else None


def _fits(clause: Clause, what: str, how: str) -> bool:
    if points_elsewhere(f"{what} {how} {clause.fronted}") or _AFFECTED.search(f"{what} {how}"):
        return False
    if clause.fronted and not restricts(clause.fronted):
        return False
    if _SECOND.search(what):
        return False
    if len(how.split()) > _LONGEST or re.search(r"\b(?:and|or|to|of)$", how):
        return False
    return says_something(how, f"{clause.subject} {what} {clause.fronted}")
