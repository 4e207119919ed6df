"""'X raises the risk of Y fivefold', 'P have twice the risk', 'from 26% to 13%': by how much."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import placed_among
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_MOVES = frozenset(
    "increase raise elevate lower reduce decrease cut improve shorten prolong".split()
)
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|hundred"
    r"|\d[\d.]*(?:\s?(?:to|[-–])\s?\d[\d.]*)?)"
)
_ABOUT = r"(?:about|approximately|nearly|almost|at\sleast|up\sto|more\sthan)"
_FOLD = rf"(?:{_ABOUT}\s)?(?:an?\s)?{_NUMBER}(?:\sto\s{_NUMBER})?[-\s]?(?:fold|times)"
_BY_FOLD = re.compile(
    rf"^(?P<what>(?:the|a)\s[^,;~]+?)\s(?:by\s)?(?P<value>{_FOLD})(?P<where>\s(?:in|among)\s[^,;]+)?$"
)
_FROM_TO = re.compile(
    r"^(?P<what>(?:the\s)?[^,;]+?)\s(?P<value>from\s\d[\d.,]*\s?\S*\sto\s\d[\d.,]*\s?\S*(?:\s[a-z/]+)?)"
    r"(?P<where>\s(?:in|among|over)\s[^,;]+)?$"
)
_HAVE = re.compile(
    rf"^(?:an?\s|about\san?\s)?(?P<value>{_FOLD}|\d[\d.]*(?:\s(?:to|[-–])\s\d[\d.]*)?\s?(?:%|percent))\s"
    r"(?P<how>higher|greater|lower|increased|reduced|elevated)\s(?P<noun>risk|mortality|incidence|rate"
    r"|odds|chance|likelihood)\s(?P<of>of|for)\s(?P<what>[^,;]+?)(?P<than>\sthan\s[^,;]+)?$"
)
_TIMES_MORE = re.compile(
    rf"^(?P<value>{_FOLD})\s(?P<how>(?:more|less)\s(?:common|frequent|likely|prevalent|effective|potent))\s"
    r"(?P<in>(?:in|among|to|as)?\s?[^,;]*\bthan\s[^,;]+)$"
)
_DEGREE = {"increased": "higher", "elevated": "higher", "reduced": "lower"}
_STUDY = re.compile(r"\b(?:study|studies|trial|survey|cohort|participants)\b", re.IGNORECASE)
_LONGEST = 24


def folds(statement: Statement, context: Context) -> Iterator[Fact]:
    """By how much a thing changes a risk or a value, where it is no single percentage."""
    if _STUDY.search(statement.text):
        return
    for clause in statement.clauses():
        if clause.negated or clause.narrates or clause.passive or not is_nameable(clause.subject):
            continue
        asked, value = (
            _compared(clause)
            if clause.copula
            else _changed(clause)
            if clause.lemma in _MOVES
            else _had(clause)
        )
        if not asked or points_elsewhere(asked) or len(asked.split()) > _LONGEST:
            continue
        subject = context.inside(clause.subject)
        asked = asked.replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.FIGURE,
            subject,
            f"{clause.lemma} by",
            value,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=placed_among(asked, context) + "?",
        )


def _changed(clause: Clause) -> tuple[str, str]:
    """'Reduces the risk of stroke from 26% to 13%': by how much."""
    rest = clause.rest.rstrip(" .")
    match = _BY_FOLD.match(rest) or _FROM_TO.match(rest)
    if match is None:
        return "", ""
    return f"{clause.ask('By how much')} {match['what']}{match['where'] or ''}", match["value"]


def _compared(clause: Clause) -> tuple[str, str]:
    """'X is two to three times more common in P than in Q': how much more."""
    match = _TIMES_MORE.match(clause.rest.rstrip(" .")) if not clause.fronted else None
    if match is None or clause.aux.lower() not in {"is", "are"}:
        return "", ""
    asked = f"How much {match['how']} {clause.aux} {clause.subject} {match['in']}"
    return asked, match["value"]


def _had(clause: Clause) -> tuple[str, str]:
    """'Women with X have a twofold higher risk of Y': how much higher their risk of it is."""
    match = _HAVE.match(clause.rest.rstrip(" .")) if clause.lemma == "have" else None
    if match is None or clause.fronted or clause.aux:
        return "", ""
    degree = _DEGREE.get(match["how"], match["how"])
    whose = clause.subject[0].lower() + clause.subject[1:]
    asked = f"How much {degree} is the {match['noun']} {match['of']} {match['what']} in {whose}"
    return f"{asked}{match['than'] or ''}", match["value"]
