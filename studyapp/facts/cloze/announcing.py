"""Whether a lead-in, shown as it stands, tells what its items are."""

import re

from spacy.tokens import Doc

from studyapp.facts.attributes import attribute_kind, head_noun, is_plural_attribute
from studyapp.facts.cloze.general import is_general
from studyapp.facts.cloze.leaning import is_known, leans, without_opener
from studyapp.facts.cloze.standing import shown_before
from studyapp.facts.context import Context
from studyapp.facts.gaps import heading
from studyapp.facts.statement import Group
from studyapp.language.clause import clauses
from studyapp.language.words import capital, is_plural
from studyapp.model import FactKind

_LONGEST, _TOGETHER = 30, 42
_FOLLOWING = re.compile(
    r"\b(?:(?:including|such\sas)\s)?(?:(?:any|some|all|one\sor\smore)\s(?:of\s)?)?the\sfollowing\b"
    r"|\bas\sfollows\b|\b(?:any\sof\s)?these(?=(?:\s[\w-]+){1,3}$)",
    re.IGNORECASE,
)
"""What points at the items, which stand on the card."""
_POINTER = re.compile(
    r"\b(?:(?:any|some|all|one\sor\smore)\s(?:of\s)?)?the\sfollowing\b\s?|,?\s\bas\sfollows\b",
    re.IGNORECASE,
)
"""What falls away, since the items stand right behind the lead-in."""
FOLLOWING = "The following "
"""As a lead-in's subject it is where the items stand."""
_GAP = re.compile(
    r"\b(?:includ(?:e|es|ing)|are|is|be|by|with|for|of|in|on|from|through|to|as|cause|causes|have|has"
    r"|involves?|comprises?|requires?|may|can|should|must|avoid|affects?|need|needs|under|between|using|via)$",
    re.IGNORECASE,
)
"""Where a lead-in breaks off, its items go on."""
_COUNT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|various|different|certain|some"
    r"|[2-9])\s(?:[\w-]+,?\s){0,3}(?P<noun>[\w-]+)(?:,\sfrom\s[^,]+)?$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^(?:follow|read|ask|try|use|make|take|do|talk|tell|visit|click|learn|find|choose|keep|get|be"
    r"|consider|remember|think|look|watch|start|discuss|keep|note|let|help|check(?!\swith)|see)\b",
    re.IGNORECASE,
)
_SEE_DOCTOR = re.compile(
    r"^(?:(?:people|patients|parents)\sshould\s)?(?:call|contact|see|seek|get|go\sto|check\swith|tell)\s[^.]*\b(?:doctor|provider|physician|care"
    r"|help|attention|911|ambulance|room)\b",
    re.IGNORECASE,
)
_OF_PAGE = re.compile(
    r"\b(?:questions?|resources|links|websites?|publications?|sections?|topics|articles|pages?|facts"
    r"|tips|things|points|specialists|doctors|providers|professionals|experts|services|information|data"
    r"|organi[sz]ations|agencies|groups\sinclude|steps|instructions|objectives|examples\sinclude"
    r"|documents?|records|products)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!despite\s)(?<!and\s)(?<!or\s)\b(?:others?|additional|further|another|also|remaining)\b(?!\sthan)",
    re.IGNORECASE,
)
_TESTS = re.compile(
    r"\b(?:(?:first|second|third)-line|laboratory|lab|blood|imaging|diagnostic|radiographic)\s(?:\w+\s)?"
    r"studies\b",
    re.IGNORECASE,
)
"""Studies of a patient, not of a treatment."""
_DEPENDS = re.compile(r"\bdepends?\son$", re.IGNORECASE)
"""What says nothing in a sentence announces a list well."""
_VAGUE = re.compile(r"\b(?:number|range|variety|group)\sof\b|\bthings?\b", re.IGNORECASE)
_CLINICAL = re.compile(
    r"^(?:(?:Before|After|During|In|For|When)\s[^,]+,\s)?(?:check|monitor|assess|measure|test|screen"
    r"|exclude|rule\sout|suspect|avoid|record|do\snot\s(?:use|give|prescribe))\b(?:\s[\w-]+){0,9}$",
    re.IGNORECASE,
)
"""What a guideline tells doctors to do."""
_NAMED = re.compile(
    r"^(?:[A-Z][\w-]*s\sto\s(?:avoid|limit)|(?:The\s)?differential\sdiagnos[ie]s)\b", re.IGNORECASE
)
_AMONG = re.compile(r"^Among\s.+\sare$")
_OWNER = re.compile(r"\s(?:of|for|in|among|that|from|with|after|during|to|caused|associated)\s\w")
_FRONT = re.compile(r"^(?:In|For|Among|During|After|With)\s[^,]+,\s")
_OF_TREATMENT = re.compile(
    r"\b(?:treat\w*|surg\w+|operat\w+|therap\w+|medic\w+|drugs?|procedures?|transplant\w*|tests?)\b",
    re.IGNORECASE,
)
_VERBS = frozenset({"VB", "VBP", "VBZ", "MD"})
_TELLS_WHICH = frozenset({"ADP", "PART", "SCONJ", "PRON"})
_HARMS = {FactKind.COMPLICATION, FactKind.CONTRAINDICATION, FactKind.INDICATION, FactKind.GOAL}
_OF_DISEASE = {
    FactKind.FINDING,
    FactKind.CAUSE,
    FactKind.RISK_FACTOR,
    FactKind.DIAGNOSIS,
    FactKind.TREATMENT,
}


