"""A card whose answer was corrected in the deck since the learner last rated it."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from playwright.sync_api import Page, expect

from studyapp.model import CardId, CardRef, DeckId, Rating, ReviewId
from studyapp.study import Submission, answer, review_card

if TYPE_CHECKING:
    from tests.browser.conftest import Site

REF = CardRef(DeckId("0a1b2c3d4e5f60718293a4b5c6d7e8f9"), CardId("c-0000000000000002"))


def rate(site: "Site", rating: Rating) -> None:
    wording = review_card(site.desk, REF, site.clock()).wording
    sent = Submission(ReviewId(uuid4().hex), REF, rating, wording=wording)
    answer(site.desk, sent, site.clock())


def test_a_changed_card_says_so_until_it_is_rated(
    site: "Site", page: Page, next_edition: Callable[[], None]
) -> None:
    rate(site, Rating.EASY)
    next_edition()
    page.goto(site.url("/"))
    page.get_by_role("link", name="1 card changed since you last saw it").click()
    expect(page.locator(".card-rows li")).to_have_count(1)

    page.goto(site.url(f"/review?deck={REF.deck}&card={REF.card}"))
    expect(page.locator(".updated")).to_have_text("Updated 23 November")
    assert "5 minutes" not in page.locator("body").inner_text().replace("\xa0", " ")
    page.keyboard.press("Space")
    panel = page.get_by_role("region", name="Changed since you last saw it")
    expect(panel.locator("del")).to_contain_text("5\xa0minutes")
    expect(panel.locator("ins")).to_contain_text("10\xa0minutes")
    expect(panel).to_contain_text("Your schedule is kept.")
    page.keyboard.press("3")
    expect(page.locator("#question")).to_be_focused()

    site.clock.moment += timedelta(minutes=1)
    page.goto(site.url(f"/review?deck={REF.deck}&card={REF.card}&side=answer"))
    expect(page.locator("#answer")).to_have_text("Answer: 10\xa0minutes")
    expect(page.get_by_text("Changed since you last saw it")).to_have_count(0)
    page.goto(site.url("/"))
    expect(page.get_by_text("changed since")).to_have_count(0)
