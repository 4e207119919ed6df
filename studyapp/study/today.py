"""Today: what waits, how long it may take, and how the days before and after look."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil

from sqlalchemy.orm import Session

from studyapp.model import DeckId, LearnerSettings
from studyapp.schedule import days_to_clear, study_day
from studyapp.store.cards import cards_by_row
from studyapp.store.decks import decks_of
from studyapp.store.learners import Extra, extra_on, set_extra
from studyapp.store.memory import count_due, due_times
from studyapp.store.reports import reported
from studyapp.store.reviews import (
    count_answers,
    newest_time,
    seen_otherwise,
    times_since,
    usual_milliseconds,
)
from studyapp.store.turns import leeches, met_since
from studyapp.study.agenda import renew_agenda
from studyapp.study.changes import changes
from studyapp.study.costs import USUAL_MILLISECONDS
from studyapp.study.decks import DeckSummary, summary
from studyapp.study.desk import Desk
from studyapp.study.waiting import Moment, NextDue, Waiting, coming, moment, reading_today, waiting
from studyapp.study.words import day_of

_AHEAD = 7
_BACK = 28
_FARTHEST = 365
_NEW_IS_SEEN = 2
"""How often a new card is answered on its first day: once, and once more ten minutes later."""


@dataclass(frozen=True, slots=True)
class DayLoad:
    """A study day and a number of cards or answers."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """More cards are due than a day has room for: `cards` of them, today's included.

    `days`: over how many days they are spread, None for more than a year; `away`: study days
    since the last answer; `paused`: no new cards come.
    """

    cards: int
    days: int | None
    away: int
    paused: bool


@dataclass(frozen=True, slots=True)
class DeckCount:
    """How many cards of a deck there are to look at; leeches: forgotten `lapses` times or more."""

    deck: DeckId
    title: str
    cards: int
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class ToCheck:
    """What the learner is asked to look at, by deck; decks with nothing are left out.

    `leeches` are those that were suspended.
    """

    changed: tuple[DeckCount, ...]
    drafts: tuple[DeckCount, ...]
    reported: tuple[DeckCount, ...]
    leeches: tuple[DeckCount, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """The counts of the Today page.

    `first`: the learner never answered a card. `days` holds today and the six days to come,
    `studied` the 28 days up to today. `next_due` is set when nothing waits now; `daily` is the
    day's limit of new cards, `limit` of all, `done` the cards answered today, `unseen` the new
    cards that have no turn today.
    """

    day: date
    first: bool
    review: int
    learning: int
    new: int
    daily: int
    limit: int
    total: int
    done: int
    unseen: int
    minutes: int
    backlog: Backlog | None
    next_due: NextDue | None
    days: tuple[DayLoad, ...]
    studied: tuple[DayLoad, ...]
    days_studied: int
    check: ToCheck
    decks: tuple[DeckSummary, ...]


def _minutes(session: Session, at: Moment, now_waiting: Waiting) -> int:
    """Whole minutes that what waits will take, from the learner's own recorded time."""
    usual = usual_milliseconds(session, at.user) or USUAL_MILLISECONDS
    answers = now_waiting.review + now_waiting.learning + _NEW_IS_SEEN * now_waiting.new
    return ceil(answers * usual / 60_000)


def _due_by_day(session: Session, at: Moment, number: int) -> tuple[int, ...]:
    """Cards in steps and review by study day from today on; what is overdue counts today."""
    until = at.start(at.day + timedelta(days=number))
    counts = Counter(
        max(0, (day_of(due, at.settings) - at.day).days)
        for due in due_times(session, at.user, until)
    )
    return tuple(counts[one] for one in range(number))


def _ahead(session: Session, at: Moment, done: int) -> tuple[DayLoad, ...]:
    """Today and the days to come; what a day has no room for comes on the next."""
    limit = at.settings.reviews_per_day
    room = max(0, limit + extra_on(session, at.user, at.day).cards - done)
    days, late = list[DayLoad](), 0
    for number, due in enumerate(_due_by_day(session, at, _AHEAD)):
        count = min(due + late, room)
        late += due - count
        days.append(DayLoad(at.day + timedelta(days=number), count))
        room = limit
    return tuple(days)


