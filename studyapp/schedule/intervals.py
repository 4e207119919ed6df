"""Intervals in whole days: rounded, or spread by fuzz, and in the order of the ratings."""

from collections.abc import Mapping

from studyapp.model import MemoryState, Rating
from studyapp.schedule.days import offset_at, study_day
from studyapp.schedule.fuzz import Span, fuzz_span
from studyapp.schedule.plan import Plan

Wanted = Mapping[Rating, float]
"""The interval (in days) that the memory model wants after each rating, better ones later."""


def interval_days(state: MemoryState, plan: Plan) -> int | None:
    """Study days from the last review to the next; None while the card is in its steps."""
    if state.step is not None:
        return None
    rollover = plan.learner.rollover
    last = study_day(state.last, state.offset_minutes, rollover)
    due = study_day(state.due, offset_at(state.due, plan.learner.zone), rollover)
    return max(1, (due - last).days)


def whole_days(wanted: float, least: int, longest: int) -> int:
    """An interval as whole days, at least `least`, and at most `longest` if that allows it."""
    return max(least, min(round(wanted), longest))


def rounded(wanted: Wanted, longest: int) -> dict[Rating, int]:
    """Intervals without fuzz; a better rating waits at least a day longer."""
    found, least = dict[Rating, int](), 1
    for rating, interval in wanted.items():
        found[rating] = whole_days(interval, least, longest)
        least = found[rating] + 1
    return found


def spans(wanted: Wanted, held: int | None, longest: int) -> dict[Rating, Span]:
    """The intervals among which fuzz may choose, whatever it chooses for the other ratings.

    `held`: the interval that has just passed, None for a card that was not in review. As in
    Anki, an interval that grows is not made to shrink by its fuzz. Each span begins and ends
    later than that of the rating before, so the choices can be kept in order.
    """
    found = dict[Rating, Span]()
    before = Span(0, 0)
    for rating, interval in wanted.items():
        grows = held is not None and round(interval) > held
        least = max(before.first + 1, held + 1 if held is not None and grows else 1)
        span = fuzz_span(interval, least, max(least, longest))
        before = found[rating] = Span(span.first, max(span.last, before.last + 1))
    return found
