"""Practice: cards chosen by the learner, asked without harm to their schedule unless they wish."""

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from studyapp.model import (
    Card,
    CardId,
    CardRef,
    Citation,
    Deck,
    DeckId,
    FactKind,
    Lines,
    Rating,
    Source,
    SourceId,
)
from studyapp.study import CardQuery, card_page, deck_page, load_deck, today

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
JOINTS = DeckId("1" * 32)
_SHARES = (("knee", "12%"), ("ankle", "18%"), ("elbow", "4%"), ("wrist", "7%"), ("heel", "23%"))


@pytest.fixture
def joints(site: "Site") -> Deck:
    """A deck whose cards can be asked with options, all but the last."""
    source = Source(SourceId("joints.txt"), "First joints in gout", reviewed="2022")

    def card(number: int, question: str, answer: str) -> Card:
        cited = (Citation(source.id, ("Joints",), Lines(number, number)),)
        kind = FactKind.FIGURE if "%" in answer else FactKind.TREATMENT
        return Card(CardId(f"c-{number:016x}"), kind, question, answer, cited)

    shares = [
        card(n, f"What percentage of first attacks does the {joint} account for?", share)
        for n, (joint, share) in enumerate(_SHARES, 1)
    ]
    last = card(6, "What eases a first attack?", "Ice on the joint, rest and an early call")
    deck = Deck(JOINTS, "Joints", (source,), (*shares, last))
    load_deck(site.desk, deck, site.clock())
    return deck


def begin(
    site: "Site", page: Page, deck: str = DECK, *, choices: bool = False, counted: bool = False
) -> None:
    page.goto(site.url(f"/practice?deck={deck}"))
    if choices:
        page.get_by_label("Multiple choice").check()
    if counted:
        page.get_by_label("Count my answers").check()
    page.get_by_role("button", name="Start practice").click()
    expect(page.locator("#question")).to_be_focused()


def log(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("log", [""])[0]


def press(page: Page, key: str, then: str) -> None:
    """Press a key and wait until the address ends so: the page has gone on."""
    with page.expect_navigation(url=re.compile(f"{then}$")):
        page.keyboard.press(key)


def answered(page: Page, letter: str, key: str = "") -> None:
    before = log(page)
    press(page, "Space", "side=answer")
    press(page, key or ("1" if letter == "f" else "2"), f"log={before}{letter}")


def question(page: Page) -> str:
    return page.locator("#question").inner_text()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def test_a_round_by_keys_counts_nothing(site: "Site", page: Page) -> None:
    page.goto(site.url(f"/decks/{DECK}"))
    page.get_by_role("link", name="Practise").click()
    expect(page.get_by_label("Count my answers")).not_to_be_checked()
    expect(page.locator("main")).to_contain_text("usually not counted")
    page.get_by_role("button", name="Start practice").click()
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator(".answer")).to_have_count(0)
    missed = question(page)
    press(page, "Space", "side=answer")
    expect(page.locator("#answer")).to_be_focused()
    expect(page.locator(".cite")).to_contain_text("Anaphylaxis on the ward, March 2024")
    press(page, "1", "log=f")
    asked = [missed]
    for _ in range(3):
        asked.append(question(page))
        answered(page, "r")
    assert len(set(asked)) == 4
    assert question(page) == missed
    expect(page.locator(".kind-of")).to_contain_text("Asked again")
    press(page, "Enter", "side=answer")
    press(page, "Enter", "log=frrrr")
    expect(heading(page)).to_have_text("3 of 4 remembered")
    expect(heading(page)).to_be_focused()
    expect(page.locator("main")).to_contain_text("Nothing was counted")
    expect(page.get_by_role("region", name="Missed").get_by_role("listitem")).to_have_count(1)
    rows = deck_page(site.desk, DeckId(DECK), CardQuery(), site.clock()).rows
    assert [str(row.state) for row in rows] == ["new"] * 4
    assert today(site.desk, site.clock()).total == 4


def test_undo_asks_the_card_again(site: "Site", page: Page) -> None:
    begin(site, page)
    first = question(page)
    answered(page, "f")
    assert question(page) != first
    press(page, "u", "log=fu")
    assert question(page) == first
    answered(page, "r")
    expect(page.locator(".far span")).to_have_text("1 of 4 done")


def test_reload_and_back_do_not_break_a_round(site: "Site", page: Page) -> None:
    begin(site, page)
    first = question(page)
    answered(page, "r")
    second = question(page)
    page.reload()
    assert question(page) == second
    page.go_back()
    expect(page.locator("#answer")).to_be_visible()
    page.go_back()
    expect(page.locator(".answer")).to_have_count(0)
    assert question(page) == first
    answered(page, "r")
    assert question(page) == second
    expect(page.locator(".far span")).to_have_text("1 of 4 done")


