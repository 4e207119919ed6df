"""A full disk, a file not to be written, a lock: a page says so, and nothing is lost."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from studyapp.config import Settings
from studyapp.model import StudyappError
from studyapp.store.lock import WriteLock
from studyapp.web import create_app
from studyapp.web.current import desk

SHELF = Path(__file__).parents[1] / "browser" / "shelf"
DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
BEFORE, WANTED = "b" * 32, "a" * 32
Trouble = Callable[[Flask, Path], AbstractContextManager[None]]


def _form(token: str, review: str, number: int = 1) -> dict[str, str]:
    card = f"c-{number:016x}"
    return {"deck": DECK, "card": card, "review": review, "rating": "3", "csrf_token": token}


def _token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert found
    return found[1]


def _kept(file: Path) -> list[str]:
    """The ids of the reviews in the library, as another program reads them."""
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in other.execute("SELECT review FROM reviews ORDER BY id")]


def _writers(app: Flask) -> list[sqlite3.Connection]:
    """The app's own connections for writing, to be troubled with SQLite's own settings."""
    with app.app_context():
        library = desk().opened
    found: list[sqlite3.Connection] = []
    for transaction in (library.quick, library.connection):
        with transaction() as connection:
            raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        found.append(raw)
    return found


@contextmanager
def refusing(app: Flask, file: Path) -> Iterator[None]:
    """A disk that takes no more than a page of any file."""
    del app, file
    resource = pytest.importorskip("resource", reason="Windows limits no file")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def readonly(app: Flask, file: Path) -> Iterator[None]:
    """A database that only lets itself be read."""
    del file
    every = _writers(app)
    for raw in every:
        raw.execute("PRAGMA query_only = ON")
    yield
    for raw in every:
        raw.execute("PRAGMA query_only = OFF")


@contextmanager
def locked(app: Flask, file: Path) -> Iterator[None]:
    """Another program in the middle of writing."""
    del app
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def taken(app: Flask, file: Path) -> Iterator[None]:
    """Another studyapp in the middle of writing."""
    del app
    lock = WriteLock(file, 1.0)
    with lock.held():
        yield
    lock.close()


FULL = ("The disk refused to store this", "Make room on the disk, then try again.")
READ_ONLY = ("The database cannot be written", "Check that you may write the file")
BUSY = ("Another program is writing to the database", "Close the other program")


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(refusing, FULL), (readonly, READ_ONLY), (locked, BUSY), (taken, BUSY)],
)
def test_what_fails_is_said_and_nothing_is_lost(
    app: Flask, tmp_path: Path, trouble: Trouble, words: tuple[str, str]
) -> None:
    file = tmp_path / "library.sqlite"
    client = app.test_client()
    token = _token(client)
    assert client.post("/review/answer", data=_form(token, BEFORE)).status_code == 303
    with trouble(app, file):
        refused = client.post("/review/answer", data=_form(token, WANTED, 2))
        seen = client.get("/")
    assert refused.status_code == 503
    for said in (*words, f"The library is {file}.", "This was not saved; what you did before is."):
        assert said in refused.text
    assert "Traceback" not in refused.text
    assert seen.status_code == 200
    assert _kept(file) == [BEFORE]
    for _ in range(2):
        again = client.post("/review/answer", data=_form(token, WANTED, 2))
        assert again.status_code == 303
    assert _kept(file) == [BEFORE, WANTED]


def test_a_text_for_which_there_is_no_room(
    app: Flask, client: FlaskClient, token: str, tmp_path: Path
) -> None:
    _, raw = _writers(app)
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")
    address = f"/cards/{DECK}/c-{1:016x}"
    for number in range(100):
        text = f"Why number {number}? " + "And why? " * 50
        data = {"csrf_token": token, "question": text, "answer": "x"}
        saved = client.post(address, data=data)
        if saved.status_code != 303:
            break
    assert saved.status_code == 422
    assert "The disk refused to store this. Make room on the disk" in saved.text
    assert f">{text.strip()}</textarea>" in saved.text  # what was typed is kept on the page
    raw.execute("PRAGMA max_page_count = 1000000")
    shown = client.get(address).text
    assert f"Why number {number - 1}?" in shown
    assert f"Why number {number}?" not in shown
    assert client.post("/review/answer", data=_form(token, WANTED)).status_code == 303
    assert _kept(tmp_path / "library.sqlite") == [WANTED]


def test_a_folder_closed_while_the_app_runs_loses_nothing(powerless: Path) -> None:
    folder = powerless / "library"
    folder.mkdir()
    file = folder / "library.sqlite"
    deck = powerless / "deck.md"
    deck.write_text((SHELF / "anaphylaxis.md").read_text(encoding="utf-8"), encoding="utf-8")
    settings = Settings(f"sqlite:///{file}", powerless / "key", decks=(deck,))
    client = create_app(settings).test_client()
    token = _token(client)
    file.chmod(0o444)
    folder.chmod(0o555)
    answered = client.post("/review/answer", data=_form(token, WANTED))
    kept = _kept(file)
    with pytest.raises(StudyappError, match="The database cannot be written"):
        create_app(settings)
    folder.chmod(0o777)
    assert answered.status_code == 303
    assert kept == [WANTED]
