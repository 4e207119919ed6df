"""Settings as a form: read whole or not at all, and the learner's data in and out."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from studyapp.deckfile.markdown import parse
from studyapp.model import DayShare, LearnerSettings, NewCards, Order, Preferences, Theme, Typing
from studyapp.study import Desk, Holdings, holdings, save_settings, settings
from studyapp.study.backups import backup_folder
from studyapp.web.current import desk as desk_of_app
from studyapp.web.settings_form import texts_of, whole_share

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
OTHER = LearnerSettings(
    zone="America/Argentina/Buenos_Aires",
    rollover=0,
    retention=0.925,
    new_per_day=0,
    reviews_per_day=9999,
    learning=(),
    relearning=(30, 7200),
    longest=365,
    week=(DayShare.HALF, DayShare.FEW, *(DayShare.FULL,) * 5),
    order=Order.RISK,
    new_cards=NewCards.LAST,
    siblings_apart=False,
    leech_after=0,
    leech_rests=False,
    preferences=Preferences(
        Typing.OFF, two_buttons=True, single_keys=False, theme=Theme.DARK, timed=False
    ),
)
Send = Callable[..., TestResponse]


@pytest.fixture
def learner(app: Flask) -> Desk:
    with app.app_context():
        found = desk_of_app()
    save_settings(found, LearnerSettings("Europe/London"))
    return found


@pytest.fixture
def send(client: FlaskClient, learner: Desk, token: str) -> Send:
    """Sends the form as a browser would, with some fields changed; an empty switch is left out."""

    def post(wanted: LearnerSettings | None = None, **changed: str) -> TestResponse:
        fields = texts_of(wanted or settings(learner)) | changed
        for name in ("siblings_apart", "leech_rests", "two_buttons", "single_keys", "timed"):
            if not fields[name]:
                del fields[name]
        return client.post("/settings", data=fields | {"csrf_token": token})

    return post


def test_every_setting_goes_through_the_form(send: Send, learner: Desk) -> None:
    assert send(OTHER).status_code == 303
    assert settings(learner) == OTHER
    assert send(LearnerSettings("UTC")).status_code == 303
    assert settings(learner) == LearnerSettings("UTC")


def test_the_form_shows_every_setting_as_it_is(send: Send, client: FlaskClient) -> None:
    send(OTHER)
    page = client.get("/settings").text
    for name, text in texts_of(OTHER).items():
        (control, *_) = re.findall(rf'<(?:input|select)[^>]*name="{name}"[^>]*>', page)
        if control.startswith("<select"):
            inside = page[page.index(control) :].partition("</select>")[0]
            assert f'value="{text}" selected' in inside
        elif 'type="radio"' in control:
            assert re.search(rf'name="{name}" value="{text}" checked', page)
        elif 'type="checkbox"' in control:
            assert (" checked" in control) == (text == "on")
        else:
            assert f'value="{text}"' in control


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("zone", "Mars/Olympus", "is not a time zone known here. Choose a name like"),
        ("retention", "99", "Cards cannot be scheduled for that share. Choose 70% to 97%."),
        ("retention", "69.9", "Choose 70% to 97%."),
        ("retention", "high", "This is not a percentage. Write a percentage from 70 to 97"),
        ("new_per_day", "-3", "This is not a whole number."),
        ("new_per_day", "10000", "Choose a number from 0 to 9999."),
        ("reviews_per_day", "", "This is not a whole number."),
        ("learning", "1m soon", "“soon” is not a wait."),
        ("relearning", "1d", "shorter than a day."),
        ("longest", "0", "Choose a number from 1 to 36500."),
        ("leech_after", "1.5", "This is not a whole number."),
        ("rollover", "24", "Choose an hour from 0 to 23."),
    ],
)
def test_a_fault_is_told_beside_its_field_and_nothing_is_saved(
    send: Send, learner: Desk, field: str, typed: str, said: str
) -> None:
    before = settings(learner)
    answer = send(OTHER, **{field: typed})
    assert answer.status_code == 422
    page = answer.text
    error = re.search(rf'id="{field}-error">(.*?)</p>', page, re.DOTALL)
    assert error
    assert said in error[1]
    control = re.search(rf'<(?:input|select)[^>]*id="{field}"[^>]*>', page)
    assert control
    assert f'aria-describedby="{field}-hint {field}-error" aria-invalid="true"' in control[0]
    assert f'href="#{field}"' in page
    if field != "rollover":
        assert f'value="{typed}"' in page
    assert 'name="theme" value="dark" checked' in page
    assert settings(learner) == before


def test_all_faults_are_told_at_once(send: Send) -> None:
    page = send(retention="99", learning="soon", longest="0").text
    assert "Nothing was saved. 3 settings need another look:" in page
    assert page.count('class="error"') == 3


def test_a_choice_that_is_not_offered_is_no_form_of_ours(send: Send, learner: Desk) -> None:
    before = settings(learner)
    for changed in ({"order": "dice"}, {"week3": "none"}, {"theme": "sepia"}):
        assert send(**changed).status_code == 400
    assert settings(learner) == before


def test_percentages_are_read_as_people_write_them() -> None:
    assert whole_share(" 90 %") == 0.9
    assert whole_share("92,5") == whole_share("92.5%") == 0.925
    assert whole_share("0.9") == pytest.approx(0.009)
    for text in ("", "9O", "1e1", "-90", "90.123", "²"):
        assert whole_share(text) is None


def _rate(client: FlaskClient, token: str) -> None:
    card = {"deck": DECK, "card": "c-0000000000000001", "review": "a" * 32, "rating": "4"}
    sent = client.post("/review/answer", data=card | {"milliseconds": "4200", "csrf_token": token})
    assert sent.status_code == 303


def test_what_saving_did_is_said_once(send: Send, client: FlaskClient, token: str) -> None:
    _rate(client, token)
    client.get("/review")  # which says what the answer led to
    send(retention="75")
    assert "Saved. 1 card was given a new date." in client.get("/settings").text
    assert "Saved." not in client.get("/settings").text
    send(order="risk")
    assert "<p>Saved.</p>" in client.get("/settings").text
    send()
    assert "Saved. Nothing was different." in client.get("/settings").text


def test_the_cost_is_told_for_what_is_being_chosen(client: FlaskClient) -> None:
    page = client.get("/settings").text
    assert page.count('<th scope="row">') == 8
    part = client.get("/settings/cost?retention=88&new_per_day=3").text
    assert part.count('<th scope="row">') == 9
    assert "your 4 cards are met at 3 a day" in part
    assert 'data-said="At 88%: ' in part
    for wrong in ("99", "", "much"):
        told = client.get(f"/settings/cost?retention={wrong}&new_per_day=x").text
        assert "Choose a percentage from 70 to 97 to see what it costs." in told
        assert "met at 20 a day" in told


@pytest.mark.parametrize("theme", list(Theme))
def test_the_theme_stands_in_the_page_itself(
    client: FlaskClient, learner: Desk, theme: Theme
) -> None:
    save_settings(learner, replace(OTHER, preferences=Preferences(theme=theme)))
    page = client.get("/help").text
    assert f'data-theme="{theme}"' in page
    media = {
        Theme.SYSTEM: 'media="screen and (prefers-color-scheme: dark)"',
        Theme.DARK: 'media="screen"',
    }
    sheets = [line for line in page.splitlines() if "dark.css" in line]
    assert [media[theme] in line for line in sheets] == [True] * (theme is not Theme.LIGHT)


def test_pages_know_how_the_learner_wants_them(client: FlaskClient, learner: Desk) -> None:
    assert 'data-single-keys="on" data-two-buttons="off" data-typing="numbers"' in (
        client.get("/review").text
    )
    save_settings(learner, OTHER)
    for path in ("/", "/review", "/nowhere"):
        page = client.get(path).text
        assert 'data-single-keys="off" data-two-buttons="on" data-typing="off"' in page


def test_the_export_holds_decks_and_answers(client: FlaskClient, token: str) -> None:
    _rate(client, token)
    sent = client.get("/settings/export")
    assert re.fullmatch(
        r"attachment; filename=studyapp-\d{4}-\d\d-\d\d\.zip", sent.headers["Content-Disposition"]
    )
    with ZipFile(io.BytesIO(sent.data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["decks/anaphylaxis.md", "answers.csv"]
        deck = parse(archive.read("decks/anaphylaxis.md").decode(), "deck")
        table = archive.read("answers.csv").decode("utf-8-sig")
    assert deck.id == DECK
    assert len(deck.cards) == 4
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["card"], row["rating"], row["seconds"]) == ("c-0000000000000001", "Easy", "4.2")


def test_deleting_wants_the_word(client: FlaskClient, learner: Desk, token: str) -> None:
    before = holdings(learner)
    page = client.get("/settings/delete").text
    assert "This deletes 1 deck with 4 cards" in page
    assert "come with the app are loaded again" in page
    assert str(backup_folder(learner)) in page
    for word in ("", "yes", "delete it"):
        answer = client.post("/settings/delete", data={"word": word, "csrf_token": token})
        assert answer.status_code == 422
        assert "Nothing was deleted. Type the word delete" in answer.text
        assert f'value="{word}"' in answer.text
    assert holdings(learner) == before
    gone = client.post("/settings/delete", data={"word": " Delete ", "csrf_token": token})
    assert gone.status_code == 303
    assert holdings(learner) == Holdings(0, 0, 0)
    page = client.get("/").text
    assert "No cards yet" in page
    (backup,) = backup_folder(learner).glob("before-deleting-*.sqlite")
    assert f"The backup made before it is {backup}." in page


def test_without_a_backup_nothing_is_deleted(
    client: FlaskClient, learner: Desk, token: str
) -> None:
    backup_folder(learner).write_text("in the way")
    answer = client.post("/settings/delete", data={"word": "delete", "csrf_token": token})
    assert answer.status_code == 422
    assert "No backup could be made" in answer.text
    assert "Nothing was deleted." in answer.text
    assert holdings(learner).cards == 4


def test_more_is_refused_for_what_is_not_offered(client: FlaskClient, token: str) -> None:
    sent = client.post("/more", data={"kind": "everything", "csrf_token": token})
    assert sent.status_code == 400
