"""What makes a card the same card in the next build: the key of its fact."""

import hashlib

from studyapp.language.words import stems
from studyapp.model import CardId, Fact


def fact_key(fact: Fact, also: str = "") -> str:
    """16 hex digits of what a fact is about: everything but its value, wording and places.

    Two builds give the same key to the same claim, so that an edit and a history follow it.
    `also` tells apart two facts that agree in all of that.
    """
    parts = (
        " ".join(sorted(set(stems(fact.subject)))),
        " ".join(sorted(set(stems(fact.attribute)))),
        " ".join(sorted(set(stems(f"{fact.population} {fact.condition} {fact.time}")))),
        "not" if fact.negated else "",
        also,
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def card_id(key: str) -> CardId:
    """The id a card is given when it is first made: 64 bits derived from its key."""
    digest = hashlib.sha256(b"card\x1f" + key.encode()).hexdigest()
    return CardId(f"c-{digest[:16]}")
