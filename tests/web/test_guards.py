"""What every page carries, and what the app refuses."""

import pytest
from flask.testing import FlaskClient

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


def test_a_strange_host_is_refused_in_plain_words(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "not known by this name" in answer.text
