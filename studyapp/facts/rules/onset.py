"""'The onset of X is usually between 20 and 40 years of age': at what age it begins."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import placed_among
from studyapp.language.clause import Clause, modal
from studyapp.model import Fact, FactKind

_ONSET = re.compile(
    r"^(?:The\s)?(?P<how>(?:(?:usual|typical|peak|average|mean|median)\s)?)(?P<noun>age\s(?:at|of)\sonset|onset|age"
    r"\sat\sdiagnosis|peak\s(?:incidence|age))(?P<of>\s(?:of|for|in)\s.+)?$",
    re.IGNORECASE,
)
_SPAN = (
    r"(?:(?:about|approximately|around)\s)?(?:(?:between|from)\s)?(?:(?:the\s)?ages\s(?:of\s)?)?\d+"
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
        if clause.narrates or clause.passive:
            continue
        asked, value = _not_until(clause) if clause.negated else ("", "")
        if not asked and not clause.negated and not clause.fronted:
            asked, value = _of_onset(clause) if clause.copula else _begun(clause)
            asked, value = (asked, value) if asked else _by_age(clause)
        if asked and not points_elsewhere(asked):
            subject = context.inside(clause.subject)
            link = "of" if _ONSET.match(clause.subject) else "in"
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
    if named["noun"].lower() == "onset" and not _AGED.search(told["value"]):
        return "", ""
    how = _USUAL.get((told["how"] or "").strip(), "")
    onset = re.sub(r"^[Tt]he\s", "", clause.subject)
    onset = onset[0].lower() + onset[1:]
    aged = onset.replace("onset", "age of onset", 1) if named["noun"].lower() == "onset" else onset
    wh = "What is" if named["noun"].lower() != "peak incidence" else "At what age is"
    return f"{wh} the {how}{aged}", told["value"]


_UNTIL = re.compile(
    r"^(?P<who>in\s(?:men|women|children|adults)\s)?(?P<value>until\s(?:after\s)?(?:(?:the\s)?age\s(?:of\s)?\d+|(?:late\s|early\s)?(?:middle\sage|adulthood"
    r"|puberty|adolescence|childhood|infancy)|\d+(?:\s(?:to|or)\s\d+)?\s(?:years|months)\sof\sage"
    r"|(?:they(?:'re|\sare)\s)?\d+(?:\s(?:to|or)\s\d+)?\s(?:years|months)\sold))(?:\s\([^()]*\))?$"
)


_LATER = re.compile(
    r"^(?P<state>(?:evident|apparent|visible|noticeable|obvious|clear)\s)until\s(?P<value>[^,;:]*?"
    r"\d[\d.]*(?:\s(?:to|or)\s\d+)?\s(?:hours|days|weeks|months|years)\safter\s[^,;:]+)$"
)


def _not_until(clause: Clause) -> tuple[str, str]:
    """'Symptoms of X usually do not occur until middle age'."""
    late = _LATER.match(clause.rest.rstrip(" ."))
    if late is not None and clause.lemma == "become" and is_nameable(clause.subject):
        plain = replace(clause, verb="become")
        return f"{plain.ask('When')} {late['state'].strip()}", f"not until {late['value']}"
    told = _UNTIL.match(clause.rest.rstrip(" ."))
    sure = clause.aux.lower() in {"do", "does"} and clause.lemma in _BEGINS
    people = not clause.fronted or restricts(clause.fronted)
    if told is None or not sure or not people or not is_nameable(clause.subject):
        return "", ""
    often = " ".join(w for w in clause.verb.split() if w.lower() not in {"not", "n't", "never"})
    plain = replace(clause, verb=often)
    asked = f"{plain.ask('At what age')} {told['who'] or ''}".strip()
    return asked, f"not {re.sub(r'they.re |they are ', '', told['value'])}"


_BY_AGE = re.compile(
    r"^(?P<state>(?!not\b)[a-z][a-z -]{2,40}?)\s(?P<link>by|until|before)\s"
    r"(?P<about>about\s|around\s)?(?P<age>(?:the\s)?age\s(?:of\s)?\d+(?:\s(?:months|years))?|\d+\s(?:months|years)\s(?:of\sage|old))$"
)
_CHILD = re.compile(
    r"^(?:(?:most|many|affected|some)\s)?(?:children|infants|babies|newborns|boys|girls|adults|patients|people)\b",
    re.IGNORECASE,
)
_SEEMS = frozenset("appear seem look remain stay be".split())


def _by_age(clause: Clause) -> tuple[str, str]:
    """'Infants with X appear normal until about 5 months of age'."""
    told = _BY_AGE.match(clause.rest.rstrip(" ."))
    if told is None or clause.lemma not in _SEEMS or not _CHILD.match(clause.subject):
        return "", ""
    wh = f"{told['link'].capitalize()} what age"
    asked = f"{clause.ask(wh)} {told['state']}"
    return asked, f"{told['about'] or ''}{told['age']}"


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
