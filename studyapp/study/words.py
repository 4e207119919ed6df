"""When something is due, in a learner's words."""

from datetime import date, datetime

from studyapp.model import LearnerSettings, MemoryState
from studyapp.schedule import offset_at, promise_words, span_words, study_day


def day_of(at: datetime, settings: LearnerSettings) -> date:
    """The study day of a time, where the learner lives now."""
    return study_day(at, offset_at(at, settings.zone), settings.rollover)


def days_words(days: int) -> str:
    """A number of study days from today: 'today', 'tomorrow', 'in 3 days'."""
    if days <= 0:
        return "today"
    return "tomorrow" if days == 1 else f"in {span_words(days)}"


def due_words(state: MemoryState, now: datetime, settings: LearnerSettings) -> str:
    """When a card comes back: 'now', 'in 8 min', 'tomorrow', 'in 21 days'."""
    if state.due <= now:
        return "now"
    return moment_words(state.due, now, settings)


def moment_words(when: datetime, now: datetime, settings: LearnerSettings) -> str:
    """A time to come: later today by the clock, else by study days."""
    days = (day_of(when, settings) - day_of(now, settings)).days
    return f"in {promise_words(None, when - now)}" if days <= 0 else days_words(days)
