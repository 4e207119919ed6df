"""Answers over HTTP: counted once, undone once, and never for the wrong card."""

import re

from flask import Flask
from flask.testing import FlaskClient

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


def _fields(page: str) -> dict[str, str]:
    """The hidden fields of the form that rates, or of a part of a page that has none."""
    if "data-rate" in page:
        start = page.index("data-rate")
        page = page[start : page.index("</form>", start)]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def _done(client: FlaskClient) -> str:
    found = re.search(r"(\d+) of \d+", client.get("/review").text)
    assert found
    return found[1]


def test_a_repeated_answer_counts_once(client: FlaskClient) -> None:
    data = {**_fields(client.get("/review").text), "rating": "4"}
    for _ in range(3):
        assert client.post("/review/answer", data=data).status_code == 303
    assert _done(client) == "2"


def test_a_button_says_the_interval_given_and_cards_are_spread_over_days(
    client: FlaskClient,
) -> None:
    intervals = []
    page = client.get("/review").text
    for _ in range(4):
        (easy,) = re.findall(r"<b>Easy</b> <span>([^<]+)</span>", page)
        client.post("/review/answer", data={**_fields(page), "rating": "4"})
        page = client.get("/review").text
        assert f"Easy, {easy}." in page
        intervals.append(easy)
    assert len(set(intervals)) == len(intervals)


def test_a_repeated_undo_takes_back_one_answer(client: FlaskClient) -> None:
    for _ in range(2):
        data = {**_fields(client.get("/review").text), "rating": "4"}
        client.post("/review/answer", data=data)
    assert _done(client) == "3"
    page = client.get("/review").text
    undo = _fields(page[page.index("/review/undo") : page.index("Undo last")])
    for _ in range(3):
        client.post("/review/undo", data=undo)
    assert _done(client) == "2"


def test_a_sitting_ends_after_the_cards_asked_for_and_offers_the_rest(client: FlaskClient) -> None:
    token = _fields(client.get("/review").text)["csrf_token"]
    client.post("/review/start", data={"csrf_token": token, "n": "2"})
    for rating in "14":
        data = {**_fields(client.get("/review").text), "rating": rating}
        client.post("/review/answer", data=data)
    page = client.get("/review").text
    assert "2 done. 1 remembered, 1 to see again." in page
    assert "3 cards still due today." in page
    assert "Review 3 more" in page


def test_ratings_are_explained_the_first_time_only(client: FlaskClient) -> None:
    first = client.get("/review").text
    assert "If you got any part wrong, press Again." in first
    client.post("/review/answer", data={**_fields(first), "rating": "4"})
    assert "press Again" not in client.get("/review").text


def test_every_rendering_has_its_own_review_id(client: FlaskClient) -> None:
    ids = {_fields(client.get("/review").text)["review"] for _ in range(3)}
    assert len(ids) == 3


def test_visible_time_is_kept_and_nonsense_is_not(client: FlaskClient) -> None:
    for time in ("12345678901234567890", "-4", "soon"):
        data = {**_fields(client.get("/review").text), "rating": "4", "milliseconds": time}
        assert client.post("/review/answer", data=data).status_code == 303


def test_a_second_browser_shares_the_cards_and_not_the_sitting(app: Flask) -> None:
    first, second = app.test_client(), app.test_client()
    data = {**_fields(first.get("/review").text), "rating": "4"}
    first.post("/review/answer", data=data)
    assert _done(first) == "2"
    assert _done(second) == "1"
