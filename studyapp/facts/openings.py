"""Lead-ins of fixed wording: 'X is more common in:', 'X is diagnosed with:', 'Causes … are:'."""

import re

from studyapp.facts.attributes import attribute_kind, is_plural_attribute
from studyapp.facts.context import Context
from studyapp.facts.gaps import heading
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Group
from studyapp.facts.subjects import is_nameable
from studyapp.language.clause import clauses
from studyapp.model import FactKind

Asked = tuple[str, FactKind]

PROVIDER = (
    r"(?:(?:your|the\schild['’]s|an?|the|most|some|many)\s)?(?:health\s?care\s|medical\s)?"
    r"(?:providers?|doctors?|physicians?|clinicians?|specialists?|professionals?|surgeons?|dentists?"
    r"|\w+(?:ologist|iatrician|iatrist)s?)"
)
"""Who gives care, as the subject of a lead-in."""
_ATTRIBUTE = re.compile(
    r"^(?:(?P<front>(?:in|among|for|during)\s[^,]{3,40}),\s)?"
    r"(?P<some>(?:some|other|many|several)\s(?:of\sthe\s)?)?(?P<noun>[^,:]+?)\s"
    r"(?:(?:can|may|might|could)\s)?(?:also\s)?(?:include|are)$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"^(?:other|less\scommon|rare|additional|uncommon)\b", re.IGNORECASE)
_MOST_COMMON = re.compile(r"^(?P<rank>most\s(?:common|frequent|important|serious))\s")
_COMMON_IN = re.compile(
    r"^(?P<what>[^,:]+?)\s(?P<be>is|are)\s(?P<how>(?:(?:more|most|less|least|especially|very)\s)?"
    r"(?:common|likely|frequent|rare)|seen|found)\s(?P<link>in|among)$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:people|patients|adults|children|infants|newborns|babies|women|men|persons|girls|boys"
    r"|smokers|travelers|workers|those)\b",
    re.IGNORECASE,
)
_FOUND_BY = re.compile(
    rf"^{PROVIDER}\s(?:(?P<modal>can|may|might)\s|will\s)?(?P<adverb>(?:usually|often)\s)?"
    r"(?P<verb>diagnose|confirm|detect)s?\s(?P<what>[^,:]+?)\s(?:with|by|using|through|based\son)$",
    re.IGNORECASE,
)
_GIVES = re.compile(
    rf"^{PROVIDER}\s(?P<modal>may|can|might)\s(?P<verb>prescribe|give|use|recommend|order)\s"
    r"(?P<what>[\w\s-]{3,30}?)\sto$",
    re.IGNORECASE,
)
_GIVEN = {
    "prescribe": "prescribed",
    "give": "given",
    "use": "used",
    "recommend": "recommended",
    "order": "ordered",
}
_WAYS = re.compile(
    r"^(?P<who>people|patients|a\sperson)\s(?P<modal>can|may)\s(?P<do>[a-z][^,:]+?)\sby$",
    re.IGNORECASE,
)
_MAY_BE = re.compile(
    r"^(?:the\sfollowing|these)\s(?P<noun>(?:\w+\s){0,3}(?:tests|procedures|exams))\s"
    r"(?P<modal>may|can)\sbe\s(?:used|done|performed)$",
    re.IGNORECASE,
)
_TO_FIND = re.compile(
    r"\b(?:used|done)\sto\s(?P<why>(?:detect|diagnose|find|screen|stage|check|identify)\b.+)$"
)
_AMONG = re.compile(r"^among\s(?P<noun>the\s\w+s\s[^,:]+?)\s(?:are|is)$", re.IGNORECASE)


def worded_openings(text: str, group: Group, context: Context) -> Asked | None:
    """The question of a lead-in of one of the fixed wordings; None for any other."""
    return (
        _attribute(text, group)
        or _common(text, group, context)
        or _found(text, group, context)
        or _purposes(text, group, context)
        or _purposed(text, group)
    )


def _attribute(text: str, group: Group) -> Asked | None:
    """'Some causes of gout are', 'In children, signs of gout include'.

    'Other' and 'some' need to be told from the rest: by the heading that names these alone.
    """
    match = _ATTRIBUTE.match(text)
    if match is None or not (match["front"] or match["some"]) or len(match["noun"].split()) <= 1:
        return None
    noun, count, front = match["noun"], len(group.entries), match["front"]
    kind = attribute_kind(noun)
    if (
        kind is None
        or not is_plural_attribute(noun)
        or not re.search(r"\s(?:of|for|that)\s", noun)
    ):
        return None
    noun = noun[0].lower() + noun[1:]
    if (match["some"] or "").lower().startswith("other"):
        above = heading(group)
        if not _ELSEWHERE.match(above):
            return None
        return f"Which {count} {noun} are listed under “{above}”", kind
    ranked = _MOST_COMMON.match(noun)
    if ranked is not None and match["some"]:
        return f"Which {count} {noun[ranked.end() :]} are among the {ranked['rank']}", kind
    asked = f"hat are the {count} listed {noun}"
    return (f"{front}, w{asked}" if front else f"W{asked}"), kind


def _common(text: str, group: Group, context: Context) -> Asked | None:
    """'Gout is more common in': the groups of people in whom it is."""
    match = _COMMON_IN.match(text)
    if match is None or not is_nameable(match["what"]):
        return None
    people = [e for e in group.entries if _GROUP.search(e.text or e.passage.text)]
    if len(people) * 2 <= len(group.entries):
        return None
    what = context.inside(match["what"])
    asked = f"In which {len(group.entries)} groups {match['be']} {what} {match['how']}"
    return asked, FactKind.RISK_FACTOR


def _found(text: str, group: Group, context: Context) -> Asked | None:
    """'A provider diagnoses gout with': 'With which 3 means is gout diagnosed?'."""
    match = _FOUND_BY.match(text)
    if match is None:
        return None
    what, verb = match["what"], match["verb"].lower()
    if re.fullmatch(r"(?:the|a)\sdiagnosis", what, re.IGNORECASE):
        if not context.ill:
            return None
        what = f"the diagnosis of {context.subject}"
    if not is_nameable(re.sub(r"^an?\s", "", what)):
        return None
    be, more = (match["modal"], "be ") if match["modal"] else ("is", "")
    done = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    asked = f"By which {len(group.entries)} means {be} {what} {more}{match['adverb'] or ''}{done}"
    return asked, FactKind.DIAGNOSIS


def _purposes(text: str, group: Group, context: Context) -> Asked | None:
    """'Doctors may prescribe drugs to', 'People can avoid gout by'."""
    shapes = [entry.shape for entry in group.entries]
    count = len(group.entries)
    given = _GIVES.match(text)
    if given is not None and sum(s in {Shape.BASE, Shape.VERB} for s in shapes) * 2 > count:
        done = f"{given['modal']} {given['what']} be {_GIVEN[given['verb'].lower()]}"
        return context.about(f"For which {count} purposes {done}"), FactKind.INDICATION
    ways = _WAYS.match(text)
    if ways is not None and Shape.GERUND in shapes:
        who = ways["who"].lower()
        return f"In what {count} ways {ways['modal']} {who} {ways['do']}", FactKind.LIST
    return None


def _purposed(text: str, group: Group) -> Asked | None:
    """'The following tests may be used' under a heading that says what for."""
    count = len(group.entries)
    used, why = _MAY_BE.match(text), _TO_FIND.search(heading(group))
    if used is not None and why is not None:
        asked = f"Which {count} {used['noun']} {used['modal']} be used to {why['why'].rstrip('.')}"
        return asked, FactKind.DIAGNOSIS
    among = _AMONG.match(text)
    if among is not None:
        return f"Which {count} of {among['noun']} are listed", FactKind.LIST
    return None


def exemplified(group: Group) -> Asked | None:
    """'Rare infections can cause gout. Examples include': which of them are named."""
    clause = next(iter(clauses(group.before)), None) if group.before is not None else None
    if clause is None or not clause.plural or clause.negated or clause.fronted:
        return None
    kind = attribute_kind(clause.subject)
    if kind is None or not is_nameable(clause.subject) or clause.subject.startswith("The "):
        return None
    subject = clause.subject[0].lower() + clause.subject[1:]
    return f"Which {len(group.entries)} {subject} {clause.predicate}", kind
