"""Checks cards against the lines they cite and against the rules for a good card."""

from collections.abc import Mapping

from studyapp.checks.grounding import grounding
from studyapp.checks.quality import ambiguity, quality
from studyapp.model import Card, CardId, Deck, Document, Problem, SourceId

__all__ = ["ambiguity", "check", "faults", "grounding", "quality"]


def faults(card: Card, documents: Mapping[SourceId, Document]) -> tuple[Problem, ...]:
    """Everything wrong with one card. `documents` holds those that it cites, by file name.

    A withdrawn card says what no document says any more, so only its wording is checked.
    """
    unsupported = () if card.withdrawn else grounding(card, documents)
    return (*unsupported, *quality(card))


def check(
    deck: Deck, documents: Mapping[SourceId, Document]
) -> tuple[tuple[CardId, Problem], ...]:
    """Everything wrong with the cards of a deck, in the deck's order."""
    found = {card.id: list(faults(card, documents)) for card in deck.cards}
    for card, problem in ambiguity(deck):
        found[card.id].append(problem)
    return tuple((card.id, problem) for card in deck.cards for problem in found[card.id])
