"""Lead-ins that send the reader to a doctor: 'Call a doctor if you have any of the following'."""

import re

from studyapp.facts.attributes import attribute_kind, is_plural_attribute
from studyapp.facts.context import Context
from studyapp.facts.gaps import heading
from studyapp.facts.statement import Group
from studyapp.facts.subjects import is_nameable
from studyapp.model import FactKind

Asked = tuple[str, FactKind]
"""A question without its mark, and the kind of fact that answers it."""

_SEE = re.compile(
    r"^(?:call|see|contact|check\swith|seek|get|go\sto)\s.*\b(?:doctor|provider|care|help|911"
    r"|attention|room)\b.*\s(?:if|when|for)\s(?:(?:you|your\schild|the\schild|a\sperson|someone)\s"
    r"(?:have|has|develops?|notices?|experiences?)\s)?(?:any\s(?:of\s)?|one\sor\smore\sof\s)?"
    r"(?:the\sfollowing|these)(?:\s(?:warning\s)?(?:symptoms|signs)(?:\s(?:or|and)\s\w+)?"
    r"(?:\s(?:appear|occur|develop))?)?$",
    re.IGNORECASE,
)
_URGENT = re.compile(r"right\saway|immediately|at\sonce|promptly", re.IGNORECASE)
_EMERGENCY = re.compile(r"emergency|\b911\b", re.IGNORECASE)
_TREATED = re.compile(r"treat|surg|operat|after|recover|side effect|medicin", re.IGNORECASE)
"""Headings under which signs are those of a treatment, and not of the disease."""
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
_CLAIMS = re.compile(r"\b(?:is|are|was|were|may|can|has|have|do|does)\b|\.$")
_ASKED_OF = re.compile(r"^What\sare\s(?:the\s)?(?P<what>[^?]+?)\?+$", re.IGNORECASE)


def sends_to_doctor(text: str) -> bool:
    """Whether a lead-in announces what a doctor should be called or seen for."""
    return _SEE.match(text) is not None


def sought(text: str, group: Group, context: Context) -> Asked | None:
    """The question of such a lead-in: whose signs they are, or which need a doctor."""
    return to_check(text, group, context) or _to_be_seen(text, group, context)


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
    headed = _ASKED_OF.match(heading(group))
    above = context.small(headed["what"] if headed else heading(group))
    phrase = _CLAIMS.search(above) is None  # 'The signs of gout are not the same in everyone'
    own = phrase and attribute_kind(above) is FactKind.FINDING and is_plural_attribute(above)
    if not own or not context.subject or not context.names_subject(above):
        return None
    return f"What are the {count} listed {above}", FactKind.FINDING


def _to_be_seen(text: str, group: Group, context: Context) -> Asked | None:
    """'Call a doctor right away if you have any of the following'."""
    treated = any(_TREATED.search(above) for above in group.first.headings)
    if not context.ill or treated:
        return None
    urgent = _URGENT.search(text)
    who = re.search(r"(?:health\s?care\s)?provider", text, re.IGNORECASE)
    seen = f"mean that a {who.group(0).lower() if who else 'doctor'} should be called"
    if urgent is not None:
        seen = f"{seen} {urgent.group(0).lower()}"
    elif _EMERGENCY.search(text):
        seen = "call for emergency care"
    asked = f"Which {len(group.entries)} signs or symptoms {seen} in {context.subject}"
    return asked, FactKind.RED_FLAG
