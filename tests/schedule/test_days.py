from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import day_start, is_zone, offset_at, study_day

ZONES = (
    "UTC",
    "Europe/London",
    "America/New_York",
    "America/Santiago",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
)


def _day(at: datetime, zone: str, rollover: int) -> date:
    return study_day(at, offset_at(at, zone), rollover)


def test_a_day_begins_at_the_rollover_hour() -> None:
    assert study_day(datetime(2026, 3, 2, 3, 59, tzinfo=UTC), 0, 4) == date(2026, 3, 1)
    assert study_day(datetime(2026, 3, 2, 4, 0, tzinfo=UTC), 0, 4) == date(2026, 3, 2)


def test_a_day_is_the_learners_own() -> None:
    at = datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert study_day(at, 0, 4) == date(2026, 3, 2)
    assert study_day(at, 12 * 60, 4) == date(2026, 3, 3)
    assert study_day(at, -14 * 60, 4) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25), (date(2026, 6, 1), 24)],
)
def test_days_across_a_clock_change_have_their_true_length(day: date, hours: int) -> None:
    start = day_start(day, "Europe/London", 4)
    end = day_start(day + timedelta(days=1), "Europe/London", 4)
    assert end - start == timedelta(hours=hours)


def test_an_evening_before_a_short_night_is_one_day_from_the_evening_after() -> None:
    evening = datetime(2026, 3, 28, 23, tzinfo=UTC)
    next_evening = evening + timedelta(hours=23)
    days = [_day(at, "Europe/London", 4) for at in (evening, next_evening)]
    assert (days[1] - days[0]).days == 1


def test_a_rollover_hour_that_the_clocks_skip() -> None:
    start = day_start(date(2026, 3, 8), "America/New_York", 2)
    assert start == datetime(2026, 3, 8, 7, tzinfo=UTC)
    assert _day(start, "America/New_York", 2) == date(2026, 3, 8)


def test_a_rollover_hour_that_comes_twice() -> None:
    assert day_start(date(2026, 11, 1), "America/New_York", 1) == datetime(
        2026, 11, 1, 5, tzinfo=UTC
    )


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2016, 1, 1), date(2035, 12, 31)),
    rollover=st.integers(0, 23),
)
def test_a_day_begins_where_the_last_one_ends(zone: str, day: date, rollover: int) -> None:
    start = day_start(day, zone, rollover)
    assert _day(start, zone, rollover) == day
    assert _day(start - timedelta(seconds=1), zone, rollover) == day - timedelta(days=1)


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2016, 1, 1), date(2035, 1, 1)),
    rollover=st.integers(0, 23),
)
def test_days_never_run_backwards(zone: str, day: date, rollover: int) -> None:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    moments = [start + timedelta(minutes=30 * step) for step in range(120)]
    days = [_day(at, zone, rollover) for at in moments]
    assert all(before <= after for before, after in pairwise(days))


@pytest.mark.parametrize("name", ["Europe/London", "UTC", "Etc/GMT-2"])
def test_known_zones(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize("name", ["", "Nowhere", "../etc/passwd", "/etc/localtime", "Europe"])
def test_unknown_zones(name: str) -> None:
    assert not is_zone(name)
