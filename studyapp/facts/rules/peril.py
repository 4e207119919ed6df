"""'People with X are at risk of Y', 'X puts people at risk of Y': of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.facts.context import Context
from studyapp.facts.known_before import is_told_before
from studyapp.facts.plainly import inside, says_also, whole, without_also
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause, modal
from studyapp.model import Fact, FactKind

_MORE = (
    r"(?:(?:particularly\s|especially\s)?"
    r"(?:particular|increased|higher|greater|high|elevated|raised|special)\s)?"
)
_AT_RISK = rf"at\s(?:an?\s|the\s)?{_MORE}risk"
_IS = re.compile(rf"^(?P<how>{_AT_RISK})\s(?P<link>of|for)\s(?P<what>.+)$")
_HAS = re.compile(
    r"^(?P<how>an?\s(?:increased|higher|greater|high|elevated|raised)\s(?:lifetime\s)?"
    r"(?:risk|chance|likelihood))\s(?P<link>of|for)\s(?P<what>.+)$"
)
_PUTS = re.compile(
    r"^(?P<how>(?:people|patients|children|women|men|infants|adults|(?:a|the)\s(?:person|patient|child))"
    rf"\s{_AT_RISK})\s(?P<link>of|for)\s(?P<what>.+)$"
)
_LIKELY = re.compile(
    r"^(?P<how>(?:much\s)?(?:more|less)\slikely\sto\s(?P<do>develop|have|get))\s(?P<what>.+)$"
)
_PRONE = re.compile(
    r"^(?P<how>(?:(?:more|particularly|especially|very|highly)\s)?(?:prone|vulnerable)\sto)\s"
    r"(?P<what>.+)$"
)
_FACTOR = re.compile(
    r"^(?P<how>(?:(?:an?|another|the|one\sof\sthe)\s)?(?:(?:(?:most\s)?(?:major|important|known|common|strong|significant|main"
    r"|well-known|leading|possible|potential|greatest|biggest|primary)\s)*)risk\sfactors?)\s(?:associated\swith\s(?:the\sdevelopment\sof\s)?|(?P<link>for|of)\s)(?P<what>.+)$"
)
_MAKES = re.compile(
    r"^(?P<who>(?:people|patients|children|women|men|infants|adults|(?:a|the)\s(?:person|patient|child)))"
    r"\s(?P<how>(?:much\s)?(?:more|less)\slikely\sto\s(?P<do>develop|have|get|form))\s(?P<what>.+)$"
)
_GREATEST = re.compile(
    r"^(?P<how>(?:especially\s|particularly\s)?(?:greatest|highest|higher|greater|lowest|lower|increased))\s"
    r"(?P<link>in|for|among)\s(?P<what>.+)$"
)
_WHICH = re.compile(r"\s(?:of|for)\s(?:infections?|(?:the\s)?disease|illness|transmission)$")
_THOSE = re.compile(r"^those\s(?=who\s|with\s)")
_RISK = re.compile(
    r"^(?:the\s)?(?:[\w-]+\s)?(?:risk|incidence|prevalence|chance|rate)\s(?:of|for)\s"
)
_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|who|with|so|as|because)\b"
    r"|,\sand\s(?:is|are|it|they|the)\b|\s(?:because|since|due\sto|if|when|as\s(?:a|they|it))\b"
)
_BARE = re.compile(
    r"^(?:developing\s|getting\s|having\s)?(?:the|a|an|certain|some|other|many|several|these|various)?\s?"
    r"(?:(?:serious|severe|certain|health|medical)\s)*"
    r"(?:diseases?|conditions?|disorders?|illness(?:es)?|infections?|problems?|complications?|it)$"
)
_SOME = re.compile(r"\b(?:certain|various|several)\b", re.IGNORECASE)
_ANYONE = re.compile(
    r"^(?:an?\s|the\s|some\s|most\s|many\s)?(?:persons?|people|patients?|individuals?|wom[ae]n|m[ae]n|child(?:ren)?"
    r"|infants?|teens|adults?|family\smembers)$",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_SUBJECT = 20, 16


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause says of a risk: the question without its mark, and the answer."""

    asked: str
    what: str


def perils(statement: Statement, context: Context) -> Iterator[Fact]:
    """Of what a thing or a group of people raises or bears the risk."""
    for told_of in statement.clauses():
        clause = inside(without_also(told_of), context)
        if (
            clause.negated
            or clause.narrates
            or is_told_before(told_of)
            or loses_condition(told_of, statement)
        ):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        if not whole(told_of) or _SOME.search(clause.subject):
            continue
        if len(clause.subject.split()) > _LONGEST_SUBJECT or not is_nameable(clause.subject):
            continue
        told = _told(clause)
        if told is None or not _answers(told.what, clause, context, added=says_also(told_of)):
            continue
        yield Fact(
            FactKind.RISK_FACTOR,
            clause.subject,
            "at risk",
            told.what,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=f"{_named(told.asked, clause, context)}?",
        )


def _named(asked: str, clause: Clause, context: Context) -> str:
    """The question with the page's disease, where it asks for the risk of 'infection'."""
    return context.about(asked, "in") if _RISK.match(clause.subject) else asked


def _told(clause: Clause) -> _Told | None:
    rest = _END.split(clause.rest)[0].strip(" .,")
    match, wh = _match(clause, rest), "What"
    if match is None:
        return None
    parts = match.groupdict()
    if match.re is _GREATEST:
        wh = f"{match['link'].capitalize()} whom"
    elif "link" in parts:
        wh = f"{(match['link'] or 'for').capitalize()} what"
    who = f"{parts['who']} " if "who" in parts else ""
    how = re.sub(r"^another\s", "a ", match["how"])
    what = _THOSE.sub("people ", match["what"])
    return _Told(f"{clause.ask(wh)} {who}{how}", what)


def _match(clause: Clause, rest: str) -> re.Match[str] | None:
    """The reading of a clause; one without a modal that calls some likelier is a comparison."""
    if clause.copula:
        likely = _LIKELY.match(rest) if modal(clause) else None
        if _RISK.match(clause.subject):
            return None if _WHICH.search(clause.subject) else _GREATEST.match(rest)
        return _IS.match(rest) or likely or _PRONE.match(rest) or _FACTOR.match(rest)
    if clause.passive:
        return None
    if clause.lemma in {"put", "place"}:
        return _PUTS.match(rest)
    if clause.lemma == "make":
        return _MAKES.match(rest)
    return _HAS.match(rest) if clause.lemma == "have" else None


def _answers(what: str, clause: Clause, context: Context, *, added: bool) -> bool:
    """Whether it is told of what; an 'also' must add another cause, and not another risk."""
    if context.names_subject(what) or added or re.match(r"^[Ss]ome\s", clause.subject):
        return False  # Of the page's own disease many things raise the risk.
    if _BARE.match(what) or points_elsewhere(what) or len(what.split()) > _LONGEST:
        return False
    if re.search(r"\bthan\b|\d\s?%|\bpercent", what):
        return False
    anyone = _ANYONE.match(clause.subject) is not None
    return says_something(what, clause.subject) and not anyone
