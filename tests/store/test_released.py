"""A library of every schema that was given out comes up to date with all it holds."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine, func, insert, select, text
from sqlalchemy.exc import DatabaseError

from studyapp.model import LearnerSettings, Rating, ReviewId
from studyapp.store import Library, open_library
from studyapp.store.acts import adjustments_of
from studyapp.store.backups import save_as
from studyapp.store.cards import cards_of
from studyapp.store.copying import check, contents, opened
from studyapp.store.decks import find_deck
from studyapp.store.learners import settings_of
from studyapp.store.memory import columns_of, standings
from studyapp.store.migrate import revisions
from studyapp.store.restoring import restore
from studyapp.store.reviews import reviews_of
from studyapp.store.tables import Table
from studyapp.study import Desk, Submission, answer, card_page, decks, drafts, open_desk
from studyapp.study.desk import plan_for
from studyapp.study.folding import folded
from tests.store.released import DRAFTED, SCHEMAS, START, STUDIED, ref, rows_of, tables_of, write

RELEASED = sorted(path.stem for path in SCHEMAS.glob("*.sql"))
LATER = START + timedelta(days=30)


def _made(schema: str, folder: Path) -> Path:
    """A library as a version of that schema left it."""
    file = folder / "library.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((SCHEMAS / f"{schema}.sql").read_text(encoding="utf-8"))
    return file


def _moved(file: Path, schema: str, url: str) -> None:
    """The same library in a database of another kind, as that version would have left it."""
    tables_of(url, schema)
    engine = create_engine(url)
    tables = MetaData()
    tables.reflect(engine)
    before = rows_of(f"sqlite:///{file}")
    with engine.begin() as connection:
        for table in tables.sorted_tables:
            if table.name != "alembic_version":
                connection.execute(insert(table), before[table.name])
            if "id" in table.c:
                last = len(before[table.name])
                connection.execute(select(func.setval(f"{table.name}_id_seq", last)))
    engine.dispose()


@pytest.fixture(params=RELEASED)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return _made(request.param, tmp_path)


@pytest.fixture
def library_of_old(file: Path, request: pytest.FixtureRequest, empty_database: str) -> str:
    """A library of each schema in each kind of database: its URL."""
    schema = request.node.callspec.params["file"]
    if empty_database.startswith("sqlite"):
        return f"sqlite:///{file}"
    _moved(file, schema, empty_database)
    return empty_database


def test_every_schema_is_here() -> None:
    assert sorted(revisions()) == RELEASED, "run: python -m tests.store.released"


def test_something_is_in_every_table(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    write(file)
    rows = rows_of(f"sqlite:///{file}")
    assert all(rows[name] for name in Table.metadata.tables)


def test_nothing_is_lost_on_the_way(library_of_old: str) -> None:
    before = rows_of(library_of_old)
    open_library(library_of_old).close()
    after = rows_of(library_of_old)
    for table in before.keys() & Table.metadata.tables.keys():
        kept = before[table][0].keys() & after[table][0].keys()
        assert [{name: row[name] for name in kept} for row in before[table]] == [
            {name: row[name] for name in kept} for row in after[table]
        ], table
    assert before.keys() - {"alembic_version"} <= after.keys()


def test_it_becomes_what_the_code_means(library_of_old: str) -> None:
    library = open_library(library_of_old)
    with library.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Table.metadata) == []
    library.close()


def test_a_file_is_sound_afterwards(file: Path) -> None:
    open_library(f"sqlite:///{file}").close()
    with opened(file) as connection:
        check(connection)


def _study_goes_on(library: Library) -> None:
    """What the learner knew, said and decided is there, and the next answer counts."""
    desk = open_desk(library, LATER)
    with library.reading() as session:
        assert settings_of(session, desk.user) == LearnerSettings("Europe/London", 3, 0.88, 7)
    _memory_is_replay(desk)
    studied, drafted = decks(desk, LATER)
    assert (studied.id, studied.cards) == (STUDIED, 4)  # the fifth was withdrawn
    triage = drafts(desk, DRAFTED)
    assert (triage.kept, triage.discarded, len(triage.waiting), drafted.drafts) == (1, 1, 2, 2)
    edited = card_page(desk, ref(STUDIED, 2), LATER)
    assert edited.card.question == "My own question?"
    assert [one.undone for one in card_page(desk, ref(STUDIED, 2), LATER).reviews].count(True) == 1
    reviews = len(card_page(desk, ref(STUDIED, 1), LATER).reviews)
    submission = Submission(ReviewId("review-after-upgrade"), ref(STUDIED, 1), Rating.GOOD)
    for _ in range(2):
        answer(desk, submission, LATER)
    assert len(card_page(desk, ref(STUDIED, 1), LATER).reviews) == reviews + 1
    _memory_is_replay(desk)


def _memory_is_replay(desk: Desk) -> None:
    with desk.opened.reading() as session:
        plan = plan_for(settings_of(session, desk.user))
        row = find_deck(session, desk.user, STUDIED).row
        for card in cards_of(session, desk.user, row):
            every = reviews_of(session, desk.user, card.row)
            counted = tuple(one.review for one in every if not one.undone)
            held = standings(session, [card.row])[card.row]
            said = adjustments_of(session, desk.user, card.row)
            assert columns_of(held) == columns_of(folded(card, counted, plan, said))


def test_study_goes_on(library_of_old: str) -> None:
    library = open_library(library_of_old)
    _study_goes_on(library)
    library.close()


def test_a_backup_of_any_schema_can_be_restored(file: Path, tmp_path: Path) -> None:
    place = tmp_path / "place" / "library.sqlite"
    with opened(file) as connection:
        held = contents(connection)
    assert restore(file, place, LATER).contents == held
    library = open_library(f"sqlite:///{place}")
    _study_goes_on(library)
    library.close()
    assert save_as(place, tmp_path / "again.sqlite").contents.count("reviews") == 12


def test_an_upgrade_that_fails_half_way_leaves_nothing_behind(empty_database: str) -> None:
    engine = create_engine(empty_database)
    with engine.begin() as connection:
        # in the way of the last table
        connection.execute(text("CREATE VIEW reversals AS SELECT 1 AS one"))
    engine.dispose()
    with pytest.raises(DatabaseError, match="reversals"):
        open_library(empty_database)
    assert rows_of(empty_database) == {}
