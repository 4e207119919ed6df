"""'X is nearly always fatal', 'X begins suddenly', 'X lasts from … to …': how a disease runs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.known_before import is_told_before
from studyapp.facts.plainly import inside, says_also
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import tailed
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_HOW_OFTEN = re.compile(
    r"^(?P<how>(?:nearly|almost)\s(?:always|never)|always|usually|often|rarely|frequently|generally|commonly|seldom)\s"
    r"(?P<what>fatal|deadly|life-threatening|harmless|curable|permanent|reversible|self-limit(?:ing|ed)"
    r"|inherited|benign|painless|asymptomatic|contagious)$"
)
_MANNER = re.compile(
    r"^(?P<how>(?:(?:very|quite)\s)?(?:gradually|slowly|suddenly|abruptly|rapidly|quickly|insidiously"
    r"|without\swarning))(?P<more>\s(?:with|over|within|after)\s[^;:]+)?$"
)
_RUNS = frozenset("begin start develop progress appear worsen heal grow advance come".split())
_SPAN = re.compile(
    r"^(?P<value>(?:for\s)?(?:anywhere\s)?from\s[^,;:]+?\sto\s[^,;:]*?(?:seconds|minutes|hours|days|weeks"
    r"|months|years|decades))$"
)
_LASTS = frozenset("last persist continue".split())
_ONE_OR_BOTH = re.compile(r"^(?P<value>one\sor\sboth|only\sone|both)\s(?P<what>[a-z]+s)$")
_ILL = re.compile(
    r"\b(?:symptoms?|signs?|onset|disease|illness|infection|condition|attacks?|episodes?|pain|rash)\b",
    re.IGNORECASE,
)
_COURSE = re.compile(
    r"^(?P<value>an?\s(?!normal\b|different\b|similar\b|variable\b)(?:[\w-]+\s){1,6}?course)$"
)
_LONGEST, _NEAR = 16, 40

_Told = tuple[FactKind, str, str]


def paces(statement: Statement, context: Context) -> Iterator[Fact]:
    """How often a disease kills, how it begins, how long an attack of it lasts."""
    for whole in statement.clauses():
        clause = inside(whole, context)
        if clause.negated or clause.narrates or is_told_before(whole) or says_also(whole):
            continue
        if not is_nameable(clause.subject) or loses_condition(whole, statement):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        told = (
            _often(clause)
            or _manner(clause, context)
            or _span(clause)
            or _sides(clause)
            or _course(clause)
        )
        if told is None or points_elsewhere(f"{told[1]} {told[2]}"):
            continue
        yield Fact(
            told[0],
            clause.subject,
            f"course {clause.lemma}",
            told[2],
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=tailed(told[1], clause.subject, context) + "?",
        )


def _often(clause: Clause) -> _Told | None:
    match = _HOW_OFTEN.match(clause.rest.strip(" .")) if clause.copula else None
    if match is None:
        return None
    return FactKind.COMPLICATION, f"{clause.ask('How often')} {match['what']}", match["how"]


def _manner(clause: Clause, context: Context) -> _Told | None:
    """'Most often begins gradually'."""
    if re.search(r"\sor\s", clause.root.doc[clause.rest_start :].text[:_NEAR]):
        return None  # 'develops slowly or appears quickly'
    match = _MANNER.match(re.split(r",?\sand\s(?:can|may|then)\b", clause.rest)[0].strip(" .,"))
    ill = _ILL.search(clause.subject) or names_disease(clause.subject)
    own = ill or context.names_subject(clause.subject)
    if clause.lemma not in _RUNS or clause.passive or match is None or not own:
        return None
    answer = f"{match['how']}{match['more'] or ''}"
    return (FactKind.FINDING, clause.ask("How"), answer) if _short(answer) else None


def _short(answer: str) -> bool:
    return len(answer.split()) <= _LONGEST


def _span(clause: Clause) -> _Told | None:
    """'Attacks can last from a few seconds to several minutes'."""
    match = _SPAN.match(re.split(r",?\sand\s(?:can|may)\b", clause.rest)[0].strip(" .,"))
    if clause.lemma not in _LASTS or match is None:
        return None
    return FactKind.DURATION, clause.ask("How long"), match["value"]


def _sides(clause: Clause) -> _Told | None:
    """'X can affect one or both ears'."""
    match = _ONE_OR_BOTH.match(clause.rest.strip(" ."))
    if clause.lemma not in {"affect", "involve"} or clause.passive or match is None:
        return None
    asked = replace(clause, rest="").ask(f"How many {match['what']}")
    return FactKind.FINDING, asked, match["value"]


def _course(clause: Clause) -> _Told | None:
    """'X has a slowly progressive course'."""
    rest = clause.rest.strip(" .")
    course = _COURSE.match(rest) if clause.lemma in {"have", "run", "follow", "take"} else None
    if course is not None:
        return FactKind.FINDING, clause.ask("What kind of course"), course["value"]
    return None
