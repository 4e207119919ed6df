"""What is asked of a parsed sentence for each of its parts, worked out once for it."""

from functools import lru_cache

from spacy.tokens import Doc

from studyapp.language.words import stems

_FEW = 16
"""A sentence is read to its end before the next, or the one before it again."""


@lru_cache(maxsize=_FEW)
def text_of(doc: Doc) -> str:
    """The text of a sentence; spaCy joins it afresh whenever it is asked."""
    return str(doc.text)


@lru_cache(maxsize=_FEW)
def stems_of(doc: Doc) -> tuple[frozenset[str], ...]:
    """The stems of each of its tokens that carry content."""
    return tuple(frozenset(stems(token.text)) for token in doc)


def stems_within(doc: Doc, start: int, end: int) -> set[str]:
    """The stems of a part of a sentence."""
    return set().union(*stems_of(doc)[start:end])


def stems_without(doc: Doc, start: int, end: int) -> set[str]:
    """The stems of a sentence without a part."""
    every = stems_of(doc)
    return set().union(*every[:start], *every[end:])
