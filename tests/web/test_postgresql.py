"""The app over a library on a PostgreSQL server."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import make_url

from studyapp.config import Settings
from studyapp.web import create_app, kept
from studyapp.web.current import desk
from tests.postgres import Server

SHELF = Path(__file__).parents[1] / "browser" / "shelf"
DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


@pytest.fixture
def database(postgres: Server) -> Iterator[str]:
    with postgres.ready() as url:
        yield url


@pytest.fixture
def app(database: str, tmp_path: Path) -> Iterator[Flask]:
    secret = database.replace("learner@", "learner:hunter2@")
    settings = Settings(secret, tmp_path / "key", decks=(SHELF / "anaphylaxis.md",))
    app = create_app(settings)
    yield app
    with app.app_context():
        desk().opened.close()


def _answer(client: FlaskClient, review: str) -> int:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert found
    form = {"deck": DECK, "card": "c-0000000000000001", "review": review, "rating": "3"}
    return client.post("/review/answer", data=form | {"csrf_token": found[1]}).status_code


def test_an_answer_is_taken_once(client: FlaskClient, postgres: Server, database: str) -> None:
    for review in ("a" * 32, "b" * 32, "a" * 32):
        assert _answer(client, review) in {200, 302, 303}
    with postgres.connect(str(make_url(database).database)) as other:
        found = other.execute("SELECT review FROM reviews ORDER BY id").fetchall()
    assert found == [("a" * 32,), ("b" * 32,)]


def test_help_says_who_makes_backups(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    with kept(app):
        page = client.get("/help").text
    assert "postgresql+psycopg://learner@/test_" in page
    assert "pg_dump" in page
    assert "studyapp restore" not in page
    assert "hunter2" not in page
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_a_server_that_is_gone_is_told_without_the_password(
    postgres: Server, client: FlaskClient, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert client.get("/").status_code == 200
    postgres.drop(str(make_url(database).database))
    with caplog.at_level(logging.DEBUG):
        gone = client.get("/")
    assert gone.status_code == 503
    assert "The database server has no such database" in gone.text
    assert "hunter2" not in gone.text + caplog.text
