"""What a learner may decide about their schedule."""

from studyapp.model import LearnerSettings, StudyappError
from studyapp.schedule import is_zone
from studyapp.store.learners import save_settings as store_settings
from studyapp.store.learners import settings_of
from studyapp.study.agenda import renew_agenda
from studyapp.study.desk import Desk, plan_for
from studyapp.study.folding import refold_all

_LAST_HOUR = 23
_LOWEST_RETENTION, _HIGHEST_RETENTION = 0.70, 0.99
_MOST_NEW = 9999


def settings(desk: Desk) -> LearnerSettings:
    """The learner's settings, or the defaults they began with."""
    with desk.opened.reading() as session:
        return settings_of(session, desk.user)


def _checked(wanted: LearnerSettings) -> None:
    """Raise for the first setting that no schedule can be made with."""
    for sound, where, message, hint in (
        (
            is_zone(wanted.zone),
            "Time zone",
            f"“{wanted.zone}” is not a time zone known here.",
            "Choose a name like Europe/London.",
        ),
        (
            0 <= wanted.rollover <= _LAST_HOUR,
            "Day starts",
            "A day cannot start at that hour.",
            "Choose an hour from 0 to 23.",
        ),
        (
            _LOWEST_RETENTION <= wanted.retention <= _HIGHEST_RETENTION,
            "Target recall",
            "Cards cannot be scheduled for that share.",
            "Choose a share from 70% to 99%.",
        ),
        (
            0 <= wanted.new_per_day <= _MOST_NEW,
            "New per day",
            "That is not a number of cards.",
            f"Choose a number from 0 to {_MOST_NEW}.",
        ),
    ):
        if not sound:
            raise StudyappError(where, message, hint)


def save_settings(desk: Desk, wanted: LearnerSettings) -> None:
    """Keep the settings and reschedule every card by them. Raises `StudyappError`."""
    _checked(wanted)
    with desk.opened.writing() as session:
        before = settings_of(session, desk.user)
        store_settings(session, desk.user, wanted)
        if _schedule_of(before) != _schedule_of(wanted):
            refold_all(session, desk.user, plan_for(wanted))
        renew_agenda(session, desk.user)


def _schedule_of(settings: LearnerSettings) -> tuple[object, ...]:
    """The settings that due dates depend on."""
    steps = (settings.learning, settings.relearning)
    longest = settings.longest
    return settings.zone, settings.rollover, settings.retention, longest, steps, settings.weights
