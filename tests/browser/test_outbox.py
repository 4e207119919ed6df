"""Answers reach the app once, whatever becomes of the connection, the page or the app."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from studyapp.model import CardId, CardRef, DeckId
from studyapp.study import card_page, session_summary
from tests.browser.conftest import START, Site

if TYPE_CHECKING:
    from collections.abc import Callable

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('studyapp:answer:')).length"


def counted(site: Site) -> int:
    return session_summary(site.desk, START, site.clock()).done


def rate(page: Page, key: str = "4") -> None:
    expect(page.locator("[data-reveal]")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("#answer")).to_be_focused()
    page.keyboard.press(key)


def wait_until_sent(page: Page) -> None:
    for _ in range(100):
        if page.evaluate(KEPT) == 0:
            return
        page.wait_for_timeout(50)
    pytest.fail("answers are still on the device")


def fetched(page: Page) -> None:
    """Wait until the next cards are in the page."""
    page.wait_for_load_state("networkidle")


def test_cards_go_on_without_a_connection_and_every_answer_arrives_once(
    site: Site, review: Page
) -> None:
    fetched(review)
    review.context.set_offline(True)
    for _ in range(3):
        rate(review)
    expect(review.locator("[data-unsent]")).to_have_text("3 to send")
    expect(review.locator("[data-unsent]")).to_be_visible()
    assert counted(site) == 0
    review.context.set_offline(False)
    wait_until_sent(review)
    expect(review.locator("[data-unsent]")).to_be_hidden()
    assert counted(site) == 3


def test_after_the_last_card_at_hand_it_waits_and_goes_on_by_itself(
    site: Site, review: Page
) -> None:
    fetched(review)
    review.context.set_offline(True)
    for _ in range(4):
        rate(review)
    heading = review.get_by_role("heading", level=1)
    expect(heading).to_have_text("No connection")
    expect(review.get_by_text("kept on this device")).to_be_visible()
    review.context.set_offline(False)
    expect(heading).to_have_text("4 done. 4 remembered, 0 to see again.")
    assert counted(site) == 4


def test_answers_survive_the_end_of_the_tab(
    site: Site, review: Page, context: BrowserContext
) -> None:
    fetched(review)
    context.set_offline(True)
    for _ in range(3):
        rate(review)
    review.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(site.url("/review"))
    wait_until_sent(page)
    expect(page.locator("[data-progress]")).to_have_text("4 of 4")
    assert counted(site) == 3


def test_an_app_in_trouble_loses_and_doubles_nothing(site: Site, review: Page) -> None:
    fetched(review)
    failures = iter(range(5))

    def fail(route: Route) -> None:
        if next(failures, None) is None:
            route.continue_()
        else:
            route.fulfill(status=500, body="trouble")

    review.route("**/review/answer", fail)
    rate(review)
    expect(review.locator("#question")).to_be_focused()
    for _ in range(6):
        review.evaluate("dispatchEvent(new Event('online'))")
        review.wait_for_timeout(60)
    wait_until_sent(review)
    assert counted(site) == 1


def test_an_answer_that_came_but_was_not_acknowledged_counts_once(
    site: Site, review: Page
) -> None:
    fetched(review)
    posts: list[str] = []

    def swallow(route: Route) -> None:
        posts.append(route.request.post_data or "")
        if len(posts) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    review.route("**/review/answer", swallow)
    rate(review)
    review.evaluate("dispatchEvent(new Event('online'))")
    wait_until_sent(review)
    assert len(posts) == 2
    assert len({re.findall(r"review=(\w+)", post)[0] for post in posts}) == 1
    assert counted(site) == 1


def test_signed_out_keeps_the_queue_and_says_so(site: Site, review: Page) -> None:
    fetched(review)
    review.route("**/review/answer", lambda route: route.fulfill(status=401, body=""))
    rate(review)
    expect(review.get_by_role("alert")).to_contain_text("You were signed out. 1 answer is safe")
    assert review.evaluate(KEPT) == 1
    review.unroute("**/review/answer")
    review.evaluate("dispatchEvent(new Event('focus'))")
    wait_until_sent(review)
    assert counted(site) == 1


def test_a_form_of_an_older_page_gets_a_new_token(site: Site, review: Page) -> None:
    fetched(review)
    review.evaluate(
        "for (const field of document.querySelectorAll('[name=csrf_token]')) field.value = 'old'"
    )
    review.context.clear_cookies()
    rate(review)
    wait_until_sent(review)
    assert counted(site) == 1


def test_where_nothing_can_be_stored_review_stops(site: Site, review: Page) -> None:
    fetched(review)
    review.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    rate(review)
    expect(review.get_by_role("heading", level=1)).to_have_text("Review has stopped")
    expect(review.get_by_text("Nothing already rated is lost")).to_be_visible()
    assert counted(site) == 0


def test_an_unsent_answer_is_undone_on_the_spot(site: Site, review: Page) -> None:
    fetched(review)
    first = review.locator("#question").inner_text()
    review.context.set_offline(True)
    rate(review)
    rate(review)
    review.keyboard.press("u")
    review.keyboard.press("u")
    expect(review.locator("#answer")).to_be_focused()
    expect(review.locator("#question")).to_have_text(first)
    assert review.evaluate(KEPT) == 0
    review.context.set_offline(False)
    review.keyboard.press("1")
    wait_until_sent(review)
    assert counted(site) == 1


def test_every_rating_of_the_session_can_be_undone(site: Site, review: Page) -> None:
    fetched(review)
    first = review.locator("#question").inner_text()
    for _ in range(3):
        rate(review)
        expect(review.locator("#question")).to_be_focused()
    for left in (2, 1, 0):
        review.keyboard.press("u")
        expect(review.locator("#answer")).to_be_focused()
        expect(review.locator("[data-progress]")).to_have_text(f"{left + 1} of 4")
    expect(review.locator("#question")).to_have_text(first)
    wait_until_sent(review)
    assert counted(site) == 0


@pytest.mark.parametrize(
    ("key", "said"),
    [("-", "Buried until tomorrow."), ("=", "Buried until tomorrow."), ("@", "Suspended.")],
)
def test_cards_are_set_aside_by_key_and_brought_back(
    site: Site, review: Page, key: str, said: str
) -> None:
    fetched(review)
    first = review.locator("#question").inner_text()
    review.keyboard.press(key)
    expect(review.locator("[data-told]")).to_contain_text(said)
    expect(review.locator("#question")).not_to_have_text(first)
    assert counted(site) == 0
    review.keyboard.press("u")
    expect(review.locator("#question")).to_have_text(first)
    expect(review.locator("[data-progress]")).to_have_text("1 of 4")


def test_the_notice_undoes_too(review: Page) -> None:
    fetched(review)
    first = review.locator("#question").inner_text()
    review.keyboard.press("-")
    review.locator("[data-told]").get_by_role("button", name="Undo").click()
    expect(review.locator("#question")).to_have_text(first)


def test_b_and_s_do_nothing(review: Page) -> None:
    fetched(review)
    first = review.locator("#question").inner_text()
    for key in ("b", "s", "B", "S"):
        review.keyboard.press(key)
    review.wait_for_timeout(200)
    expect(review.locator("#question")).to_have_text(first)
    expect(review.locator("[data-told]")).to_have_count(0)


def test_acts_and_ratings_are_undone_in_their_order(site: Site, review: Page) -> None:
    fetched(review)
    questions = []
    act: Callable[[], None]
    for act in (
        lambda: rate(review),
        lambda: review.keyboard.press("@"),
        lambda: rate(review),
    ):
        questions.append(review.locator("#question").inner_text())
        act()
        expect(review.locator("#question")).not_to_have_text(questions[-1])
    for question in reversed(questions):
        review.keyboard.press("u")
        expect(review.locator("#question")).to_have_text(question)
    assert counted(site) == 0


def test_a_flag_stays_on_the_card_and_the_side(review: Page) -> None:
    fetched(review)
    review.keyboard.press("Space")
    review.keyboard.press("f")
    expect(review.get_by_text("Flagged", exact=True)).to_be_visible()
    expect(review.locator("#answer")).to_be_focused()
    review.keyboard.press("*")
    expect(review.get_by_text("Flagged", exact=True)).to_have_count(0)


def test_a_wrong_card_is_reported_by_one_key(site: Site, review: Page) -> None:
    fetched(review)
    review.keyboard.press("Space")
    review.keyboard.press("r")
    dialog = review.get_by_role("dialog", name="What is wrong with this card?")
    dialog.get_by_label("The answer is wrong").check()
    dialog.get_by_label("Note (optional)").fill("It is 0.3 mg now - 1 2 3")
    dialog.get_by_role("button", name="Report").click()
    expect(review.locator("[data-told]")).to_contain_text("Reported.")
    expect(review.locator("#answer")).to_be_focused()
    assert counted(site) == 0
    review.locator("[data-told]").get_by_role("button", name="Suspend it").click()
    expect(review.locator("[data-told]")).to_contain_text("Suspended.")


def test_the_next_question_is_there_before_the_answer_is_sent(review: Page) -> None:
    fetched(review)
    review.route("**/review/answer", lambda _: None)  # the app never answers
    review.keyboard.press("Space")
    expect(review.locator("#answer")).to_be_focused()
    focused, asked = review.evaluate(
        """() => {
          document.querySelector('.rate .good').click();
          return [document.activeElement.id, document.querySelectorAll('[data-reveal]').length];
        }"""
    )
    assert (focused, asked) == ("question", 1)


def _kept_by_the_worker(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    for _ in range(100):
        if page.evaluate("caches.match('/review/ahead').then(Boolean)"):
            return
        page.reload()
        page.wait_for_load_state("networkidle")
    pytest.fail("the worker kept nothing")


def test_review_is_there_without_a_connection(site: Site, browser: Browser) -> None:
    context = browser.new_context()
    review = context.new_page()
    review.goto(site.url("/review"))
    _kept_by_the_worker(review)
    context.set_offline(True)
    rate(review)
    second = review.locator("#question").inner_text()
    review.close()
    page = context.new_page()
    page.goto(site.url("/review"))
    expect(page.locator("#question")).to_have_text(second)
    rate(page)
    page.goto(site.url("/decks"))
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
    context.set_offline(False)
    page.goto(site.url("/decks"))
    wait_until_sent(page)
    assert counted(site) == 2
    context.close()


def test_two_devices_that_answer_one_card_both_count_in_order_of_time(
    site: Site, review: Page, browser: Browser
) -> None:
    fetched(review)
    review.context.set_offline(True)
    rate(review, "1")
    other = browser.new_context(service_workers="block").new_page()
    other.goto(site.url("/review"))
    fetched(other)
    rate(other, "4")
    wait_until_sent(other)
    review.context.set_offline(False)
    wait_until_sent(review)
    page = card_page(site.desk, CardRef(DeckId(DECK), CardId("c-0000000000000001")), site.clock())
    assert [one.rating.name for one in reversed(page.reviews)] == ["AGAIN", "EASY"]
    assert page.memory is not None
    assert page.memory.reviews == 2
