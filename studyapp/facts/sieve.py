"""Sieves what the rules found: facts told twice, worth no question, or of nobody in particular."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.askable import is_askable
from studyapp.facts.context import Context
from studyapp.facts.definite import resolved
from studyapp.facts.exemplars import as_examples
from studyapp.facts.guessable import is_guessable
from studyapp.facts.spelled_out import with_full_names
from studyapp.facts.tail import without_loose_tail
from studyapp.facts.tails import among_own
from studyapp.facts.worth import only_counts
from studyapp.language.words import stems
from studyapp.model import Document, Fact, FactKind

_COUNTED = {FactKind.FIGURE, FactKind.DURATION, FactKind.DOSE, FactKind.THRESHOLD}
_OPPOSED = ("Whereas ", "Although ", "Though ", "Unlike ")
_OF_ANYONE = re.compile(
    r"\bpercentage of (?:all )?(?:women|men|patients|people|children|adults|infants|cases)"
    r"\s(?:do|does|is|are|has|have|was|were|can|may|will)\b"
)


def distinct(found: Iterator[Fact]) -> tuple[Fact, ...]:
    """Facts of one sentence that tell different things; the surest rule's comes first."""
    kept: list[Fact] = []
    for fact in found:
        new = set(stems(fact.value))
        if not any(new <= (old := set(stems(k.value))) or old <= new for k in kept):
            kept.append(fact)
    return tuple(kept)


def widens(fact: Fact, label: str) -> bool:
    """Whether a fact says of all abscesses what its passage says under 'Lung abscesses'."""
    named, own = stems(label), stems(fact.subject)
    narrower = len(named) > 1 and len(own) == 1 and own[0] == named[-1]
    return narrower and fact.kind is not FactKind.DEFINITION


_STUDIED = re.compile(r"\b(?:laboratory|animal|preclinical)\b.*\bstud(?:y|ies)\b", re.IGNORECASE)


def _is_of_studies(fact: Fact) -> bool:
    """Whether the fact stands under a heading on studies of cells or of animals."""
    return any(_STUDIED.search(h) for place in fact.citations for h in place.headings)


def is_worth(fact: Fact, subject: str) -> bool:
    """Whether a fact of a document on `subject` is worth a question, and one of known people."""
    counts = fact.kind not in _COUNTED and not fact.items and only_counts(fact.value)
    halved = fact.question.startswith(_OPPOSED)
    held = counts or halved or _is_of_studies(fact)
    asked = is_askable(fact) and not is_guessable(fact, subject)
    return not held and asked and _of_whom(fact, subject)


def _of_whom(fact: Fact, subject: str) -> bool:
    """Whether a share of 'women' or 'patients' is told to be of those with some disease."""
    return bool(subject) or _OF_ANYONE.search(fact.question) is None


def paged(fact: Fact, document: Document) -> Fact:
    """A fact whose citations say on which page they stand, if the document has pages."""
    if not document.pages:
        return fact
    places = (replace(c, page=document.page_of(c.lines.first)) for c in fact.citations)
    return replace(fact, citations=tuple(places))


def finished(fact: Fact, document: Document, context: Context) -> Fact | None:
    """A fact whose question names what it means, and no more than its lines say of it."""
    here = context.at(fact.citations[0].headings)
    named = resolved(without_loose_tail(fact, here), here)
    if named is not None and here.brief:
        named = with_full_names(named, {here.brief: here.subject})
    if named is not None:
        named = replace(named, question=among_own(named.question, here))
    lines = tuple(document.text(place.lines) for place in fact.citations)
    return as_examples(named, tuple("\n".join(lines).split("\n"))) if named else None
