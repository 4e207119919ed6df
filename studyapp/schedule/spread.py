"""Which of the days that fuzz leaves open a card comes back on: the one with fewest cards.

The choice is kept with the review as its fuzz, so that a replay comes to the same day. Where
days are equally light a card's own dice decide, thrown by its ids and the number of its
reviews: the same review is always given the same day.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from studyapp.model import CardRef, DayShare, MemoryState, Rating, Review
from studyapp.schedule.days import study_day
from studyapp.schedule.fuzz import Span
from studyapp.schedule.memory import openings, stays_in_steps
from studyapp.schedule.plan import Plan

_PARTS = 1024


_SHARES = {DayShare.FULL: 1, DayShare.HALF: 2, DayShare.FEW: 10}
"""How many times a card weighs on a day of that share."""


@dataclass(frozen=True, slots=True)
class Load:
    """How many cards besides `card` are due from the study day `first` on, day by day.

    `week`: the share of each weekday, Monday first.
    """

    card: CardRef
    first: date
    counts: tuple[int, ...] = ()
    week: tuple[DayShare, ...] = (DayShare.FULL,) * 7

    def on(self, day: date) -> int:
        """The weight of a study day with one card more; none due outside the counted days."""
        number = (day - self.first).days
        due = self.counts[number] if 0 <= number < len(self.counts) else 0
        return (due + 1) * _SHARES[self.week[day.weekday()]]


@dataclass(frozen=True, slots=True)
class Days:
    """Study days from `first` to `last`, both included."""

    first: date
    last: date


def _today(review: Review, plan: Plan) -> date:
    return study_day(review.at, review.offset_minutes, plan.learner.rollover)


def days_open(
    state: MemoryState | None, review: Review, plan: Plan, ratings: Iterable[Rating] = Rating
) -> Days | None:
    """The study days whose load decides after one of these ratings; None if none does."""
    leading = {rating for rating in ratings if not stays_in_steps(state, rating, plan)}
    if not leading:
        return None
    opened = openings(state, review, plan)
    found = [opened[rating] for rating in {*leading, Rating.GOOD}]
    today = _today(review, plan)
    first, last = min(one.first for one in found), max(one.last for one in found)
    return Days(today + timedelta(days=first), today + timedelta(days=last))


def _dice(card: CardRef, reviews: int) -> int:
    """A large number that is the card's own at this review, and no one's choice."""
    said = f"{card.deck}\x1f{card.card}\x1f{reviews}"
    return int.from_bytes(hashlib.sha256(said.encode()).digest()[:8])


def _within(dice: int) -> float:
    """The dice as a share above 0 and below 1, far enough from both to survive rounding."""
    return (dice // _PARTS % _PARTS + 0.5) / _PARTS


def thrown(review: Review, card: CardRef, reviews: int) -> Review:
    """The review with a fuzz of its card's dice alone, after so many reviews.

    For a review that does not decide when the card comes back: it leads to a step or comes
    before others. Its fuzz counts if those turn out to be others, by an undo, say.
    """
    return replace(review, fuzz=_within(_dice(card, reviews)))


def _lightest(span: Span, today: date, load: Load, dice: int) -> int:
    """The interval that ends on the lightest day; of equal ones the next from the dice on."""
    start = dice % span.days
    turned = (span.first + (start + step) % span.days for step in range(span.days))
    return min(turned, key=lambda interval: load.on(today + timedelta(days=interval)))


def _choices(opened: dict[Rating, Span], today: date, load: Load, dice: int) -> dict[Rating, int]:
    """An interval for each rating, in order.

    Good, which is pressed most, chooses first; the others choose from what is left below and
    above it.
    """
    good = _lightest(opened[Rating.GOOD], today, load, dice)
    found = {Rating.GOOD: good}
    most = good - 1
    for rating in (Rating.HARD, Rating.AGAIN):
        if rating in opened:
            span = replace(opened[rating], last=min(opened[rating].last, most))
            found[rating] = _lightest(span, today, load, dice)
            most = found[rating] - 1
    easy = replace(opened[Rating.EASY], first=max(opened[Rating.EASY].first, good + 1))
    return found | {Rating.EASY: _lightest(easy, today, load, dice)}


def spread(state: MemoryState | None, review: Review, plan: Plan, load: Load) -> Review:
    """The review with the fuzz that brings its card back on the lightest day."""
    reviews = state.reviews if state else 0
    if stays_in_steps(state, review.rating, plan):
        return thrown(review, load.card, reviews)
    dice = _dice(load.card, reviews)
    opened = openings(state, review, plan)
    chosen = _choices(opened, _today(review, plan), load, dice)[review.rating]
    return replace(review, fuzz=opened[review.rating].fuzz(chosen, _within(dice)))


def kept(
    state: MemoryState | None, review: Review, plan: Plan, card: CardRef, promised: int
) -> Review | None:
    """The review with the fuzz that brings its card back after as many days as were promised.

    None if that is no interval which fuzz may choose.
    """
    if stays_in_steps(state, review.rating, plan):
        return None
    span = openings(state, review, plan)[review.rating]
    if not span.first <= promised <= span.last:
        return None
    within = _within(_dice(card, state.reviews if state else 0))
    return replace(review, fuzz=span.fuzz(promised, within))
