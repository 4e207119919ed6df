"""How values are kept: times as numbers, citations as text, statements compiled once."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import bindparam, create_engine, insert, select, update

from studyapp.model import (
    Citation,
    DayShare,
    LearnerSettings,
    Lines,
    NewCards,
    Order,
    Preferences,
    Side,
    SourceId,
    Theme,
    Typing,
    Weights,
)
from studyapp.store import places, settings
from studyapp.store.instants import from_micros, to_micros
from studyapp.store.prepared import Prepared
from studyapp.store.tables import Table, UserRow

LINES = st.tuples(st.integers(1, 900), st.integers(0, 11)).map(
    lambda pair: Lines(pair[0], pair[0] + pair[1])
)
CITATIONS = st.builds(
    Citation,
    source_id=st.text().map(SourceId),
    headings=st.lists(st.text(), max_size=3).map(tuple),
    lines=LINES,
    page=st.none() | st.integers(1, 99),
    quote=st.text(),
)
PLACES = st.lists(CITATIONS, min_size=1, max_size=3).map(tuple)
SIDES = st.lists(st.builds(Side, value=st.text(), citations=PLACES), max_size=2).map(tuple)


@given(st.datetimes(timezones=st.just(UTC)))
def test_times_come_back_as_they_were(at: datetime) -> None:
    assert from_micros(to_micros(at)) == at


@given(PLACES, SIDES)
def test_places_come_back_as_they_were(
    citations: tuple[Citation, ...], differs: tuple[Side, ...]
) -> None:
    assert places.load(places.dump(citations, differs)) == (citations, differs)


@pytest.mark.parametrize("style", ["qmark", "named"])
def test_a_prepared_statement_takes_either_style_of_parameters(style: str) -> None:
    add = Prepared(insert(UserRow), "created", "settings", "extra", "extra_new")
    move = Prepared(update(UserRow).where(UserRow.id == bindparam("row")), "settings")
    read = Prepared(select(UserRow.settings).where(UserRow.id == bindparam("row")).limit(1))
    engine = create_engine("sqlite://", paramstyle=style)
    Table.metadata.create_all(engine)
    with engine.begin() as connection:
        add.do(connection, created=0, settings="{}", extra=0, extra_new=0)
        move.do(connection, row=1, settings='{"zone": "UTC"}')
        assert read.all(connection, row=1) == [('{"zone": "UTC"}',)]
        assert read.all(connection, row=2) == []
    engine.dispose()


def test_settings_come_back_as_they_were() -> None:
    wanted = LearnerSettings(
        zone="Asia/Tokyo",
        retention=0.85,
        learning=(30, 900),
        relearning=(),
        week=(DayShare.FEW, *(DayShare.FULL,) * 5, DayShare.HALF),
        order=Order.RISK,
        new_cards=NewCards.LAST,
        siblings_apart=False,
        preferences=Preferences(Typing.OFF, two_buttons=True, theme=Theme.DARK, timed=False),
        weights=Weights("FSRS-6", (0.25, 1.5), reviews=812, fitted="2026-03-02"),
    )
    assert settings.load(settings.dump(wanted)) == wanted


def test_settings_of_an_older_or_newer_version_are_read_as_far_as_they_go() -> None:
    text = '{"zone": "UTC", "retention": 0.8, "unheard_of": 1, "preferences": {"colour": "red"}}'
    assert settings.load(text) == LearnerSettings(zone="UTC", retention=0.8)
