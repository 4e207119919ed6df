"""Documents given to the app become drafts, or it says why not."""

import re
import time
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from studyapp.reading import KINDS as READ
from studyapp.study import decks, export_deck
from studyapp.web import current
from studyapp.web.add import KINDS
from studyapp.web.adding import Adder, Adding

NOTES = """Croup

Treatment

Dexamethasone 0.15 mg/kg by mouth is given once to every child with croup.
Nebulised adrenaline is reserved for severe croup.
About 5% of children with croup need to stay in hospital.
"""
TRIES = 1200
"""Of a tenth of a second each: a build loads a language model first, and others build too."""


def _give(
    client: FlaskClient, token: str, *files: tuple[str, bytes], **fields: str
) -> tuple[int, str]:
    documents = [(BytesIO(held), name) for name, held in files]
    data = {"csrf_token": token, "documents": documents, **fields}
    answer = client.post("/add", data=data, content_type="multipart/form-data")
    return answer.status_code, answer.text


def _adder(app: Flask) -> Adder:
    found = app.extensions["studyapp-adding"]
    assert isinstance(found, Adder)
    return found


def _over(app: Flask) -> Adding:
    for _ in range(TRIES):
        (one, *_others) = _adder(app).each()
        if one.over:
            return one
        time.sleep(0.1)
    pytest.fail("the documents never came through")


def test_documents_become_drafts_with_their_passages(
    app: Flask, client: FlaskClient, token: str
) -> None:
    broken = ("scan.pdf", b"%PDF-1.4 nothing of a file")
    status, _ = _give(client, token, ("croup.txt", NOTES.encode()), broken)
    assert status == 303
    over = _over(app)
    assert over.documents == 1
    assert over.deck
    assert over.drafts >= 2
    with app.app_context():
        (made,) = [one for one in decks(current.desk(), current.now()) if one.id == over.deck]
        assert made.drafts == over.drafts
        assert made.cards == 0
        cards = export_deck(current.desk(), over.deck)
    assert made.title == cards.sources[0].title
    page = client.get("/add").text
    assert f"{over.drafts} drafts from 1 document." in page
    assert f'href="/drafts/{over.deck}"' in page
    assert re.search(r'<p class="notice path">scan\.pdf: [^<]+</p>', page)
    stage = client.get(f"/drafts/{over.deck}").text
    assert "<mark>" in stage
    assert "croup.txt" in client.get(f"/decks/{over.deck}").text


def test_pasted_text_becomes_a_document_of_its_own(
    app: Flask, client: FlaskClient, token: str
) -> None:
    status, _ = _give(client, token, text=NOTES, title="  Croup: a note  ")
    assert status == 303
    over = _over(app)
    assert over.title == "Croup: a note"
    assert over.files == ("Croup a note.txt",)
    assert over.drafts >= 2


def test_text_without_a_fact_adds_nothing(app: Flask, client: FlaskClient, token: str) -> None:
    _give(client, token, text="Welcome to our page. Please have a look around.")
    over = _over(app)
    assert over.deck is None
    page = client.get("/add").text
    assert "No facts we could support with a passage. Nothing was added." in page


def test_a_document_that_cannot_be_read_is_named_with_the_remedy(
    app: Flask, client: FlaskClient, token: str
) -> None:
    _give(client, token, ("scan.pdf", b"%PDF-1.4 nothing of a file"))
    over = _over(app)
    assert (over.deck, over.documents) == (None, 0)
    (problem,) = over.problems
    assert problem.startswith("scan.pdf: ")
    assert "/" not in problem
    assert "Nothing was added." in client.get("/add").text


def test_what_is_under_way_can_be_stopped(app: Flask, client: FlaskClient, token: str) -> None:
    _give(client, token, ("croup.txt", NOTES.encode()))
    (one,) = _adder(app).each()
    answer = client.post(f"/add/{one.number}/stop", data={"csrf_token": token})
    assert answer.status_code == 303
    assert "Stopped. Nothing was added." in client.get("/add").text
    _give(client, token, ("later.txt", NOTES.encode()))
    assert _over(app).drafts >= 2  # it waited for the first to be gone
    with app.app_context():
        titles = [one.title for one in decks(current.desk(), current.now()) if one.drafts]
    assert len(titles) == 1


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ((), "Choose a document, or paste text."),
        ((("photo.jpg", b"x"),), "photo.jpg: documents end in .txt"),
        ((("a/notes.txt", b"x"), ("b/notes.txt", b"y")), "the same name"),
        ((("notes.txt", b"x"), ("Notes.txt", b"y")), "the same name"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_form(
    app: Flask,
    client: FlaskClient,
    token: str,
    files: tuple[tuple[str, bytes], ...],
    said: str,
) -> None:
    status, page = _give(client, token, *files, title="My deck")
    assert status == 400
    assert said in page
    assert 'value="My deck"' in page
    assert _adder(app).each() == ()


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("../../etc/notes.txt", "notes.txt"),
        ("Croup: 2024?.PDF", "Croup 2024.pdf"),
        (".hidden.txt", "hidden.txt"),
        ("Größe — “x”.md", "Größe — “x”.md"),
        ("???.txt", "document.txt"),
    ],
)
def test_a_name_is_a_file_name_and_nothing_more(
    app: Flask, client: FlaskClient, token: str, name: str, cited: str
) -> None:
    status, _ = _give(client, token, (name, b"x"))
    assert status == 303
    (one,) = _adder(app).each()
    assert one.files == (cited,)
    _adder(app).stop(one.number)


