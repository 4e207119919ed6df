"""What waits for a learner right now, and when the next card will."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from studyapp.model import DeckId, LearnerSettings, Queue, UserId
from studyapp.schedule import LEARN_AHEAD, day_start
from studyapp.store.decks import find_deck
from studyapp.store.learners import settings_of
from studyapp.store.memory import count_waiting, due_times, next_due
from studyapp.store.turns import count_buried, count_turns
from studyapp.study.agenda import ensure_agenda
from studyapp.study.desk import Desk
from studyapp.study.words import day_of, moment_words


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cards can be studied now; steps are counted up to 1000."""

    review: int
    learning: int
    new: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.review + self.learning + self.new


@dataclass(frozen=True, slots=True)
class NextDue:
    """When cards come back once nothing is due, and how many on that study day."""

    when: datetime
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What every question about a queue depends on: who, which deck (None: all), when."""

    user: UserId
    deck_row: int | None
    now: datetime
    settings: LearnerSettings

    @property
    def day(self) -> date:
        """Today's study day."""
        return day_of(self.now, self.settings)

    def start(self, day: date) -> datetime:
        """When a study day begins."""
        return day_start(day, self.settings.zone, self.settings.rollover)

    @property
    def tomorrow(self) -> datetime:
        """When the next study day begins."""
        return self.start(self.day + timedelta(days=1))


def moment(session: Session, user: UserId, now: datetime, deck: DeckId | None = None) -> Moment:
    """The present moment of a learner. Raises `NotInLibraryError` for an unknown deck."""
    row = None if deck is None else find_deck(session, user, deck).row
    return Moment(user, row, now, settings_of(session, user))


@contextmanager
def reading_today(desk: Desk, now: datetime) -> Iterator[Session]:
    """One consistent view of the library, in which the agenda of today is made."""
    ensure_agenda(desk, now)
    with desk.opened.reading() as session:
        yield session


def waiting(session: Session, at: Moment) -> Waiting:
    """What can be studied now: who has a turn today, and the steps that are due or nearly."""
    turns = count_turns(session, at.user, at.deck_row)
    ahead = at.now + LEARN_AHEAD
    return Waiting(
        review=turns.get(Queue.REVIEW, 0),
        learning=count_waiting(session, at.user, Queue.LEARNING, at.deck_row, ahead),
        new=turns.get(Queue.NEW, 0),
    )


def coming(session: Session, at: Moment) -> NextDue | None:
    """What comes next when nothing waits now; None when nothing ever will.

    What is due today and has no turn comes tomorrow, within the limits of that day.
    """
    new = min(count_waiting(session, at.user, Queue.NEW, at.deck_row), at.settings.new_per_day)
    buried = count_buried(session, at.user, at.deck_row)
    step = next_due(session, at.user, Queue.LEARNING, at.deck_row)
    review = next_due(session, at.user, Queue.REVIEW, at.deck_row)
    whens = [one for one in (step, review and max(review, at.tomorrow)) if one is not None]
    if new or buried:
        whens.append(at.tomorrow)
    if not whens:
        return None
    when = min(whens)
    end = at.start(day_of(when, at.settings) + timedelta(days=1))
    if when < at.tomorrow:
        count = count_waiting(session, at.user, Queue.LEARNING, at.deck_row, end)
    else:
        old = len(due_times(session, at.user, end, at.deck_row)) + buried
        count = min(old + new, at.settings.reviews_per_day)
    return NextDue(when, count, moment_words(when, at.now, at.settings))
