"""Which cards an examiner would ask first, so that a deck can be kept short."""

import re
from collections.abc import Sequence

from studyapp.model import Card, FactKind

_WEIGHT = {
    FactKind.DOSE: 10,
    FactKind.CONTRAINDICATION: 10,
    FactKind.RED_FLAG: 10,
    FactKind.PITFALL: 9,
    FactKind.THRESHOLD: 9,
    FactKind.FIGURE: 8,
    FactKind.DURATION: 8,
    FactKind.GOAL: 8,
    FactKind.CLASSIFICATION: 7,
    FactKind.RISK_FACTOR: 7,
    FactKind.COMPLICATION: 7,
    FactKind.SEQUENCE: 7,
    FactKind.DIAGNOSIS: 6,
    FactKind.INDICATION: 6,
    FactKind.TREATMENT: 6,
    FactKind.FINDING: 6,
    FactKind.ANSWERED: 6,
    FactKind.DEFINITION: 5,
    FactKind.LIST: 5,
    FactKind.COMPARISON: 5,
    FactKind.CAUSE: 4,
    FactKind.PURPOSE: 4,
    FactKind.MECHANISM: 3,
    FactKind.ABBREVIATION: 2,
    FactKind.ROLE: 2,
}
"""Facts whose wrong answer changes a diagnosis or a treatment weigh most; asides least."""

_KEY = re.compile(
    r"\b(?:key|takeaways?|pitfalls?|summary|essentials?|remember|red flags?)\b", re.IGNORECASE
)
_RANKED = re.compile(
    r"\b(?:most common|first-line|gold standard|of choice|cornerstone|primary|leading|mandatory"
    r"|should|must)\b"
)


def weight(card: Card) -> float:
    """How much a card is worth asking, by its kind, its sources, what it ranks and where it is."""
    documents = {citation.source_id for citation in card.citations}
    headings = [heading for citation in card.citations for heading in citation.headings]
    return (
        _WEIGHT[card.kind]
        + 2 * (len(documents) - 1)
        + 2 * bool(card.differs)
        + 2 * bool(_RANKED.search(card.question))
        + any(map(_KEY.search, headings))
        + 0.5 * bool(re.search(r"\d", card.answer))
    )


def best(cards: Sequence[Card], most: int) -> tuple[Card, ...]:
    """The `most` cards that weigh most, in the order given; of equals the earlier ones."""
    order = sorted(range(len(cards)), key=lambda at: (-weight(cards[at]), at))
    kept = set(order[:most])
    return tuple(card for at, card in enumerate(cards) if at in kept)
