"""The usual length of X is 6 weeks, scores range from 3 to 15, X survives 2 days: numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.attributes import head_noun
from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import singular, stems
from studyapp.model import Fact, FactKind

_MEASURES_WORDS = """
    age duration length dose rate level period interval score incidence prevalence risk mortality
    temperature volume weight size count half-life time intake concentration frequency diameter
    chance likelihood proportion pressure ph yield sensitivity specificity survival depth range
    limit threshold cutoff thickness
"""
_MEASURES = frozenset(_MEASURES_WORDS.split())
_LINKED = re.compile(r"^\s(?:in|for|at|among|after|before|during|from|per|of|on|with|when|if)\s")
_CMP = (
    r"(?:about|approximately|around|roughly|nearly|almost|over|more\sthan|at\sleast|up\sto|less\sthan"
    r"|fewer\sthan|no\smore\sthan|only|an\sestimated|as\slong\sas)"
)
_SPAN = rf"(?:{_CMP}\s)?(?:\d[\w.,–-]*|an?|one|two|three|four|five|six|seven|eight|ten|several)"
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_TIME = rf"{_SPAN}(?:\s?(?:to|or|–|-)\s?\S+)?\s{_UNIT}"
_RANGE = re.compile(
    r"^(?P<value>(?:from|between)\s\d[\d.,]*\S*\s?(?:[^\s,]+\s)?(?:to|and)\s\d[\d.,]*\S*"
    r"(?:\s(?:mg|mm|cm|mL|g|years?|months?|weeks?|days?|hours?|points?|percent))?)"
    r"(?P<rest>\s(?:in|for|among|of|on)\s[^,]+)?(?:,.*)?$"
)
_LIVES = re.compile(rf"^(?:for\s|within\s)?(?P<value>{_TIME})(?P<rest>\s.*)?$")
_DIES = re.compile(rf"^within\s(?P<value>{_TIME})(?P<rest>\s.*)?$")
_BELOW = re.compile(
    r"^(?P<what>[^,]*?)\s?\b(?:when|if|once)\s(?:the\s)?(?P<measure>(?:[\w-]+\s){1,3}?)"
    r"(?:falls|drops|is|rises|goes|exceeds|reaches)\s(?P<side>below|under|above|over)\s"
    r"(?P<value>\d[\d.,]*\s?(?:%|percent|mmHg|mg/dL|mmol/L|degrees|°[CF]|mL|L)\S*)$"
)
_LIMITED = re.compile(r"^to\s(?P<value>(?:no\smore\sthan\s|less\sthan\s|only\s)?\d.*)$")
_DEFINED = re.compile(
    r"^as\s(?P<value>(?:more\sthan\s|less\sthan\s|at\sleast\s|over\s|below\s|above\s|[<>≤≥]\s?)?\d[^,;]*)$"
)
_OF_AMOUNT = re.compile(
    r"^(?:An?\s|The\s)?(?P<what>[A-Za-z][\w\s-]{3,40}?)\sof\s(?P<value>.*\d.*)$"
)
_ADVISES = {"suggest", "recommend", "advise", "require", "need", "prefer", "use"}
_HAVE = re.compile(r"\b(?:range|vary|varies|ranges)$")
_SURVIVES = {"survive", "live", "persist", "remain"}
_ENDS = {"die", "hatch", "resolve", "disappear", "clear", "heal", "subside", "appear", "develop"}
_OWN = re.compile(r"\b(?:they|it)\b")
_LONGEST = 15


def measures(statement: Statement, context: Context) -> Iterator[Fact]:
    """Numbers that a sentence states of a measure, a scale, a survival or a limit."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or not is_nameable(clause.subject):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        asked, value, kind = _asked(clause)
        if not asked or points_elsewhere(_OWN.sub("", asked)) or len(value.split()) > _LONGEST:
            continue
        subject = context.inside(clause.subject)
        asked = asked.replace(clause.subject, subject, 1)
        link = "in" if re.search(r"\s(?:of|in|for)\s", subject) else "of"
        named = context.about(asked, link) if clause.copula else asked
        yield Fact(
            kind,
            subject,
            clause.lemma,
            value,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=named + "?",
        )


