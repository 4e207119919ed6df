"""What a learner did in one sitting."""

from dataclasses import dataclass
from datetime import datetime

from studyapp.model import Rating
from studyapp.store.cards import cards_by_row
from studyapp.store.memory import count_seen, standings
from studyapp.store.reviews import reviews_since
from studyapp.study.cardlist import CardRow, card_row
from studyapp.study.desk import Desk
from studyapp.study.waiting import NextDue, coming, moment, reading_today


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """Answers in numbers, with the cards that were missed, each once, in order.

    `again` counts answers, `missed` cards; `seconds` is the recorded time; `first` is true
    while the learner has never answered a card.
    """

    done: int
    remembered: int
    again: int
    seconds: int
    missed: tuple[CardRow, ...]
    next_due: NextDue | None
    first: bool


def session_summary(desk: Desk, since: datetime, now: datetime) -> SessionSummary:
    """All counted answers from `since` on."""
    with reading_today(desk, now) as session:
        at = moment(session, desk.user, now)
        answers = reviews_since(session, desk.user, since)
        missed = [one.card_row for one in answers if one.review.rating is Rating.AGAIN]
        rows = list(dict.fromkeys(missed))
        held = standings(session, rows)
        return SessionSummary(
            done=len(answers),
            remembered=len(answers) - len(missed),
            again=len(missed),
            seconds=round(sum(one.review.milliseconds or 0 for one in answers) / 1000),
            missed=tuple(
                card_row(one, held[one.row], now, at.settings)
                for one in cards_by_row(session, desk.user, rows)
            ),
            next_due=coming(session, at),
            first=not answers and count_seen(session, desk.user) == 0,
        )
