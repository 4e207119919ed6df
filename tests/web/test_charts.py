from datetime import date, timedelta

from studyapp.study import DayLoad
from studyapp.web import charts

MONDAY = date(2026, 11, 16)


def _days(*counts: int) -> tuple[DayLoad, ...]:
    return tuple(DayLoad(MONDAY + timedelta(days=i), count) for i, count in enumerate(counts))


def test_the_busiest_day_is_highest_and_all_fit() -> None:
    bars = charts.bars(_days(4, 8, 0, 2, 8, 1, 1))
    assert [bar.highest for bar in bars].index(True) == 1
    assert sum(bar.highest for bar in bars) == 1
    assert bars[1].height == 2 * bars[0].height
    assert bars[2].height == 0
    assert bars[0].x == 0
    assert bars[-1].x + bars[-1].width == charts.WIDTH
    assert [bar.label for bar in bars[:2]] == ["Mon", "Tue"]


def test_days_with_nothing_have_no_highest() -> None:
    assert not any(bar.highest for bar in charts.bars(_days(*[0] * 7)))


def test_four_weeks_are_four_rows() -> None:
    dots = charts.dots(_days(*[1, 0] * 14))
    assert {dot.y for dot in dots} == {28, 50, 72, 94}
    assert sum(dot.studied for dot in dots) == 14
