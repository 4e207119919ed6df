"""'The heart pumps about 5 L of blood a minute', 'about one liter of saliva is secreted a day'."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.anatomy import mentions_part
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_UNITS = (
    r"(?:liters?|litres?|milliliters?|millilitres?|mL|ml|L|grams?|g|milligrams?|mg|kilograms?|kg"
    r"|ounces?|quarts?|pints?|gallons?|cups?|pounds?|calories|percent|%)"
)
_NUMBER = (
    r"(?:(?:about|approximately|around|nearly|almost|roughly|up\sto|more\sthan|less\sthan|over|at\sleast)\s)?"
    r"(?:\d[\d.,]*(?:\s?(?:to|-|–)\s?\d[\d.,]*)?|one|two|three|four|five|six|seven|eight|nine|ten|half\sa|a)"
)
_AMOUNT = re.compile(
    rf"^(?P<value>{_NUMBER}\s?{_UNITS}(?:\sor\s{_NUMBER}\s?{_UNITS})?)\s(?:of\s)?"
    r"(?P<what>(?!of\b|in\b|per\b|a\b|each\b|long\b|wide\b|thick\b)(?:the\s)?(?:(?!per|each|every|a|in|to|from|under|when|at|by|that|which)[\w-]+\s?){1,4}?)"
    r"(?P<rest>(?:\s(?:per|each|every|a|in|under|when|at|into|from|during|daily|through)\b.*)?)$",
    re.IGNORECASE,
)
_DOES = frozenset(
    """pump hold contain filter produce secrete make store absorb excrete release carry lose need
    receive process reabsorb deliver eliminate consume use""".split()
)
_END = re.compile(r"(?:;|\s[—–]\s|—|,|\sdue\sto\b|\sbecause\b|\sand\s).*$")
_LONGEST = 25


def volumes(statement: Statement, context: Context) -> Iterator[Fact]:
    """How much a part of the body holds, makes or moves."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or clause.copula:
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        asked, value = _taken(clause) if clause.passive else _held(clause, context)
        known = asked and not points_elsewhere(asked) and len(asked.split()) <= _LONGEST
        if known and mentions_part(asked):
            yield Fact(
                FactKind.FIGURE,
                context.inside(clause.subject),
                clause.lemma,
                value,
                statement.citations,
                condition=clause.fronted,
                modality=clause.aux.lower(),
                question=f"{asked}?",
            )


def _held(clause: Clause, context: Context) -> tuple[str, str]:
    match = _AMOUNT.match(_END.sub("", clause.rest).strip(" ."))
    if match is None or clause.lemma not in _DOES or not is_nameable(clause.subject):
        return "", ""
    subject = context.inside(clause.subject)
    how = (
        "What percentage of"
        if "percent" in match["value"] or "%" in match["value"]
        else "How much"
    )
    asked = clause.ask(f"{how} {match['what'].strip()}").replace(clause.subject, subject, 1)
    return f"{asked}{match['rest']}", match["value"]


def _taken(clause: Clause) -> tuple[str, str]:
    match = _AMOUNT.match(clause.subject)
    if match is None or match["rest"] or "%" in match["value"] or "percent" in match["value"]:
        return "", ""
    rest = _END.sub("", clause.rest).strip(" .")
    be = "is" if clause.aux.lower() in {"is", "are"} else clause.aux
    asked = f"how much {match['what'].strip()} {be} {clause.verb} {rest}".strip()
    front = f"{clause.fronted}, " if clause.fronted else ""
    return f"{front}{asked}" if front else f"H{asked[1:]}", match["value"]
