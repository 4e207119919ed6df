"""'A is less specific than B', 'A gives better control than B', 'A more often than B'."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind

_DEGREE = (
    r"(?:(?:generally|usually|often|typically|probably|considerably|much|slightly|significantly"
    r"|substantially|somewhat|far|relatively|a\slittle|even)\s)*"
)
_OTHER = (
    r"(?P<other>(?!normal|usual|usually|before|expected|average|any\b|anything|it\b|they\b|when\b"
    r"|if\b|those?\b|that\b|in\b|for\b|on\b|with\b|at\b|to\b|of\b|among\b|ever\b|others?\b|other\b|the\s(?:number|rest)"
    r"|do\b|does\b|is\b|are\b|was\b|\d|one\b|two\b|three\b|four\b)[^,;]+?)"
)
_END = r"(?:(?:,|;|\s(?:and|but)\s(?=more|less|is\b|are\b|has\b|have\b)).*)?$"
_THAN = r"(?:than|(?:when\s)?compared\s(?:with|to))"
_FIRST = re.compile(r"^[Cc]ompared\s(?:with|to)\s(?P<other>[^,]+)$")
_HERS = r"(?:more|less|fewer|better|worse|[a-z]{3,}er)"
_IS = re.compile(
    rf"^(?P<how>{_DEGREE}(?:an?\s)?(?:(?:more|less)\s(?!likely\b|than\b)[\w-]+|(?!other\b|rather\b|under\b|over\b)[a-z]+er)"
    rf"(?:\s(?!than\b)[\w.-]+){{0,7}}?)\s{_THAN}\s{_OTHER}"
    rf"(?P<tail>\s(?:in|for|at|among|against)\s[^,;]+)?{_END}"
)
_GIVES = re.compile(
    rf"^(?P<how>{_DEGREE}(?:an?\s)?(?!other\b|rather\b|water\b|later\b){_HERS}\s(?:(?!than\b)[\w-]+\s){{1,6}}?){_THAN}\s{_OTHER}{_END}"
)
_NOT = re.compile(
    r"^(?P<how>(?:an?|the)\s[^,;]+),\s(?:and\s)?not\s(?P<other>(?:an?|the)\s[^,;]+)$"
)
_OFTEN = re.compile(
    rf"^(?P<what>(?:[\w-]+\s){{0,6}}?)(?P<how>{_DEGREE}(?:(?:more|less)\s(?P<adverb>often|frequently"
    r"|commonly|quickly|rapidly|slowly)|(?P<short>faster|slower|better|worse|longer))"
    rf")\s{_THAN}\s{_OTHER}{_END}"
)
_ASKED = {
    "often": "frequently",
    "frequently": "often",
    "commonly": "often",
    "quickly": "fast",
    "rapidly": "fast",
    "slowly": "fast",
    "faster": "quickly",
    "slower": "quickly",
    "better": "well",
    "worse": "well",
    "longer": "long",
}
_PEOPLE = re.compile(
    r"\b(?:individuals|people|patients|adults|children|women|men|infants|persons|smokers|those"
    r"|males|females|girls|boys)\b",
    re.IGNORECASE,
)
_LONGEST = 20


def contrasts(statement: Statement, context: Context) -> Iterator[Fact]:
    """How a thing differs from another that the sentence names, with both in the question."""
    for clause in statement.clauses():
        apart = clause.copula and _NOT.match(clause.rest) is not None
        denied = clause.negated and not apart
        if denied or clause.narrates or not is_nameable(clause.subject):
            continue
        if points_elsewhere(clause.fronted):
            continue
        told = replace(clause, fronted="") if clause.fronted.lower() == "also" else clause
        asked, value = _compared(told) if told.copula else _given(told)
        whole = asked.count("(") == asked.count(")") and "rather" not in value
        if asked and whole and not points_elsewhere(asked) and len(value.split()) <= _LONGEST:
            inside = context.inside(clause.subject)
            yield Fact(
                FactKind.COMPARISON,
                inside,
                "compared",
                value,
                statement.citations,
                question=f"{asked.replace(clause.subject, inside, 1)}?",
            )


def _compared(clause: Clause) -> tuple[str, str]:
    """'How does A compare with B in C?', and what A is in comparison."""
    apart = _NOT.match(clause.rest)
    if apart is not None and not clause.fronted:
        asked = f"What {clause.aux} {clause.subject}, rather than {apart['other']}"
        return asked, apart["how"]
    match = _IS.match(clause.rest)
    if match is None or clause.aux.lower() not in {"is", "are"}:
        return "", ""
    if _PEOPLE.search(clause.subject):
        return "", ""
    do = "do" if clause.plural or clause.head.tag_ in {"NNS", "NNPS"} else "does"
    asked = f"how {do} {clause.subject} compare with {match['other']}{match['tail'] or ''}"
    asked = f"{clause.fronted}, {asked}" if clause.fronted else capital(asked)
    return asked, match["how"]


def _given(clause: Clause) -> tuple[str, str]:
    """'What does A give compared with B?', 'How often does A bleed compared with B?'."""
    if clause.passive:
        return "", ""
    first = _FIRST.match(clause.fronted)
    if first is not None:
        plain = replace(clause, fronted="").ask("What")
        more = re.match(rf"^{_DEGREE}(?:an?\s)?{_HERS}\s", clause.rest)
        asked = f"{plain} compared with {first['other']}" if more is not None else ""
        return asked, re.split(r"[,;]\s", clause.rest)[0].replace(" and therefore ", " and ")
    often = _OFTEN.match(clause.rest)
    if often is not None:
        adverb = _ASKED[often["adverb"] or often["short"]]
        plain = replace(clause, rest="").ask(f"How {adverb}")
        asked = f"{plain} {often['what']}".strip()
        return f"{asked} compared with {often['other']}", often["how"]
    match = _GIVES.match(clause.rest)
    if match is None:
        return "", ""
    other = re.sub(r"\s(?:do|does|did)$", "", match["other"])
    return f"{clause.ask('What')} compared with {other}", match["how"].strip()
