import pytest

from studyapp.statistics import minutes
from tests.statistics.given import Said, answers

MINUTE = 60_000


def test_each_day_has_the_time_recorded_on_it() -> None:
    told = minutes(
        answers(
            Said(1, 1, milliseconds=MINUTE),
            Said(2, 1, milliseconds=MINUTE // 2),
            Said(3, 2),
            Said(4, 4, milliseconds=4 * MINUTE),
            Said(5, 9, milliseconds=MINUTE),
        ),
        1,
        5,
    )
    assert [one.minutes for one in told.stretches] == [1.5, 0, 0, 4, 0]
    assert [one.first for one in told.stretches] == [1, 2, 3, 4, 5]
    assert (told.median, told.total, told.studied) == (2.75, 5.5, 2)


def test_of_months_the_days_studied_in_a_week_are_averaged() -> None:
    said = (Said(1, 0, milliseconds=MINUTE), Said(2, 3, milliseconds=3 * MINUTE))
    told = minutes(answers(*said, Said(3, 99, milliseconds=MINUTE)), 0, 99)
    assert [one.minutes for one in told.stretches[:2]] == [2.0, 0.0]
    assert {one.days for one in told.stretches[:-1]} == {7}
    assert (told.stretches[-1].first, told.stretches[-1].days) == (98, 2)
    assert told.stretches[-1].minutes == 1.0
    assert told.median == 1.0


@pytest.mark.parametrize(("days", "length"), [(92, 1), (93, 7), (730, 7), (731, 28)])
def test_years_are_told_by_four_weeks(days: int, length: int) -> None:
    told = minutes(answers(Said(1, 0, milliseconds=MINUTE)), 0, days - 1)
    assert told.stretches[0].days == length
    assert sum(one.days for one in told.stretches) == days


def test_no_time_at_all() -> None:
    told = minutes(answers(Said(1, 1)), 1, 2)
    assert (told.median, told.total, told.studied) == (0.0, 0.0, 0)
