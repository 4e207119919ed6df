"""Editions: which documents are newer ones of others, and what the older ones answered."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from studyapp import cards
from studyapp.deckfile.editions import Editions, recognised
from studyapp.model import Candidate, Card, Deck, Document, Edition, Fact, SourceId


def apart(
    everything: Sequence[tuple[Fact, Candidate]], older: Container[SourceId]
) -> tuple[list[tuple[Fact, Candidate]], Mapping[str, Card]]:
    """The facts of the documents in force, and the cards of older editions by their keys."""
    told = [one for one in everything if one[0].citations[0].source_id not in older]
    former = [one[0] for one in everything if one[0].citations[0].source_id in older]
    return told, {card.key: card for card in cards.make(former)}


def changed(card: Card, former: Mapping[str, Card]) -> Card:
    """A card with what an older edition, which is at hand too, answered to its question."""
    before = former.get(card.key)
    if before is None or before.question != card.question or before.answer == card.answer:
        return card
    return replace(card, was=before.answer)


def moved_onto(
    existing: Deck | None, documents: Sequence[Document], alone: Sequence[Candidate]
) -> Editions:
    """Which sources of the existing deck are older editions of these documents."""
    if existing is None:
        return {}
    stated: dict[SourceId, set[str]] = {}
    for one in alone:
        stated.setdefault(one.card.citations[0].source_id, set()).add(one.card.key)
    return recognised(existing, [one.source for one in documents], stated)


def issued(
    moves: Editions,
    existing: Deck | None,
    given: Sequence[Document],
    chosen: Sequence[Card],
) -> tuple[Edition, ...]:
    """The editions that a build met, with how many answers the newer ones changed."""
    at_hand = {document.source.id: document.source for document in given}
    known = {source.id: source for source in (existing.sources if existing else ())} | at_hand
    answers = Counter(card.citations[0].source_id for card in chosen if card.was)
    return tuple(
        Edition(known[newer], known[older], older in at_hand, answers[newer])
        for older, newer in sorted(moves.items())
    )
