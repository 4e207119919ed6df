"""What the pages load and from where; and that they work without any script."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.pages import DRAFTS, PAGES

if TYPE_CHECKING:
    from tests.browser.conftest import Site

_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation",
    (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


def test_pages_break_no_policy_and_ask_nobody_else(site: "Site", page: Page) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page.add_init_script(_WATCH)
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    for path in PAGES:
        page.goto(site.url(path))
        assert page.evaluate("window.violations") == [], path
    page.goto(site.url("/review"))
    for key in ("Space", "w", "3", "u", "m"):
        page.keyboard.press(key)
        page.wait_for_timeout(150)
    assert page.evaluate("window.violations") == []
    assert faults == []
    assert [url for url in asked if not url.startswith(site.address)] == []


def test_the_policy_lets_no_inline_script_run(site: "Site", page: Page) -> None:
    page.goto(site.url("/"))
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.ran = true'}))"
    )
    assert page.evaluate("window.ran") is None


@pytest.fixture
def plain(browser: Browser) -> BrowserContext:
    return browser.new_context(java_script_enabled=False)


def test_review_works_without_script(site: "Site", plain: BrowserContext) -> None:
    page = plain.new_page()
    page.goto(site.url("/"))
    page.get_by_role("button", name="Start review").click()
    question = page.locator("#question").inner_text()
    assert "500" not in page.locator("body").inner_text()
    page.get_by_role("button", name="Show answer").click()
    assert page.locator("#question").inner_text() == question
    expect(page.locator("#answer")).to_be_visible()
    page.get_by_role("button", name="Good").click()
    expect(page.locator("[data-progress]")).to_have_text("2 of 5")
    expect(page.locator(".last")).to_contain_text("Good, ")
    page.get_by_role("button", name="Undo last").click()
    assert page.locator("#question").inner_text() == question
    expect(page.locator("#answer")).to_be_visible()
    page.get_by_role("button", name="Easy").click()
    for _ in range(3):
        page.get_by_role("button", name="Show answer").click()
        page.get_by_role("button", name="Easy").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("4 done.")


def test_the_passage_opens_without_script_on_a_phone(site: "Site", plain: BrowserContext) -> None:
    page = plain.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.url("/review"))
    page.get_by_role("button", name="Show answer").click()
    expect(page.locator("#why")).to_be_hidden()
    page.get_by_role("link", name="Why?").click()
    expect(page.locator("#why mark")).to_be_visible()


def test_drafts_are_decided_without_script(site: "Site", plain: BrowserContext) -> None:
    page = plain.new_page()
    page.goto(site.url(f"/drafts/{DRAFTS}"))
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("button", name="Discard").click()
    expect(page.locator(".notice").first).to_contain_text("Discarded.")
    page.locator(".notice").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Draft")


def test_going_back_to_an_answered_card_does_not_count_it_twice(
    site: "Site", plain: BrowserContext
) -> None:
    page = plain.new_page()
    page.goto(site.url("/review"))
    page.get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name="Easy").click()
    expect(page.locator("[data-progress]")).to_have_text("2 of 4")
    page.go_back()
    expect(page.locator("[data-progress]")).to_have_text("2 of 4")
