"""Builds onto an existing deck: ids, hand edits and dates stay with the facts they belong to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from studyapp.deckfile.keys import with_new_keys
from studyapp.deckfile.offered import remembered
from studyapp.deckfile.stamp import stamp
from studyapp.model import Card, CardId, Citation, Deck, Offered, Source, is_edited


def rebuilt(
    deck: Deck,
    sources: Sequence[Source],
    made: Sequence[Card],
    now: datetime,
    stated: frozenset[str] = frozenset(),
) -> Deck:
    """The deck with newly made cards, matched to its old ones by fact key.

    A card that a person edited stays as it is; another takes the new wording, with its old
    answer in `was` when the answer changed. A card that a person deleted does not come back.
    A fact that is read otherwise than before (its key changed) finds its old card again by its
    place and its answer, and one that was deleted stays away then too.
    One whose fact no document states any more is marked withdrawn; one written by hand stays.
    `now` dates what changed; `stated` are keys of facts that the documents do state although no
    card was made of them, which withdraws nothing.
    """
    deck = with_new_keys(deck, made)
    offered = {one.key: one for one in deck.offered}
    old = {card.key: card for card in reversed(deck.cards) if card.key}
    copies = {card.id for card in deck.cards if card.key and old[card.key] is not card}
    taken = {card.id for card in deck.cards}
    fresh: list[Card] = []
    for card in made:
        known = old.pop(card.key, None)
        if known is None and card.key in offered:
            continue
        if known is not None:
            fresh.append(_carried(known, card))
        else:
            fresh.append(replace(card, id=_free(card.id, taken)))
            taken.add(fresh[-1].id)
    unmade = {card.id for card in deck.cards if card.key in old and card.key in stated}
    own = {card.id for card in deck.cards if not card.key} | copies | unmade
    left = [card for card in deck.cards if card.id in own or card.key in old]
    kept = tuple(card if card.id in own else replace(card, withdrawn=True) for card in left)
    by_id = {card.id: card for card in (*fresh, *kept)}
    before = [by_id.pop(card.id) for card in deck.cards if card.id in by_id]
    used = {c.source_id for card in (*fresh, *kept) for c in _all_citations(card)}
    known_sources = {source.id: source for source in deck.sources}
    told = {source.id: _told(known_sources.get(source.id), source) for source in sources}
    every = {**{k: v for k, v in known_sources.items() if k in used}, **told}
    ordered = tuple(before + list(by_id.values()))
    known_keys = {card.key for card in ordered if card.key} | offered.keys()
    offered |= {card.key: remembered(card) for card in made if card.key in known_keys}
    kept_keys = tuple(offered.get(key, Offered(key)) for key in sorted(known_keys))
    whole = replace(deck, sources=tuple(every.values()), cards=ordered, offered=kept_keys)
    return stamp(whole, now)


def _all_citations(card: Card) -> list[Citation]:
    return [*card.citations, *(c for side in card.differs for c in side.citations)]


def _told(known: Source | None, new: Source) -> Source:
    """A source as a person described it, with the new file's hash."""
    return replace(known, sha256=new.sha256) if known is not None else new


def _carried(known: Card, card: Card) -> Card:
    """A known card after a rebuild: untouched if a person edited it, else with the new wording.

    Kind and topic stay as they are in the deck, and so do its citations while they hold every
    place that the build found: a person may have set them.
    """
    if is_edited(known):
        return replace(known, withdrawn=False)
    was = known.answer if known.answer != card.answer else known.was
    return replace(
        known,
        question=card.question,
        answer=card.answer,
        citations=known.citations if _holds(known, card) else card.citations,
        differs=card.differs or known.differs,
        made=card.made,
        was=was,
        withdrawn=False,
    )


def _holds(known: Card, card: Card) -> bool:
    """Whether each place of a card stands among those of a known one."""
    return all(
        any(
            place.source_id == kept.source_id
            and kept.lines.first <= place.lines.first
            and place.lines.last <= kept.lines.last
            for kept in known.citations
        )
        for place in card.citations
    )


def _free(wanted: CardId, taken: set[CardId]) -> CardId:
    """The wanted id, or the next free one after it."""
    number = int(wanted.removeprefix("c-"), 16)
    while (free := CardId(f"c-{number:016x}")) in taken:
        number = (number + 1) % 2**64
    return free
