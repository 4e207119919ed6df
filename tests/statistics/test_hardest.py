import numpy as np

from studyapp.statistics import MOST, Hard, hardest
from tests.statistics.given import AGAIN, GOOD, Said, answers


def _card(card: int, again: int, good: int) -> list[Said]:
    return [Said(card, 1, AGAIN)] * again + [Said(card, 1, GOOD)] * good


def test_most_again_first_and_of_equals_the_fewest_answers() -> None:
    told = answers(*_card(1, 3, 9), *_card(2, 2, 0), *_card(3, 4, 20), *_card(4, 3, 1))
    assert hardest(told, np.arange(9)) == (Hard(3, 4, 24), Hard(4, 3, 4), Hard(1, 3, 12))


def test_only_cards_that_are_asked_about() -> None:
    told = answers(*_card(1, 5, 0), *_card(2, 3, 0))
    assert [one.card for one in hardest(told, np.array([2, 7]))] == [2]
    assert hardest(told, np.array([], np.int64)) == ()


def test_ten_are_named() -> None:
    told = answers(*(said for card in range(15) for said in _card(card, 3 + card, 0)))
    assert [one.card for one in hardest(told, np.arange(15))] == list(range(14, 14 - MOST, -1))


def test_no_answers_no_hard_cards() -> None:
    assert hardest(answers(), np.arange(3)) == ()
