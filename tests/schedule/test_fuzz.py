"""Fuzz keeps to the bounds of Anki."""

from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule.fuzz import Span, fuzz_days, fuzz_span

INTERVALS = st.floats(0, 60) | st.floats(0, 40_000)


@pytest.mark.parametrize(
    ("interval", "days"),
    [(0, 0), (2.49, 0), (2.5, 1), (7, 1.675), (10, 1.975), (20, 2.975), (100, 6.975)],
)
def test_how_far_an_interval_may_move(interval: float, days: float) -> None:
    assert fuzz_days(interval) == pytest.approx(days)


@pytest.mark.parametrize(
    ("interval", "span"),
    [
        (0.2, Span(1, 1)),
        (1, Span(1, 1)),
        (2.4, Span(2, 2)),
        (3, Span(2, 4)),
        (5, Span(4, 6)),
        (8.3, Span(6, 10)),
        (20, Span(17, 23)),
        (100, Span(93, 107)),
        (1000, Span(948, 1052)),
    ],
)
def test_between_which_days_it_may_move(interval: float, span: Span) -> None:
    assert fuzz_span(interval, 1, 36_500) == span


def test_least_and_most_cut_the_span() -> None:
    assert fuzz_span(20, 19, 36_500) == Span(19, 23)
    assert fuzz_span(20, 1, 20) == Span(17, 20)
    assert fuzz_span(3, 10, 36_500) == Span(10, 12)
    assert fuzz_span(50, 1, 10) == Span(8, 10)


def test_an_interval_fixed_by_its_bounds_is_left_a_second_day() -> None:
    assert fuzz_span(2.5, 4, 36_500).days > 1
    assert fuzz_span(3, 4, 4) == Span(4, 4)


@given(interval=INTERVALS)
def test_a_span_is_around_its_interval_and_no_wider_than_the_fuzz(interval: float) -> None:
    span = fuzz_span(interval, 1, 40_000)
    middle, fuzz = max(interval, 1), fuzz_days(max(interval, 1))
    assert middle - fuzz - 0.5 <= span.first <= middle + 0.5
    assert middle - 0.5 <= span.last <= middle + fuzz + 0.5
    assert (span.days == 1) == (interval < 2.5)


@given(interval=INTERVALS, least=st.integers(1, 500), more=st.integers(0, 500))
def test_a_span_keeps_to_least_and_most(interval: float, least: int, more: int) -> None:
    span = fuzz_span(interval, least, least + more)
    assert least <= span.first <= span.last <= least + more


@given(
    first=st.integers(1, 40_000),
    days=st.integers(1, 4_000),
    place=st.floats(0, 1, exclude_max=True),
    part=st.integers(0, 1023),
)
def test_a_fuzz_tells_its_interval_exactly(first: int, days: int, place: float, part: int) -> None:
    span = Span(first, first + days - 1)
    interval = first + floor(place * days)
    fuzz = span.fuzz(interval, (part + 0.5) / 1024)
    assert 0 <= fuzz < 1
    assert span.at(fuzz) == interval


@given(first=st.integers(1, 100), days=st.integers(1, 50), fuzz=st.floats(0, 1))
def test_any_fuzz_falls_within_the_span(first: int, days: int, fuzz: float) -> None:
    span = Span(first, first + days - 1)
    assert first <= span.at(fuzz) <= span.last
