"""What holds for a library in any kind of database."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from studyapp.model import LearnerSettings, StudyappError
from studyapp.store import Library, joined, open_library
from studyapp.store.instants import from_micros
from studyapp.store.learners import add_learner, settings_of


@pytest.fixture
def library(database: str) -> Iterator[Library]:
    opened = open_library(database)
    yield opened
    opened.close()


def test_what_fails_half_way_is_undone(library: Library) -> None:
    def fail() -> None:
        with library.writing() as session:
            session.execute(text("DELETE FROM alembic_version"))
            msg = "half way"
            raise RuntimeError(msg)

    with pytest.raises(RuntimeError):
        fail()
    with library.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_what_fails_half_way_on_the_quick_path_is_undone(library: Library) -> None:
    def fail() -> None:
        with library.quick() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("DELETE FROM alembic_version")
            msg = "half way"
            raise RuntimeError(msg)

    with pytest.raises(RuntimeError):
        fail()
    with library.quick() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("SELECT count(*) FROM alembic_version")
        assert cursor.fetchone() == (1,)


def test_other_statements_may_be_on_the_quick_path(library: Library) -> None:
    with library.quick() as connection:
        connection.connection.cursor().execute("UPDATE alembic_version SET version_num = '7'")
        with joined(connection) as session:
            user = add_learner(session, LearnerSettings(zone="UTC"), from_micros(0))
            assert settings_of(session, user).zone == "UTC"
        connection.connection.cursor().execute("UPDATE users SET created = created + 1")
        with joined(connection) as session:
            assert session.scalar(text("SELECT created FROM users")) == 1
            assert session.scalar(text("SELECT version_num FROM alembic_version")) == "7"
    with library.reading() as session:
        assert session.scalar(text("SELECT created FROM users")) == 1
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "7"


def test_a_session_that_did_not_join_in_ends_nothing(tmp_path: Path) -> None:
    library = open_library(f"sqlite:///{tmp_path / 'library.sqlite'}")

    def stray() -> None:
        with library.quick() as connection, Session(connection) as session:
            session.scalar(text("SELECT 1"))

    with pytest.raises(RuntimeError, match="joined"):
        stray()
    library.close()


def test_two_libraries_on_one_database_lose_no_write(database: str) -> None:
    libraries = [open_library(database) for _ in range(2)]
    with libraries[0].connection() as connection:
        connection.execute(text("CREATE TABLE tally (n INTEGER)"))
        connection.execute(text("INSERT INTO tally VALUES (0)"))

    def add(number: int) -> None:
        with libraries[number % 2].connection() as connection:
            seen = connection.scalar(text("SELECT n FROM tally"))
            connection.execute(text("UPDATE tally SET n = :n"), {"n": seen + 1})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(80)))
    with libraries[1].reading() as session:
        assert session.scalar(text("SELECT n FROM tally")) == 80
    for one in libraries:
        one.close()


def test_a_view_is_of_one_moment(library: Library) -> None:
    count = text("SELECT count(*) FROM alembic_version")
    with library.reading() as session:
        before = session.scalar(count)
        with library.connection() as connection:
            connection.execute(text("INSERT INTO alembic_version VALUES ('another')"))
        assert session.scalar(count) == before == 1
    with library.reading() as session:
        assert session.scalar(count) == 2


def test_a_database_of_another_program_is_refused_and_kept(database: str) -> None:
    library = open_library(database)
    with library.connection() as connection:
        connection.execute(text("ALTER TABLE alembic_version RENAME TO recipes"))
    library.close()
    with pytest.raises(StudyappError) as refused:
        open_library(database)
    assert refused.value.where == library.where
    assert refused.value.message == "This database belongs to another program."
    assert "left as it is" in refused.value.hint


def test_a_database_from_a_newer_version_is_refused(database: str) -> None:
    library = open_library(database)
    with library.connection() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    library.close()
    with pytest.raises(StudyappError) as refused:
        open_library(database)
    assert refused.value.where == library.where
    assert refused.value.message == "A newer version of studyapp wrote this database."
    assert "upgrade" in refused.value.hint
