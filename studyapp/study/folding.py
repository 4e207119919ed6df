"""Keeping the memory cache true to the reviews and to the state of each card."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from studyapp.model import Adjustment, Change, MemoryState, Queue, Review, UserId
from studyapp.schedule import Plan, queue_of, replay
from studyapp.store.acts import adjustments_of, all_adjustments
from studyapp.store.cards import cards_by_row
from studyapp.store.learners import set_agenda_day
from studyapp.store.memory import put_standing, standings
from studyapp.store.reviews import histories, reviews_of
from studyapp.store.values import Standing, StoredCard


def _queue(card: StoredCard, state: MemoryState | None) -> Queue:
    return Queue.REST if card.resting else queue_of(state)


def rest_is_over(card: StoredCard) -> StoredCard:
    """The card when it is no longer buried."""
    return replace(card, held=None)


def _last(adjustments: tuple[Adjustment, ...]) -> datetime | None:
    return max((one.at for one in adjustments), default=None)


def introduced(
    reviews: tuple[Review, ...], adjustments: tuple[Adjustment, ...]
) -> datetime | None:
    """When a card was first answered, since the last reset if there was one."""
    since = _last(tuple(one for one in adjustments if one.change is Change.RESET))
    return min((one.at for one in reviews if since is None or one.at >= since), default=None)


def folded(
    card: StoredCard,
    reviews: tuple[Review, ...],
    plan: Plan,
    adjustments: tuple[Adjustment, ...] = (),
) -> Standing:
    """Where a card waits, told from its counted reviews and what the learner said of it."""
    state = replay(reviews, plan, adjustments)
    return Standing(
        card_row=card.row,
        queue=_queue(card, state),
        place=card.position,
        state=state,
        introduced=introduced(reviews, adjustments),
        adjusted=_last(adjustments) if state is None else None,
    )


def refold(session: Session, user: UserId, card: StoredCard, plan: Plan) -> None:
    """Replay the counted reviews of a card into the cache."""
    reviews = reviews_of(session, user, card.row)
    counted = tuple(one.review for one in reviews if not one.undone)
    put_standing(session, folded(card, counted, plan, adjustments_of(session, user, card.row)))
    set_agenda_day(session, user, None)


def requeue(session: Session, card: StoredCard) -> None:
    """Let a card whose state changed wait where it should; its memory stays.

    The agenda has to be made anew after it.
    """
    held = standings(session, [card.row])[card.row]
    queue = _queue(card, held.state)
    put_standing(session, replace(held, queue=queue, place=card.position))


def refold_all(session: Session, user: UserId, plan: Plan) -> int:
    """Replay every card that was ever answered, after the settings changed.

    Returns how many of them have another due date than before.
    """
    said = all_adjustments(session, user)
    moved = 0
    for row, reviews in histories(session, user):
        (card,) = cards_by_row(session, user, [row])
        before = standings(session, [row])[row].state
        after = folded(card, tuple(reviews), plan, said.get(row, ()))
        put_standing(session, after)
        moved += _due(before) != _due(after.state)
    set_agenda_day(session, user, None)
    return moved


def _due(state: MemoryState | None) -> datetime | None:
    return None if state is None else state.due
