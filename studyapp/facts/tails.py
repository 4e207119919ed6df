"""Whether a question needs the page's subject behind it."""

import re

from studyapp.facts.context import Context
from studyapp.language.diseases import names_disease

_OWN = re.compile(
    r"\b(?!(?:the|an?|this|that|of|other|chronic|acute|severe|an)\b)[a-z-]{3,}\s"
    r"(?:infections?|injur(?:y|ies)|cancers?)\b"
)
_FINDING = re.compile(
    r"\b(?:\w+uria|pain|fever|bleeding|rash|nausea|vomiting|headaches?|swelling|weakness|fatigue"
    r"|cough|jaundice|diarrhea|itching|pruritus)$"
)


def names_own_disease(text: str) -> bool:
    """Whether a text names a disease, so that the page's would be a second one."""
    return _OWN.search(text.lower()) is not None or names_disease(text)


def is_finding(subject: str) -> bool:
    """Whether a subject is a symptom or a sign, which many diseases have."""
    return _FINDING.search(re.sub(r"\s*\([^)]*\)", "", subject).lower()) is not None


def tailed(asked: str, subject: str, context: Context) -> str:
    """A question with the page's subject, unless it names a disease of its own.

    A finding is the page's disease's, though it is the name of a disease too.
    """
    if is_finding(subject):
        return context.about(asked)
    return asked if names_own_disease(asked) else context.about_general(asked, subject)


_WHOSE = re.compile(
    r"\b(?:patients|people|adults|children|women|men|infants|girls|boys|individuals)\s(?:with|who)\s"
)


def placed_among(asked: str, context: Context, link: str = "in") -> str:
    """A question with the page's subject, unless it names a disease or tells in which people."""
    own = names_disease(asked) or _WHOSE.search(asked) is not None
    return asked if own else context.about(asked, link)


_CARED_FOR = re.compile(
    r"^(?:[^?]*,\s)?(?:what|which\s\w+|(?:for\s)?how(?:\slong)?|when)\s(?:do|does|should|must|may|can|will)\s(?:all\s|most\s)?"
    r"(?:patients|people|adults|children|women|men|infants|individuals)\swith\s(?P<what>[^?,]+?)\s"
    r"(?:require|need|receive|take|avoid|be\s(?:given|treated|monitored|tested|screened))\b",
    re.IGNORECASE,
)


def among_own(asked: str, context: Context) -> str:
    """A question about the care of people with another disease, with the page's disease behind it.

    What a page on Q fever says of endocarditis holds for the endocarditis of Q fever.
    """
    care = _CARED_FOR.match(asked)
    if care is None or not context.ill or not names_disease(care["what"]):
        return asked
    if context.names_subject(asked):
        return asked
    return f"{asked.removesuffix('?')} in {context.subject}?"
