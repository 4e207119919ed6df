"""Backups: proved, rotated, and in nobody's way."""

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from studyapp.model import CardRef, Deck, Rating, ReviewId, StudyappError
from studyapp.store.copying import opened, prove
from studyapp.study import Desk, Submission, answer, load_deck, open_desk, open_library
from studyapp.study.backups import backup_folder, keeps_backups, make_backup, save_as
from tests.postgres import Server

DeckMaker = Callable[..., Deck]


def _answer(desk: Desk, deck: Deck, number: int, now: datetime) -> None:
    ref = CardRef(deck.id, deck.cards[number % len(deck.cards)].id)
    answer(desk, Submission(ReviewId(f"r{number}"), ref, Rating.GOOD), now)


def _reviews(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
    return int(count)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A file: the program makes no backups of a library on a server (see its last test)."""
    return f"sqlite:///{tmp_path / 'library.sqlite'}"


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, now: datetime) -> Deck:
    made = make_deck(5)
    load_deck(desk, made, now)
    return made


def _damage(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_reviews_card'"
        ).fetchone()
    with file.open("r+b") as raw:
        raw.seek((root - 1) * 4096)
        raw.write(b"\x07" * 4096)


def test_a_backup_is_one_file_that_is_a_library(desk: Desk, deck: Deck, now: datetime) -> None:
    _answer(desk, deck, 0, now)
    made = make_backup(desk, now)
    assert made.path == backup_folder(desk) / "2026-03-02T120000Z.sqlite"
    assert made.contents.count("cards") == 5
    assert made.contents.count("reviews") == 1
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    library = open_library(f"sqlite:///{made.path}")
    assert open_desk(library, now).user == desk.user
    library.close()


def test_a_backup_holds_what_was_there_when_it_was_made(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    made = make_backup(desk, now)
    _answer(desk, deck, 0, now)
    assert (_reviews(made.path), _reviews(desk.opened.file())) == (0, 1)


def test_every_backup_under_load_is_whole(desk: Desk, deck: Deck, now: datetime) -> None:
    times = [now + timedelta(seconds=number) for number in range(300)]
    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(_answer, desk, deck, number, at) for number, at in enumerate(times)]
        made = [make_backup(desk, now + timedelta(hours=number)) for number in range(3)]
        for one in answers:
            one.result()
    counts = [one.contents.count("reviews") for one in made]
    assert counts == sorted(counts)
    assert all(_reviews(one.path) == one.contents.count("reviews") for one in made)
    assert _reviews(desk.opened.file()) == 300


def test_old_backups_go_and_strange_files_stay(desk: Desk, now: datetime) -> None:
    folder = backup_folder(desk)
    folder.mkdir()
    (folder / "mine.sqlite").write_text("notes")
    for number in range(40):
        make_backup(desk, now + timedelta(days=number))
    names = sorted(path.name for path in folder.iterdir())
    assert names.pop() == "mine.sqlite"
    assert [name[5:10] for name in names] == [
        *("03-22", "03-29", "03-31", "04-04", "04-05", "04-06", "04-07", "04-08"),
        *("04-09", "04-10"),
    ]


def test_what_was_cut_off_is_swept_up(desk: Desk, now: datetime) -> None:
    folder = backup_folder(desk)
    for name, age in ((".unfinished-old", 2), (".unfinished-new", 0)):
        (folder / name).mkdir(parents=True)
        (folder / name / "part").write_text("half")
        at = (now - timedelta(hours=age)).timestamp()
        os.utime(folder / name, (at, at))
    make_backup(desk, now)
    assert not (folder / ".unfinished-old").exists()
    assert (folder / ".unfinished-new").exists()


def test_a_copy_that_lost_a_row_is_no_backup(desk: Desk, deck: Deck, now: datetime) -> None:
    _answer(desk, deck, 0, now)
    made = make_backup(desk, now)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM reviews")
    with pytest.raises(Exception, match="not hold as many rows"):
        prove(made.path, made.contents, made.path.with_name("scratch"))
    assert not made.path.with_name("scratch").exists()


@pytest.mark.usefixtures("deck")
def test_a_copy_whose_rows_do_not_fit_is_no_backup(desk: Desk, now: datetime) -> None:
    made = make_backup(desk, now)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as connection:
        connection.execute("UPDATE cards SET deck_row = 99")
    with pytest.raises(Exception, match="rows that are not there"):
        prove(made.path, made.contents, made.path.with_name("scratch"))


def test_a_damaged_library_takes_no_backup_away(desk: Desk, deck: Deck, now: datetime) -> None:
    good = [make_backup(desk, now + timedelta(minutes=number)).path for number in range(3)]
    _answer(desk, deck, 0, now)
    _damage(desk.opened.file())
    later = now + timedelta(days=1)
    with pytest.raises(StudyappError, match="No backup could be made") as refused:
        make_backup(desk, later)
    assert "saved all the same" in refused.value.hint
    assert sorted(backup_folder(desk).iterdir()) == good


def test_a_place_that_cannot_be_written(desk: Desk, now: datetime) -> None:
    backup_folder(desk).write_text("a file where the folder should be")
    with pytest.raises(StudyappError, match="No backup could be made: File exists") as refused:
        make_backup(desk, now)
    assert refused.value.where == str(backup_folder(desk))


def test_a_disk_without_room(desk: Desk, deck: Deck, now: datetime) -> None:
    resource = pytest.importorskip("resource", reason="Windows limits no file")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(StudyappError, match="No backup could be made: disk"):
            make_backup(desk, now)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(backup_folder(desk).iterdir()) == []
    assert len(deck.cards) == 5


def test_a_backup_where_one_wants_it(desk: Desk, now: datetime, tmp_path: Path) -> None:
    made = save_as(desk.opened.file(), tmp_path / "mine.sqlite")
    again = save_as(desk.opened.file(), tmp_path / "mine.sqlite")
    assert made == again
    with opened(again.path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert now is not None


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("library.sqlite", "This is the library itself."),
        ("notes.md", "This file is no backup of a library; it was not replaced."),
        ("", "This is a folder."),
        ("nowhere/mine.sqlite", "There is no such folder."),
    ],
)
def test_targets_that_are_refused(desk: Desk, tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "notes.md").write_text("my notes")
    with pytest.raises(StudyappError) as refused:
        save_as(desk.opened.file(), tmp_path / name)
    assert refused.value.message == message
    assert refused.value.hint
    assert (tmp_path / "notes.md").read_text() == "my notes"


def test_a_library_on_a_server_is_not_backed_up_from_here(postgres: Server, now: datetime) -> None:
    with postgres.ready() as url:
        library = open_library(url)
        desk = open_desk(library, now)
        assert not keeps_backups(desk)
        with pytest.raises(StudyappError, match=r"not in a file\. Back it up with pg_dump"):
            make_backup(desk, now)
        library.close()
