"""A card's page: what can be done to it, that it can be undone, and that it is remembered."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from studyapp.model import CardId, CardRef, DeckId, LearnerSettings, Rating, ReviewId
from studyapp.study import Submission, answer, save_settings

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
CARD = f"/cards/{DECK}/c-0000000000000001"
REF = CardRef(DeckId(DECK), CardId("c-0000000000000001"))


@pytest.fixture
def card(site: "Site", page: Page) -> Page:
    page.goto(site.url(CARD))
    return page


def rate(site: "Site", rating: Rating, number: int = 1) -> None:
    given = Submission(ReviewId(f"{number:016d}"), REF, rating)
    answer(site.desk, given, site.clock())


def notice(page: Page) -> Locator:
    return page.locator(".notice")


def history(page: Page) -> Locator:
    return page.get_by_role("region", name="History")


@pytest.mark.parametrize(
    ("button", "said", "past", "after"),
    [
        ("Flag", "Flagged.", "Flagged", "Take flag away"),
        ("Bury until tomorrow", "Buried.", "Buried until tomorrow", "Resume"),
        ("Suspend", "Suspended.", "Suspended", "Resume"),
    ],
)
def test_an_act_says_what_it_did_and_is_undone(
    card: Page, button: str, said: str, past: str, after: str
) -> None:
    card.get_by_role("button", name=button, exact=True).click()
    expect(notice(card)).to_contain_text(said)
    expect(card.get_by_role("button", name=after)).to_be_visible()
    expect(history(card)).to_contain_text(past)
    notice(card).get_by_role("button", name="Undo").click()
    expect(notice(card)).to_have_text("Undone.")
    expect(card.get_by_role("button", name=button, exact=True)).to_be_visible()
    expect(history(card).locator("del")).to_have_text(past)


def test_a_buried_card_is_resumed_and_that_is_undone(card: Page) -> None:
    card.get_by_role("button", name="Bury until tomorrow").click()
    card.get_by_role("button", name="Resume").click()
    expect(card.get_by_role("region", name="When it comes back")).to_contain_text("Not seen yet.")
    notice(card).get_by_role("button", name="Undo").click()
    expect(card.get_by_role("region", name="When it comes back")).to_contain_text("Buried:")


def test_a_due_date_is_set_and_undone(site: "Site", card: Page) -> None:
    rate(site, Rating.EASY)
    card.reload()
    card.get_by_text("Schedule", exact=True).click()
    expect(card.get_by_label("Comes back on")).to_have_value("2026-11-23")
    card.get_by_label("Comes back on").fill("2027-03-05")
    card.get_by_role("button", name="Set due date").click()
    expect(notice(card)).to_contain_text("Due date set to 5 March 2027.")
    expect(history(card)).to_contain_text("Due date set to 5 March 2027")
    expect(card.locator("main")).to_contain_text("You chose this day.")
    notice(card).get_by_role("button", name="Undo").click()
    expect(card.locator("main")).not_to_contain_text("You chose this day.")


def test_a_day_that_is_past_is_refused_beside_the_field(site: "Site", browser: Browser) -> None:
    rate(site, Rating.EASY)
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(site.url(CARD))
    page.get_by_text("Schedule", exact=True).click()
    page.get_by_label("Comes back on").evaluate("(field) => field.removeAttribute('min')")
    page.get_by_label("Comes back on").fill("2026-11-01")
    page.get_by_role("button", name="Set due date").click()
    expect(page.get_by_role("alert")).to_contain_text("A card cannot come back on that day.")
    plain.close()


def test_a_card_starts_over(site: "Site", card: Page) -> None:
    rate(site, Rating.EASY)
    card.reload()
    card.get_by_text("Schedule", exact=True).click()
    card.get_by_role("button", name="Start over").click()
    expect(notice(card)).to_contain_text("Started over.")
    expect(card.locator("main")).to_contain_text("Not seen yet.")
    expect(history(card)).to_contain_text("Easy, then")
    notice(card).get_by_role("button", name="Undo").click()
    expect(card.locator("main")).to_contain_text("never forgotten")


def test_a_report_is_shown_until_it_is_settled(card: Page) -> None:
    card.get_by_text("Report a problem").click()
    card.get_by_label("It is out of date").check()
    card.get_by_label("What should it say").fill("The 2025 page says 300.")
    card.get_by_role("button", name="Report", exact=True).click()
    expect(notice(card)).to_have_text("Reported. You’ll see it on Today.")
    box = card.get_by_role("region", name="Reported by you")
    expect(box).to_contain_text("It is out of date: “The 2025 page says 300.”")
    expect(history(card)).to_contain_text("Reported: out of date “The 2025 page says 300.”")
    card.get_by_role("button", name="Settled").click()
    expect(box).to_have_count(0)
    expect(history(card)).to_contain_text("Settled: out of date")
    expect(card.get_by_role("button", name="Flag", exact=True)).to_be_visible()


def test_a_wrong_answer_may_be_suspended_at_once(card: Page) -> None:
    card.get_by_text("Report a problem").click()
    card.get_by_label("The answer is wrong").check()
    card.get_by_role("button", name="Report", exact=True).click()
    notice(card).get_by_role("button", name="Suspend it").click()
    expect(notice(card)).to_contain_text("Suspended.")
    expect(card.get_by_role("button", name="Resume")).to_be_visible()


def test_a_report_of_nothing_is_refused(card: Page) -> None:
    card.get_by_text("Report a problem").click()
    card.locator("[name=fault]").first.evaluate(
        "(one) => one.form.querySelectorAll('[name=fault]').forEach((r) => r.required = false)"
    )
    card.get_by_role("button", name="Report", exact=True).click()
    expect(card.get_by_role("alert")).to_have_text("Say what is wrong with the card.")


def test_a_card_forgotten_too_often_says_so_in_words(site: "Site", card: Page) -> None:
    save_settings(site.desk, LearnerSettings("UTC", leech_after=1))
    rate(site, Rating.EASY, 1)
    rate(site, Rating.AGAIN, 2)
    card.reload()
    expect(history(card)).to_contain_text("Set aside: forgotten 1 time")
    expect(card.locator(".marks")).to_contain_text("Often forgotten")
    expect(card.locator("body")).not_to_contain_text("leech")
