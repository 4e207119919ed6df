"""Errors are pages in plain words, each with what happened and what to do."""

import sqlite3
from pathlib import Path
from typing import NoReturn

import pytest
from flask import Flask
from flask.testing import FlaskClient

from studyapp.config import Settings
from studyapp.model import StudyappError
from studyapp.web import create_app

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
CARD = "c-0000000000000001"
GOOD = {"deck": DECK, "card": CARD, "review": "0" * 32, "rating": "3"}


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere",
        "/decks/none",
        "/decks/" + "f" * 32,
        "/decks/" + "f" * 32 + "/anki",
        f"/cards/{DECK}/c-ffffffffffffffff",
        f"/cards/{DECK}/../x",
        f"/cards/{DECK}/none",
        "/drafts/" + "f" * 32,
    ],
)
def test_what_is_not_there_is_404(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert "Go to Today" in answer.text


@pytest.mark.parametrize(
    "wrong",
    [{"rating": "5"}, {"rating": ""}, {"rating": "good"}, {"review": "x"}, {"review": ""}],
)
def test_an_answer_that_makes_no_sense_is_400(
    client: FlaskClient, token: str, wrong: dict[str, str]
) -> None:
    answer = client.post("/review/answer", data={**GOOD, **wrong, "csrf_token": token})
    assert answer.status_code == 400
    assert "did not understand" in answer.text


@pytest.mark.parametrize("wrong", [{"card": "c-ffffffffffffffff"}, {"card": "x"}, {"deck": ""}])
def test_an_answer_to_a_card_that_is_gone_is_404(
    client: FlaskClient, token: str, wrong: dict[str, str]
) -> None:
    answer = client.post("/review/answer", data={**GOOD, **wrong, "csrf_token": token})
    assert answer.status_code == 404


@pytest.mark.parametrize("address", [f"/decks/{DECK}?page=two", f"/decks/{DECK}?page=-1"])
def test_a_page_that_is_no_number_is_400(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 400


def test_a_request_of_the_wrong_kind_is_405(client: FlaskClient) -> None:
    answer = client.get("/review/answer")
    assert answer.status_code == 405
    assert "takes no such request" in answer.text


def test_a_text_too_long_is_413(client: FlaskClient, token: str) -> None:
    data = {"csrf_token": token, "question": "x" * 2_000_000, "answer": "x"}
    answer = client.post(f"/cards/{DECK}/{CARD}", data=data)
    assert answer.status_code == 413
    assert "too much text" in answer.text


def test_a_fault_of_ours_shows_no_trace(app: Flask) -> None:
    def fail() -> NoReturn:
        msg = "secret detail"
        raise RuntimeError(msg)

    app.add_url_rule("/fail", view_func=fail)
    answer = app.test_client().get("/fail")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert "secret detail" not in answer.text
    assert "Traceback" not in answer.text


def test_a_locked_database_is_said_and_nothing_lost(
    client: FlaskClient, token: str, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    data = {**GOOD, "csrf_token": token}
    refused = client.post("/review/answer", data=data)
    assert refused.status_code == 503
    assert "Another program is writing to the database" in refused.text
    other.execute("ROLLBACK")
    assert client.post("/review/answer", data=data).status_code == 303


def test_the_script_is_told_in_one_line(client: FlaskClient) -> None:
    answer = client.post("/review/answer", data=GOOD, headers={"X-Studyapp-Part": "stage"})
    assert answer.status_code == 400
    assert answer.text.startswith("This page is out of date. ")
    assert "<" not in answer.text


def test_a_deck_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'library.sqlite'}"
    missing = tmp_path / "deck.md"
    with pytest.raises(StudyappError, match="cannot be read") as refused:
        create_app(Settings(database, tmp_path / "key", decks=(missing,)))
    assert refused.value.where == str(missing)
