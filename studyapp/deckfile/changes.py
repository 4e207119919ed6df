"""What a rebuild did to a deck's cards."""

from dataclasses import dataclass

from studyapp.model import Card, Deck


@dataclass(frozen=True, slots=True)
class Changes:
    """Cards of a rebuilt deck: how many are new, say something else, or lost their fact.

    `changed` counts new wordings and places of cards that nobody edited, `kept` the others.
    """

    new: int
    changed: int
    withdrawn: int
    kept: int


def changes(before: Deck, after: Deck) -> Changes:
    """How the second deck came out of the first, card by card."""
    old = {card.id: card for card in before.cards}
    known = [card for card in after.cards if card.id in old]
    withdrawn = [c for c in known if c.withdrawn and not old[c.id].withdrawn]
    changed = [c for c in known if c not in withdrawn and _told(c) != _told(old[c.id])]
    kept = len(known) - len(withdrawn) - len(changed)
    return Changes(len(after.cards) - len(known), len(changed), len(withdrawn), kept)


def _told(card: Card) -> tuple[object, ...]:
    return (card.question, card.answer, card.citations, card.differs, card.withdrawn)
