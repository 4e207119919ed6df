"""Typing an answer: said with the card's answer, never in the way, never a rating."""

import re
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import faults
from tests.browser.test_review import counter, wait_for_question

if TYPE_CHECKING:
    from tests.browser.conftest import Site

ANSWER = "500\xa0micrograms of adrenaline intramuscularly"
VERDICTS = [
    ("0.5 mg", "Same dose: 0.5\xa0mg = 500\xa0micrograms"),
    ("0.5 mg IM", "Same dose: 0.5\xa0mg = 500\xa0micrograms"),
    ("5 mg", "Ten times too high"),
    ("500", "Right number. 500 what?"),
    ("0.5 mg IV", "Dose right, route differs"),
]


def type_answer(page: Page, text: str) -> None:
    page.keyboard.press("t")
    expect(page.locator("#typed")).to_be_focused()
    page.keyboard.type(text)


@pytest.mark.parametrize(("typed", "verdict"), VERDICTS)
def test_a_typed_dose_is_told_beside_the_answer(review: Page, typed: str, verdict: str) -> None:
    type_answer(review, typed)
    review.keyboard.press("Enter")
    expect(review.locator("#answer")).to_be_focused()
    expect(review.locator(".typed .verdict")).to_contain_text(verdict)
    yours, card = review.locator(".typed dd").all_inner_texts()
    assert yours.replace("\xa0", " ") == typed
    assert card == ANSWER
    expect(review.locator("#status")).to_contain_text(verdict)


@pytest.mark.parametrize(("typed", "verdict"), VERDICTS)
def test_the_same_without_script(site: "Site", browser: Browser, typed: str, verdict: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site.url("/review"))
    page.get_by_label("Your answer (optional)").fill(typed)
    page.get_by_label("Your answer (optional)").press("Enter")
    expect(page.locator("#answer")).to_contain_text(ANSWER)
    expect(page.locator(".typed .verdict")).to_contain_text(verdict)
    expect(page.locator(".typed")).to_contain_text(ANSWER)
    page.get_by_role("button", name="Good").click()
    expect(page.locator("[data-progress]")).to_have_text("2 of 5")


def test_free_text_has_both_lines_and_no_verdict(review: Page) -> None:
    type_answer(review, "some <b>adrenaline</b>, I think")
    review.keyboard.press("Enter")
    expect(review.locator(".typed")).to_contain_text("some <b>adrenaline</b>, I think")
    expect(review.locator(".typed")).to_contain_text(ANSWER)
    expect(review.locator("#status")).to_contain_text("You typed some")
    expect(review.locator(".typed .verdict")).to_have_count(0)


def test_keys_typed_in_the_field_are_text(review: Page) -> None:
    question = review.locator("#question").inner_text()
    type_answer(review, "t 1234 uweim?- ")
    assert review.locator("#typed").input_value() == "t 1234 uweim?- "
    review.keyboard.press("Control+z")
    expect(review.locator("#answer")).to_have_count(0)
    expect(review.get_by_role("dialog")).to_have_count(0)
    assert review.locator("#question").inner_text() == question
    assert counter(review) == "1 of 4"


def test_escape_leaves_the_field_and_not_the_session(review: Page) -> None:
    type_answer(review, "0.5 mg")
    review.keyboard.press("Escape")
    expect(review.locator("#question")).to_be_focused()
    assert review.locator("#typed").input_value() == "0.5 mg"
    review.keyboard.press("Space")
    expect(review.locator(".typed .verdict")).to_contain_text("Same dose")


def test_typing_is_never_asked_for(review: Page) -> None:
    expect(review.locator("#question")).to_be_focused()
    review.keyboard.press("Space")
    expect(review.locator("#answer")).to_be_focused()
    expect(review.locator(".typed")).to_be_hidden()
    expect(review.locator("#typed")).to_have_count(0)
    assert "typed=" not in review.url
    review.keyboard.press("t")
    expect(review.locator("#answer")).to_be_focused()


