"""What a card said when the learner last rated it, if it says something else now."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from studyapp.store.cards import version_with
from studyapp.store.reviews import seen_otherwise
from studyapp.store.values import StoredCard
from studyapp.study.desk import Desk


@dataclass(frozen=True, slots=True)
class Changed:
    """The question and answer as last seen, and when the present ones came."""

    question: str
    answer: str
    at: datetime


def changes(session: Session, desk: Desk, cards: tuple[StoredCard, ...]) -> dict[int, Changed]:
    """Which of these cards say something else than the learner last saw, by card row.

    A wording the learner chose is no news to them, nor is a citation that moved.
    """
    found = {}
    seen = seen_otherwise(session, desk.user, [one.row for one in cards])
    for card in cards:
        hash_seen = seen.get(card.row)
        if hash_seen is None or card.version.origin == "learner":
            continue
        before = version_with(session, card.row, hash_seen)
        if before is None:
            continue
        old, new = before.card, card.card
        if (old.question, old.answer, old.extra) != (new.question, new.answer, new.extra):
            found[card.row] = Changed(old.question, old.answer, card.version.at)
    return found
