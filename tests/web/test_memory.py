"""Your memory over HTTP: what is said when nothing can be fitted, and the way back."""

from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient

from studyapp.model import Weights
from studyapp.schedule import FSRS_6
from studyapp.study import save_settings, settings
from studyapp.web.current import desk


def test_with_few_answers_it_says_how_many_are_needed(client: FlaskClient, token: str) -> None:
    page = client.get("/memory").text
    assert "They are the published ones" in page
    assert "You have 0 answers to fit to; 400 are needed." in page
    answer = client.post("/memory/fit", data={"csrf_token": token}, follow_redirects=True)
    assert "Nothing was fitted: there are 0 answers, 400 are needed." in answer.text


def test_weights_of_ones_own_are_told_and_can_be_left(
    app: Flask, client: FlaskClient, token: str
) -> None:
    with app.app_context():
        own = Weights("FSRS-6", FSRS_6.values, 812, "2026-03-02")
        save_settings(desk(), replace(settings(desk()), weights=own))
    page = client.get("/memory").text
    assert "fitted to 812 answers on 2026-03-02" in page
    answer = client.post("/memory/published", data={"csrf_token": token}, follow_redirects=True)
    assert "They are the published ones" in answer.text
    with app.app_context():
        assert settings(desk()).weights is None


def test_a_form_without_its_token_changes_nothing(client: FlaskClient) -> None:
    assert client.post("/memory/fit").status_code == 400
    assert client.post("/memory/published").status_code == 400
