"""Keeping the memory cache true to the reviews and to the state of each card."""

from datetime import datetime

from sqlalchemy.orm import Session

from studyapp.model import MemoryState, Queue, Review, UserId
from studyapp.schedule import Plan, queue_of, replay
from studyapp.store.cards import cards_by_row
from studyapp.store.memory import put_standing, standings
from studyapp.store.reviews import histories, reviews_of
from studyapp.store.values import Standing, StoredCard


def _standing(card: StoredCard, state: MemoryState | None, first: datetime | None) -> Standing:
    queue = Queue.REST if card.resting else queue_of(state)
    return Standing(card.row, queue, card.position, state, first)


def folded(card: StoredCard, reviews: tuple[Review, ...], plan: Plan) -> Standing:
    """Where a card waits, told from its counted reviews alone."""
    first = min((one.at for one in reviews), default=None)
    return _standing(card, replay(reviews, plan), first)


def refold(session: Session, user: UserId, card: StoredCard, plan: Plan) -> None:
    """Replay the counted reviews of a card into the cache."""
    reviews = reviews_of(session, user, card.row)
    counted = tuple(one.review for one in reviews if not one.undone)
    put_standing(session, folded(card, counted, plan))


def requeue(session: Session, card: StoredCard) -> None:
    """Let a card whose state changed wait where it should; its memory stays."""
    held = standings(session, [card.row])[card.row]
    put_standing(session, _standing(card, held.state, held.introduced))


def refold_all(session: Session, user: UserId, plan: Plan) -> None:
    """Replay every card that was ever answered, after the settings changed."""
    for row, reviews in histories(session, user):
        (card,) = cards_by_row(session, user, [row])
        put_standing(session, folded(card, tuple(reviews), plan))