def test_two_steps_back_at_once_show_the_page_of_the_address(site: "Site", page: Page) -> None:
    begin(site, page)
    first = question(page)
    answered(page, "r")
    answered(page, "r")
    page.evaluate("history.back(); history.back(); history.back()")
    expect(page.locator("#answer")).to_be_visible()
    assert question(page) == first
    assert page.url.endswith("side=answer")


def test_counted_answers_are_reviews(site: "Site", page: Page) -> None:
    begin(site, page, counted=True)
    expect(page.locator(".kind-of")).to_contain_text("Practice, counted")
    press(page, "Space", "side=answer")
    good = page.get_by_role("button", name="Good").inner_text()
    assert re.search(r"\d+ (min|days?)", good)
    card = CardRef(DeckId(DECK), _shown(page))
    press(page, "3", "log=3")
    reviews = card_page(site.desk, card, site.clock()).reviews
    assert [one.rating for one in reviews] == [Rating.GOOD]
    page.go_back()
    expect(page.locator("#answer")).to_be_visible()
    page.wait_for_timeout(350)
    with page.expect_navigation(url=re.compile("log=3$")):
        page.get_by_role("button", name="Easy").click()
    assert len(card_page(site.desk, card, site.clock()).reviews) == 1
    press(page, "u", "log=3u")
    assert [one.undone for one in card_page(site.desk, card, site.clock()).reviews] == [True]
    answered(page, "4", "4")
    reviews = card_page(site.desk, card, site.clock()).reviews
    assert {(one.rating, one.undone) for one in reviews} == {
        (Rating.EASY, False),
        (Rating.GOOD, True),
    }


def _shown(page: Page) -> CardId:
    """The card asked first in a round of which nothing is answered."""
    cards = parse_qs(urlsplit(page.url).query)["round"][0]
    return CardId(f"c-{cards[:16]}")


def test_options_are_chosen_by_key_and_keep_their_place(
    site: "Site", page: Page, joints: Deck
) -> None:
    begin(site, page, joints.id, choices=True)
    while page.locator(".options").count() == 0:
        answered(page, "r")
    group = page.get_by_role("group", name=question(page))
    options = [one.inner_text().split("\n")[-1] for one in group.get_by_role("button").all()]
    assert len(set(options)) == 4
    right = next(one.answer for one in joints.cards if one.question == question(page))
    wrong = next(place for place, one in enumerate(options) if one != right)
    press(page, str(wrong + 1), f"chosen={wrong}")
    expect(page.locator(".verdict")).to_be_focused()
    expect(page.locator(".verdict")).to_contain_text("Not this one")
    expect(page.locator(".cite")).to_contain_text("First joints in gout, 2022, line")
    shown = page.locator(".options.done li > span:first-child").all_inner_texts()
    assert shown == options
    expect(page.locator(".options .wrong")).to_contain_text("your choice")
    expect(page.locator(".options .right")).to_contain_text(right)
    press(page, "Space", "log=[rf]*f")


def test_the_learner_may_say_otherwise_than_their_choice(
    site: "Site", page: Page, joints: Deck
) -> None:
    begin(site, page, joints.id, choices=True)
    while page.locator(".options").count() == 0:
        answered(page, "r")
    before = log(page)
    right = next(one.answer for one in joints.cards if one.question == question(page))
    page.wait_for_timeout(350)
    page.locator(".options button", has_text=re.compile(rf"^\d?\s*{right}$")).click()
    expect(page.locator(".verdict")).to_contain_text("Right")
    page.wait_for_timeout(350)
    with page.expect_navigation(url=re.compile(f"log={before}f$")):
        page.get_by_role("button", name="I guessed: ask again").click()


def test_counted_options_preselect_no_rating(site: "Site", page: Page, joints: Deck) -> None:
    begin(site, page, joints.id, choices=True, counted=True)
    while page.locator(".options").count() == 0:
        answered(page, "4", "4")
    before = log(page)
    press(page, "1", "chosen=0")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".grades .main-one")).to_have_count(0)
    expect(page.locator(".grades button")).to_have_count(4)
    assert log(page) == before
    press(page, "2", "log=[1-4]*2")


def test_a_card_without_options_is_asked_as_a_question(
    site: "Site", page: Page, joints: Deck
) -> None:
    page.goto(site.url(f"/practice?deck={joints.id}&q=eases"))
    page.get_by_label("Multiple choice").check()
    page.get_by_role("button", name="Start practice").click()
    expect(page.locator(".kind-of")).to_contain_text("No options for this card")
    expect(page.locator("#question")).to_be_focused()
    press(page, "Space", "side=answer")
    press(page, "2", "log=r")
    expect(heading(page)).to_have_text("1 of 1 remembered")