def _asked(clause: Clause) -> tuple[str, str, FactKind]:
    """The question, the number that answers it, and the kind; '' for both when none is told."""
    if clause.copula:
        return (*_measured(clause), FactKind.FIGURE)
    rest, lemma = clause.rest.rstrip(" ."), clause.lemma
    spread = _RANGE.match(rest) if lemma in {"range", "vary"} else None
    if spread is not None:
        having = replace(
            clause, verb=_HAVE.sub("have", clause.verb), base=_HAVE.sub("have", clause.base)
        )
        asked = f"{having.ask('What range')}{spread['rest'] or ''}"
        return asked, spread["value"], FactKind.FIGURE
    lives = _LIVES.match(rest) if lemma in _SURVIVES and not clause.passive else None
    ends = _DIES.match(rest) if lemma in _ENDS and not clause.passive else None
    timed = lives or ends
    if timed is not None and not re.search(r"[,;]", timed["rest"] or ""):
        wh = "How long" if lives else "Within what time"
        return f"{clause.ask(wh)}{timed['rest'] or ''}", timed["value"], FactKind.DURATION
    limited = _LIMITED.match(rest) if lemma in {"limit", "restrict"} and clause.passive else None
    if limited is not None:
        return f"{clause.ask('To what')}", limited["value"], FactKind.FIGURE
    defined = _DEFINED.match(rest) if lemma in {"define", "consider"} and clause.passive else None
    if defined is not None:
        return f"{clause.ask('What')} as", defined["value"], FactKind.THRESHOLD
    return _bounded(clause, rest)


def _advised(clause: Clause, rest: str) -> tuple[str, str, FactKind]:
    """'A daily intake of at least 2 L is advised': what daily intake."""
    of = _OF_AMOUNT.match(clause.subject)
    if of is None or clause.lemma not in _ADVISES or not clause.passive:
        return "", "", FactKind.FIGURE
    tail = re.sub(r"(?:,|\sbut\b|;).*$", "", rest)
    found = list(quantities(of["value"]))
    if len(found) != 1 or found[0].start or found[0].end != len(of["value"]):
        return "", "", FactKind.FIGURE
    front = f"{clause.fronted}, what" if clause.fronted else "What"
    what = of["what"][0].lower() + of["what"][1:]
    asked = f"{front} {what} {clause.aux.lower()} {clause.verb} {tail}"
    return asked.strip(), of["value"], FactKind.FIGURE


def _bounded(clause: Clause, rest: str) -> tuple[str, str, FactKind]:
    """'Skin dries when humidity falls below 40%': below what humidity."""
    advised = _advised(clause, rest)
    if advised[0]:
        return advised
    below = _BELOW.match(rest)
    if below is None or clause.fronted or points_elsewhere(below["what"]):
        return "", "", FactKind.THRESHOLD
    wh = f"{below['side'].capitalize()} what {below['measure'].strip()}"
    asked = f"{clause.ask(wh)} {below['what']}"
    return asked.strip(), below["value"], FactKind.THRESHOLD


def _measured(clause: Clause) -> tuple[str, str]:
    """'The usual duration of X is 6 weeks in adults': what it is in adults."""
    if singular(head_noun(clause.subject).lower()) not in _MEASURES or clause.subject[0] == "A":
        return "", ""
    rest = clause.rest.rstrip(" .")
    found = list(quantities(rest))
    if len(found) != 1 or found[0].start or found[0].dimension is Dimension.COUNT:
        return "", ""
    value, tail = rest[: found[0].end].strip(), rest[found[0].end :]
    if tail and (not _LINKED.match(tail) or re.search(r"[,;]", tail)):
        return "", ""
    subject = clause.subject
    thing = subject if re.match(r"^(?:the|an?)\s", subject, re.IGNORECASE) else f"the {subject}"
    told = len(stems(subject)) > 1 or bool(tail)
    be = clause.aux.lower()
    asked = f"What {be} {thing[0].lower()}{thing[1:]}{tail}"
    front = f"{clause.fronted}, w{asked[1:]}" if clause.fronted else asked
    return (front, value) if told and be in {"is", "are"} else ("", "")
