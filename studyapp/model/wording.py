"""Hashes of what a card says: they tell a hand edit and a changed content from the old."""

import hashlib
import unicodedata

from studyapp.model.card import Card
from studyapp.model.fact import Citation

_SEPARATOR = "\x1f"


def _digest(parts: tuple[str, ...]) -> str:
    text = unicodedata.normalize("NFC", _SEPARATOR.join(parts))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def wording_hash(question: str, answer: str) -> str:
    """16 hex digits of question and answer: what a learner is asked and must know."""
    return _digest((question, answer))


def _place(citation: Citation) -> str:
    lines = f"{citation.lines.first}-{citation.lines.last}"
    return "|".join((citation.source_id, " › ".join(citation.headings), lines))


def content_hash(card: Card) -> str:
    """16 hex digits of everything of a card that a learner can see."""
    differs = tuple(
        side.value + "|" + ";".join(_place(c) for c in side.citations) for side in card.differs
    )
    places = tuple(_place(c) for c in card.citations)
    shown = (card.kind.value, card.question, card.answer, card.extra, card.topic)
    state = (card.was, "withdrawn" if card.withdrawn else "")
    return _digest((*shown, *state, *places, "differs", *differs))


def is_edited(card: Card) -> bool:
    """Whether a person worded the card: written by hand, or changed since it was generated."""
    return wording_hash(card.question, card.answer) != card.made
