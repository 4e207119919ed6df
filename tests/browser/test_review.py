"""Reviewing with keys and pointer: what is shown, what has focus, what is counted once."""

import re

import pytest
from playwright.sync_api import Page, expect

ANSWER = "500\xa0micrograms of adrenaline intramuscularly"


def counter(page: Page) -> str:
    return page.locator("[data-progress]").inner_text()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.tagName"))


def reveal(page: Page) -> None:
    page.keyboard.press("Space")
    expect(page.locator("#answer")).to_be_focused()


def wait_for_question(page: Page, number: int) -> None:
    # a card that has to come again today adds to the whole
    expect(page.locator("[data-progress]")).to_have_text(re.compile(rf"{number} of \d"))
    expect(page.locator("#question")).to_be_focused()


def test_space_reveals_and_space_again_rates_good(review: Page) -> None:
    reveal(review)
    review.keyboard.press("Space")
    wait_for_question(review, 2)
    expect(review.locator("#status")).to_contain_text("Good, ")
    expect(review.locator("#status")).to_contain_text("2 of 5")


def test_enter_does_the_same(review: Page) -> None:
    review.keyboard.press("Enter")
    expect(review.locator("#answer")).to_be_focused()
    review.keyboard.press("Enter")
    wait_for_question(review, 2)


@pytest.mark.parametrize(
    ("key", "rating"), [("1", "Again"), ("2", "Hard"), ("3", "Good"), ("4", "Easy")]
)
def test_digits_rate_only_after_reveal_and_once(review: Page, key: str, rating: str) -> None:
    posts: list[str] = []
    review.on("request", lambda sent: posts.append(sent.url) if sent.method == "POST" else None)
    review.keyboard.press(key)
    expect(review.get_by_role("button", name="Show answer")).to_be_visible()
    assert posts == []
    reveal(review)
    review.keyboard.press(key)
    expect(review.locator("#status")).to_contain_text(f"{rating}, ")
    review.keyboard.press(key)
    wait_for_question(review, 2)
    assert [post.rpartition("/")[2] for post in posts] == ["answer"]


def test_a_held_space_reveals_once_and_rates_nothing(review: Page) -> None:
    for _ in range(6):
        review.keyboard.down("Space")  # every call after the first is an auto-repeat
    review.keyboard.up("Space")
    expect(review.locator("#answer")).to_be_focused()
    review.wait_for_timeout(400)
    assert counter(review) == "1 of 4"


def test_a_double_click_on_show_answer_leaves_the_card_unrated(review: Page) -> None:
    review.wait_for_timeout(400)
    review.get_by_role("button", name="Show answer").dblclick()
    expect(review.locator("#answer")).to_be_visible()
    review.wait_for_timeout(400)
    assert counter(review) == "1 of 4"
    review.get_by_role("button", name="Good").click()
    wait_for_question(review, 2)


def test_a_double_click_on_a_rating_counts_once(review: Page) -> None:
    reveal(review)
    review.wait_for_timeout(400)
    review.get_by_role("button", name="Good").dblclick()
    wait_for_question(review, 2)
    review.wait_for_timeout(400)
    assert counter(review) == "2 of 5"
    expect(review.get_by_role("button", name="Show answer")).to_be_visible()


def test_empty_space_reveals_but_selecting_text_does_not(review: Page) -> None:
    review.wait_for_timeout(400)
    review.evaluate("getSelection().selectAllChildren(document.getElementById('question'))")
    review.locator("#question").dispatch_event("click", {"detail": 1})
    expect(review.locator("#answer")).to_have_count(0)
    review.evaluate("getSelection().removeAllRanges()")
    review.locator("main").click(position={"x": 300, "y": 250})
    expect(review.locator("#answer")).to_be_focused()


def test_nothing_of_the_answer_is_there_before_reveal(review: Page) -> None:
    shown = review.locator("body").inner_text()
    tree = review.locator("body").aria_snapshot()
    for part in (ANSWER, "500", "Anaphylaxis on the ward", "Sources differ", "0.01", "Changed"):
        assert part not in shown
        assert part not in tree
    reveal(review)
    assert ANSWER in review.locator("body").inner_text()
    assert 'heading "Answer: 500' in review.locator("body").aria_snapshot()


def test_focus_follows_the_content(review: Page) -> None:
    assert focused(review) == "question"
    reveal(review)
    review.keyboard.press("Tab")
    expect(review.get_by_role("link", name="Skip to rating")).to_be_focused()
    review.keyboard.press("Enter")
    expect(review.get_by_role("button", name="Again")).to_be_focused()
    review.keyboard.press("Tab")
    review.keyboard.press("Tab")
    review.keyboard.press("Enter")
    wait_for_question(review, 2)
    expect(review.locator("#status")).to_contain_text("Good, ")


