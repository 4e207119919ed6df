"""What a rebuild did to a deck's cards."""

from collections.abc import Collection
from dataclasses import dataclass

from studyapp.model import Card, Deck, SourceId


@dataclass(frozen=True, slots=True)
class Changes:
    """Cards of a rebuilt deck: how many are new, say something else, or lost their fact.

    `changed` counts new wordings and places of cards that nobody edited, `kept` the others.
    """

    new: int
    changed: int
    withdrawn: int
    kept: int


def changes(before: Deck, after: Deck, older: Collection[SourceId] = ()) -> Changes:
    """How the second deck came out of the first, card by card.

    A card that merely moved from one of the `older` editions to the newer one is unchanged.
    """
    old = {card.id: card for card in before.cards}
    known = [card for card in after.cards if card.id in old]
    withdrawn = [c for c in known if c.withdrawn and not old[c.id].withdrawn]
    changed = [c for c in known if c not in withdrawn and not _same(old[c.id], c, older)]
    kept = len(known) - len(withdrawn) - len(changed)
    return Changes(len(after.cards) - len(known), len(changed), len(withdrawn), kept)


def _same(one: Card, other: Card, older: Collection[SourceId]) -> bool:
    if (one.question, one.answer) != (other.question, other.answer):
        return False
    if one.withdrawn != other.withdrawn:
        return False
    moved = any(place.source_id in older for place in one.citations)
    return moved or (one.citations, one.differs) == (other.citations, other.differs)
