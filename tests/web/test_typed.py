"""Typed answers over HTTP: compared on the answer's side only, and never trusted."""

from flask.testing import FlaskClient

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
CARD = "c-0000000000000001"
PLACE = f"deck={DECK}&card={CARD}"


def test_a_verdict_comes_with_both_lines(client: FlaskClient) -> None:
    page = client.get(f"/review/typed?{PLACE}&typed=5+mg").text
    assert "Ten times too high" in page
    assert "5\xa0mg" in page
    assert "500\xa0micrograms of adrenaline" in page


def test_nothing_typed_is_nothing_said(client: FlaskClient) -> None:
    assert client.get(f"/review/typed?{PLACE}&typed=++").text.strip() == ""
    assert client.get(f"/review/typed?{PLACE}").text.strip() == ""


def test_markup_that_was_typed_is_text(client: FlaskClient) -> None:
    page = client.get(f"/review/typed?{PLACE}&typed=<script>alert(1)</script>").text
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_what_was_typed_at_length_is_cut(client: FlaskClient) -> None:
    page = client.get(f"/review/typed?{PLACE}&typed={'9' * 5000}").text
    assert "9" * 200 in page
    assert "9" * 201 not in page


def test_the_question_side_says_nothing_of_what_was_typed(client: FlaskClient) -> None:
    page = client.get(f"/review?{PLACE}&typed=5+mg").text
    assert "Ten times" not in page
    assert 'name="typed"' in page


def test_a_card_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"/review/typed?deck={DECK}&card=c-00000000000000ff").status_code == 404
    assert client.get("/review/typed?typed=5").status_code == 404
