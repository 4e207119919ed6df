from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.store.rotation import DAYS, MONTHS, NEWEST, WEEKS, worth_keeping

START = date(2026, 1, 5)


def _kept(days: list[date]) -> list[date]:
    return [days[place] for place in sorted(worth_keeping(days))]


def test_a_year_of_daily_backups() -> None:
    days = [START + timedelta(days=number) for number in range(365)]
    assert [f"{day:%d %b %y}" for day in _kept(days)] == [
        *("31 Aug 26", "30 Sep 26", "31 Oct 26", "30 Nov 26", "20 Dec 26", "27 Dec 26"),
        *("29 Dec 26", "30 Dec 26", "31 Dec 26", "01 Jan 27", "02 Jan 27", "03 Jan 27"),
        "04 Jan 27",
    ]


def test_many_starts_on_one_day_leave_the_days_before() -> None:
    days = [START, START + timedelta(days=1), *[START + timedelta(days=2)] * 50]
    assert sorted(worth_keeping(days)) == [0, 1, 49, 50, 51]


def test_a_long_pause_costs_nothing() -> None:
    week = [START + timedelta(days=number) for number in range(7)]
    after = [START + timedelta(days=3000)]
    assert set(week[1:]) <= set(_kept(week + after))


DATES = st.lists(st.dates(date(2024, 1, 1), date(2030, 1, 1)), max_size=80).map(sorted)


@given(DATES)
def test_never_too_many_and_the_last_always(days: list[date]) -> None:
    kept = worth_keeping(days)
    assert len(kept) <= NEWEST + DAYS + WEEKS + MONTHS
    assert set(range(len(days))[-NEWEST:]) <= kept


@given(DATES)
def test_what_was_let_go_is_never_wanted_again(days: list[date]) -> None:
    """Rotating after each backup keeps the same as rotating once at the end."""
    left: list[date] = []
    for day in days:
        left.append(day)
        left = _kept(left)
    assert left == _kept(days)
