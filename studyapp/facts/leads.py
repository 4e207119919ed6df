"""Lead-ins that name what they announce: 'The following drugs treat gout:', 'by two routes:'."""

import re
from dataclasses import dataclass

from studyapp.facts.attributes import attribute_kind, head_noun, is_plural_attribute
from studyapp.facts.context import Context
from studyapp.facts.further import further_lead, is_further
from studyapp.facts.gaps import heading
from studyapp.facts.numbered import NUMBERS, counted, uncounted
from studyapp.facts.openings import exemplified, worded_openings
from studyapp.facts.purposed import purposed_lead
from studyapp.facts.seeking import sends_to_doctor, sought
from studyapp.facts.statement import Group
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause, clauses
from studyapp.language.words import is_plural
from studyapp.model import FactKind

Asked = tuple[str, FactKind]

_FEW_WORDS = 2
_COUNT = rf"(?:at\sleast\s)?(?P<n>{'|'.join(NUMBERS)}|[2-9]|10)"
_MANY = (
    rf"(?:(?:{_COUNT})(?!\s(?:or|to)\s)|(?:any|one\sor\smore|some|all)\sof\sthe\sfollowing"
    r"|the\sfollowing|several|some|many|various|different|numerous|a\snumber\sof|a\sfew|certain)"
)
_NOUNS = r"(?P<noun>(?:[\w/-]+,?\s){0,5}?[\w/-]+)"
_OPENS = r"(?:,?\s(?:including|such\sas)(?:\s(?:the|any\sof\sthe)\sfollowing)?|\sas\sfollows)?"
_VERBS = (
    r"(?:can|may|might|could|should|must|are|have|help|cause|increase|reduce|raise|lower|lead"
    r"|contribute|suggest|indicate|predict|affect|influence|determine)"
)
_WHICH = re.compile(
    rf"^(?P<many>{_MANY}|other)\s{_NOUNS}\s(?P<says>(?:also\s)?{_VERBS}\s.+?){_OPENS}$",
    re.IGNORECASE,
)
_BELIEF = re.compile(
    r"^(?:researchers|scientists|experts|doctors)\s(?P<verb>believe|think|suspect)\s(?:that\s)?"
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
_BELIEVED = {"believe": "believed", "think": "thought", "suspect": "suspected"}
_BARE = re.compile(r"\S+|are\s\w+|(?:can|may|should|must)\sbe\s\w+")
_CARED = {FactKind.TREATMENT, FactKind.DIAGNOSIS}
_PROVIDER = re.compile(
    r"^(?:(?:your|a|the|most|some|many)\s)?(?:health\s?care\s|medical\s)?"
    r"(?:providers?|doctors?|physicians?|clinicians?|specialists?|professionals?|surgeons?)\s"
    r"(?:(?P<modal>may|can|might|should|must)\s|will\s)?(?P<adverb>(?:often|usually|commonly)\s)?"
    rf"(?P<verb>use|order|recommend|prescribe|perform)s?\s{_MANY}\s{_NOUNS}"
    rf"(?P<why>\s(?:to|for)\s.+?)?{_OPENS}$",
    re.IGNORECASE,
)
_DONE = {
    "use": "used",
    "order": "ordered",
    "recommend": "recommended",
    "prescribe": "prescribed",
    "perform": "performed",
}
_THERE = re.compile(rf"^there\sare\s{_MANY}\s(?P<noun>[^:]+?)(?::.*|{_OPENS})$", re.IGNORECASE)
_THE_FEW = re.compile(
    rf"^(?:the\s)?(?:{_COUNT})\s(?P<noun>.+?)\s(?:are|include)(?:\sas\sfollows|\sthe\sfollowing)?$",
    re.IGNORECASE,
)
_HAS = re.compile(
    rf"^(?P<who>.+?)\s(?:has|have)\s{_MANY}\s{_NOUNS}(?:,?\s(?:including|such\sas)|:|$)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"^(?P<middle>(?:\S+\s)*?)(?P<link>by|into|along|on|through|with|from|in|for)\s{_MANY}\s{_NOUNS}"
    rf"{_OPENS}$",
    re.IGNORECASE,
)
_TAKES = re.compile(
    rf"^{_MANY}\s{_NOUNS}(?P<after>\s(?:of|in|for|to|during|after|from)\s.+?)?{_OPENS}$",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    r"^(?:(?:some\s)?examples|these|they)(?:\s(?:may|can))?\s(?:include|are)$", re.IGNORECASE
)
_PEOPLE = re.compile(r"^(?:a\sperson|people|patients|individuals)$", re.IGNORECASE)
_CASE = re.compile(
    r"^if\syou(?P<has>(?:\shave|['’]ve)\shad|\shave)\s(?P<what>[^,]+),\s(?P<rest>.+)$",
    re.IGNORECASE,
)
_TAILED = {
    FactKind.TREATMENT,
    FactKind.DIAGNOSIS,
    FactKind.FINDING,
    FactKind.RISK_FACTOR,
    FactKind.COMPLICATION,
}
_VAGUE = frozenset(
    """things points ways people steps questions facts ideas tips times doctors specialists
    providers professionals""".split()
)
_LONGEST_NOUN = 6


@dataclass(frozen=True, slots=True)
class _Lead:
    """A lead-in as it is read: its text, its main clause, and the case that it is limited to."""

    text: str
    clause: Clause | None
    case: str
    count: int


def named_by_lead(group: Group, context: Context) -> Asked | None:
    """The question of a lead-in that names the kind of its items; None for any other."""
    if group.lead_in is None:
        return None
    text = group.lead_in.text.strip().rstrip(":").strip()
    if sends_to_doctor(text):
        return sought(text, group, context)
    if is_further(text):
        return further_lead(text, len(group.entries), group.told, context)
    doc = group.lead_in
    examples = _EXAMPLES.match(text) is not None
    if examples:
        if group.before is None:
            return None
        doc, text = group.before, group.before.text.strip().rstrip(".")
    case = _CASE.match(text)
    limit = ""
    if case is not None:
        limit = f" in people {'with' if case['has'] == ' have' else 'who have had'} {case['what']}"
        text = case["rest"]
    clause = next(iter(clauses(doc)), None) if not limit else None
    lead = _Lead(text, clause, limit, len(group.entries))
    asked = _which(lead, group, context) or _provided(lead, context) or _there(lead, context)
    asked = asked or _had(lead, context) or _linked(lead, context) or _taken(lead, context)
    if asked is None:
        asked = exemplified(group) if examples else _worded(lead, text, group, context)
    return asked if asked and not points_elsewhere(asked[0]) else None


def _worded(lead: _Lead, text: str, group: Group, context: Context) -> Asked | None:
    return (
        worded_openings(text, group, context)
        or purposed_lead(text, group, context)
        or _used(lead, context)
    )


def _fits(match: re.Match[str] | None, count: int) -> bool:
    """Whether a lead-in promises as many items as there are, of a kind that has a name."""
    if match is None:
        return False
    promised = (match.groupdict().get("n") or counted(match["noun"])).lower()
    number = NUMBERS.get(promised, int(promised) if promised.isdigit() else count)
    head = head_noun(match["noun"])
    named = is_plural(head) and head not in _VAGUE and len(match["noun"].split()) <= _LONGEST_NOUN
    return number == count and (named or "types of" in match["noun"])


def _kind(noun: str) -> FactKind:
    return attribute_kind(noun) or FactKind.LIST


def _about(asked: str, noun: str, context: Context) -> Asked:
    """The question with the page's subject where patients' things are asked for."""
    kind = _kind(noun)
    return (context.about(asked) if kind in _TAILED else asked), kind


def _which(lead: _Lead, group: Group, context: Context) -> Asked | None:
    """'The following drugs are used to treat gout': 'Which 3 drugs are used to treat gout?'."""
    belief = _BELIEF.match(lead.text)
    match = _WHICH.match(belief["rest"] if belief else lead.text)
    if match is None or not _fits(match, lead.count):
        return None
    noun, says = uncounted(match["noun"]), re.sub(r"\balso\s", "", match["says"])
    if _BARE.fullmatch(says):
        return None
    if belief is not None:
        believed = f", as is {_BELIEVED[belief['verb'].lower()]},"
        says = re.sub(r"^(can|may|might|could)\b", rf"\1{believed}", says)
    where = ""
    if match["many"].lower() == "other":
        above = heading(group)
        where = f", listed under “{above}”," if above.lower().startswith("other") else ""
    asked = f"Which {lead.count} {noun}{where} {says}{lead.case}"
    bare = len(says.split()) <= _FEW_WORDS  # 'are used': for what, the page says
    return (context.about(asked), _kind(noun)) if bare else _about(asked, noun, context)


def _used(lead: _Lead, context: Context) -> Asked | None:
    """'The following procedures may be used': in the page's disease, which they are."""
    match = _WHICH.match(lead.text)
    if match is None or not _fits(match, lead.count) or not context.ill:
        return None
    noun, says = match["noun"], match["says"]
    used = _BARE.fullmatch(says) is not None and " " in says
    cared = _kind(noun) in _CARED or "types of" in noun
    named = match["many"].lower() != "other"
    asked = context.about(f"Which {lead.count} {noun} {says}")
    return (asked, _kind(noun)) if used and cared and named else None


def _provided(lead: _Lead, context: Context) -> Asked | None:
    """'Doctors use three tests to find gout': 'Which 3 tests are used to find gout?'."""
    match = _PROVIDER.match(lead.text)
    if match is None or not _fits(match, lead.count) or not (match["why"] or context.subject):
        return None
    be = f"{match['modal']} be" if match["modal"] else "are"
    done = f"{be} {match['adverb'] or ''}{_DONE[match['verb'].lower()]}"
    noun = match["noun"]
    return _about(
        f"Which {lead.count} {noun} {done}{match['why'] or ''}{lead.case}", noun, context
    )


def _there(lead: _Lead, context: Context) -> Asked | None:
    """'There are two forms of gout' and 'The three signs of gout are'."""
    match = _THERE.match(lead.text) or _THE_FEW.match(lead.text)
    if match is None or not _fits(match, lead.count):
        return None
    noun = match["noun"]
    bare = len(noun.split()) <= _FEW_WORDS
    if bare and not is_plural_attribute(noun):
        return None
    stated = "" if match["n"] else "listed "
    asked = f"What are the {lead.count} {stated}{context.inside(noun)}{lead.case}"
    return (context.about(asked, "of") if bare else asked), _kind(noun)


def _had(lead: _Lead, context: Context) -> Asked | None:
    """'The liver has many functions, including': 'What are the 3 listed functions of …?'."""
    match = _HAS.match(lead.text)
    if match is None or not _fits(match, lead.count) or not is_nameable(match["who"]):
        return None
    if lead.clause is None or lead.clause.lemma != "have" or lead.clause.subject != match["who"]:
        return None
    who, noun = context.inside(match["who"]), match["noun"]
    return f"What are the {lead.count} listed {noun} of {who}{lead.case}", _kind(noun)


def _linked(lead: _Lead, context: Context) -> Asked | None:
    """'It spreads by two routes': 'By which 2 routes does it spread?'."""
    clause = lead.clause
    if clause is None or clause.negated or not is_nameable(clause.subject):
        return None
    match = _BY.match(clause.rest)
    if match is None or not _fits(match, lead.count):
        return None
    wh = f"{match['link'].capitalize()} which {lead.count} {match['noun']}"
    asked = clause.ask(re.sub(r"\b(?:distinct|different|main)\s", "", wh))
    asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
    return _about(f"{asked} {match['middle'].strip()}".strip(), match["noun"], context)


def _taken(lead: _Lead, context: Context) -> Asked | None:
    """'People with gout may have the following symptoms'."""
    clause = lead.clause
    if clause is None or clause.negated or clause.copula or clause.passive:
        return None
    match = _TAKES.match(clause.rest)
    if match is None or not _fits(match, lead.count) or "following" not in lead.text:
        return None
    subject = clause.subject
    if _PEOPLE.match(subject) and context.ill:
        subject = f"people with {context.subject}"
    elif not is_nameable(subject):
        return None
    asked = clause.ask(f"Which {lead.count} {uncounted(match['noun'])}")
    if subject.startswith("people") and not clause.plural:
        asked = asked.replace(" does ", " do ", 1)
    asked = asked.replace(clause.subject, context.inside(subject), 1)
    return f"{asked}{match['after'] or ''}", _kind(match["noun"])
