"""'A test called X measures Y', 'with a test called X': which test, hormone or germ it is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_CLASS = (
    r"(?:test|exam|procedure|scan|hormone|protein|enzyme|virus|bacterium|bacteria|parasite|fungus"
    r"|drug|medicine|medication|vaccine|gene|chemical|substance|vitamin|mineral|antibody|toxin"
    r"|operation|surgery|device|instrument|machine|gland|pigment|nerve|mite|worm|molecule"
    r"|neurotransmitter|questionnaire|compound|waste\sproduct|antibiotic|condition|complication)"
)
_NAME = r"(?P<name>[\w’'-]+(?:\s(?!that\b|which\b|to\b|is\b|for\b|in\b)[\w’'-]+){0,3}?)"
_KIND = rf"(?P<kind>(?:(?!called\b)[a-z-]+\s){{0,2}}{_CLASS})"
_SHORT = r"(?:\s\([A-Z][\w-]{1,7}\))?"
_DOES = (
    r"(?P<says>(?:can\s(?!also)|may\s(?!also)|usually\s|often\s)?(?:measures?|shows?|records?|checks?"
    r"|causes?|carry|carries|controls?|helps?|makes?|breaks?|break\sdown|moves?|blocks?|destroys?|infects?"
    r"|kills?|uses?|triggers?|tells?|regulates?|protects?|prevents?|turns?|raises?|lowers?|reduces?"
    r"|increases?|looks?|detects?|finds?|treats?|gives?|stimulates?|removes?|lets?|allows?|stops?"
    r"|relaxes|widens|opens)\s.{8,})"
)
_FIRST = re.compile(rf"^An?\s{_KIND}\s(?:called|known\sas)\s{_NAME}{_SHORT}\s{_DOES}$")
_WITH = re.compile(
    rf"^(?P<before>(?:[^,;:]*?\s)?)(?:(?P<link>with|using|by|through|from|to)\s)?"
    rf"(?:an?|the)\s{_KIND}\s(?:called|known\sas)\s(?:the\s)?{_NAME}{_SHORT}"
    rf"(?P<after>\s(?:to|for)\s[^,;]+)?$"
)
_CAUSE = {"cause"}
_LONGEST = 24
_EMPTY_SAYS = re.compile(r"^(?:may|can|usually|often)?\s?(?:helps?|uses?)\s(?:it|them|this)\b")
_ANYONE = re.compile(
    r"^(?:(?:the|your|most|some|many)\s)?(?:[\w-]+\s)?(?:doctors?|providers?|surgeons?|specialists?)$",
    re.IGNORECASE,
)


def classed(statement: Statement, context: Context) -> Iterator[Fact]:
    """Which test, hormone, germ or drug does something, by the class that stands before it."""
    text = statement.text.rstrip(" .")
    first = _FIRST.match(text)
    if re.search(r"\.\s[A-Z]", text):
        return
    if first is not None and not statement.headed:
        says = re.split(r",\s(?:which|who|but|so|although)\b|;", first["says"])[0]
        asked = f"Which {first['kind']} {says}"
        if _is_fit(first["name"], asked) and not _EMPTY_SAYS.match(says):
            yield _fact(asked, first, statement, context)
        return
    for clause in statement.clauses():
        found = _WITH.match(clause.rest.rstrip(" ."))
        if found is None or clause.negated or clause.narrates or clause.fronted:
            continue
        asked = _asked(clause, found, context)
        if asked and _is_fit(found["name"], asked):
            yield _fact(asked, found, statement, context)


def _asked(clause: Clause, found: re.Match[str], context: Context) -> str:
    """The question of 'Y is measured with a test called X'; '' for what is not certain."""
    before, link = found["before"].strip(), found["link"] or ""
    after = found["after"] or ""
    if clause.copula or not (is_nameable(clause.subject) or _ANYONE.match(clause.subject)):
        return ""
    if re.search(r"\b(?:and|or|is|are|of|in|that|which)$", before) or (before and not link):
        return ""
    if clause.passive and link == "by" and clause.lemma in _CAUSE:
        return f"Which {found['kind']} causes {context.inside(clause.subject)}"
    subject = context.inside(clause.subject)
    if not clause.passive and not link and before:
        return ""
    plain = replace(clause, subject=subject)
    wh = f"{link.capitalize()} which" if link else "Which"
    asked = plain.ask(f"{wh} {found['kind']}")
    return f"{asked} {before}".strip() + after


def _is_fit(name: str, asked: str) -> bool:
    named = set(stems(name))
    short = len(asked.split()) <= _LONGEST
    return short and bool(named) and not named & set(stems(asked)) and not points_elsewhere(asked)


def _fact(asked: str, found: re.Match[str], statement: Statement, context: Context) -> Fact:
    kind = FactKind.DIAGNOSIS if re.search(r"test|scan|exam", found["kind"]) else FactKind.ROLE
    return Fact(
        kind,
        asked,
        "which",
        context.inside(found["name"]),
        statement.citations,
        question=f"{asked}?",
    )
