"""'The onset of X is usually between 20 and 40 years of age': at what age it begins."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import placed_among
from studyapp.language.clause import Clause, modal
from studyapp.model import Fact, FactKind

_ONSET = re.compile(
    r"^The\s(?P<how>(?:(?:usual|typical|peak|average|mean|median)\s)?)(?P<noun>age\s(?:at|of)\sonset|onset|age"
    r"\sat\sdiagnosis|peak\s(?:incidence|age))(?P<of>\s(?:of|for|in)\s.+)?$"
)
_SPAN = (
    r"(?:(?:about|approximately|around)\s)?(?:(?:between|from)\s)?(?:the\sages\sof\s)?\d+"
    r"(?:\s(?:and|to)\s\d+|[-–]\d+)?(?:\s(?:years?|months?)(?:\sof\sage|\sold)?)?"
)
_DECADE = (
    r"(?:in\s|during\s)?the\s(?:\w+(?:\sand|\sto|\sor)\s)?(?:\w+\s)(?:decades?)(?:\sof\slife)?"
)
_WHEN = re.compile(
    rf"^(?P<how>(?:usually|typically|most\soften|commonly|generally)\s)?(?P<value>(?:(?:at|before|after|in|during)\s)?"
    rf"(?:{_SPAN}|{_DECADE}|(?:early|late)?\s?(?:childhood|infancy|adolescence|adulthood|middle\sage)))$"
)
_USUAL = {"usually": "usual ", "typically": "typical "}
_BEGINS = frozenset("begin start present appear manifest occur develop".split())
_DUE = re.compile(
    r"^(?P<value>at\s(?:the\s)?age\s(?:of\s)?\d+(?:\s(?:to|or)\s\d+)?(?:\syears?)?)"
    r"(?P<whom>\s(?:in|for)\s[^,;]+)?$"
)
_AGED = re.compile(
    r"\b(?:ages?|old|childhood|infancy|adolescence|adulthood|decades?)\b|\bof\slife\b"
)


def onsets(statement: Statement, context: Context) -> Iterator[Fact]:
    """At what age a disease begins."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or clause.fronted or clause.passive:
            continue
        asked, value = _of_onset(clause) if clause.copula else _begun(clause)
        if asked and not points_elsewhere(asked):
            subject = context.inside(clause.subject)
            link = "of" if clause.copula else "in"
            asked = placed_among(asked.replace(clause.subject, subject, 1), context, link)
            yield Fact(
                FactKind.FIGURE, subject, "onset", value, statement.citations, question=asked + "?"
            )


def _of_onset(clause: Clause) -> tuple[str, str]:
    """'The onset of X is usually at 20 years of age'."""
    named, told = _ONSET.match(clause.subject), _WHEN.match(clause.rest.rstrip(" ."))
    if (
        named is None
        or told is None
        or not re.search(r"\d|decade|hood|infancy|age", told["value"])
    ):
        return "", ""
    if named["noun"] == "onset" and not _AGED.search(told["value"]):
        return "", ""
    how = _USUAL.get((told["how"] or "").strip(), "")
    onset = clause.subject[len("The ") :]
    aged = onset.replace("onset", "age of onset", 1) if named["noun"] == "onset" else onset
    wh = "What is" if named["noun"] != "peak incidence" else "At what age is"
    return f"{wh} the {how}{aged}", told["value"]


def _begun(clause: Clause) -> tuple[str, str]:
    """'X usually begins between the ages of 20 and 40'."""
    due = _DUE.match(clause.rest.rstrip(" ."))
    if due is not None and modal(clause) == "should" and clause.lemma in _BEGINS | {"stop", "end"}:
        return f"{clause.ask('At what age')} {due['whom'] or ''}".strip(), due["value"]
    told = _WHEN.match(clause.rest.rstrip(" ."))
    if (
        clause.lemma not in _BEGINS
        or told is None
        or clause.aux
        or not is_nameable(clause.subject)
    ):
        return "", ""
    if not _AGED.search(told["value"]):
        return "", ""
    how = told["how"] or ""
    return f"{clause.ask('At what age')} {how}".strip(), told["value"]
