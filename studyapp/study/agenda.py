"""Making the agenda of a learner's day, once a day and whenever it is no longer right."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from studyapp.model import LearnerSettings, Queue, UserId
from studyapp.schedule import (
    Due,
    Fresh,
    Quota,
    agenda,
    day_start,
    families,
    retrievability,
    study_day,
    weights_of,
)
from studyapp.store.cards import cards_by_row, cards_of
from studyapp.store.decks import set_grouped, ungrouped
from studyapp.store.learners import agenda_day, extra_on, set_agenda_day, settings_of
from studyapp.store.memory import count_introduced
from studyapp.store.turns import Waiting, buried_until, give_turns, met_since, waiting
from studyapp.store.wordings import mark_card, set_families
from studyapp.study.desk import Desk
from studyapp.study.folding import requeue, rest_is_over
from studyapp.study.words import day_of

_DUE_READ = 20_000
"""More overdue cards than that are not looked through; the longest due ones are."""
_NEW_READ = 20
"""New cards looked through for each that has room: siblings of one another are passed over."""


def renew_agenda(session: Session, user: UserId) -> None:
    """Let the agenda be made anew before it is next used."""
    set_agenda_day(session, user, None)


def ensure_agenda(desk: Desk, now: datetime) -> None:
    """Make the agenda of today's study day, unless it is made.

    Raises `LibraryError` when it has to be made and the library cannot be written.
    """
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
        if agenda_day(session, desk.user) == day_of(now, settings):
            return
    with desk.opened.writing() as session:
        settings = settings_of(session, desk.user)
        day = day_of(now, settings)
        if agenda_day(session, desk.user) != day:
            _know_families(session, desk.user)
            _wake(session, desk.user, now)
            _make(session, desk.user, day, settings)
            set_agenda_day(session, desk.user, day)


def _know_families(session: Session, user: UserId) -> None:
    for deck in ungrouped(session, user):
        cards = cards_of(session, user, deck)
        rows = [one.row for one in cards]
        kin = families([one.card for one in cards])
        set_families(session, {row: rows[first] for row, first in zip(rows, kin, strict=True)})
        set_grouped(session, deck, grouped=True)


def _wake(session: Session, user: UserId, now: datetime) -> None:
    """Bring back cards that were buried until now."""
    for card in cards_by_row(session, user, buried_until(session, user, now)):
        mark_card(session, card.row, held=None)
        requeue(session, rest_is_over(card))


def _due(card: Waiting, day: date, settings: LearnerSettings) -> Due:
    elapsed = (day - study_day(card.last, card.offset_minutes, settings.rollover)).days
    recall = retrievability(card.stability, max(0, elapsed), weights_of(settings).values[-1])
    topic = (card.deck, card.topic.casefold())
    return Due(card.card, 1 - recall, day_of(card.due, settings).toordinal(), topic, card.family)


def _make(session: Session, user: UserId, day: date, settings: LearnerSettings) -> None:
    start, end = (
        day_start(one, settings.zone, settings.rollover) for one in (day, day + timedelta(days=1))
    )
    extra = extra_on(session, user, day)
    met = met_since(session, user, start)
    introduced = count_introduced(session, user, start)
    quota = Quota(
        all=max(0, settings.reviews_per_day + extra.cards - met.cards),
        new=max(0, settings.new_per_day + extra.new - introduced),
    )
    read = _NEW_READ * quota.new
    due = waiting(session, user, Queue.REVIEW, end, _DUE_READ)
    new = waiting(session, user, Queue.NEW, None, read) if read else ()
    found = agenda(
        [_due(one, day, settings) for one in due],
        [Fresh(one.card, one.place, (one.deck, one.topic.casefold()), one.family) for one in new],
        quota,
        settings,
        met.families,
    )
    give_turns(session, user, found.cards)
