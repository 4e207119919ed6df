"""Drafts: each beside its passage, decided one at a time."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DRAFTS = "f9e8d7c6b5a4938271605f4e3d2c1b0a"


@pytest.fixture
def drafts(site: "Site", page: Page) -> Page:
    page.goto(site.url(f"/drafts/{DRAFTS}"))
    return page


def question(page: Page) -> str:
    return page.locator("#draft-question").inner_text()


def test_answers_not_in_the_passage_come_first_and_say_so(drafts: Page) -> None:
    assert "urate-lowering treatment" in question(drafts)
    expect(drafts.get_by_text("Answer not word for word in the passage")).to_be_visible()
    expect(drafts.get_by_role("heading", level=1)).to_have_text("Draft 1 of 3")
    assert drafts.locator("mark").inner_text().startswith("Start urate-lowering")


def test_there_is_no_accept_all(drafts: Page) -> None:
    assert drafts.get_by_role("button", name="all").count() == 0


def test_keys_accept_discard_and_undo(drafts: Page) -> None:
    first = question(drafts)
    drafts.keyboard.press("a")
    expect(drafts.locator(".notice").first).to_contain_text("Accepted.")
    second = question(drafts)
    assert second != first
    expect(drafts.locator("#draft-question")).to_be_focused()
    drafts.keyboard.press("x")
    expect(drafts.locator(".notice").first).to_contain_text("Discarded.")
    drafts.keyboard.press("u")
    expect(drafts.locator("#draft-question")).to_have_text(second)
    drafts.keyboard.press("x")
    expect(drafts.locator(".notice").first).to_contain_text("Discarded.")
    expect(drafts.locator("#draft-question")).to_be_focused()
    drafts.keyboard.press("a")
    expect(drafts.get_by_role("heading", level=1)).to_have_text("All 3 decided")
    expect(drafts.locator("main")).to_contain_text("2 kept, 1 discarded.")
    drafts.keyboard.press("u")
    expect(drafts.get_by_role("heading", level=1)).to_contain_text("Draft")


def test_j_and_k_go_through_the_drafts(drafts: Page) -> None:
    first = question(drafts)
    drafts.keyboard.press("j")
    expect(drafts.get_by_role("heading", level=1)).to_have_text("Draft 2 of 3")
    drafts.keyboard.press("k")
    expect(drafts.locator("#draft-question")).to_have_text(first)


def test_edit_in_place_and_keys_in_fields_are_letters(drafts: Page) -> None:
    drafts.keyboard.press("e")
    field = drafts.get_by_label("Question")
    expect(field).to_be_focused()
    field.fill("In gout, when does urate-lowering treatment start?")
    field.press("End")
    for letter in "axju":
        drafts.keyboard.press(letter)
    drafts.get_by_role("button", name="Save").click()
    expect(drafts.locator("#draft-question")).to_contain_text("treatment start?axju")
    expect(drafts.get_by_role("heading", level=1)).to_have_text("Draft 1 of 3")


def test_an_empty_answer_is_refused_beside_the_field(drafts: Page) -> None:
    drafts.keyboard.press("e")
    drafts.get_by_label("Answer", exact=True).fill("   ")
    drafts.get_by_role("button", name="Save").click()
    expect(drafts.locator("#edit-error")).to_be_visible()
    expect(drafts.get_by_label("Answer", exact=True)).to_have_attribute(
        "aria-describedby", "edit-error"
    )


def test_only_accepted_cards_are_studied(site: "Site", drafts: Page) -> None:
    for number, key in ((2, "x"), (3, "a")):
        drafts.keyboard.press(key)
        expect(drafts.get_by_role("heading", level=1)).to_have_text(f"Draft {number} of 3")
    drafts.goto(site.url(f"/decks/{DRAFTS}"))
    expect(drafts.locator(".title")).to_contain_text("1 card,")


def test_escape_leaves_an_edit_from_inside_its_field(drafts: Page) -> None:
    first = question(drafts)
    drafts.keyboard.press("e")
    expect(drafts.get_by_label("Question")).to_be_focused()
    drafts.keyboard.press("Escape")
    expect(drafts.locator("#draft-question")).to_have_text(first)


def test_a_saved_edit_does_not_offer_to_undo_an_older_decision(drafts: Page) -> None:
    drafts.keyboard.press("a")
    expect(drafts.locator(".notice").first.get_by_role("button", name="Undo")).to_be_visible()
    drafts.keyboard.press("e")
    drafts.get_by_role("button", name="Save").click()
    expect(drafts.locator(".notice").first).to_contain_text("Saved.")
    expect(drafts.locator(".notice").first.get_by_role("button", name="Undo")).to_have_count(0)
