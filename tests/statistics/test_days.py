from studyapp.statistics import Days, days
from tests.statistics.given import AGAIN, Said, answers


def _free(told: Days) -> list[int]:
    return [one.day for one in told.days if one.free]


def test_shades_are_quarters_of_the_busiest_day() -> None:
    said = [Said(card, day) for day, n in ((1, 8), (2, 2), (3, 3), (5, 6)) for card in range(n)]
    told = days(answers(*said), {}, 0, 6)
    assert [one.answers for one in told.days] == [0, 8, 2, 3, 0, 6, 0]
    assert told.bounds == (2, 4, 6, 8)
    assert [one.step for one in told.days] == [0, 4, 1, 2, 0, 3, 0]
    assert told.studied == 4


def test_a_day_is_free_when_no_card_waits() -> None:
    told = days(answers(Said(1, 10, interval=3), Said(1, 13, interval=2)), {}, 8, 17)
    # Nothing before the first answer; due again on day 15, and waiting from then on.
    assert _free(told) == [11, 12, 14]


def test_a_card_overdue_or_left_in_its_steps_makes_no_day_free() -> None:
    assert _free(days(answers(Said(1, 10, rating=AGAIN)), {}, 10, 14)) == []
    late = answers(Said(1, 10, interval=1), Said(1, 14, interval=9))
    assert _free(days(late, {}, 10, 16)) == [15, 16]


def test_a_card_that_rests_waits_no_more() -> None:
    told = answers(Said(1, 10, interval=2))
    assert _free(days(told, {1: 14}, 10, 16)) == [11, 14, 15, 16]


def test_any_other_card_that_waits_counts() -> None:
    told = answers(Said(1, 10, interval=9), Said(2, 10, interval=1), Said(2, 13, interval=9))
    assert _free(days(told, {}, 10, 15)) == [14, 15]


def test_no_answers_no_shades() -> None:
    told = days(answers(), {}, 1, 3)
    assert [(one.step, one.free) for one in told.days] == [(0, False)] * 3
    assert told.bounds == ()
    old = days(answers(Said(1, 1, interval=900)), {}, 100, 102)
    assert (old.bounds, _free(old)) == ((), [100, 101, 102])
