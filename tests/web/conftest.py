"""An app over an empty library, asked in process."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from studyapp.config import Settings
from studyapp.web import create_app

SHELF = Path(__file__).parents[1] / "browser" / "shelf"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    database = f"sqlite:///{tmp_path / 'library.sqlite'}"
    return create_app(Settings(database, tmp_path / "key", decks=(SHELF / "anaphylaxis.md",)))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def token(client: FlaskClient) -> str:
    """What a form of the Today page proves itself with."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert found
    return found[1]
