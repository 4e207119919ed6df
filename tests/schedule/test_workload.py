from itertools import pairwise

import pytest
from fsrs_rs_python import default_simulator_config, simulate

from studyapp.schedule import FSRS_6, YEAR, reviews_a_day

RETENTIONS = (0.7, 0.8, 0.85, 0.9, 0.95, 0.97)


def test_a_higher_target_costs_more_reviews() -> None:
    costs = [reviews_a_day(one, 2000, 20, FSRS_6) for one in RETENTIONS]
    assert all(less < more for less, more in pairwise(costs))


def test_the_same_question_has_the_same_answer() -> None:
    assert reviews_a_day(0.9, 1000, 10, FSRS_6) == reviews_a_day(0.9, 1000, 10, FSRS_6)


@pytest.mark.parametrize("retention", [0.8, 0.9])
def test_a_simulation_of_every_card_comes_to_about_the_same(retention: float) -> None:
    config = default_simulator_config()
    config.deck_size, config.learn_limit, config.learn_span = 7300, 20, YEAR
    config.max_cost_perday, config.review_limit = 1e9, 10**9
    whole = simulate(list(FSRS_6.values), retention, config, 7)
    mean = sum(whole.review_cnt_per_day) / YEAR
    assert reviews_a_day(retention, 7300, 20, FSRS_6) == pytest.approx(mean, rel=0.05)


def test_cards_are_independent() -> None:
    one = reviews_a_day(0.9, 100, 10, FSRS_6)
    assert reviews_a_day(0.9, 1000, 100, FSRS_6) == pytest.approx(10 * one)
    assert reviews_a_day(0.9, 100, 100, FSRS_6) > one


def test_nothing_new_asks_for_nothing() -> None:
    assert reviews_a_day(0.9, 0, 20, FSRS_6) == 0
    assert reviews_a_day(0.9, 100, 0, FSRS_6) == 0