def test_a_focused_link_keeps_its_own_enter(review: Page) -> None:
    review.get_by_role("link", name="End session").focus()
    review.keyboard.press("Enter")
    expect(review.get_by_role("heading", level=1)).to_contain_text("due")


def test_undo_brings_the_card_back_revealed_with_its_schedule(review: Page) -> None:
    question = review.locator("#question").inner_text()
    reveal(review)
    before = review.locator(".rate").inner_text()
    review.keyboard.press("1")
    wait_for_question(review, 2)
    review.keyboard.press("u")
    expect(review.locator("#answer")).to_be_focused()
    assert review.locator("#question").inner_text() == question
    assert review.locator(".rate").inner_text() == before
    assert counter(review) == "1 of 4"
    review.keyboard.press("Space")
    wait_for_question(review, 2)


def test_the_end_says_how_it_went_and_can_be_undone(review: Page) -> None:
    for number, key in enumerate("4444", start=1):
        reveal(review)
        review.keyboard.press(key)
        if number < 4:
            wait_for_question(review, number + 1)
    heading = review.get_by_role("heading", level=1)
    expect(heading).to_have_text("4 done. 4 remembered, 0 to see again.")
    expect(heading).to_be_focused()
    review.keyboard.press("u")
    expect(review.locator("#answer")).to_be_focused()
    assert counter(review) == "4 of 4"
    review.keyboard.press("4")
    expect(heading).to_have_text("4 done. 4 remembered, 0 to see again.")
    review.get_by_role("button", name="Undo last").click()
    expect(review.locator("#answer")).to_be_focused()
    review.keyboard.press("4")
    review.get_by_role("link", name="Finish").click()
    expect(heading).to_have_text("Nothing is due")


def test_undo_after_an_edit_keeps_the_edit(review: Page) -> None:
    reveal(review)
    review.keyboard.press("e")
    field = review.get_by_label("Answer", exact=True)
    field.fill("500 micrograms, into the muscle")
    field.press("1")
    field.press("u")
    review.get_by_role("button", name="Save").click()
    expect(review.locator("#answer")).to_be_focused()
    expect(review.locator("#answer")).to_contain_text("into the muscle1u")
    review.keyboard.press("3")
    wait_for_question(review, 2)
    review.keyboard.press("u")
    expect(review.locator("#answer")).to_contain_text("into the muscle1u")


def test_why_marks_words_of_the_document(review: Page) -> None:
    reveal(review)
    review.keyboard.press("w")
    expect(review.locator("#why")).to_be_focused()
    mark = review.locator("#why mark").inner_text()
    assert mark == "500 micrograms of adrenaline\nintramuscularly"


def test_why_opens_and_closes_in_place_on_a_phone(review: Page) -> None:
    review.set_viewport_size({"width": 390, "height": 844})
    reveal(review)
    expect(review.locator("#why")).to_be_hidden()
    review.get_by_role("link", name="Why?").click()
    expect(review.locator("#why")).to_be_focused()
    review.keyboard.press("Escape")
    expect(review.locator("#why")).to_be_hidden()
    expect(review.get_by_role("link", name="Why?")).to_be_focused()


def test_sources_that_differ_stand_side_by_side(review: Page) -> None:
    reveal(review)
    panel = review.get_by_role("region", name="Sources differ")
    for part in ("Anaphylaxis on the ward, March 2024", "this card", "2021", "0.01\xa0mg/kg"):
        expect(panel).to_contain_text(part)


def test_keys_open_in_a_dialog_that_holds_them_back(review: Page) -> None:
    review.keyboard.press("?")
    expect(review.get_by_role("dialog", name="Keys")).to_be_visible()
    review.keyboard.press("u")
    review.keyboard.press("Escape")
    expect(review.get_by_role("dialog")).to_have_count(0)
    expect(review.get_by_role("button", name="Show answer")).to_be_visible()


def test_reload_keeps_the_revealed_card(review: Page) -> None:
    question = review.locator("#question").inner_text()
    reveal(review)
    review.reload()
    assert review.locator("#question").inner_text() == question
    expect(review.locator("#answer")).to_be_visible()
    review.keyboard.press("3")
    wait_for_question(review, 2)
    assert review.url.endswith("/review")


def test_the_next_card_comes_without_loading_the_page(review: Page) -> None:
    review.evaluate("window.kept = true")
    for number in (2, 3):
        reveal(review)
        review.keyboard.press("Space")
        wait_for_question(review, number)
    assert review.evaluate("window.kept") is True
