"""How long after, how often, until when: times that stand behind a verb."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.model import Fact, FactKind

_COMING = {
    "begin", "start", "appear", "occur", "develop", "peak", "hatch", "resolve", "come", "arise",
    "emerge", "present", "show", "happen", "follow", "recur", "return", "die", "heal", "manifest",
}  # fmt: skip
_CARE = {
    "recommend", "do", "perform", "give", "start", "begin", "repeat", "stop", "offer", "remove",
    "schedule", "obtain", "contraindicate", "deliver", "discontinue", "administer", "plan", "take",
    "resume", "measure", "check", "continue", "screen",
}  # fmt: skip
_REGULAR = _CARE | {
    "inject",
    "apply",
    "use",
    "dose",
    "swallow",
    "infuse",
    "change",
    "test",
    "monitor",
}
_OFTEN = re.compile(
    r"^(?P<value>(?:(?:only\s|at\sleast\s|up\sto\s)?(?:once|twice|(?:one|two|three|four|five|six|\d+)"
    r"(?:\s(?:to|or)\s(?:two|three|four|five|six|\d+))?\stimes)\s(?:a|per|each|every)\s"
    r"(?:day|week|month|year|night)|(?:once|twice)\s(?:daily|weekly|monthly|yearly|a\syear)"
    r"|(?:daily|weekly|monthly|yearly|annually|every\sother\s(?:day|week))))(?P<more>\s[^,;]+)?$"
)
_SPAN = re.compile(
    r"^(?P<link>(?:shortly\s|soon\s)?(?:at|during|before|after|until))\s(?P<event>[^,;()]+)$"
)
_GROUP = re.compile(
    r"\s(?P<people>(?:in|for)\s(?:(?:all|most)\s)?(?:mild|moderate|severe|acute|chronic|[\w-]+\s)?[\w\s-]*?)$"
)
_PEOPLE = re.compile(
    r"^(?:children|patients|adults|infants|newborns|women|men|people|contacts|household\scontacts)$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"^in\s(?:[\w-]+\s){0,2}?(?:patients|people|adults|children|women|men|infants)\s(?:with|who)\s"
)
_RESIDENCE = re.compile(
    r"^(?P<before>[^,;()]*?)\s?\bfor\s(?P<value>~)(?P<after>\s(?:after|before|from|following|once)\s[^,;()]+)$"
)
_NOUNLESS = re.compile(
    r"\b(?:the\s(?:person|patient|procedure|test)|it|they|them|this|that|these|those|which|who)\b",
    re.IGNORECASE,
)
_TIME_OF = re.compile(
    r"\b(?:times?|age|onset|start|beginning|end|birth|diagnosis|night|bedtime|visits?|intervals?|delivery|discharge|presentation|stage)\b"
)
"""What 'at' puts in time; 'at a hospital' is a place."""
_LEAST = 2
_SURE = {"is", "are", "should", "must"}


def moments(statement: Statement, context: Context) -> Iterator[Fact]:
    """When in the course of a disease or of care something comes, is done, or for how long."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates:
            continue
        asked, answer, kind = _asked(clause)
        people = _PEOPLE.match(clause.subject) is not None
        if not asked or _NOUNLESS.search(f"{asked} {answer}") or points_elsewhere(asked):
            continue
        if not people and not is_nameable(clause.subject):
            continue
        subject = context.inside(clause.subject)
        question = asked.replace(clause.subject, subject, 1)
        yield Fact(
            kind,
            subject,
            f"{clause.lemma} {asked.split(maxsplit=1)[0].lower()}",
            answer,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=_about(question, clause.subject, context, people=people) + "?",
        )


def _about(question: str, subject: str, context: Context, *, people: bool) -> str:
    return context.about(question) if people else context.about_general(question, subject)


def _asked(clause: Clause) -> tuple[str, str, FactKind]:
    rest = re.sub(r",?\s(?:because|since|as\sthis|although)\b.*$", "", clause.rest).rstrip(" .")
    found = [q for q in quantities(rest) if q.dimension is Dimension.TIME]
    if len(found) == 1:
        value = rest[found[0].start : found[0].end].strip()
        timed = _timed(clause, rest[: found[0].start] + "~" + rest[found[0].end :], value)
        if timed[0]:
            return timed
    often = _OFTEN.match(rest)
    if often is not None and clause.passive and clause.lemma in _REGULAR:
        return (
            f"{clause.ask('How often')}{often['more'] or ''}",
            often["value"],
            FactKind.DURATION,
        )
    return _when(clause, rest) if not found or len(found) == 1 else ("", "", FactKind.DURATION)


def _timed(clause: Clause, around: str, value: str) -> tuple[str, str, FactKind]:
    """'7 days after the bite', 'to act within 15 minutes', 'for 3 days after the operation'."""
    none = ("", "", FactKind.DURATION)
    after = re.fullmatch(r"~\s(?P<link>after|before|from|following)\s(?P<event>[^,;()]+)", around)
    soon = value.removeprefix("within ")
    if after and soon != value and not clause.fronted:
        asked = clause.ask(f"Within what time {after['link']} {after['event']}")
        return asked, soon, FactKind.DURATION
    if after and clause.lemma in _COMING and not clause.passive:
        asked = clause.ask(f"How long {after['link']} {after['event']}")
        return asked, value, FactKind.DURATION
    acts = re.fullmatch(r"to\s(?P<act>[a-z]+)\s(?:(?:within|in|after)\s)?~", around)
    if (
        acts
        and (" in " in around or value.startswith("within"))
        and clause.lemma in {"start", "begin"}
    ):
        bare = clause.ask("Within what time")
        within = re.sub(r"^within\s", "", value)
        return f"{bare} to {acts['act']}", f"within {within}", FactKind.DURATION
    stays = _RESIDENCE.match(around)
    if stays is not None and (clause.passive or stays["before"]):
        asked = f"{clause.ask('For how long')} {stays['before']}".strip()
        return f"{asked}{stays['after']}", value, FactKind.DURATION
    lasts = re.fullmatch(r"(?P<most>no\slonger\sthan\s|not\smore\sthan\s)~", around)
    if lasts and clause.lemma == "last":
        return clause.ask("How long"), f"{lasts['most']}{value}", FactKind.DURATION
    return none


def _when(clause: Clause, rest: str) -> tuple[str, str, FactKind]:
    """'is done during the same admission in mild disease': when, with the case in the question."""
    span = _SPAN.match(rest)
    sure = clause.aux.lower() in _SURE and not re.search(r"\b(?:often|rarely|only)\b", clause.verb)
    if span is None or not sure or not clause.passive or clause.lemma not in _CARE:
        return "", "", FactKind.INDICATION
    event, people = span["event"], ""
    if span["link"] == "at" and not _TIME_OF.search(event):
        return "", "", FactKind.INDICATION
    parts = re.match(r"^(?P<event>.+?)\s(?P<people>in\s(?!the\b)[^,;()]+)$", event)
    told_of = parts is not None and _WHOSE.match(parts["people"]) is not None
    if parts is not None and (span["link"] == "during" or told_of):
        event, people = parts["event"], parts["people"]
    if len(event.split()) < _LEAST and not any(c.isdigit() for c in event):
        return "", "", FactKind.INDICATION
    forbids = clause.lemma == "contraindicate"
    kind = FactKind.CONTRAINDICATION if forbids else FactKind.INDICATION
    return f"{clause.ask('When')} {people}".strip(), f"{span['link']} {event}", kind
