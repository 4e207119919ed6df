"""Today, Decks, Deck, Card and Help as a reader meets them."""

import sqlite3
import zipfile
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
CARD = f"/cards/{DECK}/c-0000000000000001"


def test_today_leads_to_everything_that_waits(site: "Site", page: Page) -> None:
    page.goto(site.url("/"))
    expect(page).to_have_title("Today · studyapp")
    expect(page.get_by_text("Sunday 22 November")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("4 cards are due")
    expect(page.get_by_text("0 to review, 4 new.")).to_be_visible()
    expect(page.get_by_role("link", name="3 draft cards to decide")).to_be_visible()
    expect(page.get_by_role("link", name="Anaphylaxis 4 new")).to_be_visible()


def test_navigation_shows_only_pages_that_exist(site: "Site", page: Page) -> None:
    page.goto(site.url("/"))
    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    assert links.all_inner_texts() == ["Today", "Decks", "Statistics", "Settings", "Help"]
    for name in ("Decks", "Statistics", "Settings", "Help"):
        page.get_by_role("navigation", name="Main").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_disclaimer_stands_where_answers_do(site: "Site", page: Page) -> None:
    for path in ("/", f"/decks/{DECK}", CARD):
        page.goto(site.url(path))
        expect(page.get_by_text("For study, not for patient care.")).to_be_visible()
    page.goto(site.url("/review"))
    expect(page.get_by_text("not for patient care")).to_have_count(0)
    page.keyboard.press("Space")
    expect(page.locator("#why")).to_contain_text("For study, not for patient care.")


def test_the_skip_link_is_the_first_stop(site: "Site", page: Page) -> None:
    page.goto(site.url("/decks"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_deck_is_searched_and_filtered(site: "Site", page: Page) -> None:
    page.goto(site.url(f"/decks/{DECK}"))
    rows = page.locator(".card-rows li")
    expect(rows).to_have_count(4)
    page.get_by_label("Kind").select_option("duration")
    page.get_by_role("button", name="Find").click()
    expect(rows).to_have_count(2)
    page.get_by_label("Search").fill("persists")
    page.get_by_label("Search").press("Enter")
    expect(rows).to_have_count(1)
    expect(page.get_by_label("Kind")).to_have_value("duration")
    page.get_by_label("Search").fill("nothing like this")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text("No cards match.")).to_be_visible()
    page.get_by_role("link", name="Clear filters").click()
    expect(rows).to_have_count(4)


def test_a_sitting_of_one_deck(site: "Site", page: Page) -> None:
    page.goto(site.url(f"/decks/{DECK}"))
    page.get_by_role("button", name="Review this deck").click()
    expect(page.locator("#question")).to_be_visible()


def test_the_deck_for_anki_opens_as_a_package(site: "Site", page: Page, tmp_path: Path) -> None:
    page.goto(site.url(f"/decks/{DECK}"))
    with page.expect_download() as started:
        page.get_by_role("link", name="Download for Anki").click()
    assert started.value.suggested_filename == "anaphylaxis.apkg"
    package = zipfile.ZipFile(started.value.path())
    package.extract("collection.anki2", tmp_path)
    notes = sqlite3.connect(tmp_path / "collection.anki2").execute("select count(*) from notes")
    assert notes.fetchone() == (4,)


def test_the_deck_as_a_table(site: "Site", page: Page) -> None:
    page.goto(site.url(f"/decks/{DECK}"))
    with page.expect_download() as started:
        page.get_by_role("link", name="Download as CSV").click()
    assert started.value.suggested_filename == "anaphylaxis.csv"
    raw = started.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = TextIOWrapper(BytesIO(raw), encoding="utf-8-sig").read()
    assert "For how long is a patient watched after anaphylaxis?" in text


def test_a_card_shows_every_source_with_its_passage(site: "Site", page: Page) -> None:
    page.goto(site.url(CARD))
    expect(page.locator("mark")).to_have_count(2)
    main = page.locator("main")
    for part in (
        "Drug treatment, lines 7–8",
        "Hillside Teaching Hospital, hospital page for staff.",
        "Not seen yet.",
        "Added",
    ):
        expect(main).to_contain_text(part)


def test_an_edit_keeps_its_history(site: "Site", page: Page) -> None:
    page.goto(site.url(CARD))
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Question").fill("Anaphylaxis in an adult: dose and route of adrenaline?")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_have_text("Saved. The schedule is kept.")
    expect(page.get_by_role("heading", level=1)).to_contain_text("dose and route")
    history = page.get_by_role("region", name="History")
    expect(history).to_contain_text("Edited by you")
    expect(history).to_contain_text("It said: Adult with anaphylaxis: what dose")


def test_a_refused_edit_keeps_what_was_typed(site: "Site", page: Page) -> None:
    page.goto(site.url(f"{CARD}?edit=1"))
    page.get_by_label("Question").fill("A question typed at length")
    page.get_by_label("Answer", exact=True).fill("  ")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("A card needs a question and an answer.")
    expect(page.get_by_label("Question")).to_have_value("A question typed at length")


def test_a_suspended_card_does_not_come_up(site: "Site", page: Page) -> None:
    page.goto(site.url(CARD))
    page.get_by_role("button", name="Suspend").click()
    expect(page.get_by_role("status").first).to_contain_text("Suspended.")
    page.goto(site.url("/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("3 cards are due")
    page.goto(site.url(CARD))
    page.get_by_role("button", name="Resume").click()
    page.goto(site.url("/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("4 cards are due")


def test_a_card_opened_from_review_leads_back_to_it(site: "Site", page: Page) -> None:
    page.goto(site.url("/review"))
    question = page.locator("#question").inner_text()
    page.keyboard.press("Space")
    page.keyboard.press("i")
    page.get_by_role("link", name="Back to review").click()
    expect(page.locator("#answer")).to_be_visible()
    assert page.locator("#question").inner_text() == question
