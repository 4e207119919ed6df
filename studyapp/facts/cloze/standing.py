"""How a sentence can be shown so that nothing is left open: alone, or with the one before it."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from studyapp.facts.cloze.general import claims, is_ended, is_general
from studyapp.facts.cloze.leaning import leans, opener_of
from studyapp.facts.cloze.terms import is_technical
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.language.words import capital

_SHORTEST, _LONGEST, _TOGETHER = 5, 48, 52


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence that may be shown: `start` to `end` of its statement, behind `before` if any."""

    statement: Statement
    start: int
    end: int
    before: str = ""


def standing(statement: Statement, context: Context) -> Standing | None:
    """How a sentence may be shown so that all it means is on the card; None where it cannot.

    A sentence that leans on the one before ('these bacteria …') is shown behind it, whole.
    """
    text, doc, named = statement.text, statement.doc, bool(statement.name)
    start = opener_of(text)
    for end in _ends(text):
        told = text if end == len(text) else f"{text[:end].rstrip(' .')}."
        if not _says(told, doc, told):
            continue
        open_ended = _doses_nothing(told) or _goes_on_of_some(statement)
        if not (open_ended or leans(told, doc, context, start, named=named)):
            fits = _SHORTEST <= len(told[start:].split()) <= _LONGEST
            return Standing(statement, start, end) if fits else None
    before = statement.before
    if before is None or before.name or not _says(text, doc):
        return None
    shown = shown_before(before.text, before.doc, context)
    if _doses_nothing(f"{shown} {text}"):
        return None
    fits = len(shown.split()) + len(text.split()) <= _TOGETHER
    return Standing(statement, start, len(text), shown) if shown and fits else None


_OF_SOME = re.compile(
    r"^(?:In|Among|For)\s(?:most\s|many\s|some\s|older\s|younger\s|pregnant\s)?(?:males|females|men|women|boys"
    r"|girls|children|infants|newborns|babies|adults|teens)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:males?|females?|men|women|boys|girls|children|infants|newborns|babies|adults|people|patients)\b",
    re.IGNORECASE,
)


def _goes_on_of_some(statement: Statement) -> bool:
    """Whether the sentence before speaks 'in males', and this one may go on of them."""
    before = statement.before
    some = before is not None and _OF_SOME.match(before.text) is not None
    return some and _PEOPLE.search(statement.text) is None


def shown_before(text: str, doc: Doc, context: Context) -> str:
    """A sentence as it is shown before one that leans on it; '' where it leans itself."""
    start = opener_of(text)
    if not _says(text, doc) or leans(text, doc, context, start):
        return ""
    return f"{capital(text[start:]).rstrip(' .;')}."


_DOSE = re.compile(r"\b\d[\d,.]*\s?(?:mg|mcg|µg|g|m[Ll]|units?|IU|mmol|mEq)\b(?!/(?:d?L|mL))")


def _doses_nothing(text: str) -> bool:
    """Whether a text tells an amount, and nothing that it is an amount of: '… receives 20 mg'."""
    words = re.findall(r"[A-Za-z][\w-]+", text)
    return _DOSE.search(text) is not None and not any(is_technical(w.lower()) for w in words)


def _says(text: str, doc: Doc, told: str = "") -> bool:
    return is_general(text) and is_ended(text) and claims(doc, told)


def _ends(text: str) -> tuple[int, ...]:
    """Where a sentence may end: at its end, or at a semicolon before what leans on it."""
    at = text.find("; ")
    whole = text.count("(", 0, at) == text.count(")", 0, at)
    return (len(text), at) if at > 0 and whole else (len(text),)
