"""Lead-ins about care and risk: 'To relieve gout, doctors may use', 'People at risk include'."""

import re

from studyapp.facts.attributes import attribute_kind, head_noun, is_plural_attribute
from studyapp.facts.context import Context
from studyapp.facts.gaps import heading
from studyapp.facts.openings import PROVIDER
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
_CHECK = re.compile(
    r"\b(?:see|contact|call|check\swith|talk\s(?:to|with))\s[^,]*\b(?:doctor|provider)\b.*\sif\s"
    r"(?:you|(?:your|the)\schild|a\sperson|they)\s(?:have|has|notices?|develops?)"
    r"(?:\sany(?:\sof)?)?(?:\s(?:the\sfollowing|these))?(?:\s(?:signs|symptoms|signs\s(?:or|and)\ssymptoms))?$",
    re.IGNORECASE,
)
_CAUSED = re.compile(
    r"^(?:These|These\sand\sother)\s(?P<noun>signs|symptoms|signs\s(?:and|or)\ssymptoms)\s(?P<may>may|can)"
    r"\sbe\scaused\sby\s(?P<what>[^,.;]+?)(?:\sor\s(?:by\s)?other\s\w+)?\.?$",
    re.IGNORECASE,
)
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


def to_check(text: str, group: Group, context: Context) -> Asked | None:
    """The question of 'Check with your doctor if you have', after 'These may be caused by gout'.

    Without that sentence the heading tells whose signs they are, when it names them itself.
    """
    if _CHECK.search(text) is None:
        return None
    count = len(group.entries)
    said = _CAUSED.match(group.before.text.strip()) if group.before is not None else None
    if said is not None and is_nameable(said["what"]):
        noun, may = said["noun"].lower().replace(" or ", " and "), said["may"]
        asked = f"What are the {count} listed {noun} that {may} be caused by {said['what']}"
        return asked, FactKind.FINDING
    above = context.small(heading(group))
    own = attribute_kind(above) is FactKind.FINDING and is_plural_attribute(above)
    if not own or not context.subject or not context.names_subject(above):
        return None
    return f"What are the {count} listed {above}", FactKind.FINDING


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
