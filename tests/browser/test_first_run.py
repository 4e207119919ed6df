"""The first minutes, and what Today says when more or less is due than a day holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect

from studyapp.model import CardId, CardRef, DeckId, Rating, ReviewId
from studyapp.study import (
    Fault,
    Submission,
    answer,
    delete_everything,
    export_deck,
    load_deck,
    report,
    save_settings,
    settings,
    suspend,
    undo,
)

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DECK = DeckId("0a1b2c3d4e5f60718293a4b5c6d7e8f9")
Answer = Callable[..., None]


def _ref(number: int) -> CardRef:
    return CardRef(DECK, CardId(f"c-{number:016x}"))


@pytest.fixture
def rate(site: "Site") -> Answer:
    """Rates cards of the deck, by number, so many days ago."""

    def give(*numbers: int, ago: float = 0, rating: Rating = Rating.EASY) -> None:
        at: datetime = site.clock() - timedelta(days=ago)
        for number in numbers:
            review = ReviewId(f"{number}-{at.isoformat()}")
            answer(site.desk, Submission(review, _ref(number), rating), at)

    return give


def _decide(site: "Site", **wanted: Any) -> None:
    save_settings(site.desk, replace(settings(site.desk), siblings_apart=False, **wanted))


def test_a_newcomer_is_told_what_matters_and_starts(site: "Site", page: Page) -> None:
    page.goto(site.url("/"))
    welcome = page.get_by_role("region", name="Before you start")
    for said in (
        "names the document and the lines its answer comes from",
        "Again means forgotten",
        "Hard is no word for a lapse",
        "You study in sittings",
        "Before you treat a patient, read the source itself.",
        "Space shows the answer",
    ):
        expect(welcome).to_contain_text(said)
    expect(welcome.locator("kbd").first).to_be_visible()
    assert len(welcome.inner_text().split()) < 150
    main = page.locator("main")
    expect(main.get_by_role("button")).to_have_count(1)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Start review").click()
    expect(page.locator("#question")).to_be_visible()
    page.goto(site.url("/"))
    expect(welcome).to_be_visible()


def test_the_welcome_goes_for_good_with_the_first_answer(site: "Site", page: Page) -> None:
    page.goto(site.url("/review"))
    page.keyboard.press("Space")
    page.keyboard.press("3")
    expect(page.locator(".last")).to_contain_text("Good, ")
    page.goto(site.url("/"))
    expect(page.get_by_text("Before you start")).to_have_count(0)
    undo(site.desk, None, site.clock())
    page.goto(site.url("/"))
    expect(page.get_by_text("Before you start")).to_have_count(0)


def test_where_there_is_no_keyboard_no_keys_are_told(site: "Site", browser: Browser) -> None:
    phone = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = phone.new_page()
    page.goto(site.url("/"))
    expect(page.get_by_text("You study in sittings")).to_be_visible()
    expect(page.get_by_text("shows the answer,")).to_be_hidden()
    button = page.get_by_role("button", name="Start review").bounding_box()
    bar = page.locator(".nav").bounding_box()
    assert button is not None
    assert bar is not None
    assert button["y"] + button["height"] < bar["y"]


def test_a_library_without_cards_says_how_to_add_them(site: "Site", page: Page) -> None:
    delete_everything(site.desk, site.clock())
    page.goto(site.url("/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("No cards yet")
    main = page.locator("main")
    expect(main).to_contain_text(
        "Add a guideline or lecture notes; you approve each card before you study it."
    )
    expect(main.get_by_role("button")).to_have_count(0)
    main.get_by_role("link", name="Add documents").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Add documents")


def test_with_drafts_alone_the_drafts_come_first(site: "Site", page: Page) -> None:
    for number in range(1, 5):
        suspend(site.desk, _ref(number), site.clock())
    page.goto(site.url("/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("No cards to study yet")
    page.get_by_role("link", name="3 draft cards to decide").click()
    expect(page.get_by_role("button", name="Accept")).to_be_visible()


def test_a_backlog_after_a_break_is_spread_and_new_cards_wait(
    site: "Site", page: Page, rate: Answer
) -> None:
    rate(1, 2, 3, ago=90)
    _decide(site, reviews_per_day=1)
    page.goto(site.url("/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("1 card is due")
    expect(page.locator(".backlog")).to_have_text(
        "You were away 90 days; 3 cards are waiting. We spread them over 3 days, most at risk"
        " first. New cards are paused."
    )


def test_a_backlog_without_a_break_blames_nobody(site: "Site", page: Page, rate: Answer) -> None:
    rate(1, 2, 3, ago=90)
    rate(4)
    _decide(site, reviews_per_day=2)
    page.goto(site.url("/"))
    expect(page.locator(".backlog")).to_have_text(
        "3 cards are waiting, more than a day has room for. We spread them over 2 days, most at"
        " risk first."
    )


def test_a_limit_that_never_clears_them_is_named(site: "Site", page: Page, rate: Answer) -> None:
    rate(1, 2, 3, ago=90)
    _decide(site, reviews_per_day=0)
    page.goto(site.url("/"))
    main = page.locator("main")
    expect(main).to_contain_text("3 cards are due. Your limit of 0 cards a day does not clear")
    main.get_by_role("link", name="raise it").click()
    expect(page.locator("h2:target")).to_have_text("How much a day")


def test_more_of_what_is_due_can_be_had(site: "Site", page: Page, rate: Answer) -> None:
    rate(1, 2, 3, ago=90)
    rate(4)
    _decide(site, reviews_per_day=1)
    page.goto(site.url("/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Done for today")
    expect(page.locator("main")).to_contain_text(
        "You have done today’s 1 card; 3 more cards are due. We spread them over the next 3 days"
    )
    expect(page.locator("main")).to_contain_text("Leaves none of these 3 for the days to come.")
    page.get_by_role("button", name="3 more of what is due").click()
    expect(page.locator(".notice")).to_have_text("3 more cards for today.")
    expect(page.get_by_role("heading", level=1)).to_have_text("3 cards are due")


def test_more_new_cards_can_be_had(site: "Site", page: Page, rate: Answer) -> None:
    _decide(site, new_per_day=2)
    rate(1, 2)
    page.goto(site.url("/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is due")
    expect(page.locator("main")).to_contain_text("2 new cards wait for the next days")
    button = page.get_by_role("button", name="2 more new cards")
    expect(page.get_by_text("reviews over the year to come")).to_be_visible()
    button.click()
    expect(page.locator(".notice")).to_have_text("2 more cards for today.")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 cards are due")


def test_when_only_related_cards_are_left_that_is_said(
    site: "Site", page: Page, rate: Answer
) -> None:
    deck = export_deck(site.desk, DECK)
    first, second, *_ = deck.cards
    sibling = replace(second, answer=first.answer, citations=first.citations)
    load_deck(site.desk, replace(deck, cards=(first, sibling)), site.clock())
    rate(1)
    page.goto(site.url("/"))
    page.get_by_role("button", name="1 more new card").click()
    expect(page.locator(".notice")).to_have_text(
        "No more came: what is left is related to cards you met today, and waits a day."
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is due")


def test_what_to_check_leads_to_the_cards(site: "Site", page: Page, rate: Answer) -> None:
    _decide(site, leech_after=1)
    rate(1, ago=30)
    rate(1, rating=Rating.AGAIN)
    report(site.desk, _ref(2), Fault.UNCLEAR, "", site.clock())
    report(site.desk, _ref(3), Fault.WRONG, "", site.clock())
    for name, rows in (
        ("1 card was set aside: forgotten 1 time Anaphylaxis", 1),
        ("2 cards you reported Anaphylaxis", 2),
    ):
        page.goto(site.url("/"))
        page.get_by_role("region", name="For you to check").get_by_role("link", name=name).click()
        expect(page.locator(".card-rows li")).to_have_count(rows)
