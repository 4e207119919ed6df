"""'X is the result of Y', 'X is a complication of Y', 'X may mean that Y': what X bespeaks."""

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
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_ROLE = re.compile(
    r"^(?P<role>(?:(?:often|frequently|usually|typically|sometimes|commonly|generally|rarely|mainly|most\soften)\s)?"
    r"(?:an?|the)\s(?:(?:\w+ly\s)?(?:early|earliest|first|late|common|rare|possible|serious|"
    r"dangerous|life-threatening|frequent|major|classic|typical|warning|presenting|well-known|known|leading|important|characteristic)\s){0,2}"
    r"(?P<noun>results?|complications?|side\seffects?|consequences?|manifestations?"
    r"|risk\sfactors?|causes?|triggers?))\s(?P<of>of|for)\s(?P<what>.+)$"
)
_RANKED = re.compile(r"\b(?:leading|most|first|major|earliest|hallmark)\b")
_KIND = {
    "manifestation": FactKind.FINDING,
    "complication": FactKind.COMPLICATION,
    "consequence": FactKind.COMPLICATION,
    "risk factor": FactKind.RISK_FACTOR,
    "cause": FactKind.CAUSE,
    "trigger": FactKind.CAUSE,
    "result": FactKind.CAUSE,
}
_MEANS = re.compile(r"^(?:that\s)?(?P<what>.+)$")
_LIKELY = re.compile(
    r"^(?P<hedge>likely|probably|possibly|perhaps|thought\sto\sbe|believed\sto\sbe|considered)\s"
    r"(?P<rank>the\s(?:\w+\s)?(?:major|main|leading|chief|most\scommon|primary|commonest)\s\w+\s(?:of|for)\s.+)$"
)
_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|who|so|and\s(?:is|are|it|they|the|can|may))\b"
)
_ALONE = re.compile(r"^\w+(?:tion|ment|ing|ness|sion)$", re.IGNORECASE)
"""'Activation': of what, only the sentences before say."""
_GENERAL = re.compile(
    r"(?:the\s|an?\s)?(?:\w+\s)?(?:cancer|infection|disease|problem|condition|disorder|treatment)s?"
)
_LONGEST = 25
_MODALS = {"may", "can", "might", "could"}


def bespoken(statement: Statement, context: Context) -> Iterator[Fact]:
    """Of what a thing is a result, a cause or a complication, and what it may mean."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or loses_condition(clause, statement):
            continue
        if not is_nameable(clause.subject) or (clause.fronted and not restricts(clause.fronted)):
            continue
        fact = _role(clause, statement, context) or _meaning(clause, statement, context)
        fact = fact or _likely(clause, statement, context)
        if fact is not None:
            yield fact


def _role(clause: Clause, statement: Statement, context: Context) -> Fact | None:
    match = _ROLE.match(_END.split(clause.rest)[0].strip(" ."))
    if not clause.copula or match is None:
        return None
    what = match["what"]
    if _RANKED.search(match["role"]) and clause.aux.lower() not in _MODALS:
        return None
    if points_elsewhere(what) or len(what.split()) > _LONGEST:
        return None
    known = bool(context.subject) and context.names_subject(what)
    if known or not says_something(what, clause.subject) or _is_bare(clause.subject):
        return None
    if _GENERAL.fullmatch(what) or re.search(r"\d\s?%", what):
        return None
    noun = match["noun"].removesuffix("s")
    subject = context.inside(clause.subject)
    asked = clause.ask("What").replace(clause.subject, subject, 1)
    asked = f"{asked} {match['role']} {match['of']}"
    return _fact(clause, (asked, what), _KIND.get(noun, FactKind.COMPLICATION), statement, context)


def _is_bare(subject: str) -> bool:
    """Whether a subject is the name of an event ('Activation') and of no disease."""
    return _ALONE.match(subject) is not None and not names_disease(subject)


def _meaning(clause: Clause, statement: Statement, context: Context) -> Fact | None:
    """'Weight gain may mean that fluid builds up': what it may mean."""
    if clause.lemma != "mean" or clause.aux.lower() not in _MODALS or clause.passive:
        return None
    what = re.sub(r"^that\s", "", _END.split(clause.rest)[0].strip(" ."))
    said = any(t.dep_ == "ccomp" for t in clause.root.rights)
    if not said or points_elsewhere(what) or len(what.split()) > _LONGEST:
        return None
    asked = clause.ask("What").replace(clause.subject, context.inside(clause.subject), 1)
    return _fact(clause, (asked, what), FactKind.DIAGNOSIS, statement, context)


def _likely(clause: Clause, statement: Statement, context: Context) -> Fact | None:
    """'X is likely the major cause of Y': what likely is."""
    match = _LIKELY.match(_END.split(clause.rest)[0].strip(" ."))
    if match is None or not clause.copula or points_elsewhere(match["rank"]):
        return None
    verb = clause.aux.lower()
    if verb not in {"is", "are"}:
        return None
    front = f"{clause.fronted}, what" if clause.fronted else "What"
    return Fact(
        FactKind.CLASSIFICATION,
        match["rank"],
        "likely rank",
        context.inside(clause.subject),
        statement.citations,
        condition=clause.fronted,
        question=f"{front} {verb} {match['hedge']} {match['rank']}?",
    )


def _fact(
    clause: Clause,
    told: tuple[str, str],
    kind: FactKind,
    statement: Statement,
    context: Context,
) -> Fact:
    asked, what = told
    return Fact(
        kind,
        context.inside(clause.subject),
        asked,
        what,
        statement.citations,
        condition=clause.fronted,
        modality=clause.aux.lower(),
        question=tailed(asked, clause.subject, context) + "?",
    )
