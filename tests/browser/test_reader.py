"""A whole review by keys, as a screen reader tells it: names, order, focus, status."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from studyapp.model import Preferences
from studyapp.study import save_settings
from studyapp.study import settings as settings_of
from tests.browser.conftest import DOSE, Site

_HEARD = """
() => {
  const one = document.activeElement;
  const role = { H1: "heading 1", H2: "heading 2", BUTTON: "button", A: "link", INPUT: "edit",
    SUMMARY: "disclosure", BODY: "document" }[one.tagName] ?? one.tagName.toLowerCase();
  const label = one.getAttribute("aria-label")
    ?? (one.labels?.[0] ?? one).textContent.replace(/\\s+/g, " ").trim();
  const described = (one.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
    .map((id) => document.getElementById(id).textContent.trim());
  return [label, role, ...described].join(", ");
}
"""

_NAMES = """
() => [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden])")]
  .filter((one) => one.checkVisibility())
  .map((one) => one.getAttribute("aria-label") ?? [one, ...(one.labels ?? [])]
    .map((each) => each.textContent).join(" "))
"""


def heard(page: Page) -> str:
    """What a screen reader says of the element that has focus."""
    return str(page.evaluate(_HEARD))


def tab(page: Page, times: int = 1) -> str:
    for _ in range(times):
        page.keyboard.press("Tab")
    return heard(page)


def test_a_review_from_question_to_question(review: Page) -> None:
    assert heard(review) == f"{DOSE}, heading 1"
    assert tab(review).startswith("Your answer (optional)")
    assert tab(review).startswith("Show answer")
    review.keyboard.press("Enter")
    expect(review.locator("#answer")).to_be_focused()
    assert heard(review).startswith("Answer: 500 micrograms")
    assert heard(review).endswith("heading 2")
    assert tab(review) == "Skip to rating, link"
    review.keyboard.press("Enter")
    group = review.get_by_role("group", name="How well did you remember?")
    expect(group).to_be_visible()
    assert heard(review) == "Again 1 min 1, button, Forgot"
    assert tab(review, 2) == "Good 10 min 3, button, Remembered"
    review.keyboard.press("Enter")
    expect(review.locator("#question")).to_be_focused()
    assert heard(review).endswith("heading 1")
    expect(review.locator("#status")).to_have_text("Good, 10 min. 2 of 5.")


def test_nothing_is_hidden_behind_the_answer_for_who_reads_on(review: Page) -> None:
    review.keyboard.press("Space")
    told = review.locator("main").aria_snapshot()
    order = [told.index(part) for part in ("Answer: 500", "Why this answer", "Sources differ")]
    assert order == sorted(order)
    assert "this card" in told


def test_every_control_of_review_has_a_name(review: Page) -> None:
    review.keyboard.press("Space")
    review.keyboard.press("m")
    names = review.evaluate(_NAMES)
    assert len(names) > 10
    assert all(name.strip() for name in names)


def test_a_whole_session_without_a_pointer(review: Page) -> None:
    for _ in range(4):
        expect(review.locator("#question")).to_be_focused()
        while "Show answer" not in heard(review):
            tab(review)
        review.keyboard.press("Enter")
        expect(review.locator("#answer")).to_be_focused()
        while "Easy" not in heard(review):
            tab(review)
        review.keyboard.press("Enter")
    heading = review.get_by_role("heading", level=1)
    expect(heading).to_have_text("4 done. 4 remembered, 0 to see again.")
    expect(heading).to_be_focused()
    assert tab(review) == "Finish, link"
    review.keyboard.press("Enter")
    expect(review.get_by_role("heading", level=1)).to_be_visible()
    assert review.url.endswith("/")


def test_two_buttons_are_enough_for_who_wants_two(site: Site, page: Page) -> None:
    held = settings_of(site.desk)
    save_settings(site.desk, replace(held, preferences=Preferences(two_buttons=True)))
    page.goto(site.url("/review"))
    page.keyboard.press("Space")
    buttons = page.locator(".rate button")
    assert [one.split()[0] for one in buttons.all_inner_texts()] == ["Again", "Good"]
    page.keyboard.press("2")
    page.keyboard.press("4")
    expect(page.locator("#answer")).to_be_visible()
    page.keyboard.press("3")
    expect(page.locator("[data-progress]")).to_contain_text("2 of")


@pytest.mark.parametrize("wanted", ["reduce", "no-preference"])
def test_nothing_moves_for_who_wants_no_motion(site: Site, browser: Browser, wanted: str) -> None:
    still = wanted == "reduce"
    page = browser.new_context(reduced_motion="reduce" if still else "no-preference").new_page()
    page.goto(site.url("/review"))
    page.keyboard.press("Space")
    moving = page.evaluate("document.getAnimations().length")
    assert (moving > 0) is not still
