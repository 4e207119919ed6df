"""Lead-ins about care and risk: 'To relieve gout, doctors may use', 'People at risk include'."""

import re

from studyapp.facts.attributes import head_noun
from studyapp.facts.context import Context
from studyapp.facts.openings import PROVIDER
from studyapp.facts.seeking import to_check
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Group
from studyapp.facts.subjects import is_nameable
from studyapp.model import FactKind

Asked = tuple[str, FactKind]
"""A question without its mark, and the kind of fact that answers it."""

_DONE = {
    "recommend": "recommended",
    "suggest": "suggested",
    "advise": "advised",
    "prescribe": "prescribed",
    "order": "ordered",
    "use": "used",
}
_TO_DO = re.compile(
    rf"^To\s(?P<why>[a-z][^,:]+),\s{PROVIDER}\s(?P<modal>may|can|might)\s(?:also\s)?"
    rf"(?P<verb>{'|'.join(_DONE)})(?:\sthe\sfollowing)?$",
    re.IGNORECASE,
)
_GIVEN_FOR = re.compile(
    rf"^{PROVIDER}\s(?:(?P<modal>may|can|might)\s|will\s)?"
    r"(?P<often>(?:(?:most\s)?often|usually|sometimes|commonly)\s)?"
    rf"(?P<verb>{'|'.join(_DONE)})s?\s(?P<what>(?:an?\s)?[\w\s()-]{{3,40}}?)\sto\s(?:help\s)?"
    r"(?P<aim>treat|prevent|relieve|control|detect|diagnose|rule\sout|check\sfor|look\sfor"
    r"|find)$",
    re.IGNORECASE,
)
_AIMS = {
    "treat": "problems",
    "prevent": "problems",
    "control": "problems",
    "relieve": "symptoms",
    "diagnose": "conditions",
    "rule out": "conditions",
}
_PEOPLE = r"(?P<who>(?:other\s)?(?:people|adults|children|women|men|persons|infants))"
_AT_RISK = re.compile(
    rf"^{_PEOPLE}(?:\swho\sare)?\sat\s(?P<more>increased|higher|high|greater|highest)\srisk"
    r"(?P<of>\s(?:of|for)\s[^,:]+?)?\s(?:include|are)(?P<those>\s(?:those|people)\s(?:with|who\shave))?$",
    re.IGNORECASE,
)
_ABLE = re.compile(r"^(?P<who>[A-Z][^:]{3,90}?)\s(?P<modal>can|may|might|could)(?:\salso)?$")
_ACTS = re.compile(
    r"\b(?:people|persons?|patients?|adults?|child(?:ren)?|infants?|bab(?:y|ies)|wom[ae]n|men|doctors?"
    r"|providers?|you|he|she|they|nurses?|surgeons?|team|specialists?|who|that)\b",
    re.IGNORECASE,
)


def purposed_lead(text: str, group: Group, context: Context) -> Asked | None:
    """The question of a lead-in about care, risk or effects; None for any other."""
    asked = _care(text, group, context) or to_check(text, group, context)
    return asked or _at_risk(text, group, context) or _effects(text, group, context)


def _care(text: str, group: Group, context: Context) -> Asked | None:
    """'To relieve gout, your doctor may recommend', 'Doctors may use surgery to treat'."""
    shapes, count = {e.shape for e in group.entries}, len(group.entries)
    aimed, given = _TO_DO.match(text), _GIVEN_FOR.match(text)
    named = shapes <= {Shape.NOUN, Shape.GERUND}
    if aimed is not None and named:
        done = f"{aimed['modal'].lower()} be {_DONE[aimed['verb'].lower()]}"
        asked = context.about(f"Which {count} measures {done} to {aimed['why']}")
        return asked, FactKind.TREATMENT
    if given is None or not named or not is_nameable(re.sub(r"^an?\s", "", given["what"])):
        return None
    things = _AIMS.get(given["aim"].lower(), "findings")
    be, more = (given["modal"], "be ") if given["modal"] else (_be(given["what"]), "")
    how = f"{more}{given['often'] or ''}{_DONE[given['verb'].lower()]} to {given['aim']}"
    asked = f"Which {count} {things} {be} {given['what']} {how}"
    return context.about(asked), FactKind.INDICATION


def _be(what: str) -> str:
    return "are" if head_noun(what).endswith("s") else "is"


def _at_risk(text: str, group: Group, context: Context) -> Asked | None:
    """'People at increased risk of gout include': which groups, or with which conditions."""
    match = _AT_RISK.match(text)
    if match is None or not (match["of"] or context.ill):
        return None
    who, count = match["who"].lower(), len(group.entries)
    of = match["of"] or f" of {context.subject}"
    if not is_nameable(re.sub(r"^\s(?:of|for)\s", "", of)):
        return None
    risk = f"at {match['more'].lower()} risk{of}"
    if who.startswith("other"):
        return None
    if match["those"]:
        return f"What are the {count} listed conditions of {who} {risk}", FactKind.RISK_FACTOR
    return f"What are the {count} listed groups of {who} {risk}", FactKind.RISK_FACTOR


def _effects(text: str, group: Group, context: Context) -> Asked | None:
    """'Untreated gout can' before what it does: which effects it can have."""
    match = _ABLE.match(text)
    verbs = [e for e in group.entries if e.shape in {Shape.BASE, Shape.VERB}]
    if match is None or len(verbs) * 2 <= len(group.entries) or _ACTS.search(match["who"]):
        return None
    who = context.inside(match["who"])
    if not is_nameable(match["who"]):
        return None
    asked = f"What {len(group.entries)} effects {match['modal'].lower()} {who} have"
    return asked, FactKind.COMPLICATION
