"""Subjects that a sentence can use only because those before it said which is meant."""

import re
from functools import lru_cache

from studyapp.language.clause import Clause

_THE_ONE = re.compile(
    r"^the\s(?:[a-z-]+\s)?(?:tests?|scans?|exams?|examinations?|procedures?|operations?|injections?"
    r"|tubes?|results?|forms?|types?|groups?|incisions?|devices?|doses?|samples?|biops(?:y|ies)|medium|dyes?"
    r"|materials?|liquids?)$|^the\sextra\b|\bof\sthe\s(?:disorder|disease|condition)$"
    r"|^(?:a|the)\s(?:valve|shunt|pump|probe|wire|balloon)$",
    re.IGNORECASE,
)
_WHO_CARES = re.compile(
    r"^(?:an?\s|the\s|most\s|many\s|some\s)?(?:[\w-]+,?\s){0,6}(?:specialists?|doctors?|physicians?|providers?"
    r"|dietiti?cians?|dietitians?|nutritionists?|nurses?|surgeons?|technicians?|radiologists?"
    r"|pathologists?|therapists?|pharmacists?|\w+ologists?|dentists?|hygienists?|students?|reports?|teams?)$",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"^(?:(?:[Aa]n?|[Tt]he|[Ss]pecial|[Ss]mall)\s)+(?:[a-z-]+\s)?(?:machines?|needles?|equipment|patch(?:es)?|masks?|cameras?|computers?"
    r"|marks?|cuts?|holes?|tools?|instruments?|substances?|dyes?|gels?|clips?|stitches|tape)$"
)
_ANYONE = re.compile(
    r"^(?:(?:a|the|most|some)\s)?(?:man|men|woman|women|person|people|child|children)$|^only\s|^(?:aspects|features|parts)\sof\b|\bcertain\s",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:type|stage|grade|class|phase|group|genotype)\s\w+$", re.IGNORECASE)
_AREA = re.compile(r"^the\s(?:area|region|part|place|section)\sof\b", re.IGNORECASE)
_GROWTH = re.compile(
    r"^(?:the\s|a\s)?(?:cancers?|tumou?rs?|disease|infection|cells?|cancer\scells)$", re.IGNORECASE
)
_SPREADS = frozenset({"spread", "grow", "invade", "form", "come", "return", "remain"})


@lru_cache(maxsize=16)
def is_told_before(clause: Clause) -> bool:
    """Whether the subject is one thing of many, which only the sentences before tell apart.

    'The blood test can show …' is said of the test just named; 'a sleep specialist may use …'
    of anyone's; 'cancer has spread to …' of one stage of one cancer.
    """
    named = clause.subject
    if _THE_ONE.match(named) or _WHO_CARES.match(named) or _NUMBERED.match(named):
        return True
    if _TOOL.match(named) or _ANYONE.match(named):
        return True
    if clause.lemma == "call" and _AREA.match(named):
        return True
    staged = clause.aux.lower() in {"has", "have", "may"} or not clause.aux
    return _GROWTH.match(named) is not None and clause.lemma in _SPREADS and staged
