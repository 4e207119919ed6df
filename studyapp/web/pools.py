"""The options of a deck for multiple choice, made ready once and kept while the deck stays."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from flask import Flask, current_app

from studyapp.choices import Choices, Pool, prepare
from studyapp.model import Card, CardRef, DeckId
from studyapp.study import Desk, deck_stamp, export_deck

_NAME = "studyapp-pools"
_COUNTED = 1000


@dataclass
class _Kept:
    """The pool made last, of which deck and of which state of it."""

    lock: Lock = field(default_factory=Lock)
    of: tuple[DeckId, str] | None = None
    pool: Pool | None = None


def provide(app: Flask) -> None:
    """Give `app` a place for its pool."""
    app.extensions[_NAME] = _Kept()


def offered(desk: Desk, ref: CardRef, card: Card, dice: int) -> Choices | None:
    """Four options for a card, one of them its answer; None where the deck has none to offer."""
    return _pool(desk, ref.deck).offer(card, dice)


def choosable(desk: Desk, deck: DeckId, cards: Sequence[Card]) -> int | None:
    """For how many of these cards there are options; None where counting would take long."""
    if len(cards) > _COUNTED:
        return None
    pool = _pool(desk, deck)
    return sum(pool.offer(card, 0) is not None for card in cards)


def _pool(desk: Desk, deck: DeckId) -> Pool:
    kept = current_app.extensions[_NAME]
    if not isinstance(kept, _Kept):
        msg = f"another extension has taken the name {_NAME}"
        raise TypeError(msg)
    wanted = (deck, deck_stamp(desk, deck))
    with kept.lock:
        if kept.of != wanted or kept.pool is None:
            kept.pool = prepare(export_deck(desk, deck).cards)
            kept.of = wanted
        return kept.pool
