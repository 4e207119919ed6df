"""What every page carries, and what the app refuses."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import TimestampSigner

ADDRESSES = (
    *("/", "/decks", "/review", "/settings", "/settings/delete", "/help", "/drafts", "/nowhere"),
    "/static/tokens.css",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_guards(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_pages_are_not_kept_and_styles_may_be(client: FlaskClient) -> None:
    assert client.get("/").headers["Cache-Control"] == "no-store"
    assert "no-store" not in client.get("/static/tokens.css").headers["Cache-Control"]


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_no_page_has_inline_style_or_script(client: FlaskClient, address: str) -> None:
    page = client.get(address).text
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count('<script type="module" src="/static/')


def test_the_cookie_is_for_this_site_alone(client: FlaskClient) -> None:
    cookie = client.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_is_secure(client: FlaskClient) -> None:
    cookie = client.get("/", base_url="https://localhost").headers["Set-Cookie"]
    assert "Secure" in cookie


def test_a_form_without_proof_of_its_page_changes_nothing(client: FlaskClient) -> None:
    answer = client.post("/review/start", data={"n": "10"})
    assert answer.status_code == 400
    assert "This page is out of date" in answer.text
    assert "Nothing was changed" in answer.text


def _start(client: FlaskClient, token: str) -> int:
    return client.post("/review/start", data={"n": "10", "csrf_token": token}).status_code


def test_a_proof_holds_as_often_as_its_page_is_used(client: FlaskClient, token: str) -> None:
    assert [_start(client, token) for _ in range(3)] == [303] * 3


def test_what_was_sent_to_no_page_is_no_proof(client: FlaskClient, token: str) -> None:
    form = {"n": "10", "csrf_token": "forged"}
    assert client.post("/nowhere", data=form).status_code == 404
    assert client.post("/help", data=form).status_code == 405
    assert client.post("/review/start", data=form).status_code == 400
    assert _start(client, token) == 303


def test_a_notice_is_told_once_however_often_its_cookie_comes(
    app: Flask, client: FlaskClient, token: str
) -> None:
    data = {"csrf_token": token}
    client.post("/add/1/stop", data=data)
    cookie = client.get_cookie("studyapp")
    assert cookie
    for _ in range(3):
        again = app.test_client()
        again.set_cookie("studyapp", cookie.value)
        again.post("/add/1/stop", data=data)
        assert again.get("/add").text.count("It was too late") == 2


def test_a_proof_that_was_good_for_one_browser_is_not_for_another(
    app: Flask, client: FlaskClient, token: str
) -> None:
    assert _start(client, token) == 303
    other = app.test_client()
    assert _start(other, token) == 400
    own = re.search(r'name="csrf_token" value="([^"]+)"', other.get("/").text)
    assert own
    assert _start(other, token) == 400
    assert _start(client, own[1]) == 400
    assert _start(other, own[1]) == 303


def test_over_https_a_known_proof_still_needs_its_page(client: FlaskClient, token: str) -> None:
    cookie = client.get_cookie("studyapp")
    assert cookie
    client.set_cookie("studyapp", cookie.value, secure=True)
    form = {"n": "10", "csrf_token": token}
    where = {"base_url": "https://localhost"}
    assert _start(client, token) == 303
    assert client.post("/review/start", data=form, **where).status_code == 400
    told = {"Referer": "https://localhost/"}
    assert client.post("/review/start", data=form, headers=told, **where).status_code == 303
    away = {"Referer": "https://evil.example/"}
    assert client.post("/review/start", data=form, headers=away, **where).status_code == 400


def test_a_cookie_that_was_changed_is_worth_nothing(client: FlaskClient, token: str) -> None:
    assert _start(client, token) == 303
    cookie = client.get_cookie("studyapp")
    assert cookie
    client.set_cookie("studyapp", cookie.value[:-2] + "AA")
    assert _start(client, token) == 400


def test_a_cookie_grows_old_also_when_it_is_known(
    app: Flask, client: FlaskClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _start(client, token) == 303
    assert _start(client, token) == 303
    app.permanent_session_lifetime = timedelta(seconds=-1)
    assert _start(client, token) == 400
    app.permanent_session_lifetime = timedelta(days=31)
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: 1_000_000_000)
    assert _start(client, token) == 303  # the cookie is signed anew, long ago
    monkeypatch.undo()
    assert _start(client, token) == 400


def test_a_strange_host_is_refused_in_plain_words(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "not known by this name" in answer.text
