"""Geometry: what stands where, and that no words run into each other."""

from itertools import pairwise

import pytest

from studyapp.statistics import Day, Days, Group
from studyapp.web.pictures.axis import WIDTH, Word, cut, fitting, width_of, within
from studyapp.web.pictures.bars import BASE, TOP, Bar, Entry, bars
from studyapp.web.pictures.dots import dots
from studyapp.web.pictures.heat import heat
from studyapp.web.pictures.share import share
from studyapp.web.pictures.stacks import stacks


def _entries(*values: float) -> list[Entry]:
    return [Entry(f"day {n}", value, f"{value:g}", f"{n}") for n, value in enumerate(values)]


def _span(word: Word) -> tuple[float, float]:
    width = width_of(word.text)
    left = {"start": word.x, "middle": word.x - width / 2, "end": word.x - width}[word.anchor]
    return left, left + width


def _apart(words: list[Word]) -> bool:
    spans = sorted(map(_span, words))
    return all(one[1] <= other[0] for one, other in pairwise(spans))


def test_the_highest_bar_is_as_high_as_the_picture() -> None:
    drawn = bars(_entries(2, 4, 0)).bars
    assert [one.height for one in drawn] == [(BASE - TOP) / 2, BASE - TOP, 0]
    assert [one.y + one.height for one in drawn] == [BASE] * 3
    assert [one.shown.text for one in drawn if one.shown] == ["2", "4", "0"]
    assert drawn[0].x >= 0
    assert drawn[-1].x + drawn[-1].width <= WIDTH


def test_of_many_bars_the_peaks_are_written_and_never_one_over_another() -> None:
    values = [n * n % 29 + 100 for n in range(30)]
    drawn = bars(_entries(*values)).bars
    shown = [one for one in drawn if one.shown]
    assert len(shown) > 3
    assert _apart([one.shown for one in shown if one.shown])
    assert max(values) in {float(one.value) for one in shown}
    assert all(_clear(one, drawn) for one in shown)


def _clear(one: Bar, drawn: tuple[Bar, ...]) -> bool:
    """Whether no bar reaches into the text over this one."""
    assert one.shown
    left, right = _span(one.shown)
    return all(
        other.y > one.level for other in drawn if other.x < right and other.x + other.width > left
    )


def test_a_bar_that_leads_is_written_even_beside_a_higher_one() -> None:
    first, *rest = _entries(*[99] * 20)
    lead = Entry("today", 1, "10", "today", lead=True)
    drawn = bars([lead, first, *rest]).bars
    assert drawn[0].shown is not None
    assert _clear(drawn[0], drawn)


def test_of_very_many_bars_only_the_highest_is_written() -> None:
    drawn = bars(_entries(*[1.0] * 50, 7.0, *[1.0] * 50)).bars
    assert [one.value for one in drawn if one.shown] == ["7"]


def test_the_words_below_stay_within_the_picture() -> None:
    entries = [Entry(f"{n}", n, f"{n}", f"{n % 28 + 1} November") for n in range(90)]
    words = list(bars(entries).words)
    assert _apart(words)
    assert all(left >= 0 and right <= WIDTH for left, right in map(_span, words))


def test_the_level_is_measured_like_the_bars() -> None:
    drawn = bars(_entries(2, 8, 2), (4.0, "median 4"))
    assert drawn.line is not None
    assert drawn.line.y == BASE - (BASE - TOP) / 2
    over = bars(_entries(2, 2), (4.0, "median 4"))
    assert [one.height for one in over.bars] == [(BASE - TOP) / 2] * 2
    assert bars(_entries(0, 0), (0.0, "median 0")).line is None


def test_no_bars_at_all() -> None:
    assert bars([]).bars == ()


def test_texts_give_way_in_order_of_importance() -> None:
    assert fitting([10, 20, 200], ["aaaa", "bbbb", "cccc"], [1, 0, 2]) == {1, 2}
    assert within(2, "long text") == Word(0, "long text", "start")
    assert within(WIDTH - 2, "long text") == Word(WIDTH, "long text", "end")
    assert cut("abcdef", width_of("abcdef")) == "abcdef"
    assert cut("abcdef", width_of("abcd")) == "abc…"


def test_a_share_lies_between_the_ends_of_its_range() -> None:
    told = share(0.89, 0.86, 0.92, 0.9)
    assert told.low < told.at < told.target < told.high
    assert [one.text for one in told.ticks] == ["70%", "80%", "90%", "100%"]
    low = share(0.4, 0.31, 0.5, 0.9)
    assert low.ticks[0].text == "30%"
    assert low.low >= 0


def _group(predicted: float, actual: float, reviews: int) -> Group:
    return Group(0.0, 1.0, reviews, predicted, actual)


def test_dots_lie_on_the_diagonal_where_both_are_equal() -> None:
    told = dots((_group(0.9, 0.9, 400), _group(0.8, 0.95, 100), _group(0.75, 0.75, 4)))
    equal, above, small = told.dots
    slope = (told.base - told.top) / (told.right - told.left)
    assert told.base - equal.y == pytest.approx((equal.x - told.left) * slope, abs=0.1)
    assert told.base - above.y > (above.x - told.left) * slope
    assert above.radius == equal.radius / 2
    assert small.radius < above.radius
    assert [one.text for one in told.ticks] == ["70%", "80%", "90%", "100%"]


def test_dots_that_lie_close_are_not_written_over() -> None:
    told = dots(tuple(_group(0.9 + n / 100, 0.9, 500 - n) for n in range(5)))
    assert sum(one.label is not None for one in told.dots) == 1
    far = dots((_group(0.2, 0.1, 5), _group(0.9, 0.9, 500)))
    assert [one.text for one in far.ticks] == ["20%", "40%", "60%", "80%", "100%"]


def test_a_week_is_a_column_and_a_square_grows_with_its_day() -> None:
    monday = 739_938  # 16 November 2026
    every = [Day(monday + n, n, min(n, 4), free=n == 0) for n in range(10)]
    told = heat(Days(tuple(every), (1, 2, 3, 4)))
    assert len({one.x for one in told.cells}) == 2
    assert told.cells[0].y == told.cells[7].y
    sizes = [one.size for one in told.cells[:5]]
    assert sizes == sorted(sizes)
    assert sizes[0] == 0
    assert told.rings
    assert [one.text for one in told.months] == ["Nov"]
    assert [one.most for one in told.shades] == [1, 2, 3, 4]


def test_months_close_together_are_not_written_over() -> None:
    last_week_of_may = 739_761  # 25 May 2026
    told = heat(Days(tuple(Day(last_week_of_may + n, 0, 0, free=False) for n in range(180)), ()))
    assert [one.text for one in told.months] == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    assert not told.rings


def test_parts_fill_their_bar_and_none_is_too_thin_to_see() -> None:
    told = stacks(("solid", "learning", "not seen"), [("gout", "1,002 cards", (1000, 2, 0))])
    (row,) = told.rows
    assert [(one.kind, one.count) for one in row.parts] == [("solid", 1000), ("learning", 2)]
    assert sum(one.width for one in row.parts) == pytest.approx(WIDTH, abs=0.2)
    assert row.parts[1].width >= 2
    assert [one.fits for one in row.parts] == [True, False]
    assert told.height == 42


def test_a_long_name_is_cut() -> None:
    told = stacks(("seen", "not seen"), [("A very long title " * 5, "1 card", (1, 0))])
    assert told.rows[0].short.endswith("…")
    assert told.rows[0].name.endswith("title ")
