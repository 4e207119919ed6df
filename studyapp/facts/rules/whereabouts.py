"""'The gland is behind X', 'the nerve is responsible for Y', 'the lung has two lobes'."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.anatomy import mentions_part, names_part
from studyapp.language.clause import Clause
from studyapp.language.words import is_plural
from studyapp.model import Fact, FactKind

_END = re.compile(
    r"(?:,\s(?:which|who|where|although|though|but|however|while|whereas|so|thus|with|making|and\s(?:is|are|it|they|has|have|the))\b"
    r"|\swhereas\b|\sand\s(?:is|are|has|have|contains?|forms?)\s|;|\s[—–]\s|—|\s\().*$"
)
_PLACE = re.compile(
    r"^(?P<value>(?:(?:just|directly|deep|immediately|mostly|mainly|usually)\s)?(?:within|inside|outside"
    r"|beneath|behind|underneath|under|above|below|between|beside|near|next\sto|adjacent\sto"
    r"|in\sfront\sof|on\s(?:the|each|either|both)|in\sthe|at\sthe"
    r"|(?:superficial|deep|anterior|posterior|superior|inferior|lateral|medial|proximal|distal"
    r"|dorsal|ventral|external|internal)\sto)\s.+)$"
)
_ROLE = re.compile(
    r"^(?P<how>(?:(?:also|primarily|mainly|mostly|chiefly|largely)\s)?responsible\sfor)\s"
    r"(?P<value>.+)$"
)
_PART = re.compile(
    r"^(?:actually\s)?(?P<role>(?:also\s)?(?:(?:an?|the)\s)?(?:[\w-]+\s)?(?:part|component|branch|division|subdivision|extension|member"
    r"|continuation|precursor|derivative|product|site|location|source|target|seat|center|layer))\s"
    r"(?P<link>of|for)\s(?P<value>.+)$"
)
_FUNCTION = re.compile(
    r"^(?:(?:the|an?|one)\s)?(?:[\w-]+\s){0,2}?(?:function|role|job|task|purpose|action|effect)s?\sof\s.+$",
    re.IGNORECASE,
)
_ENDEMIC = re.compile(r"^(?:now\s|still\s)?endemic\s(?P<value>(?:in|to|throughout)\s.+)$")
_OFTEN = re.compile(
    r"^(?P<value>(?:nearly|almost)\salways|always|usually|often|rarely|sometimes|seldom)\s"
    r"(?P<what>fatal|self-limiting|self-limited|asymptomatic|benign|malignant|reversible|curable)$"
)
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+"
_COUNT = re.compile(
    rf"^(?P<value>(?:about\s|approximately\s|only\s|just\s)?(?:{_NUMBERS}))\s"
    r"(?P<what>(?!main\b|major\b|basic\b|times\b|percent\b|types\b|kinds\b|groups\b|phases\b|hours\b|days\b)"
    r"(?:(?!and\b|or\b|of\b)[\w-]+\s){0,2}?[a-z]+s|teeth)(?=$|[,;:—]|\s(?:and|that|which|of|on|in|called|known)\b)"
)
_HAS = {
    "have": "",
    "contain": "",
    "consist": "of ",
    "compose": "of ",
    "comprise": "",
    "divide": "into ",
}
_UNFIT = re.compile(r"^(?:which|any|some|other|various|many|most|its|their)\b")
_LONGEST = 25


def whereabouts(statement: Statement, context: Context) -> Iterator[Fact]:
    """Where a part of the body is, what it is there for, how many parts it has itself."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or not is_nameable(clause.subject):
            continue
        if re.search(r"\bonly\b", f"{clause.verb} {clause.rest[:12]}"):
            continue
        if (clause.fronted and not restricts(clause.fronted)) or loses_condition(
            clause, statement
        ):
            continue
        told = _read(clause, context)
        if told is None or not _fit(told[1], clause, told[2]):
            continue
        asked, answer, kind = told
        subject = context.inside(clause.subject)
        yield Fact(
            kind,
            subject,
            asked,
            answer,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=f"{asked.replace(clause.subject, subject, 1)}?",
        )


def _fit(answer: str, clause: Clause, kind: FactKind) -> bool:
    if points_elsewhere(answer) or len(answer.split()) > _LONGEST or _UNFIT.match(answer):
        return False
    return kind is FactKind.FIGURE or says_something(answer, f"{clause.subject} {clause.fronted}")


Told = tuple[str, str, FactKind]
"""A question without its mark, its answer and its kind."""


def _read(clause: Clause, context: Context) -> Told | None:
    """What a clause tells of a part of the body; None when nothing is certain."""
    part = names_part(clause.subject)
    counted = _count(clause) if part else None
    if counted is not None or not clause.copula:
        return counted
    rest = _END.sub("", clause.rest).strip(" .,")
    held = _place(clause, rest) or _part(clause, rest) if part else None
    role = _role(clause, rest) if part or not context.ill else None
    return held or role or _frequency(clause, rest) or _function(clause, rest)


def _place(clause: Clause, rest: str) -> Told | None:
    match = _PLACE.match(rest)
    if match is None or not mentions_part(match["value"]):
        return None
    return clause.ask("Where"), match["value"], FactKind.ROLE


def _part(clause: Clause, rest: str) -> Told | None:
    match = _PART.match(rest)
    if match is None:
        return None
    asked = f"{clause.ask(match['link'].capitalize() + ' what')} {match['role']}"
    return asked, match["value"], FactKind.ROLE


def _role(clause: Clause, rest: str) -> Told | None:
    match = _ROLE.match(rest)
    if match is None:
        return None
    return f"{clause.ask('What')} {match['how']}", match["value"], FactKind.ROLE


def _frequency(clause: Clause, rest: str) -> Told | None:
    endemic, often = _ENDEMIC.match(rest), _OFTEN.match(rest)
    if endemic is not None:
        return f"{clause.ask('Where')} endemic", endemic["value"], FactKind.ROLE
    if often is not None:
        return f"{clause.ask('How often')} {often['what']}", often["value"], FactKind.FIGURE
    return None


def _function(clause: Clause, rest: str) -> Told | None:
    if not _FUNCTION.match(clause.subject) or not mentions_part(clause.subject):
        return None
    return clause.ask("What"), rest, FactKind.ROLE


def _count(clause: Clause) -> Told | None:
    """'How many lobes does the left lung have'; None when no number of parts is told."""
    link = _HAS.get(clause.lemma)
    rest = clause.rest.strip(" .")
    if link is None or not rest.startswith(link) or clause.fronted:
        return None
    match = _COUNT.match(rest.removeprefix(link))
    if match is None or not is_plural(match["what"].split()[-1]):
        return None
    asked = clause.ask(f"{link.strip().capitalize()} how many {match['what']}".strip())
    return asked[0].upper() + asked[1:], match["value"], FactKind.FIGURE
