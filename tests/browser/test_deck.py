"""A deck's page: finding cards, and doing something with several of them at once."""

import sqlite3
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from studyapp.model import CardId, CardRef, DeckId, Rating, ReviewId
from studyapp.study import Fault, Submission, answer, card_page, flag, report, suspend

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


def ref(number: int) -> CardRef:
    return CardRef(DeckId(DECK), CardId(f"c-{number:016x}"))


@pytest.fixture
def deck(site: "Site", page: Page) -> Page:
    page.goto(site.url(f"/decks/{DECK}"))
    return page


def rows(page: Page) -> Locator:
    return page.locator(".card-rows li")


def notice(page: Page) -> Locator:
    return page.locator(".notice")


def apply(page: Page, what: str) -> None:
    page.get_by_label("With the ticked cards").select_option(what)
    page.get_by_role("button", name="Apply").click()


def find(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).select_option(value)
    page.get_by_role("button", name="Find").click()


def test_every_status_is_offered_in_words_a_learner_would_use(deck: Page) -> None:
    names = deck.get_by_label("Status").locator("option").all_inner_texts()
    assert len(names) == 13
    assert "Often forgotten" in names
    assert not any("leech" in name.lower() for name in names)


def test_status_topic_and_source_leave_the_cards_that_fit(site: "Site", deck: Page) -> None:
    flag(site.desk, ref(2), site.clock())
    suspend(site.desk, ref(3), site.clock())
    report(site.desk, ref(4), Fault.UNCLEAR, "", site.clock())
    for label, value, count in (
        ("Status", "Flagged", 2),
        ("Status", "Suspended", 1),
        ("Status", "Reported by you", 1),
        ("Status", "Sources differ", 1),
        ("Status", "Any status", 4),
        ("Source", "Allergy clinic pocket card, 2021", 0),
    ):
        find(deck, label, value)
        expect(rows(deck)).to_have_count(count)


def test_a_row_says_what_is_special_about_a_card(site: "Site", deck: Page) -> None:
    flag(site.desk, ref(1), site.clock())
    suspend(site.desk, ref(2), site.clock())
    answer(site.desk, Submission(ReviewId("1" * 16), ref(3), Rating.EASY), site.clock())
    deck.reload()
    expect(rows(deck).nth(0)).to_contain_text("Dose")
    expect(rows(deck).nth(0)).to_contain_text("Flagged")
    expect(rows(deck).nth(1)).to_contain_text("Suspended")
    expect(rows(deck).nth(2)).to_contain_text("In ")
    expect(rows(deck).nth(3)).to_contain_text("New")


def test_all_cards_of_a_page_are_suspended_and_all_of_it_undone(deck: Page) -> None:
    find(deck, "Kind", "Duration (2)")
    deck.get_by_label("Select all on this page").check()
    expect(deck.locator("#picked")).to_have_text("2 cards selected")
    apply(deck, "Suspend")
    expect(notice(deck)).to_contain_text("2 cards suspended.")
    expect(rows(deck)).to_have_count(2)
    expect(deck.get_by_label("Kind")).to_have_value("duration")
    expect(rows(deck).first).to_contain_text("Suspended")
    notice(deck).get_by_role("button", name="Undo").click()
    expect(notice(deck)).to_have_text("Undone for 2 cards.")
    expect(rows(deck)).to_have_count(2)
    expect(rows(deck).first).to_contain_text("New")


def test_a_box_is_named_by_its_question(deck: Page) -> None:
    box = deck.get_by_role("checkbox", name="For how long is a patient watched after anaphylaxis?")
    box.check()
    expect(deck.locator("#picked")).to_have_text("1 card selected")
    expect(deck.locator("#all")).to_have_js_property("indeterminate", value=True)
    apply(deck, "Flag")
    expect(notice(deck)).to_contain_text("1 card flagged.")


def test_cards_get_a_due_date_and_those_never_studied_stay(site: "Site", deck: Page) -> None:
    answer(site.desk, Submission(ReviewId("1" * 16), ref(3), Rating.EASY), site.clock())
    expect(deck.get_by_label("Due date")).to_be_hidden()
    deck.get_by_label("Select all on this page").check()
    deck.get_by_label("With the ticked cards").select_option("Set due date")
    deck.get_by_label("Due date").fill("2026-12-05")
    deck.get_by_role("button", name="Apply").click()
    expect(notice(deck)).to_contain_text(
        "1 card due on 5 December. 3 were never studied and stay as they are."
    )
    expect(rows(deck).nth(2)).to_contain_text("In 13 days")


def test_starting_over_asks_first(site: "Site", deck: Page) -> None:
    answer(site.desk, Submission(ReviewId("1" * 16), ref(3), Rating.EASY), site.clock())
    rows(deck).nth(2).locator("[name=card]").check()
    apply(deck, "Start over (reset)")
    expect(deck.get_by_role("heading", level=1)).to_have_text("Start over with 1 card?")
    expect(deck.locator("main")).to_contain_text("past answers stay")
    assert card_page(site.desk, ref(3), site.clock()).memory is not None
    deck.get_by_role("button", name="Start over").click()
    expect(notice(deck)).to_contain_text("1 card started over.")
    assert card_page(site.desk, ref(3), site.clock()).memory is None