def _back(session: Session, at: Moment, settings: LearnerSettings) -> tuple[DayLoad, ...]:
    """Answers by study day, as the clocks stood when each was given."""
    days = [at.day - timedelta(days=number) for number in reversed(range(_BACK))]
    since = at.start(days[0]) - timedelta(days=1)
    counts = Counter(
        study_day(when, offset, settings.rollover)
        for when, offset in times_since(session, at.user, since)
    )
    return tuple(DayLoad(day, counts[day]) for day in days)


def _check(session: Session, desk: Desk, decks: tuple[DeckSummary, ...]) -> ToCheck:
    held = {one.row: one.id for one in decks_of(session, desk.user)}
    cards = cards_by_row(session, desk.user, list(seen_otherwise(session, desk.user)))
    news = changes(session, desk, cards)
    changed = Counter(one.ref.deck for one in cards if one.row in news)
    complaints = Counter(held[row] for row in reported(session, desk.user).values())
    resting = {held[one.deck_row]: one for one in leeches(session, desk.user)}

    def by_deck(counts: Mapping[DeckId, int]) -> tuple[DeckCount, ...]:
        found = (DeckCount(one.id, one.title, counts.get(one.id, 0)) for one in decks)
        return tuple(one for one in found if one.cards)

    return ToCheck(
        changed=by_deck(changed),
        drafts=by_deck({one.id: one.drafts for one in decks}),
        reported=by_deck(complaints),
        leeches=tuple(
            replace(one, lapses=resting[one.deck].lapses)
            for one in by_deck({deck: found.cards for deck, found in resting.items()})
        ),
    )


def _backlog(session: Session, at: Moment, planned: Waiting, done: int) -> Backlog | None:
    """The cards due today for which the day's limit leaves no room."""
    extra = extra_on(session, at.user, at.day).cards
    limit = at.settings.reviews_per_day
    due = count_due(session, at.user, at.tomorrow)
    later = due - planned.review
    if later <= 0 or done + planned.review < limit + extra:
        return None
    last = newest_time(session, at.user)
    away = 0 if last is None else (at.day - study_day(*last, at.settings.rollover)).days
    coming_days = _due_by_day(session, at, _FARTHEST)[1:]
    return Backlog(due, days_to_clear(later, coming_days, limit), max(0, away), planned.new == 0)


def today(desk: Desk, now: datetime) -> Today:
    """Everything the Today page shows."""
    with reading_today(desk, now) as session:
        at = moment(session, desk.user, now)
        now_waiting = waiting(session, at)
        back = _back(session, at, at.settings)
        done = met_since(session, at.user, at.start(at.day)).cards
        decks = tuple(summary(session, one, at) for one in decks_of(session, desk.user))
        return Today(
            day=at.day,
            first=not count_answers(session, desk.user),
            review=now_waiting.review,
            learning=now_waiting.learning,
            new=now_waiting.new,
            daily=at.settings.new_per_day,
            limit=at.settings.reviews_per_day,
            total=now_waiting.total,
            done=done,
            unseen=sum(one.held for one in decks),
            minutes=_minutes(session, at, now_waiting),
            backlog=_backlog(session, at, now_waiting, done),
            next_due=None if now_waiting.total else coming(session, at),
            days=_ahead(session, at, done),
            studied=back,
            days_studied=sum(one.count > 0 for one in back),
            check=_check(session, desk, decks),
            decks=decks,
        )


def more_today(desk: Desk, cards: int, now: datetime, *, new: bool) -> int:
    """Let so many more cards come today than the settings say; new ones, if wanted.

    Returns how many came: fewer when there are no more, or when only siblings of today's
    cards are left.
    """
    before = today(desk, now).total
    with desk.opened.writing() as session:
        at = moment(session, desk.user, now)
        held = extra_on(session, desk.user, at.day)
        wanted = Extra(held.cards + cards, held.new + (cards if new else 0))
        set_extra(session, desk.user, at.day, wanted)
        renew_agenda(session, desk.user)
    return max(0, today(desk, now).total - before)
