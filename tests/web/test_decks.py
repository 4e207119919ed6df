"""What is done to a deck as a whole, and addresses that ask for what is not there."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from studyapp.config import Settings
from studyapp.web import create_app
from studyapp.web.current import desk as desk_of_request

SHELF = Path(__file__).parents[1] / "browser" / "shelf"
DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
ROUND = f"/practice/round?deck={DECK}&seed=1f"
CARDS = "".join(f"{number:016x}" for number in (1, 2, 3, 4))


def _started_again(tmp_path: Path) -> FlaskClient:
    database = f"sqlite:///{tmp_path / 'library.sqlite'}"
    settings = Settings(database, tmp_path / "key", decks=(SHELF / "anaphylaxis.md",))
    return create_app(settings).test_client()


def _token(client: FlaskClient) -> dict[str, str]:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    found = found or re.search(r'name="csrf_token" value="([^"]+)"', client.get("/decks").text)
    assert found
    return {"csrf_token": found[1]}


def test_a_shipped_deck_that_was_deleted_stays_away_until_it_is_brought_back(
    client: FlaskClient, token: str, tmp_path: Path
) -> None:
    assert "4 cards and their review history go" in client.get(f"/decks/{DECK}/delete").text
    form = {"csrf_token": token}
    page = client.post(f"/decks/{DECK}/delete", data=form, follow_redirects=True)
    assert "“Anaphylaxis” is deleted." in page.text
    assert len(list((tmp_path / "library-backups").glob("*.sqlite"))) == 1
    assert client.get(f"/decks/{DECK}").status_code == 404
    again = _started_again(tmp_path)
    page = again.get("/decks")
    assert f"/decks/{DECK}/back" in page.text
    assert f'href="/decks/{DECK}"' not in page.text
    brought = again.post(f"/decks/{DECK}/back", data=_token(again), follow_redirects=True)
    assert "The deck is back, as new." in brought.text
    assert "4 cards" in brought.text
    assert again.post(f"/decks/{DECK}/back", data=_token(again)).status_code == 404


def test_no_deck_is_deleted_when_no_backup_can_be_made(
    app: Flask, client: FlaskClient, token: str
) -> None:
    with app.app_context():
        library = desk_of_request().opened.file()
    (library.parent / "library-backups").write_text("in the way", encoding="utf-8")
    answer = client.post(f"/decks/{DECK}/delete", data={"csrf_token": token})
    assert answer.status_code == 400
    assert "No backup could be made" in answer.text
    assert client.get(f"/decks/{DECK}").status_code == 200


def test_a_renamed_deck_keeps_its_name_over_a_start(
    client: FlaskClient, token: str, tmp_path: Path
) -> None:
    form = {"csrf_token": token, "title": "Allergy, for finals"}
    page = client.post(f"/decks/{DECK}/rename", data=form, follow_redirects=True)
    assert "Renamed to “Allergy, for finals”." in page.text
    assert "Allergy, for finals" in _started_again(tmp_path).get("/decks").text
    refused = client.post(f"/decks/{DECK}/rename", data=form | {"title": " "})
    assert refused.status_code == 422
    assert "A deck needs a name." in refused.text


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"do": "suspend"}, "choose cards first"),
        ({"do": "explode", "card": "c-0000000000000001"}, "choose what to do"),
        ({"do": "due", "card": "c-0000000000000001"}, "choose the day"),
        (
            {"do": "due", "card": "c-0000000000000001", "day": "2001-01-01"},
            "A card cannot come back on that day.",
        ),
        (
            {"do": "due", "card": "c-0000000000000001", "day": f"{datetime.now(UTC):%Y-%m-%d}"},
            "Nothing changed: 1 was never studied",
        ),
        (
            {"do": "unflag", "card": "c-0000000000000001"},
            "Nothing changed: 1 was without a flag.",
        ),
    ],
)
def test_what_cannot_be_done_to_cards_is_said(
    client: FlaskClient, token: str, form: dict[str, str], said: str
) -> None:
    data = form | {"csrf_token": token}
    page = client.post(f"/decks/{DECK}/cards?state=new", data=data, follow_redirects=True)
    assert page.status_code == 200
    assert said in page.text
    assert "4 cards found." in page.text


@pytest.mark.parametrize(
    "address",
    [
        f"/decks/{DECK}/print?cards=nonsense",
        f"{ROUND}&round=12",
        ROUND,
        f"{ROUND}&round={CARDS}&log=x",
        f"/practice/round?deck={DECK}&seed=&round={CARDS}",
        f"/practice/start?deck={DECK}&last=0000000000000001&seed=!",
    ],
)
def test_a_broken_address_is_refused(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        f"/practice?deck={'0' * 32}",
        "/practice?deck=nonsense",
        f"{ROUND}&round={'f' * 16}",
        f"/documents/{DECK}/nowhere.txt",
        f"/documents/{'0' * 32}/allergy.txt",
        f"/documents/{DECK}/allergy.txt?card=c-00000000000000ff",
        f"/decks/{'0' * 32}/delete",
    ],
)
def test_what_is_not_there_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_cited_document_that_is_not_at_hand_says_so(client: FlaskClient) -> None:
    page = client.get(f"/documents/{DECK}/allergy.txt?card=c-0000000000000001")
    assert page.status_code == 200
    assert "The document is not on this machine" in page.text


@pytest.mark.parametrize("address", ["/answer", "/undo"])
def test_practice_that_counts_nothing_takes_no_rating(
    client: FlaskClient, token: str, address: str
) -> None:
    form = {"csrf_token": token, "deck": DECK, "seed": "1f", "round": CARDS, "rating": "3"}
    answer = client.post(f"/practice{address}", data=form)
    assert answer.status_code == (400 if address == "/answer" else 303)
    assert "4 new" in client.get(f"/decks/{DECK}").text


@pytest.mark.parametrize("address", ["/cards/{}/c-0000000000000001/undo", "/decks/{}/undo"])
@pytest.mark.parametrize("rows", ["", "1,", "x", "1;2"])
def test_undo_takes_rows_alone(client: FlaskClient, token: str, address: str, rows: str) -> None:
    form = {"csrf_token": token, "rows": rows}
    assert client.post(address.format(DECK), data=form).status_code == 400


def test_an_act_of_no_name_is_no_page(client: FlaskClient, token: str) -> None:
    form = {"csrf_token": token}
    address = f"/cards/{DECK}/c-0000000000000001/explode"
    assert client.post(address, data=form).status_code == 404
