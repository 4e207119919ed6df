from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from studyapp.model import StudyappError
from studyapp.store import Library, open_library
from studyapp.store.tables import Table


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = open_library(f"sqlite:///{tmp_path / 'library.sqlite'}")
    yield opened
    opened.close()


def test_an_empty_file_gets_all_tables(library: Library) -> None:
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


def test_opening_again_changes_nothing(library: Library, tmp_path: Path) -> None:
    library.close()
    before = (tmp_path / "library.sqlite").read_bytes()
    open_library(f"sqlite:///{tmp_path / 'library.sqlite'}").close()
    assert (tmp_path / "library.sqlite").read_bytes() == before


def test_a_database_from_a_newer_version_is_refused_and_kept(
    library: Library, tmp_path: Path
) -> None:
    with library.connection() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    library.close()
    file = tmp_path / "library.sqlite"
    before = file.read_bytes()
    with pytest.raises(StudyappError) as raised:
        open_library(f"sqlite:///{file}")
    assert raised.value.where == str(file)
    assert "newer version" in raised.value.message
    assert "upgrade" in raised.value.hint
    assert file.read_bytes() == before