def test_a_verdict_rates_nothing(review: Page) -> None:
    posts: list[str] = []
    review.on("request", lambda sent: posts.append(sent.url) if sent.method == "POST" else None)
    before = review.locator("[data-progress]").inner_text()
    type_answer(review, "5 mg")
    review.keyboard.press("Enter")
    expect(review.locator(".typed .verdict")).to_have_text("Ten times too high")
    assert review.locator("[data-progress]").inner_text() == before
    assert posts == []
    review.keyboard.press("Enter")
    wait_for_question(review, 2)
    expect(review.locator("#status")).to_contain_text("Good, ")
    assert review.locator("#typed").input_value() == ""


def test_enter_held_in_the_field_reveals_once_and_rates_nothing(review: Page) -> None:
    type_answer(review, "500 mcg")
    for _ in range(5):
        review.keyboard.down("Enter")
    review.keyboard.up("Enter")
    expect(review.locator(".typed .verdict")).to_contain_text("Same dose")
    review.wait_for_timeout(400)
    assert counter(review) == "1 of 4"


def test_reload_keeps_what_was_typed(review: Page) -> None:
    type_answer(review, "5 mg")
    review.keyboard.press("Enter")
    expect(review.locator(".typed .verdict")).to_have_text("Ten times too high")
    review.reload()
    expect(review.locator(".typed .verdict")).to_have_text("Ten times too high")
    review.keyboard.press("3")
    wait_for_question(review, 2)
    assert review.url.endswith("/review")


def test_without_the_app_both_lines_are_still_shown(review: Page) -> None:
    type_answer(review, "0.5 mg")
    review.context.set_offline(True)
    review.keyboard.press("Enter")
    expect(review.locator("#answer")).to_be_focused()
    expect(review.locator(".typed")).to_contain_text(
        re.compile(r"0\.5.mg.*500.micrograms", re.DOTALL)
    )
    expect(review.locator("#status")).to_contain_text("You typed 0.5 mg")
    review.context.set_offline(False)


def test_the_label_gives_the_cursor_and_does_not_reveal(review: Page) -> None:
    review.wait_for_timeout(400)
    review.get_by_text("Your answer (optional)").click()
    expect(review.locator("#typed")).to_be_focused()
    expect(review.locator("#answer")).to_have_count(0)


def test_a_deletion_in_numbers_takes_an_answer(review: Page) -> None:
    for number in (2, 3, 4):
        review.keyboard.press("Space")
        expect(review.locator("#answer")).to_be_focused()
        review.keyboard.press("4")
        wait_for_question(review, number)
    type_answer(review, "up to 5%")
    review.keyboard.press("Enter")
    expect(review.locator(".typed .verdict")).to_have_text("Same share: up to 5% = up to 1 in 20")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_sides_are_accessible_and_fit(
    site: "Site", browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=scheme,
        reduced_motion="reduce",
        has_touch=width == 390,
        viewport={"width": width, "height": 844},
    )
    page = context.new_page()
    found: list[str] = []
    for typed in ("0.5 mg IM", "5 mg", "500", "a syringe of adrenaline " * 8):
        page.goto(site.url("/review"))
        expect(page.locator("#typed")).not_to_be_focused()
        page.locator("#typed").fill(typed)
        box = page.locator("#typed").bounding_box()
        assert box
        assert box["height"] >= 44
        found += faults(page)
        page.locator("#typed").press("Enter")
        expect(page.locator(".typed dd").first).not_to_be_empty()
        expect(page.locator("#status")).not_to_be_empty()
        found += faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert found == []


def test_nothing_moves_but_the_field_and_no_policy_is_broken(review: Page) -> None:
    review.evaluate(
        "window.broken = []; document.addEventListener('securitypolicyviolation',"
        " (event) => window.broken.push(event.violatedDirective))"
    )
    before = review.locator("#question").bounding_box()
    type_answer(review, "0.5 mg")
    review.keyboard.press("Enter")
    expect(review.locator(".typed .verdict")).to_be_visible()
    assert review.locator("#question").bounding_box() == before
    assert review.evaluate("window.broken") == []