def test_the_cards_ticked_on_a_deck_are_practised(site: "Site", page: Page) -> None:
    page.goto(site.url(f"/decks/{DECK}"))
    for number in (0, 2):
        page.locator("[name=card]").nth(number).check()
    page.get_by_label("With the ticked cards").select_option("Study these")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".lede")).to_contain_text("2 cards of “Anaphylaxis”, selected by you")
    page.get_by_role("button", name="Start practice").click()
    expect(page.locator("#question")).to_be_focused()
    answered(page, "r")
    answered(page, "r")
    expect(heading(page)).to_have_text("2 of 2 remembered")
    expect(page.locator("main")).to_contain_text("You missed none.")
    page.get_by_role("link", name="Again").click()
    expect(page.locator(".far span")).to_have_text("0 of 2 done")


def test_the_filters_of_a_deck_choose_what_is_practised(site: "Site", page: Page) -> None:
    page.goto(site.url(f"/practice?deck={DECK}"))
    page.get_by_label("Kind").select_option("duration")
    page.get_by_role("button", name="Start practice").click()
    expect(page.locator(".far span")).to_have_text("0 of 2 done")
    page.goto(site.url(f"/practice?deck={DECK}"))
    page.get_by_label("Status").select_option("flagged")
    page.get_by_role("button", name="Start practice").click()
    expect(page.locator(".notice")).to_have_text("No cards match. Choose others.")
    expect(page.get_by_label("Status")).to_have_value("flagged")


def test_escape_ends_and_tells_what_was_done(site: "Site", page: Page) -> None:
    begin(site, page)
    answered(page, "r")
    press(page, "Escape", "end=1.*")
    expect(heading(page)).to_have_text("1 of 1 remembered")
    page.get_by_role("link", name="Go on").click()
    expect(page.locator(".far span")).to_have_text("1 of 4 done")
    page.keyboard.press("Escape")
    expect(heading(page)).to_have_text("1 of 1 remembered")
    page.get_by_role("link", name="Back to the deck").first.click()
    expect(heading(page)).to_have_text("Anaphylaxis")


def test_a_double_tap_answers_nothing(site: "Site", page: Page) -> None:
    begin(site, page)
    page.wait_for_timeout(350)
    page.get_by_role("button", name="Show answer").dblclick(delay=10)
    expect(page).to_have_url(re.compile("side=answer$"))
    expect(page.locator("#answer")).to_be_visible()
    assert log(page) == ""


def test_practice_works_without_script(site: "Site", browser: Browser, joints: Deck) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(site.url(f"/practice?deck={joints.id}"))
    page.get_by_label("Multiple choice").check()
    page.get_by_role("button", name="Start practice").click()
    for _ in range(6):
        if page.locator(".options").count():
            page.locator(".options button").first.click()
            expect(page.locator(".verdict")).to_be_visible()
            page.get_by_role("button", name="Next").click()
        else:
            page.get_by_role("button", name="Show answer").click()
            page.get_by_role("button", name="Forgot").click()
    page.get_by_role("button", name="Undo last answer").click()
    page.get_by_role("link", name="End practice").click()
    expect(heading(page)).to_contain_text("of 5 remembered")
    plain.close()


def test_rounds_of_twenty_go_through_a_larger_deck(site: "Site", page: Page, joints: Deck) -> None:
    many = tuple(
        Card(CardId(f"c-{n:016x}"), FactKind.GOAL, f"Question {n}?", "Yes", one.citations)
        for n, one in enumerate(joints.cards * 4, 1)
    )
    load_deck(site.desk, Deck(DeckId("2" * 32), "Many", joints.sources, many), site.clock())
    page.goto(site.url(f"/practice?deck={'2' * 32}"))
    expect(page.locator(".lede")).to_contain_text("They come in rounds of 20.")
    page.get_by_role("button", name="Start practice").click()
    expect(page.locator(".far span")).to_have_text("0 of 20 done")
    first = parse_qs(urlsplit(page.url).query)["round"][0]
    page.goto(page.url + f"&log={'r' * 20}")
    expect(heading(page)).to_have_text("20 of 20 remembered")
    page.get_by_role("link", name="Practise 4 more").click()
    expect(page.locator(".far span")).to_have_text("0 of 4 done")
    rest = parse_qs(urlsplit(page.url).query)["round"][0]
    ids = {whole[at : at + 16] for whole in (first, rest) for at in range(0, len(whole), 16)}
    assert len(ids) == 24