def announced_by(group: Group, context: Context) -> tuple[str, ...]:
    """How a lead-in may be shown before its items, best first: behind the sentence before, alone.

    Alone it is shown only where it needs no other sentence.
    """
    if group.lead_in is None:
        return ()
    text = without_opener(" ".join(group.lead_in.text.split()).rstrip(" :.,;"))
    bare = " ".join(_FOLLOWING.sub("", text).split()).rstrip(" ,")
    if not bare or len(text.split()) > _LONGEST or not _tells(text, bare, group):
        return ()
    before = group.before
    shown = shown_before(before.text.strip(), before, context) if before is not None else ""
    if len(shown.split()) + len(text.split()) > _TOGETHER:
        shown = ""
    text = capital(
        text if _stand_for_items(group.lead_in) else _POINTER.sub("", text).rstrip(" ,")
    )
    both = f"{shown} {text}"
    if _leans(bare, group, context):
        return (both,) if shown else ()
    # What the page is about says less of what the lead-in means than the sentence before it.
    return (both, text) if shown and not context.names_subject(bare) else (text,)


def _stand_for_items(lead: Doc) -> bool:
    """Whether 'the following' is itself what the lead-in speaks of: 'The following cause it'."""
    at = next((t.i for t in lead if t.lower_ == "following"), None)
    after = lead[at + 1] if at is not None and at + 1 < len(lead) else None
    return after is not None and after.tag_ in _VERBS and lead[0].lower_ == "the"


def _tells(text: str, bare: str, group: Group) -> bool:
    """Whether a lead-in announces its items, and they are what a learner should know."""
    claimed = _DEPENDS.sub("", _TESTS.sub("tests", bare))
    if "?" in text or not is_general(claimed) or _OF_PAGE.search(bare) or _VAGUE.search(bare):
        return False
    clinical = _CLINICAL.match(text) is not None
    if _ORDER.match(text) and not (clinical or _SEE_DOCTOR.match(text)):
        return False
    if group.lead_in is None or next(iter(clauses(group.lead_in)), None) is None:
        points = bare != text or _GAP.search(bare) is not None
        phrase = _GAP.sub("", bare).strip() if points else bare
        named = points and (_SEE_DOCTOR.match(text) or _AMONG.match(text)) is not None
        return named or clinical or is_plural_attribute(phrase) or _NAMED.match(text) is not None
    counted = _COUNT.search(bare)
    several = counted is not None and is_plural(counted["noun"])
    acts = group.lead_in[-1].tag_ in {"VB", "VBP", "VBZ"}  # 'During an attack, people notice'
    return bare != text or several or acts or _GAP.search(bare) is not None


def _leans(bare: str, group: Group, context: Context) -> bool:
    """Whether a lead-in needs the sentence before it to say what it speaks of."""
    if group.lead_in is None or _OTHER.search(bare) or _is_definite(group.lead_in, context):
        return True
    if leans(bare.removeprefix("The "), group.lead_in, context):
        return True
    if _SEE_DOCTOR.search(bare) and _OF_TREATMENT.search(heading(group)):
        return True
    return _lacks_owner(_FRONT.sub("", bare), group, context)


def _is_definite(lead: Doc, context: Context) -> bool:
    """Whether a lead-in opens with 'The process …': which one, the sentence before says."""
    if lead[:1].text != "The":
        return False
    noun = next(
        (t for t in lead[1:] if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"), None
    )
    after = lead[noun.i + 1] if noun is not None and noun.i + 1 < len(lead) else None
    told = after is not None and after.pos_ in _TELLS_WHICH
    return not told and (noun is None or not is_known(noun.lower_, context))


def _lacks_owner(bare: str, group: Group, context: Context) -> bool:
    """Whether 'Late complications include' leaves open of what: the disease, or its treatment.

    A heading that names the same thing tells it, and so does the page for what its disease has.
    """
    clause = next(iter(clauses(group.lead_in)), None) if group.lead_in is not None else None
    phrase = clause.subject if clause is not None else bare
    kind = attribute_kind(phrase)
    if (
        kind is None
        or _OWNER.search(f"{phrase} ")
        or (context.names_subject(bare) and context.subject)
    ):
        return False
    above = heading(group)
    if head_noun(phrase) in above.lower():
        return False
    ill = bool(context.subject) and kind in _OF_DISEASE
    return not ill or kind in _HARMS or _OF_TREATMENT.search(above) is not None
