"""Moves a deck over to the new edition of a document that it was made from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from studyapp.language.editions import is_newer, may_be_editions
from studyapp.model import Card, Citation, Deck, Source, SourceId, is_edited

_FEW, _HALF = 3, 0.5

Editions = Mapping[SourceId, SourceId]
"""Older editions, each with the newer one."""


def recognised(
    deck: Deck, sources: Sequence[Source], stated: Mapping[SourceId, Collection[str]]
) -> Editions:
    """The sources of a deck of which a build was given a newer edition instead.

    `stated` holds the fact keys of each document of the build. One title is not enough: the
    newer one must state at least half of the facts that the cards have from the older.
    """
    given = {source.id for source in sources}
    found: dict[SourceId, SourceId] = {}
    for older in deck.sources:
        if older.id in given:
            continue
        newer = [one for one in sources if _replaces(one, older, deck, stated)]
        if len(newer) == 1:
            found[older.id] = newer[0].id
    return found


def _replaces(
    newer: Source, older: Source, deck: Deck, stated: Mapping[SourceId, Collection[str]]
) -> bool:
    if not may_be_editions(newer, older) or is_newer(newer, older) is False:
        return False
    keys = {card.key for card in deck.cards if not card.withdrawn and _cites(card, older.id)}
    keys.discard("")
    shared = keys & set(stated.get(newer.id, ()))
    return len(shared) >= _FEW and len(shared) >= _HALF * len(keys)


def _cites(card: Card, source: SourceId) -> bool:
    return any(citation.source_id == source for citation in card.citations)


def moved(deck: Deck, editions: Editions, sources: Sequence[Source], made: Sequence[Card]) -> Deck:
    """The deck with what a person set carried over to the newer editions of its sources.

    Edited cards keep their words and cite the places where the newer edition states their fact;
    the newer source is described as the older one was where it says nothing of itself. What else
    there is to move, building onto the deck does.
    """
    now = {card.key: card for card in made}
    known = {source.id: source for source in deck.sources}
    new = {source.id: source for source in sources}
    carried = [
        _described(new[newer], known[older])
        for older, newer in editions.items()
        if older in known and newer not in known
    ]
    cards = tuple(_cited_anew(card, now.get(card.key), editions) for card in deck.cards)
    unique = {source.id: source for source in carried}
    return replace(deck, sources=(*deck.sources, *unique.values()), cards=cards)


def _described(newer: Source, older: Source) -> Source:
    return replace(
        newer,
        publisher=newer.publisher or older.publisher,
        page_kind=newer.page_kind or older.page_kind,
    )


def _cited_anew(card: Card, made: Card | None, editions: Editions) -> Card:
    if made is None or not is_edited(card):
        return card
    places: list[Citation] = []
    for place in card.citations:
        newer = editions.get(place.source_id)
        there = [one for one in made.citations if one.source_id == newer]
        places.extend(there or [place])
    return replace(card, citations=tuple(dict.fromkeys(places)))
