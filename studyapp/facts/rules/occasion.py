"""'X is done as a last step when Y', 'X should not be used by Z': when and in whom, or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_CARE_WORDS = """
    use select give prescribe consider perform do start begin initiate try add recommend remove
    place implant offer choose prefer administer repeat treat require indicate insert order stop
    discontinue avoid monitor test screen evaluate need transfuse withhold reserve continue apply
    approve advise check measure take refer suspect delay
"""
_CARE = frozenset(_CARE_WORDS.split())
_DENIED = _CARE | {"combine", "confuse", "share", "shake", "massage", "put", "place", "swallow"}
_WHEN = re.compile(
    r"^(?P<what>.*?)\s?\b(?P<link>(?:only\s|even\s)?(?:when|if|unless|once|until|as\ssoon\sas"
    r"|before|after|during|throughout|within))\s(?P<event>.+)$"
)
_NOT_TO = re.compile(
    r"^(?P<what>(?:(?:as|to\s(?:treat|prevent|relieve|manage|control))\s[^,;]{3,50}?\s)?)"
    r"(?P<link>by|in|for|to|on|with|near)\s"
    r"(?P<event>.+)$"
)
_GOES_ON = re.compile(r"\sand\s(?:continued|maintained|repeated|stopped)\s.*$")
_PURPOSE = re.compile(
    r"(\b(?:after|before)\s.+?)\sto\s(?:kill|prevent|avoid|reduce|ensure|make|allow|treat|check|see"
    r"|confirm|detect)\s.*$"
)
_ON_WHOM = {"perform", "do", "offer", "obtain", "order", "repeat", "prefer", "advise", "warrant"}
_PEOPLE = re.compile(
    r"^(?:(?:all|any|most)\s)?(?:[\w-]+\s){0,3}?(?:people|persons?|patients?|adults?|children|women"
    r"|men|infants?|newborns?|babies|individuals?|anyone|teenagers|adolescents)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s(?:which|who|because|since|as|even|although|though|and|but|so)\b.*$|;.*$|\s(?:because|since)\s(?!of\b).*$"
)
_AMOUNT = re.compile(
    r"^(?:about\s|at\sleast\s|up\sto\s|within\s)?(?:\d\S*|one|two|three|four|five|six|eight|ten"
    r"|a\sfew|several)\b.*\b(?:minutes?|hours?|days?|weeks?|months?|years?)$"
)
_PART_OF_DAY = re.compile(
    r"^(?:the\s)?(?:evening|morning|night|day|afternoon)$|\d+\s(?:\w+\s)?(?:or\smore|or\sso|later)$"
    r"|\b(?:weeks?|days?|months?|hours?)\sor\s(?:more|longer)$"
)
_OWN = re.compile(r"^(?:they|it)\b")
_EMPTY = re.compile(
    r"^(?:the\s(?:first|second|last|other)\sone|possible|needed|necessary|appropriate|required|not)\b"
)
_LONGEST, _SHORTEST = 25, 2
_TIMES = {"before", "after", "during", "within", "throughout"}


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is done or not, and on what occasion: `what` stands in the question."""

    clause: Clause
    what: str
    link: str
    event: str


def occasions(statement: Statement, context: Context) -> Iterator[Fact]:
    """When something is done for patients, and when or in whom it is not done."""
    for clause in statement.clauses():
        frame = next(filter(_fits, _frames(clause)), None)
        if frame is None or not is_nameable(clause.subject):
            continue
        asked, answer = _asked(frame)
        subject = context.inside(clause.subject)
        asked = asked.replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.CONTRAINDICATION if _forbids(clause) else FactKind.INDICATION,
            subject,
            f"{clause.lemma} {frame.what}".strip(),
            answer,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            negated=clause.negated,
            question=context.about_general(asked, clause.subject, answer) + "?",
        )


def _forbids(clause: Clause) -> bool:
    return clause.negated or clause.lemma in {"avoid", "withhold", "delay", "stop", "discontinue"}


def _frames(clause: Clause) -> Iterator[_Frame]:
    """What a passive verb of care can hang on; none where another rule reads it."""
    if not clause.passive or clause.narrates or clause.aux.lower() in {"has", "have"}:
        return
    if clause.lemma not in (_DENIED if clause.negated else _CARE):
        return
    whole = _TAIL.sub("", clause.rest).strip(" ,.")
    rest = _PURPOSE.sub(r"\1", _GOES_ON.sub("", whole))
    when = _WHEN.match(rest)
    if when is not None and (clause.negated or when["what"] or rest != whole):
        yield _Frame(clause, when["what"].strip(), when["link"], when["event"].strip())
    whom = _NOT_TO.match(rest) if clause.negated or clause.lemma in _ON_WHOM else None
    if whom is not None and not clause.negated and not _PEOPLE.match(whom["event"]):
        return
    if whom is not None and not _PEOPLE.match(clause.subject):
        yield _Frame(clause, whom["what"].strip(), whom["link"], whom["event"].strip())


_FINDS_OUT = re.compile(r"\b(?:see|determine|find\sout|tell|check|know|decide|learn|ask|show)$")
_RESEARCH = re.compile(r"\b(?:studies|trials?|study|experiments?|research)\b", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:who|which|that|whose)\b")


def _fits(frame: _Frame) -> bool:
    clause, what, event = frame.clause, frame.what, frame.event
    if points_elsewhere(f"{what} {clause.fronted}") or points_elsewhere(_OWN.sub("", event)):
        return False
    if clause.fronted and not restricts(clause.fronted):
        return False
    return _is_deed(frame) and _is_occasion(frame)


def _is_deed(frame: _Frame) -> bool:
    """Whether what is done is care, whole in the question, and no step of a study."""
    what = frame.what
    if (
        what.startswith("from ")
        or _FINDS_OUT.search(what)
        or _INSIDE.search(what)
        or _RESEARCH.search(frame.clause.subject)
    ):
        return False
    return re.search(r"[,;]|\b(?:and|or)$", what) is None


def _is_occasion(frame: _Frame) -> bool:
    """Whether the answer tells a time, a case or people."""
    clause, event = frame.clause, frame.event
    if _OWN.match(event) and not _PEOPLE.match(clause.subject):
        return False
    if re.search(r",?\sor\sto\s", event):
        return False
    words = len(event.split())
    conditional = frame.link.split()[-1] in {"if", "when", "unless"}
    if words > _LONGEST or (conditional and words < _SHORTEST) or _EMPTY.match(event):
        return False
    return says_something(event, f"{clause.subject} {frame.what} {clause.fronted}")


def _asked(frame: _Frame) -> tuple[str, str]:
    """The question and its answer."""
    clause, link, event = frame.clause, frame.link, frame.event
    if link in {"by", "in", "for", "to", "on", "with", "near"}:
        people = _PEOPLE.match(event) is not None
        wh = f"{link.capitalize()} {'whom' if people else 'what'}"
        return f"{clause.ask(wh)} {frame.what}".strip(), event
    if link in _TIMES and (_AMOUNT.match(frame.what) or _PART_OF_DAY.search(frame.what)):
        return clause.ask("When"), f"{frame.what} {link} {event}"
    wh = "Until when" if link == "until" and clause.negated else "When"
    return f"{clause.ask(wh)} {frame.what}".strip(), f"{link} {event}"
