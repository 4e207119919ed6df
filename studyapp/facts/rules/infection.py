"""'People become infected by X', 'X is spread mainly by Y', 'X enters the body through Y'."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import tailed
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_PEOPLE = re.compile(
    r"^(?:(?:most|many|young|older)\s)?(?:people|humans|persons|patients|children|adults|infants|women|men|individuals"
    r"|newborns|babies|animals|travelers|a\sperson|a\sbaby|an\sinfant)$",
    re.IGNORECASE,
)
_INFECTED = re.compile(
    r"^(?P<what>(?:with\s[^,]{3,60}?\s)?)"
    r"(?P<often>(?:most\s(?:often|commonly)|mainly|usually|typically|often|mostly|only|primarily)\s)?"
    r"(?P<how>(?:by|through|from|when|if|after|via)\s.+)$"
)
_CAUGHT = re.compile(
    r"^(?P<what>[^,]{3,60}?)\s"
    r"(?P<often>(?:most\s(?:often|commonly)|mainly|usually|typically|often|mostly|only|primarily)\s)?"
    r"(?P<how>(?:by|through|from|when)\s.+)$"
)
_CATCH = frozenset("catch contract acquire get".split())
_ENTRY = re.compile(
    r"^(?P<what>(?:the|a)\s(?:human\s)?(?:body|bloodstream|blood|skin|lungs?|host|brain|airways?))\s"
    r"(?P<how>(?:through|by|via)\s.+)$"
)
_TO = (
    r"(?:from\s(?:person\sto\sperson|one\sperson\sto\sanother|mother\sto\s\w+|animals\sto\s\w+)\s"
    r"|to\s(?:humans|people|others|the\s(?:baby|fetus|infant|child))\s)"
)
_SPREAD = re.compile(
    rf"^(?P<what>{_TO}?)(?P<often>(?:most\s(?:often|commonly)|mainly|usually|typically|often|mostly|only|primarily)\s)"
    r"(?P<how>(?:by|through|via|from|in)\s.+)$"
)
_REACHES = re.compile(rf"^(?P<what>{_TO}?)(?P<how>(?:by|through|via)\s.+)$")
_PASSES = frozenset("spread transmit pass".split())
_ADVERB = re.compile(
    r"\b(?:most\s(?:often|commonly)|mainly|usually|typically|often|mostly|primarily|commonly|almost\salways)\b"
)
_ITS_WAY = re.compile(
    r"^(?:(?:the|person-to-person|human|direct|sexual|zoonotic)\s)*(?:transmission|spread|infection)\s(?:of|with|to)\s[^,;]+$|^(?:[\w-]+\s){1,3}transmission$",
    re.IGNORECASE,
)
_OCCURS = re.compile(
    rf"^(?P<what>{_TO}?)(?P<often>(?:most\s(?:often|commonly)|mainly|usually|typically|often|mostly|only|primarily)\s)?"
    r"(?P<how>(?:by|through|via|after|from|during)\s.+)$"
)
_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|and\s(?:it|they|the))\b"
)
_LONGEST = 25


def infections(statement: Statement, context: Context) -> Iterator[Fact]:
    """How a disease reaches people."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or loses_condition(clause, statement):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        match = _match(clause)
        if match is None:
            continue
        how = _END.split(match["how"])[0].rstrip(" .,")
        what = f"{match['what']}".strip()
        named = f"{clause.subject} {what}"
        if points_elsewhere(how) or points_elsewhere(what) or len(how.split()) > _LONGEST:
            continue
        if not says_something(how, named):
            continue
        often = (match.groupdict().get("often") or "").strip()
        asked = clause.ask("How").replace(clause.subject, context.inside(clause.subject), 1)
        infected = "infected" if clause.rest.startswith("infected ") else ""
        asked = " ".join(part for part in (asked, infected, often, what) if part)
        told = _about(asked, clause, what, context)
        if told:
            yield Fact(
                FactKind.CAUSE,
                context.subject,
                f"infected {clause.lemma} {what}",
                how,
                statement.citations,
                condition=clause.fronted,
                modality=clause.aux.lower(),
                question=f"{told}?",
            )


def _match(clause: Clause) -> re.Match[str] | None:
    infected = clause.lemma == "infect" or (
        clause.lemma in {"become", "get", "be"} and clause.rest.startswith("infected ")
    )
    if infected and _PEOPLE.match(clause.subject):
        return _INFECTED.match(clause.rest.removeprefix("infected ").strip())
    if clause.lemma in _CATCH and _PEOPLE.match(clause.subject) and not clause.passive:
        return _CAUGHT.match(clause.rest)
    if clause.lemma == "enter" and is_nameable(clause.subject):
        return _ENTRY.match(clause.rest)
    if clause.lemma in {"occur", "happen"} and _ITS_WAY.match(clause.subject):
        return _OCCURS.match(clause.rest)
    if clause.lemma in _PASSES and is_nameable(clause.subject):
        often = clause.passive and _ADVERB.search(clause.verb)
        reaches = _REACHES.match(clause.rest)
        passed = clause.passive and clause.lemma == "pass"
        told = reaches is not None and (often or reaches["what"] or passed)
        return _SPREAD.match(clause.rest) or (reaches if told else None)
    return None


def _about(asked: str, clause: Clause, what: str, context: Context) -> str:
    """The question with the disease; '' where neither it nor the page names one."""
    if what or not _PEOPLE.match(clause.subject):
        return tailed(asked, clause.subject, context)
    told = context.about(asked, "with")
    return told if told != asked else ""
