"""What a blank is asked with: 'how long?', 'which drugs?', 'why?'."""

import re

from spacy.tokens import Span

from studyapp.language.classes import asked_for, class_of
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import is_plural

_OPENINGS = tuple(
    (re.compile(words, re.IGNORECASE), hint)
    for words, hint in (
        (
            (
                r"^(?:[a-z<>≤≥~]+\s?){0,3}[\d.,]+(?:\s?(?:%|percent|per cent))?"
                r"(?:\s?(?:to|–|-|or)\s?[\d.,]+)?\s?(?:%|percent\b|per cent\b)"
            ),
            "what percentage?",
        ),
        (r"^(?:because|since|as (?:the|an?)|due to|owing to)\b", "why?"),
        (
            r"^(?:every|each|(?:once|twice|\w+ times) (?:an?|per|each|every|daily|weekly))\b",
            "how often?",
        ),
        (
            (
                r"^(?:if|when|whenever|unless|after|before|once|while|until|during"
                r"|only (?:if|when)|as (?:soon|long) as)\b"
            ),
            "when?",
        ),
        (r"^(?:by|through|via|using|with the help of)\b", "how?"),
    )
)
"""What a blank that opens so is asked with."""
_AGE = re.compile(r"\b(?:aged?|years? old|months? old)\b", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:patients|people|adults|children|women|men|infants|newborns|persons|individuals)\b",
    re.IGNORECASE,
)
_SHORT = 8
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def hint_of(span: Span) -> str:
    """The question word of a blank, in small letters and with its question mark."""
    text = span.text
    opening = next((hint for words, hint in _OPENINGS if words.match(text)), "")
    return opening or _of_verb(span) or _of_quantity(span) or _of_name(span) or "what?"


def _of_verb(span: Span) -> str:
    """What a deed or an aim is asked with; '' for a part that is neither."""
    first = span[0]
    if first.lower_ == "to" and span[1:] and span[1].tag_ == "VB":
        return "to do what?"
    if first.tag_ == "VBG":
        return "doing what?"
    if first.tag_ in {"VBZ", "VBP", "VB"} and first.dep_ in {"ROOT", "conj", "ccomp"}:
        return "does what?" if first.tag_ == "VBZ" else "do what?"
    return ""


def _of_quantity(span: Span) -> str:
    """What an age or a time is asked with; '' for a part that is neither."""
    measured = quantities(span.text)
    if measured and _AGE.search(span.text) and len(span) <= _SHORT:
        return "what age?"
    if not measured or len(span.text.split()) > _SHORT:
        return ""
    if measured[0].dimension is Dimension.TIME:
        before = span.doc[max(span.start - 1, 0)].lower_
        return "how often?" if before == "every" else "how long?"
    alone = measured[0].end - measured[0].start >= len(span.text) - 1
    return "how much?" if alone and measured[0].dimension is Dimension.AMOUNT else ""


def _of_name(span: Span) -> str:
    """What class of thing, or who, a blank asks for; '' where it cannot be told."""
    text = span.text
    named = class_of(text) or asked_for(text)
    if named:
        several = is_plural(span.root.text) or re.search(r",\s|\sand\s", text) is not None
        return f"which {named}?" if several else f"which {named[:-1]}?"
    acts = span.root.tag_ in _NOUNS and span.root.dep_ in {"nsubj", "nsubjpass"}
    return "who?" if acts and _WHO.search(span.root.text) else ""
