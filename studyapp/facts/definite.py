"""'The disease', 'the patient', 'approved': what a question leaves to its page, put into it."""

import re
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_DISEASE = re.compile(
    r"\bthe\s(?:disease|condition|disorder|illness)\b(?!\s(?:of|that|in|for|which)\b)"
)
_GERM = re.compile(
    r"\bthe\s(?:organism|pathogen|bacteri(?:a|um)|virus|parasite|infection)\b(?!\sof\b)"
)
_STRANDED = re.compile(
    r"^(?P<asked>What\s(?:is|are)\s(?:[^?\s]+\s){1,6}?)(?P<how>usually|often|generally|typically"
    r"|commonly|sometimes|normally|frequently)\?$"
)
_PATIENT = re.compile(r"(?P<open>^|.*?[\s(])(?P<the>[Tt])he\s(?P<who>patient|person)(?=[\s,?])")
_PEOPLE = re.compile(
    r"\b(?:patients?|people|persons?|who|whom|child|infant|adult)\b", re.IGNORECASE
)
_APPROVED = re.compile(r"\b(?:approved|licensed|authorized)\?$")
_TREATS = re.compile(
    r"\b(?:surgery|surgical|repair|operation|procedures?|treatments?|treated|therapy"
    r"|transplant\w*|medicines?|medications?|drugs?|radiation|radiotherapy|chemotherapy|vaccin\w+"
    r"|biopsy|anesthesia)\b",
    re.IGNORECASE,
)
_AFTER_IT = re.compile(
    r"\b(?:complications|risks|side\seffects|adverse\s(?:effects|events|reactions))\b"
)


def resolved(fact: Fact, context: Context) -> Fact | None:
    """The fact with what its question means by its name; None where it is another thing's.

    Complications that are listed under a treatment are those of the treatment.
    """
    if _of_treatment(fact, context):
        return None
    fact = _with_its_adverb(fact)
    asked = fact.question
    if not context.ill:
        return fact
    about = context.subject
    if not names_disease(asked) and not context.names_subject(asked):
        asked = _DISEASE.sub(lambda _: about, asked)
        if _GERM.search(asked):
            asked = context.about(asked.rstrip("?"), "in", fact.value) + "?"
    match = _PATIENT.match(asked)
    if match is not None and not _PEOPLE.search(match["open"]):
        some = "A" if match["the"] == "T" else "a"
        asked = f"{match['open']}{some} {match['who']}{asked[match.end() :]}"
    if _APPROVED.search(asked) and not context.names_subject(asked) and not names_disease(asked):
        asked = f"{asked[:-1]} for {about}?"
    return replace(fact, question=asked) if asked != fact.question else fact


def _with_its_adverb(fact: Fact) -> Fact:
    """'What is gout usually?' as 'What is gout?', with the word in the answer."""
    match = _STRANDED.match(fact.question)
    if match is None:
        return fact
    value = f"{match['how']} {fact.value[:1].lower()}{fact.value[1:]}"
    return replace(fact, question=f"{match['asked'].strip()}?", value=value)


def _of_treatment(fact: Fact, context: Context) -> bool:
    """Whether complications are asked of the disease and stand under a treatment of it."""
    if fact.kind is not FactKind.COMPLICATION or not fact.items:
        return False
    asked = fact.question
    of_disease = bool(context.subject) and context.names_subject(asked)
    if not of_disease or _AFTER_IT.search(asked) is None or _TREATS.search(asked):
        return False
    return any(_TREATS.search(above) for above in fact.citations[0].headings[1:])
