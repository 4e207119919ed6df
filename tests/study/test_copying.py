"""A library in another database: all of it, as it was, or nothing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from studyapp.model import Rating, ReviewId, StudyappError
from studyapp.store import LibraryError
from studyapp.store.tables import Table
from studyapp.study import Library, Submission, answer, card_page, open_desk, open_library
from studyapp.study.copying import Copied, Step, copy_library
from tests.postgres import Server
from tests.store.released import START, STUDIED, fill, ref, rows_of

LATER = START + timedelta(days=30)


@pytest.fixture
def held(tmp_path: Path) -> str:
    """The URL of a library with something in every table."""
    url = f"sqlite:///{tmp_path / 'held.sqlite'}"
    fill(url)
    return url


@contextmanager
def _both(source: str, target: str) -> Iterator[tuple[Library, Library]]:
    with closing(open_library(source)) as one, closing(open_library(target)) as other:
        yield one, other


def _copy(source: str, target: str) -> Copied:
    with _both(source, target) as both:
        return copy_library(*both, _unheard)


def _unheard(step: Step) -> None:
    del step


def _execute(url: str, statement: str) -> None:
    with closing(open_library(url)) as library, library.connection() as connection:
        connection.execute(text(statement))


def _refusal(source: str, target: str) -> StudyappError:
    """How the copy is refused; the target is then as empty as before."""
    with pytest.raises(StudyappError) as refused:
        _copy(source, target)
    assert not any(rows_of(target)[name] for name in Table.metadata.tables)
    return refused.value


def test_everything_arrives_as_it_was(database: str, another_database: str) -> None:
    fill(database)
    copied = _copy(database, another_database)
    rows = rows_of(database)
    assert all(rows[name] for name in Table.metadata.tables)
    assert rows_of(another_database) == rows
    assert (copied.decks, copied.cards, copied.answers) == (2, 9, len(rows["reviews"]))


def test_study_goes_on_in_the_copy(database: str, another_database: str) -> None:
    fill(database)
    _copy(database, another_database)
    pages = []
    for url in (database, another_database):
        with closing(open_library(url)) as library:
            desk = open_desk(library, LATER)
            given = Submission(ReviewId("review-after-copy"), ref(STUDIED, 1), Rating.GOOD)
            for _ in range(2):
                answer(desk, given, LATER)
            pages.append(card_page(desk, ref(STUDIED, 1), LATER))
    assert pages[0] == pages[1]
    assert rows_of(another_database)["reviews"] == rows_of(database)["reviews"]


def test_there_and_back(held: str, database: str, tmp_path: Path) -> None:
    back = f"sqlite:///{tmp_path / 'back.sqlite'}"
    _copy(held, database)
    _copy(database, back)
    assert rows_of(back) == rows_of(held)


def test_it_is_told_how_far_it_is(held: str, database: str) -> None:
    steps: list[Step] = []
    with _both(held, database) as both:
        copy_library(*both, steps.append)
    stages = list(dict.fromkeys(one.stage for one in steps))
    assert set(stages) == {*Table.metadata.tables, "check"}
    assert stages[-1] == "check"
    last = {one.stage: one for one in steps}
    assert all(one.done == one.total > 0 for one in last.values())


def test_the_copy_is_of_one_moment(database: str, tmp_path: Path) -> None:
    """What is answered while it is made is not in it, in no table."""
    fill(database)
    before = rows_of(database)
    target = f"sqlite:///{tmp_path / 'target.sqlite'}"
    with _both(database, target) as (source, copy):
        desk = open_desk(source, LATER)

        def meanwhile(step: Step) -> None:
            review = ReviewId(f"{step.stage}-{step.done}")
            answer(desk, Submission(review, ref(STUDIED, 1), Rating.GOOD), LATER)

        copy_library(source, copy, meanwhile)
    assert rows_of(target) == before
    assert len(rows_of(database)["reviews"]) > len(before["reviews"])


def test_a_target_with_something_in_it_is_refused_and_kept(held: str, database: str) -> None:
    with closing(open_library(database)) as library:
        open_desk(library, START)
    before = rows_of(database)
    with pytest.raises(StudyappError) as refused:
        _copy(held, database)
    assert refused.value.message == "There is something in this library already."
    assert "Nothing was copied." in refused.value.hint
    assert rows_of(database) == before


def test_a_library_into_itself_is_refused(held: str) -> None:
    with pytest.raises(StudyappError, match="something in this library already"):
        _copy(held, held)


def test_a_source_with_nothing_in_it(database: str, tmp_path: Path) -> None:
    refusal = _refusal(f"sqlite:///{tmp_path / 'empty.sqlite'}", database)
    assert refusal.where == str(tmp_path / "empty.sqlite")
    assert refusal.message == "There is nothing in this library."


def test_a_memory_that_its_answers_do_not_give(held: str, database: str) -> None:
    _execute(held, "UPDATE memory SET lapses = 99 WHERE card_row = 1")
    refusal = _refusal(held, database)
    assert refusal.message == (
        "The memory of card c-0000000000000001 is not what its answers give."
    )


def test_the_last_digits_of_another_machine_are_no_matter(held: str, database: str) -> None:
    _execute(held, "UPDATE memory SET stability = stability * 1.0000002")
    _copy(held, database)
    assert rows_of(database)["memory"] == rows_of(held)["memory"]


CHANGING = {
    "sqlite": (
        (
            "CREATE TRIGGER worse AFTER INSERT ON decks"
            " BEGIN UPDATE decks SET note = 'other' WHERE id = NEW.id; END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION worse() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN NEW.note = 'other'; RETURN NEW; END $$"
        ),
        "CREATE TRIGGER worse BEFORE INSERT ON decks FOR EACH ROW EXECUTE FUNCTION worse()",
    ),
}


def test_a_target_that_changes_what_it_is_given(held: str, database: str) -> None:
    for statement in CHANGING[database.partition(":")[0].partition("+")[0]]:
        _execute(database, statement)
    refusal = _refusal(held, database)
    assert refusal.message == "The rows of the table decks did not arrive as they were."


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE card_versions SET answer = 'a' || char(0)", "NUL"),
        ("UPDATE reviews SET wording = printf('%0100d', 0)", "value too long"),
    ],
)
def test_what_only_a_file_can_hold(held: str, postgres: Server, statement: str, said: str) -> None:
    _execute(held, statement)
    with postgres.empty() as target:
        refusal = _refusal(held, target)
    assert said in refusal.message


def test_a_disk_that_is_full(held: str, postgres: Server) -> None:
    with postgres.ready() as target:
        for statement in (
            (
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql"
                " AS $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$"
            ),
            "CREATE TRIGGER full_disk BEFORE INSERT ON reversals EXECUTE FUNCTION full_disk()",
        ):
            _execute(target, statement)
        refusal = _refusal(held, target)
    assert isinstance(refusal, LibraryError)
    assert refusal.message == "The disk refused to store this."
