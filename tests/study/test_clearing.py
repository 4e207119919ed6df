"""Deleting everything: nothing is left, not even in the bytes of the file; a backup stays."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from studyapp.model import (
    CardRef,
    Deck,
    Document,
    LearnerSettings,
    Rating,
    ReviewId,
    StudyappError,
)
from studyapp.store.copying import contents, opened
from studyapp.study import (
    Desk,
    Fault,
    Holdings,
    Submission,
    answer,
    decks,
    delete_everything,
    holdings,
    load_deck,
    load_documents,
    load_drafts,
    open_desk,
    open_library,
    report,
    save_settings,
    settings,
    suspend,
    today,
    undo,
)
from studyapp.study.backups import backup_folder, make_backup, restore
from tests.postgres import Server

DeckMaker = Callable[..., Deck]
KEPT = {"alembic_version": 1, "users": 1}


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A file: its bytes are looked through, and a backup is put back (see its last test)."""
    return f"sqlite:///{tmp_path / 'library.sqlite'}"


@pytest.fixture
def full(desk: Desk, make_deck: DeckMaker, gout: Document, now: datetime) -> Desk:
    deck = make_deck(3)
    load_documents(desk, [gout], now)
    load_deck(desk, deck, now)
    load_drafts(desk, make_deck(2, number=2), now)
    refs = [CardRef(deck.id, card.id) for card in deck.cards]
    for number, ref in enumerate(refs):
        answer(desk, Submission(ReviewId(f"review-{number}"), ref, Rating.EASY), now)
    undo(desk, None, now)
    suspend(desk, refs[0], now)
    report(desk, refs[1], Fault.WRONG, "colchicine is misspelt", now)
    save_settings(desk, replace(LearnerSettings("Europe/London"), new_per_day=7))
    return desk


def test_nothing_is_left_but_the_settings(full: Desk, now: datetime) -> None:
    assert holdings(full) == Holdings(decks=2, cards=5, answers=3)
    path = full.opened.file()
    delete_everything(full, now)
    assert holdings(full) == Holdings(0, 0, 0)
    assert decks(full, now) == ()
    assert today(full, now).first
    assert settings(full).new_per_day == 7
    with opened(path) as connection:
        held = dict(contents(connection).tables)
    assert {name: count for name, count in held.items() if count} == KEPT
    full.opened.close()
    for file in path.parent.glob("library.sqlite*"):
        assert b"olchicine" not in file.read_bytes()


def test_the_library_is_ready_for_decks_again(
    full: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    delete_everything(full, now)
    load_deck(full, make_deck(2), now)
    assert today(full, now).new == 2


def test_the_backup_before_it_stays_and_can_be_put_back(full: Desk, now: datetime) -> None:
    made = delete_everything(full, now)
    assert made is not None
    assert made.path.name == "before-deleting-2026-03-02T120000Z.sqlite"
    for days in range(1, 15):
        make_backup(full, now + timedelta(days=days))
    assert made.path.parent == backup_folder(full)
    path = full.opened.file()
    full.opened.close()
    restore(made.path, path, now)
    with closing(open_library(f"sqlite:///{path}")) as library:
        assert holdings(open_desk(library, now)) == Holdings(decks=2, cards=5, answers=3)


def test_without_a_backup_nothing_is_deleted(full: Desk, now: datetime) -> None:
    folder = backup_folder(full)
    folder.write_text("a file where the folder should be")
    with pytest.raises(StudyappError) as raised:
        delete_everything(full, now)
    assert raised.value.message.startswith("No backup could be made")
    assert holdings(full).cards == 5


def test_on_a_server_everything_goes_without_a_backup(
    postgres: Server, make_deck: DeckMaker, now: datetime
) -> None:
    with postgres.ready() as url, closing(open_library(url)) as library:
        desk = open_desk(library, now)
        load_deck(desk, make_deck(2), now)
        assert delete_everything(desk, now) is None
        assert holdings(desk) == Holdings(0, 0, 0)
