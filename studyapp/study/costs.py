"""What a wanted retention costs: how many reviews a day, and how long they may take."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from studyapp.model import LearnerSettings
from studyapp.schedule import YEAR, reviews_a_day
from studyapp.store.learners import settings_of
from studyapp.store.memory import count_studied
from studyapp.store.reviews import usual_milliseconds
from studyapp.study.desk import Desk, plan_for

USUAL_MILLISECONDS = 12_000.0
"""What an answer takes, until some were timed."""
_EXAMPLE = 1000
_EXAMPLE_NEW = LearnerSettings().new_per_day


@dataclass(frozen=True, slots=True)
class Cost:
    """Reviews a day at a retention (0 to 1), and the whole minutes they may take."""

    retention: float
    reviews: float
    minutes: int


@dataclass(frozen=True, slots=True)
class Costs:
    """What each retention costs, on average over a year that begins with all cards unseen.

    `cards` and `new` a day are what was reckoned with; `example`: a learner without cards is
    shown a common number of them.
    """

    cards: int
    new: int
    example: bool
    each: tuple[Cost, ...]


def costs(desk: Desk, retentions: Iterable[float], new_per_day: int | None = None) -> Costs:
    """The cost of some retentions, at so many new cards a day or as many as the settings say.

    Where none are to come it is reckoned with the usual number, for no cards cost nothing.
    """
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
        held = count_studied(session, desk.user)
        usual = usual_milliseconds(session, desk.user) or USUAL_MILLISECONDS
    cards = held or _EXAMPLE
    new = (settings.new_per_day if new_per_day is None else new_per_day) or _EXAMPLE_NEW
    weights = plan_for(settings).weights
    found = ((one, reviews_a_day(one, cards, new, weights)) for one in retentions)
    each = tuple(Cost(one, reviews, ceil(reviews * usual / 60_000)) for one, reviews in found)
    return Costs(cards, new, not held, each)


def year_of_new(desk: Desk, cards: int) -> int:
    """How many reviews so many new cards ask for in the year after they are met."""
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
    a_day = reviews_a_day(settings.retention, cards, cards, plan_for(settings).weights)
    return round(a_day * YEAR)