def test_too_much_at_once_is_refused_and_a_little_more_than_a_card_is_not(
    app: Flask, client: FlaskClient, token: str
) -> None:
    status, page = _give(client, token, ("large.txt", b"x" * 60_000_001))
    assert status == 413
    assert "Those documents are too large" in page
    assert _adder(app).each() == ()
    status, _ = _give(client, token, ("fine.txt", b"word " * 400_000), text="")
    assert status == 303
    _adder(app).stop(1)


def test_a_form_without_proof_of_its_page_adds_nothing(app: Flask, client: FlaskClient) -> None:
    status, _ = _give(client, "", ("croup.txt", NOTES.encode()))
    assert status == 400
    assert _adder(app).each() == ()


def test_the_form_knows_what_can_be_read() -> None:
    assert set(KINDS) == set(READ)


def test_an_unreadable_page_takes_no_other_with_it(
    app: Flask, client: FlaskClient, token: str
) -> None:
    broken = ("croup.txt.pdf", b"%PDF-1.4 nothing of a file")
    _give(client, token, ("croup.txt", NOTES.encode()), broken)
    over = _over(app)
    assert over.documents == 1
    assert over.drafts >= 2
    assert [one.partition(": ")[0] for one in over.problems] == ["croup.txt.pdf"]


def test_when_everything_is_deleted_nothing_comes_after_it(
    app: Flask, client: FlaskClient, token: str
) -> None:
    _give(client, token, ("croup.txt", NOTES.encode()))
    form = {"word": "delete", "csrf_token": token}
    assert client.post("/settings/delete", data=form).status_code == 303
    assert _adder(app).each() == ()
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/add").text)
    assert found
    _give(client, found[1], ("croup.txt", NOTES.encode()))
    over = _over(app)  # made after the first was through
    with app.app_context():
        held = [one.id for one in decks(current.desk(), current.now())]
    assert held == [over.deck]


def test_long_texts_and_names_are_taken(app: Flask, client: FlaskClient, token: str) -> None:
    status, _ = _give(client, token, text="A line of text.\n" * 40_000, title="肺炎" * 60)
    assert status == 303
    (one,) = _adder(app).each()
    assert len(one.files[0].encode()) < 255
    _adder(app).stop(one.number)


def test_what_is_done_cannot_be_stopped(app: Flask, client: FlaskClient, token: str) -> None:
    _give(client, token, ("croup.txt", NOTES.encode()))
    over = _over(app)
    client.post(f"/add/{over.number}/stop", data={"csrf_token": token})
    page = client.get("/add").text
    assert "It was too late to stop" in page
    assert f"{over.drafts} drafts from 1 document." in page


def test_what_goes_wrong_stops_nothing_after_it(
    app: Flask, client: FlaskClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.web.aside.get_context", lambda _: 1 / 0)
    _give(client, token, text="Welcome to our page.")
    assert _over(app).problems == (
        "Something went wrong, and nothing was added. Try again, or one document at a time.",
    )
    monkeypatch.undo()
    _give(client, token, ("croup.txt", NOTES.encode()))
    assert _over(app).drafts >= 2


def test_only_the_newest_are_told_of(app: Flask, client: FlaskClient, token: str) -> None:
    for number in range(1, 15):
        _give(client, token, ("croup.txt", NOTES.encode()))
        _adder(app).stop(number)
    assert len(_adder(app).each()) <= 12
    _give(client, token, ("croup.txt", NOTES.encode()))
    assert _over(app).drafts >= 2


def test_nothing_is_left_of_the_files(
    app: Flask, client: FlaskClient, token: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "files"))
    (tmp_path / "files").mkdir()
    _give(client, token, text="Welcome to our page.")
    _over(app)
    (home,) = (tmp_path / "files").iterdir()
    for _ in range(TRIES):
        if not list(home.iterdir()):
            return
        time.sleep(0.1)
    pytest.fail("files were left behind")
