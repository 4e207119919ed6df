"""Backups beside the app: at its start, once a study day, and told when they fail."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from studyapp.model import LearnerSettings
from studyapp.study import Desk, save_settings
from studyapp.web import backups
from studyapp.web.current import desk

START = datetime(2026, 3, 2, 12, tzinfo=UTC)


class _Clock:
    moment = START

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def opened(app: Flask) -> Desk:
    with app.app_context():
        found = desk()
    save_settings(found, LearnerSettings(zone="UTC"))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library-backups"


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_once_at_the_start_and_once_a_study_day(opened: Desk, folder: Path) -> None:
    clock = _Clock()
    keeper = backups.Keeper(opened, clock)
    for hours in (0, 1, 15, 17, 18, 39, 41):  # a study day begins at four in the morning
        clock.moment = START + timedelta(hours=hours)
        keeper.look()
    assert _names(folder) == [
        "2026-03-02T120000Z.sqlite",
        "2026-03-03T050000Z.sqlite",
        "2026-03-04T050000Z.sqlite",
    ]


def test_the_thread_makes_the_first_and_ends_when_told(opened: Desk, folder: Path) -> None:
    clock = _Clock()
    stop = threading.Event()
    keeper = backups.Keeper(opened, clock)
    thread = threading.Thread(target=keeper.watch, args=(stop, 0.01))
    thread.start()
    while not folder.exists() or len(list(folder.glob("*Z.sqlite"))) < 1:
        stop.wait(0.01)
    clock.moment = START + timedelta(days=1)
    while len(list(folder.glob("*Z.sqlite"))) < 2:
        stop.wait(0.01)
    stop.set()
    thread.join(20)
    assert not thread.is_alive()


def test_an_app_that_is_served_has_its_backups(app: Flask, folder: Path) -> None:
    with backups.kept(app):
        pass
    assert len(list(folder.glob("*Z.sqlite"))) == 1


def test_a_failure_is_told_and_studying_goes_on(
    app: Flask, opened: Desk, client: FlaskClient, folder: Path, token: str
) -> None:
    clock = _Clock()
    keeper = backups.Keeper(opened, clock)
    backups.provide(app, keeper)
    folder.write_text("a file where the folder should be")
    keeper.look()
    page = client.get("/")
    assert page.status_code == 200
    assert "No backup could be made: File exists." in page.text
    assert "What you study is saved all the same." in page.text
    assert f"It was to be in {folder}." in page.text
    started = client.post("/review/start", data={"csrf_token": token, "n": "2"})
    assert started.status_code == 303
    folder.unlink()
    keeper.look()
    assert "No backup" not in client.get("/").text
    assert len(_names(folder)) == 1


def test_a_library_that_cannot_be_read_does_not_end_the_backups(
    opened: Desk, folder: Path, tmp_path: Path
) -> None:
    clock = _Clock()
    keeper = backups.Keeper(opened, clock)
    file = tmp_path / "library.sqlite"
    opened.opened.close()
    whole = file.read_bytes()
    file.write_bytes(b"no database" * 1000)
    keeper.look()
    assert keeper.trouble.startswith("This file is not a database.")
    file.write_bytes(whole)
    keeper.look()
    assert keeper.trouble == ""
    assert len(_names(folder)) == 1


def test_help_says_where_everything_is(client: FlaskClient, folder: Path, tmp_path: Path) -> None:
    page = client.get("/help").text
    assert str(folder) in page
    assert str(tmp_path / "library.sqlite") in page
    assert "studyapp restore FILE" in page
