from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from studyapp.model import StudyappError, UserId
from studyapp.schedule import Plan, replay
from studyapp.store import Library, open_library
from studyapp.store.instants import from_micros
from studyapp.store.reviews import histories
from studyapp.store.tables import Table
from tests.store.released import tables_of


@pytest.fixture
def library(empty_database: str) -> Iterator[Library]:
    opened = open_library(empty_database)
    yield opened
    opened.close()


def test_an_empty_database_gets_all_tables(library: Library) -> None:
    with library.reading() as session:
        names = set(inspect(session.connection()).get_table_names())
    assert names == set(Table.metadata.tables) | {"alembic_version"}


def test_the_migrations_lead_to_the_tables_of_the_code(library: Library) -> None:
    with library.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Table.metadata) == []


def test_every_row_belongs_to_a_user() -> None:
    for name, table in Table.metadata.tables.items():
        assert name == "users" or "user_id" in table.c, name


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    """Not a byte of the file; what a server's files hold is its own affair."""
    open_library(f"sqlite:///{tmp_path / 'library.sqlite'}").close()
    before = (tmp_path / "library.sqlite").read_bytes()
    open_library(f"sqlite:///{tmp_path / 'library.sqlite'}").close()
    assert (tmp_path / "library.sqlite").read_bytes() == before


_OLD = (
    "INSERT INTO users VALUES (1, 0, 'UTC', 4, 0.9, 20)",
    "INSERT INTO decks VALUES (1, 1, 'deck', 'Deck', '', 0)",
    "INSERT INTO cards VALUES (1, 1, 1, 'c-1', 1, 'active', false, NULL, false, '', 1)",
    "INSERT INTO reviews VALUES (1, 1, 1, 'r-1', 4, 21600000000, 0, '', NULL, 705600000000, 8)",
)


def test_reviews_from_before_there_was_fuzz_keep_their_intervals(empty_database: str) -> None:
    tables_of(empty_database, "0001")
    engine = create_engine(empty_database)
    with engine.begin() as connection:
        for statement in _OLD:
            connection.execute(text(statement))
    engine.dispose()
    opened = open_library(empty_database)
    with opened.reading() as session:
        ((_, reviews),) = histories(session, UserId(1))
    opened.close()
    assert [one.fuzz for one in reviews] == [None]
    state = replay(reviews, Plan())
    assert state is not None
    assert state.due == from_micros(705_600_000_000)


def test_a_file_from_a_newer_version_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    library = open_library(f"sqlite:///{file}")
    with library.connection() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    library.close()
    before = file.read_bytes()
    with pytest.raises(StudyappError) as raised:
        open_library(f"sqlite:///{file}")
    assert raised.value.where == str(file)
    assert "newer version" in raised.value.message
    assert "upgrade" in raised.value.hint
    assert file.read_bytes() == before
