"""Fitting the memory model to a learner's own answers, and going back to the published weights."""

from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from studyapp.model import Weights
from studyapp.schedule import FEWEST, FSRS_6, Fit, Histories, fit, study_days, weights_of
from studyapp.store.acts import all_resets
from studyapp.store.history import History, history
from studyapp.store.learners import settings_of
from studyapp.store.memory import count_seen
from studyapp.store.reviews import count_answers
from studyapp.study.desk import Desk
from studyapp.study.lives import lives
from studyapp.study.settings import save_settings
from studyapp.study.words import day_of

_TIME_AGAIN = 1.5
"""So many times the answers of the last fit make it worth another."""


@dataclass(frozen=True, slots=True)
class LearnerMemory:
    """What the schedule believes a learner's memory to be like.

    `weights` are those in use, `own` whether they were fitted to this learner; `reviews` counts
    the answers to fit to, `due` says whether it is time to fit.
    """

    weights: Weights
    own: bool
    reviews: int
    due: bool


def _histories(told: History, resets: dict[int, tuple[datetime, ...]], rollover: int) -> Histories:
    """The answers as `fit` wants them; after a reset a card begins another life."""
    return Histories(
        card=lives(told, resets),
        day=study_days(told.at, told.offset, rollover),
        rating=told.rating,
    )


def memory(desk: Desk) -> LearnerMemory:
    """The weights in use, and whether there is something new to fit them to."""
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
        told = history(session, desk.user, None)
    used = weights_of(settings)
    reviews = _counted(told, settings.rollover)
    return LearnerMemory(used, used is not FSRS_6, reviews, due=reviews >= _wanted(used))


def _wanted(used: Weights) -> int:
    """As many answers as make a fit worth while."""
    return max(FEWEST, int(used.reviews * _TIME_AGAIN))


def fit_is_due(desk: Desk) -> bool:
    """Whether it is likely time for a fit, told from counts alone."""
    with desk.opened.reading() as session:
        wanted = _wanted(weights_of(settings_of(session, desk.user)))
        answers = count_answers(session, desk.user)
        return answers >= wanted and answers - count_seen(session, desk.user) >= wanted


def _counted(told: History, rollover: int) -> int:
    """Answers a study day or more after the last one to their card."""
    days = study_days(told.at, told.offset, rollover)
    same = told.card[1:] == told.card[:-1]
    return int(np.count_nonzero(same & (np.diff(days) >= 1)))


def fit_memory(desk: Desk, now: datetime) -> Fit:
    """Fit the weights to all answers; kept if they predict later answers better.

    Then every card is given a new date by them.
    """
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
        told = history(session, desk.user, None)
        resets = all_resets(session, desk.user)
    found = fit(_histories(told, resets, settings.rollover), len(settings.relearning))
    if found.weights is not None:
        day = day_of(now, settings).isoformat()
        own = replace(found.weights, reviews=found.reviews, fitted=day)
        save_settings(desk, replace(settings, weights=own))
    return found


def forget_fit(desk: Desk) -> None:
    """Go back to the published weights; every card is given a new date by them."""
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
    save_settings(desk, replace(settings, weights=None))
