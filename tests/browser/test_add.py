"""A document is given to the app, and its drafts are decided."""

from pathlib import Path
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Site

SHELF = Path(__file__).parent / "shelf"
LONG = 120_000
"""Milliseconds: the build loads a language model first."""


def test_documents_are_made_into_drafts_while_the_page_tells_how_far_it_is(
    site: "Site", page: Page, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 nothing of a file")
    page.goto(site.url("/decks"))
    page.get_by_role("link", name="Add documents").click()
    page.get_by_label("Documents").set_input_files([SHELF / "allergy.txt", scan])
    page.get_by_label("Name of the deck").fill("Clinic")
    page.get_by_role("button", name="Make cards").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Clinic: ", timeout=LONG)
    expect(page.get_by_role("status")).to_contain_text("from 1 document.")
    expect(page.get_by_text("scan.pdf: ")).to_be_visible()
    page.get_by_role("link", name="Decide drafts of Clinic").click()
    expect(page.get_by_role("heading", name="Draft 1 of")).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()


def test_it_works_without_script_and_has_no_fault(site: "Site", browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url("/add"))
    page.get_by_text("Paste text instead").click()
    page.get_by_label("Text", exact=True).fill("Colchicine is given as 500 micrograms for gout.")
    page.get_by_role("button", name="Make cards").click()
    page.get_by_role("link", name="Look again").click()
    with_script = browser.new_context(bypass_csp=True).new_page()
    with_script.goto(site.url("/add"))
    expect(with_script.get_by_role("progressbar")).to_be_visible()
    assert Axe().run(with_script).response["violations"] == []
    expect(with_script.locator(".name")).to_have_text("Pasted text.txt")
    expect(with_script.get_by_role("progressbar")).to_be_hidden(timeout=LONG)
    assert Axe().run(with_script).response["violations"] == []
    with_script.context.close()
    page.goto(site.url("/add"))
    expect(page.get_by_role("progressbar")).to_be_hidden()
    context.close()


def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(site: "Site", page: Page) -> None:
    page.goto(site.url("/add"))
    page.get_by_label("Name of the deck").fill("Gout")
    page.get_by_role("button", name="Make cards").click()
    expect(page.get_by_role("alert")).to_have_text("Choose a document, or paste text.")
    expect(page.get_by_label("Name of the deck")).to_have_value("Gout")
