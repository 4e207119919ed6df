"""What the pages load and from where; and that they work without any script."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Site

_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation",
    (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""
DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
DRAFTS = "f9e8d7c6b5a4938271605f4e3d2c1b0a"
ROUND = f"/practice/round?deck={DECK}&seed=1f&round=" + "".join(f"{n:016x}" for n in (1, 2, 3, 4))
PAGES = (
    "/",
    "/decks",
    f"/decks/{DECK}",
    f"/cards/{DECK}/c-0000000000000001",
    f"/cards/{DECK}/c-0000000000000001?edit=1",
    f"/decks/{DECK}/rename",
    f"/decks/{DECK}/delete",
    f"/decks/{DECK}/print",
    f"/decks/{DECK}?state=new",
    f"/documents/{DECK}/allergy.txt?card=c-0000000000000001",
    "/practice",
    f"/practice?deck={DECK}",
    ROUND,
    f"{ROUND}&side=answer",
    f"{ROUND}&count=1&side=answer",
    f"{ROUND}&end=1&log=frr",
    "/drafts",
    f"/drafts/{DRAFTS}",
    f"/drafts/{DRAFTS}?edit=1",
    "/statistics?more=1",
    "/settings",
    "/settings/delete",
    "/memory",
    "/help",
    "/review",
    "/nowhere",
)


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
