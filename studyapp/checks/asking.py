"""What a question is made of: its question word, its subject, the words any question may use."""

import re

from studyapp.language.words import folded, stem
from studyapp.model import CLOZE

Fault = tuple[str, str]
"""What is wrong, and what to do about it."""

BLANK = "…"

_GENERIC_WORDS = """sex side percentage percent
    proportion fraction share rate number dose dosage dosing
    drug medicine medication situation purpose reason list listed name named
    type kind form term word called call stand mean means meaning part way step
    measure factor feature finding sign symptom test treatment treat area
    problem thing condition people patient person individual happen occur take
    use used cause done consider considered first main common typical usual
    usually given give long often time period interval frequency age level value
    size length risk benefit goal aim effect role function example class group
    category structure site location place route method technique procedure
    rather instead besides one recommend recommended indicate indicated contraindicated
    avoid describe define definition abbreviation account affect make require
    need needed before after during following exact approximate approximately
    estimated total overall typically generally key important specific
    particular special several additional point fact item phrase say said
    according source page state stated substance organism process mechanism
    complication consequence result action strategy option approach
    characteristic property principle criterion criteria requirement component
    element aspect consideration diagnosis diagnose imaging who whom whose what
    which when where why how much many far soon fast high low likely most least
    best lead serve include involve help provide perform show address become
    develop receive undergo associate associated relate related respond depend
    count differ difference compare versus case belong another"""
_GENERIC = frozenset(stem(word) for word in _GENERIC_WORDS.split())

WH = re.compile(r"\b(?:what|which|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[\w,)’'%] )(?:[A-Z][\w’'-]*|[a-z]+[A-Z][\w-]*)")
_WORD = re.compile(r"[\w%][\w.’'/%-]*")


def is_generic(word: str) -> bool:
    """Whether a small-letter word may stand in any question, and so needs no support."""
    return stem(word) in _GENERIC


def named(question: str) -> str:
    """Names and abbreviations of a question: words with capitals that it does not open with."""
    return " ".join(_NAMED.findall(question))


def hint_of(question: str) -> str:
    """What the blank of a cloze card is asked with ('which 4?'); '' for any other."""
    found = CLOZE.search(question)
    return (found["hint"] or "") if found else ""


def without_deletion(question: str) -> str:
    """A question as the learner sees it: the deletion of a cloze card is a blank."""
    return CLOZE.sub(BLANK, question)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as written, in one typography, punctuation left out."""
    return tuple(word.rstrip(".’'") for word in _WORD.findall(folded(text)))
