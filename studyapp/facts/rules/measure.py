"""The usual length of X is 6 weeks, scores range from 3 to 15, X survives 2 days: numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.attributes import head_noun
from studyapp.facts.context import Context, is_general
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
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
_LIMITED = re.compile(
    r"^to\s(?P<value>(?:an?\s(?:[\w-]+\s){0,3}range\sof\s|no\smore\sthan\s|less\sthan\s|only\s)?\d.*?)"
    r"(?P<tail>\s(?:in|for|during|among)\s.*)?$"
)
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
_WHOSE = re.compile(r"\s(?:of|for|in)\s(?!the\b)\w")
_OF_WHOM = re.compile(r"\sof\s(?P<of>[^,]+?)(?:\s(?:in|among|for)\s.*)?$")
_USUALLY = re.compile(r"^(?P<how>(?:usually|typically|generally|normally|often)\s)")
_AFTER = re.compile(
    rf"^(?:within\s)?(?P<value>{_TIME})\s(?P<link>after|before)\s(?P<event>[^,;]+)$"
)
_STARTS = {"appear", "occur", "begin", "start", "develop", "end", "peak", "resolve"}
_OWN = re.compile(r"\b(?:they|it)\b")
_PERIOD = re.compile(r"^(?:The\s)?[\w-]+\s(?:period|time|age|duration|interval)$")
"""'The incubation period' is that of the page's disease."""
_AGED = re.compile(r"\b(?:older|younger|aged?|over|under)\b")
_FEW, _LONGEST = 2, 15


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
        if clause.copula and not (context.subject or _WHOSE.search(asked)):
            continue
        link = "in" if re.search(r"\s(?:of|in|for)\s", subject) else "of"
        whose = _OF_WHOM.search(subject)
        if clause.copula:
            own = whose is not None and names_disease(whose["of"])
            named = asked if own else context.about(asked, link)
        else:
            general = clause.passive or is_general(clause.subject) or _PERIOD.match(clause.subject)
            named = context.about(asked) if general else asked
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
    if clause.passive:
        return _set(clause, rest)
    spread = _RANGE.match(rest) if lemma in {"range", "vary"} else None
    if spread is not None:
        verb, base = (_HAVE.sub("have", words) for words in (clause.verb, clause.base))
        asked = replace(clause, verb=verb, base=base).ask("What range")
        return f"{asked}{spread['rest'] or ''}", spread["value"], FactKind.FIGURE
    timed = _timed(clause, rest)
    return (*timed, FactKind.DURATION) if timed[0] else _bounded(clause, rest)


def _timed(clause: Clause, rest: str) -> tuple[str, str]:
    """How long something survives, within what time it ends, how long after what it starts."""
    lemma = clause.lemma
    since = _AFTER.match(rest) if lemma in _STARTS and not clause.fronted else None
    if since is not None:
        wh = f"How long {since['link']} {since['event']}"
        return clause.ask(wh), since["value"]
    lives = _LIVES.match(rest) if lemma in _SURVIVES else None
    timed = lives or (_DIES.match(rest) if lemma in _ENDS else None)
    if timed is None or re.search(r"[,;]", timed["rest"] or ""):
        return "", ""
    wh = "How long" if lives else "Within what time"
    return f"{clause.ask(wh)}{timed['rest'] or ''}", timed["value"]


def _set(clause: Clause, rest: str) -> tuple[str, str, FactKind]:
    """What a thing is limited to or defined as, and how much of it is advised."""
    limited = _LIMITED.match(rest) if clause.lemma in {"limit", "restrict"} else None
    if limited is not None:
        asked = f"{clause.ask('To what')}{limited['tail'] or ''}"
        return asked, limited["value"], FactKind.FIGURE
    defined = _DEFINED.match(rest) if clause.lemma in {"define", "consider"} else None
    if defined is not None:
        return f"{clause.ask('What')} as", defined["value"], FactKind.THRESHOLD
    return _advised(clause, rest)


def _advised(clause: Clause, rest: str) -> tuple[str, str, FactKind]:
    """'A daily intake of at least 2 L is advised': what daily intake."""
    of = _OF_AMOUNT.match(clause.subject)
    if of is None or clause.lemma not in _ADVISES:
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
    usual = _USUALLY.match(clause.rest)
    rest = clause.rest[usual.end() if usual else 0 :].rstrip(" .")
    found = list(quantities(rest))
    aged = len(found) == _FEW and _AGED.search(rest[found[0].end : found[1].start]) is not None
    if not (len(found) == 1 or aged) or found[0].start or found[0].dimension is Dimension.COUNT:
        return "", ""
    value, tail = rest[: found[0].end].strip(), rest[found[0].end :]
    if tail and (not _LINKED.match(tail) or re.search(r"[,;]", tail)):
        return "", ""
    subject = clause.subject
    thing = subject if re.match(r"^(?:the|an?)\s", subject, re.IGNORECASE) else f"the {subject}"
    told = len(stems(subject)) > 1 or bool(tail)
    be = clause.aux.lower()
    asked = f"What {be} {usual['how'] if usual else ''}{thing[0].lower()}{thing[1:]}{tail}"
    front = f"{clause.fronted}, w{asked[1:]}" if clause.fronted else asked
    return (front, value) if told and be in {"is", "are"} else ("", "")
