"""What waits for a learner right now, and when the next card will."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from studyapp.model import DeckId, LearnerSettings, Queue, UserId
from studyapp.schedule import LEARN_AHEAD, allowance, day_start
from studyapp.store.decks import find_deck
from studyapp.store.learners import settings_of
from studyapp.store.memory import count_introduced, count_waiting, due_times, next_due
from studyapp.study.words import day_of, moment_words


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cards can be studied now; each count stops at 1000."""

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


def moment(session: Session, user: UserId, now: datetime, deck: DeckId | None = None) -> Moment:
    """The present moment of a learner. Raises `NotInLibraryError` for an unknown deck."""
    row = None if deck is None else find_deck(session, user, deck).row
    return Moment(user, row, now, settings_of(session, user))


def new_allowed(session: Session, at: Moment) -> int:
    """How many new cards today still allows, over all decks."""
    return allowance(count_introduced(session, at.user, at.start(at.day)), at.settings)


def waiting(session: Session, at: Moment) -> Waiting:
    """What can be studied now, within today's limit of new cards."""
    deck = at.deck_row
    return Waiting(
        review=count_waiting(session, at.user, Queue.REVIEW, deck, at.now),
        learning=count_waiting(session, at.user, Queue.LEARNING, deck, at.now + LEARN_AHEAD),
        new=min(count_waiting(session, at.user, Queue.NEW, deck), new_allowed(session, at)),
    )


def coming(session: Session, at: Moment) -> NextDue | None:
    """What comes next when nothing waits now; None when nothing ever will."""
    new = min(count_waiting(session, at.user, Queue.NEW, at.deck_row), at.settings.new_per_day)
    tomorrow = at.start(at.day + timedelta(days=1))
    due = next_due(session, at.user, at.deck_row)
    whens = [when for when in (due, tomorrow if new else None) if when is not None]
    if not whens:
        return None
    when = min(whens)
    end = at.start(day_of(when, at.settings) + timedelta(days=1))
    count = len(due_times(session, at.user, end, at.deck_row))
    if when >= tomorrow:
        count += new
    return NextDue(when, count, moment_words(when, at.now, at.settings))
