"""'X begins between the ages of 30 and 50', 'starts near …', 'until age 5', 'works best if'."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context, is_general
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause, modal
from studyapp.model import Fact, FactKind

_COMES = {
    "begin",
    "start",
    "appear",
    "develop",
    "occur",
    "be",
    "strike",
    "diagnose",
    "happen",
    "show",
}
_AGES = re.compile(
    r"^(?P<how>(?:up\s)?(?:(?:most|more|especially)\s(?:common|often|frequent|commonly|likely))?)\s?"
    r"between\s(?:(?:the\s)?ages?\s(?:of\s)?)(?P<ages>\d+\s(?:and|to)\s\d+)(?:\syears)?"
    r"(?:\s(?:old|of\sage))?$"
)
_AGED = re.compile(
    r"^(?P<link>after|before|around|by)\s(?:the\s)?age\s(?:of\s)?(?P<age>\d+(?:\s(?:to|or|and)\s\d+)?)$"
)
_EVERY = re.compile(
    r"^(?P<what>(?:an?|their|the)\s[^,;:]{3,50}?)\s(?P<often>(?:every|once\severy|once\sa|twice\sa|each)\s"
    r"(?:[\w-]+\s){0,3}?(?:days?|weeks?|months?|years?|hours?))(?P<more>\s(?!and\b|or\b)[^,;:]+)?$"
)
_WHERE = re.compile(
    r"^(?P<place>(?:in|on|near|around|behind|under|below|above|at|along|inside|beneath)\sthe\s"
    r"[^,;:]*?)(?:\sand\s(?:may\s|can\s|then\s|often\s|later\s)*(?:moves?|spreads?|travels?)\b.*)?$"
)
_SYMPTOM = re.compile(
    r"\b(?:pain|rash|itching|itch|swelling|numbness|tingling|weakness|sores?|blisters|spots|headaches?"
    r"|stiffness|lumps?|patches|bruising|burning|ulcers?|cancers?|tumors?|bleeding|wheezing|inflammation)\b",
    re.IGNORECASE,
)
_NOT_PLACE = re.compile(
    r"\b(?:morning|evening|night|afternoon|day|week|month|year|years|winter|summer|spring|fall|first"
    r"|second|third|beginning|end|middle|same|past|course|absence|presence|time|age|ages|setting"
    r"|form|case|context|United|world|population|stage|stages|phase)\b|\d"
)
_UNTIL = re.compile(r"^(?P<what>[^,;:]*?)\s?\buntil\s(?P<event>[^,;:]+)$")
_OF_PEOPLE = re.compile(
    r"^(?:an?\s|all\s|most\s)?(?:[\w-]+\s)?(?:persons?|people|patients?|children|adults|women|men|infants|child"
    r"|babies)\s(?:with|who)\s",
    re.IGNORECASE,
)
_BEST = re.compile(
    r"^(?:best|most\seffective|most\shelpful)\s(?P<when>(?:when|if)\s(?!you\b)[^,;:]+)$"
)
_LONGEST = 16


def spells(statement: Statement, context: Context) -> Iterator[Fact]:
    """At what ages and where something begins, until when it goes on, when it works best."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or clause.fronted:
            continue
        for read in (_every, _aged, _placed, _lasting, _best):
            asked, answer, kind = read(clause, context)
            if asked and not points_elsewhere(asked):
                yield Fact(
                    kind,
                    context.inside(clause.subject),
                    asked.split(maxsplit=1)[0].lower() + clause.lemma,
                    answer,
                    statement.citations,
                    modality=clause.aux.lower(),
                    question=f"{asked}?",
                )
                return


_Read = tuple[str, str, FactKind]


def _small(clause: Clause, context: Context) -> Clause:
    return replace(clause, subject=context.inside(clause.subject))


