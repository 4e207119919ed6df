"""How many reviews a day a wanted retention costs, expected for a learner like many others.

Cards do not get in each other's way, so one simulation of cards that are all met on the same
day says how many reviews a card asks for at each age; the reviews of a year are those of all
its cards, each at its own age. Ratings are drawn as often as the memory model expects a card
to be forgotten, and else as learners of Anki press them on average (the defaults of fsrs-rs).
"""

from functools import lru_cache

import numpy as np
from fsrs_rs_python import default_simulator_config, simulate
from numpy.typing import NDArray

from studyapp.schedule.plan import Weights

YEAR = 365
"""Study days that are looked ahead."""

_CARDS = 2000
_SEED = 1
_NO_LIMIT = 1_000_000_000


@lru_cache(maxsize=128)
def _by_age(weights: tuple[float, ...], retention: float) -> NDArray[np.float64]:
    """Reviews of one card on each day after it was met; its first day is day 0."""
    config = default_simulator_config()
    config.deck_size = config.learn_limit = _CARDS
    config.learn_span = YEAR
    config.max_cost_perday = float(_NO_LIMIT)
    config.review_limit = _NO_LIMIT
    found = simulate(list(weights), retention, config, _SEED)
    return np.asarray(found.review_cnt_per_day, np.float64) / _CARDS


def reviews_a_day(retention: float, cards: int, new_a_day: int, weights: Weights) -> float:
    """Reviews a day, on average over a year that begins with all `cards` unseen.

    `retention` is 0.70 to 0.99; `new_a_day` cards are met each day until none is left, and
    their first answers do not count. The same arguments always give the same number.
    """
    met = np.clip(cards - new_a_day * np.arange(YEAR), 0, new_a_day)
    ahead = np.cumsum(_by_age(weights.values, retention))[::-1]
    return float(met @ ahead) / YEAR
