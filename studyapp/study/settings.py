"""What a learner may decide about their schedule and their pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.model import LearnerSettings, StudyappError
from studyapp.schedule import is_zone
from studyapp.store.learners import save_settings as store_settings
from studyapp.store.learners import settings_of
from studyapp.study.agenda import renew_agenda
from studyapp.study.desk import Desk, plan_for
from studyapp.study.folding import refold_all

LOWEST_RETENTION, HIGHEST_RETENTION = 0.70, 0.97
_DAY = 86_400
_MOST_STEPS = 10
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Refused:
    """A setting that no schedule can be made with: its name in `LearnerSettings`, and why."""

    setting: str
    where: str
    message: str
    hint: str


class SettingsError(StudyappError):
    """Settings that were not saved. `refused` holds every one that is wrong, at least one.

    As any `StudyappError` it speaks of the first.
    """

    def __init__(self, refused: tuple[Refused, ...]) -> None:
        first = refused[0]
        super().__init__(first.where, first.message, first.hint)
        self.refused = refused

    def __reduce__(self) -> tuple[type[StudyappError], tuple[object, ...]]:
        """What it was made from, so that it can come from another process."""
        return type(self), (self.refused,)


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: whether anything changed, and how many cards have other due dates now."""

    changed: bool
    moved: int


def settings(desk: Desk) -> LearnerSettings:
    """The learner's settings, or the defaults they began with."""
    with desk.opened.reading() as session:
        return settings_of(session, desk.user)


_NUMBERS = (
    ("rollover", "Day starts", 0, 23, "A day cannot start at that hour.", "an hour"),
    ("new_per_day", "New per day", 0, 9999, "That is not a number of cards.", "a number"),
    ("reviews_per_day", "Cards per day", 0, 9999, "That is not a number of cards.", "a number"),
    ("longest", "Longest interval", 1, 36_500, "That is not a number of days.", "a number"),
    ("leech_after", "Leech after", 0, 99, "That is not a number of times.", "a number"),
)
"""Settings that are whole numbers: where, from and to, what is wrong, what to choose."""


def _numbers(wanted: LearnerSettings) -> Iterator[Refused]:
    for name, where, least, most, message, kind in _NUMBERS:
        if not least <= getattr(wanted, name) <= most:
            yield Refused(name, where, message, f"Choose {kind} from {least} to {most}.")


def _steps(wanted: LearnerSettings) -> Iterator[Refused]:
    for name, where, steps in (
        ("learning", "Learning steps", wanted.learning),
        ("relearning", "Relearning steps", wanted.relearning),
    ):
        if any(not 0 < one < _DAY for one in steps):
            message = "Each step has to be longer than nothing and shorter than a day."
            yield Refused(name, where, message, "Write waits like 1m 10m or 2h.")
        elif len(steps) > _MOST_STEPS:
            message = f"These are more than {_MOST_STEPS} steps."
            yield Refused(name, where, message, "One or two are enough for most learners.")


def refusals(wanted: LearnerSettings) -> tuple[Refused, ...]:
    """Everything in these settings that no schedule can be made with."""
    found = [*_numbers(wanted), *_steps(wanted)]
    if not is_zone(wanted.zone):
        message = f"“{wanted.zone}” is not a time zone known here."
        found.append(Refused("zone", "Time zone", message, "Choose a name like Europe/London."))
    if not LOWEST_RETENTION <= wanted.retention <= HIGHEST_RETENTION:
        message, hint = "Cards cannot be scheduled for that share.", "Choose 70% to 97%."
        found.append(Refused("retention", "Target recall", message, hint))
    if len(wanted.week) != _WEEK:
        message, hint = "A week has seven days.", "Give a share for each, Monday first."
        found.append(Refused("week", "Easy days", message, hint))
    return tuple(found)


def save_settings(desk: Desk, wanted: LearnerSettings) -> Saved:
    """Keep the settings and reschedule every card by them. Raises `SettingsError`."""
    refused = refusals(wanted)
    if refused:
        raise SettingsError(refused)
    with desk.opened.writing() as session:
        before = settings_of(session, desk.user)
        if before == wanted:
            return Saved(changed=False, moved=0)
        store_settings(session, desk.user, wanted)
        moved = 0
        if _schedule_of(before) != _schedule_of(wanted):
            moved = refold_all(session, desk.user, plan_for(wanted))
        renew_agenda(session, desk.user)
    return Saved(changed=True, moved=moved)


def _schedule_of(settings: LearnerSettings) -> tuple[object, ...]:
    """The settings that due dates depend on."""
    steps = (settings.learning, settings.relearning)
    longest = settings.longest
    return settings.zone, settings.rollover, settings.retention, longest, steps, settings.weights