def test_some_cards_are_exported_to_anki(deck: Page, tmp_path: Path) -> None:
    for number in (0, 2):
        rows(deck).nth(number).locator("[name=card]").check()
    with deck.expect_download() as started:
        apply(deck, "Export to Anki")
    zipfile.ZipFile(started.value.path()).extract("collection.anki2", tmp_path)
    notes = sqlite3.connect(tmp_path / "collection.anki2").execute("select count(*) from notes")
    assert notes.fetchone() == (2,)


def test_the_cards_found_are_what_is_downloaded(deck: Page) -> None:
    find(deck, "Kind", "Duration (2)")
    with deck.expect_download() as started:
        deck.get_by_role("link", name="Download these for Anki").click()
    assert started.value.suggested_filename == "anaphylaxis.apkg"


def test_cards_are_printed_as_a_table_with_their_sources(deck: Page) -> None:
    for number in (0, 3):
        rows(deck).nth(number).locator("[name=card]").check()
    apply(deck, "Print")
    expect(deck.locator("tbody tr")).to_have_count(2)
    first = deck.locator("tbody tr").first
    for part in ("what dose of adrenaline", "500", "Anaphylaxis on the ward, March 2024"):
        expect(first).to_contain_text(part)
    expect(deck.locator("thead")).to_contain_text("For study, not for patient care.")
    expect(deck.locator("thead")).to_contain_text("22 November 2026")
    deck.emulate_media(media="print")
    expect(deck.locator("thead")).to_have_css("display", "table-header-group")
    expect(first).to_have_css("break-inside", "avoid")
    for gone in (".nav", ".print-actions", ".foot"):
        expect(deck.locator(gone)).to_be_hidden()


def test_a_deck_is_renamed_and_deleted(site: "Site", deck: Page) -> None:
    deck.get_by_role("link", name="Rename").click()
    deck.get_by_label("Name").fill("Allergy")
    deck.get_by_role("button", name="Save").click()
    expect(deck.get_by_role("heading", level=1)).to_have_text("Allergy")
    deck.get_by_role("link", name="Delete").click()
    expect(deck.locator("main")).to_contain_text("4 cards and their review history go")
    deck.get_by_role("link", name="Keep").click()
    deck.get_by_role("link", name="Delete").click()
    deck.get_by_role("button", name="Delete deck").click()
    expect(notice(deck)).to_contain_text("“Allergy” is deleted. A backup from before is kept as")
    expect(deck.get_by_role("link", name="Allergy")).to_have_count(0)
    deck.goto(site.url("/"))
    expect(deck.get_by_role("heading", level=1)).to_have_text("No cards to study yet")


def test_several_cards_are_dealt_with_without_script(site: "Site", browser: Browser) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(site.url(f"/decks/{DECK}?kind=duration"))
    expect(page.get_by_text("Select all on this page")).to_be_hidden()
    for box in page.locator("[name=card]").all():
        box.check()
    apply(page, "Bury until tomorrow")
    expect(notice(page)).to_contain_text("2 cards buried until tomorrow.")
    notice(page).get_by_role("button", name="Undo").click()
    expect(notice(page)).to_have_text("Undone for 2 cards.")
    plain.close()


def test_what_is_focused_is_never_under_the_bar_of_actions(site: "Site", page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 560})
    page.goto(site.url(f"/decks/{DECK}"))
    rows(page).first.locator("[name=card]").check()
    covered = """() => {
      const [one, bar] = [document.activeElement, document.querySelector(".doing-all")];
      const others = [bar, document.querySelector(".nav")];
      if (one === document.body || others.some((other) => other.contains(one))) return null;
      const [box, over] = [one.getBoundingClientRect(), bar.getBoundingClientRect()];
      return box.bottom > over.top + 1 && box.top < over.bottom ? one.outerHTML : null;
    }"""
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(covered) is None


def test_the_document_of_a_card_opens_at_its_lines(site: "Site", page: Page) -> None:
    page.goto(site.url(f"/cards/{DECK}/c-0000000000000001"))
    page.get_by_role("link", name="Open in document").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anaphylaxis on the ward")
    assert page.url.endswith("#line-7")
    assert page.locator(".lines mark").all_inner_texts() == [
        "In adults give 500 micrograms of adrenaline",
        "intramuscularly (0.5 mL of 1 mg/mL).",
    ]
    expect(page.locator("#line-7")).to_be_in_viewport()
    expect(page.locator(".lines li")).to_have_count(14)
    page.get_by_role("link", name="Back to the card").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("what dose of adrenaline")


def test_a_document_leads_back_to_the_card_under_review(site: "Site", page: Page) -> None:
    page.goto(site.url("/review"))
    page.keyboard.press("Space")
    page.keyboard.press("i")
    page.get_by_role("link", name="Open in document").first.click()
    page.get_by_role("link", name="Back to review").click()
    expect(page.locator("#answer")).to_be_visible()


def test_a_document_is_read_from_its_deck(deck: Page) -> None:
    deck.get_by_role("link", name="Anaphylaxis on the ward, March 2024").click()
    expect(deck.locator(".lines li")).to_have_count(14)
    expect(deck.locator(".lines mark")).to_have_count(0)
    deck.get_by_role("link", name="Anaphylaxis", exact=True).click()
    expect(rows(deck)).to_have_count(4)