def _aged(clause: Clause, context: Context) -> _Read:
    """'Gout is most common between the ages of 30 and 50'."""
    ages = _AGES.match(clause.rest.rstrip(" ."))
    one = _AGED.match(re.split(r",\s(?:usually\s)?(?:from|of)\s", clause.rest)[0].rstrip(" ."))
    if one and clause.lemma in _COMES - {"be"} | {"die"} and is_nameable(clause.subject):
        asked = _small(clause, context).ask(f"{one['link'].capitalize()} what age")
        return _of_disease(asked, clause, context), f"age {one['age']}", FactKind.FIGURE
    if ages is None or clause.lemma not in _COMES or not is_nameable(clause.subject):
        return "", "", FactKind.FIGURE
    if clause.copula and not ages["how"]:
        return "", "", FactKind.FIGURE
    asked = f"{_small(clause, context).ask('Between what ages')} {ages['how']}".strip()
    return _of_disease(asked, clause, context), ages["ages"], FactKind.FIGURE


def _of_disease(asked: str, clause: Clause, context: Context) -> str:
    """The question with the page's disease, where a symptom's ages are those in that disease."""
    own = is_general(clause.subject) or _SYMPTOM.search(clause.subject) is not None
    return context.about(asked) if own else asked


def _every(clause: Clause, context: Context) -> _Read:
    """'Adults with X should have a colonoscopy every 2 years': how often."""
    often = _EVERY.match(clause.rest.rstrip(" ."))
    due = modal(clause) in {"should", "must"} and clause.lemma in {
        "have",
        "get",
        "receive",
        "undergo",
    }
    people = _OF_PEOPLE.match(clause.subject) or is_nameable(clause.subject)
    if often is None or not due or not people or points_elsewhere(often["what"]):
        return "", "", FactKind.DURATION
    asked = f"{_small(clause, context).ask('How often')} {often['what']}{often['more'] or ''}"
    return asked, often["often"], FactKind.DURATION


def _placed(clause: Clause, context: Context) -> _Read:
    """'The pain of gout often starts in the big toe': where."""
    place = _WHERE.match(clause.rest.rstrip(" ."))
    comes = clause.lemma in {"begin", "start", "appear", "develop", "occur"}
    if place is None or not comes or _NOT_PLACE.search(place["place"]):
        return "", "", FactKind.FINDING
    if not _SYMPTOM.search(clause.subject) or not is_nameable(clause.subject):
        return "", "", FactKind.FINDING
    if len(place["place"].split()) > _LONGEST:
        return "", "", FactKind.FINDING
    asked = context.about(_small(clause, context).ask("Where"))
    return asked, place["place"], FactKind.FINDING


def _lasting(clause: Clause, context: Context) -> _Read:
    """'Children with X should take penicillin until age 5': until what age."""
    until = _UNTIL.match(clause.rest.rstrip(" ."))
    if until is None or not (modal(clause) or clause.passive):
        return "", "", FactKind.DURATION
    if not (_OF_PEOPLE.match(clause.subject) or is_nameable(clause.subject)):
        return "", "", FactKind.DURATION
    event = until["event"]
    if (
        points_elsewhere(event)
        or len(event.split()) > _LONGEST
        or re.search(r"\b(?:and|or)$", until["what"])
    ):
        return "", "", FactKind.DURATION
    age = re.match(r"^(?:the\s)?age\s(?:of\s)?(?P<age>\d+(?:\syears)?)$", event)
    wh = "Until what age" if age else "Until when"
    asked = f"{_small(clause, context).ask(wh)} {until['what']}".strip()
    told = asked if _OF_PEOPLE.match(clause.subject) else context.about(asked)
    return told, f"age {age['age']}" if age else f"until {event}", FactKind.DURATION


def _best(clause: Clause, context: Context) -> _Read:
    """'Antivirals work best when they are started early': when they work best."""
    best = _BEST.match(clause.rest.rstrip(" ."))
    works = clause.copula or clause.lemma == "work"
    if best is None or not works or not is_nameable(clause.subject):
        return "", "", FactKind.INDICATION
    own = re.sub(r"\b(?:they|it)\b", "", best["when"], count=1)
    if points_elsewhere(own) or len(own.split()) > _LONGEST:
        return "", "", FactKind.INDICATION
    how = clause.rest.split(best["when"], maxsplit=1)[0].strip()
    asked = f"{_small(clause, context).ask('When')} {how}"
    return context.about_general(asked, clause.subject), best["when"], FactKind.INDICATION
