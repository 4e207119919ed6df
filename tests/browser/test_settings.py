"""Settings in a browser: chosen, told what it costs, saved, and felt on the other pages."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from studyapp.model import DayShare, LearnerSettings, NewCards, Order, Preferences, Theme, Typing
from studyapp.study import Holdings, holdings, save_settings, settings

if TYPE_CHECKING:
    from tests.browser.conftest import Site

PAGES = ("/", "/decks", "/settings", "/help", "/review", "/nowhere")
DARK, LIGHT = "rgb(18, 21, 24)", "rgb(245, 244, 240)"


@pytest.fixture(params=["script", "plain"])
def form(request: pytest.FixtureRequest, browser: Browser, site: "Site") -> Page:
    """The settings page, with its script and without any."""
    page = browser.new_context(java_script_enabled=request.param == "script").new_page()
    page.goto(site.url("/settings"))
    return page


def _save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()


def test_every_setting_is_chosen_and_saved(form: Page, site: "Site") -> None:
    form.get_by_label("New cards a day").fill("7")
    form.get_by_label("Cards a day in all").fill("50")
    form.get_by_label("Target recall").fill("85")
    form.get_by_label("Time zone").select_option("Asia/Tokyo")
    form.get_by_label("A new day starts at").select_option("05:00")
    form.get_by_label("Sunday").select_option("Few")
    form.get_by_label("Saturday").select_option("Half")
    form.get_by_label("Most at risk first").check()
    form.get_by_label("After the reviews").check()
    form.get_by_label("Keep related cards on different days").uncheck()
    form.get_by_label("Waits of a new card").fill("2 15")
    form.get_by_label("Waits after Again").fill("")
    form.get_by_label("Longest interval").fill("365")
    form.get_by_label("Forgotten too often after").fill("5")
    form.get_by_label("Set such cards aside").uncheck()
    form.get_by_label("On every card").check()
    form.get_by_label("Only Again and Good").check()
    form.get_by_label("Single-key shortcuts").uncheck()
    form.get_by_label("Keep the time of each answer").uncheck()
    form.get_by_label("Dark").check()
    _save(form)
    expect(form.locator(".notice")).to_have_text("Saved.")
    assert settings(site.desk) == LearnerSettings(
        zone="Asia/Tokyo",
        rollover=5,
        retention=0.85,
        new_per_day=7,
        reviews_per_day=50,
        learning=(120, 900),
        relearning=(),
        longest=365,
        week=(*(DayShare.FULL,) * 5, DayShare.HALF, DayShare.FEW),
        order=Order.RISK,
        new_cards=NewCards.LAST,
        siblings_apart=False,
        leech_after=5,
        leech_rests=False,
        preferences=Preferences(
            Typing.ALL, two_buttons=True, single_keys=False, theme=Theme.DARK, timed=False
        ),
    )
    expect(form.get_by_label("Waits of a new card")).to_have_value("2m 15m")


def test_faults_stand_beside_their_fields_with_what_was_typed(form: Page, site: "Site") -> None:
    before = settings(site.desk)
    form.get_by_label("Target recall").fill("99")
    form.get_by_label("Waits of a new card").fill("1m soon")
    form.get_by_label("Only Again and Good").check()
    _save(form)
    alert = form.get_by_role("alert")
    expect(alert).to_contain_text("Nothing was saved. 2 settings need another look:")
    steps = form.get_by_label("Waits of a new card")
    expect(steps).to_have_value("1m soon")
    expect(form.locator("#learning-error")).to_contain_text("“soon” is not a wait.")
    expect(form.get_by_label("Target recall")).to_have_value("99")
    expect(form.locator("#retention-error")).to_contain_text("Choose 70% to 97%.")
    expect(form.get_by_label("Only Again and Good")).to_be_checked()
    alert.get_by_role("link", name="Learning steps").click()
    expect(steps).to_be_in_viewport()
    assert settings(site.desk) == before


def test_what_recall_costs_is_told_while_it_is_chosen(site: "Site", page: Page) -> None:
    page.goto(site.url("/settings"))
    told = page.locator("output")
    expect(told).to_have_text("At 90%: fewer than 1 review a day, 1 minute.")
    rows = page.locator(".cost tbody tr")
    expect(rows).to_have_count(8)
    expect(rows.first).to_contain_text("70%")
    expect(page.locator(".cost .chosen")).to_contain_text("90%")
    page.get_by_label("Target recall").fill("88")
    expect(told).to_contain_text("At 88%:")
    expect(rows).to_have_count(9)
    page.get_by_label("New cards a day").fill("2")
    expect(page.locator(".cost caption")).to_contain_text("met at 2 a day")
    page.get_by_label("Target recall").fill("5")
    expect(told).to_have_text("Choose a percentage from 70 to 97 to see what it costs.")
    assert settings(site.desk).retention == 0.9


def _colour(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize(
    ("theme", "device", "seen"),
    [
        (Theme.DARK, "light", DARK),
        (Theme.LIGHT, "dark", LIGHT),
        (Theme.SYSTEM, "dark", DARK),
        (Theme.SYSTEM, "light", LIGHT),
    ],
)
def test_the_theme_is_the_learners_on_every_page(
    site: "Site", browser: Browser, theme: Theme, device: str, seen: str
) -> None:
    _prefer(site, Preferences(theme=theme))
    context = browser.new_context(
        color_scheme="dark" if device == "dark" else "light", java_script_enabled=False
    )
    page = context.new_page()
    for path in PAGES:
        page.goto(site.url(path))
        assert _colour(page) == seen, path
    page.emulate_media(media="print")
    page.goto(site.url("/decks"))
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(26, 29, 33)"


def _prefer(site: "Site", preferences: Preferences) -> None:
    save_settings(site.desk, replace(settings(site.desk), preferences=preferences))


def test_without_single_keys_only_space_enter_and_escape_act(site: "Site", page: Page) -> None:
    _prefer(site, Preferences(single_keys=False))
    page.goto(site.url("/review"))
    for key in ("e", "i", "m", "?", "4", "w"):
        page.keyboard.press(key)
    expect(page.locator("#question")).to_be_visible()
    expect(page.locator("details.more[open], dialog[open]")).to_have_count(0)
    page.keyboard.press("Space")
    expect(page.locator("#answer")).to_be_visible()
    for key in ("1", "4", "w", "e"):
        page.keyboard.press(key)
    expect(page.locator("#answer")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator(".last")).to_contain_text("Good, ")
    page.keyboard.press("Control+z")
    expect(page.locator("#answer")).to_be_visible()
    page.goto(site.url("/drafts/f9e8d7c6b5a4938271605f4e3d2c1b0a"))
    expect(page.locator(".btn kbd").first).to_be_hidden()
    page.keyboard.press("a")
    page.goto(site.url("/"))
    expect(page.get_by_role("link", name="3 draft cards to decide")).to_be_visible()
    page.goto(site.url("/help"))
    expect(page.get_by_text("Single keys are turned off")).to_be_visible()


def test_everything_is_exported(site: "Site", page: Page) -> None:
    page.goto(site.url("/settings"))
    with page.expect_download() as started:
        page.get_by_role("link", name="Export everything").click()
    assert started.value.suggested_filename == "studyapp-2026-11-22.zip"
    with ZipFile(io.BytesIO(started.value.path().read_bytes())) as archive:
        assert archive.namelist() == [
            "decks/anaphylaxis.md",
            "decks/gout-drafts.md",
            "answers.csv",
        ]


def test_everything_is_deleted_by_the_word_alone(form: Page, site: "Site") -> None:
    form.get_by_role("link", name="Delete everything…").click()
    expect(form.get_by_role("heading", level=1)).to_have_text("Delete everything?")
    expect(form.get_by_role("link", name="Export everything first")).to_be_visible()
    form.get_by_role("button", name="Delete everything").click()
    expect(form.get_by_role("alert")).to_contain_text("Nothing was deleted.")
    assert holdings(site.desk).cards == 7
    form.get_by_label("Type the word delete").fill("delete")
    form.get_by_role("button", name="Delete everything").click()
    expect(form.get_by_role("heading", level=1)).to_have_text("No cards yet")
    expect(form.locator(".notice")).to_contain_text("Everything was deleted. The backup made")
    assert holdings(site.desk) == Holdings(0, 0, 0)
    form.goto(site.url("/review"))
    expect(form.get_by_role("heading", level=1)).to_have_text("Nothing is due")


def _under(one: Locator, bar: Locator) -> bool:
    box, over = one.bounding_box(), bar.bounding_box()
    assert box is not None
    assert over is not None
    return box["y"] + box["height"] > over["y"] + 1


def test_what_is_focused_is_never_under_the_save_bar(site: "Site", page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.url("/settings"))
    bar = page.locator(".save-bar")
    fields = page.locator("form.settings :is(input, select):not([type=hidden], [type=radio])")
    for number in range(fields.count()):
        page.keyboard.press("Tab")
        fields.nth(number).focus()
        assert not _under(fields.nth(number), bar)


@pytest.fixture
def contents(site: "Site", page: Page) -> Callable[[str], None]:
    """Every link of a page's contents leads to a section of it."""

    def follow(path: str) -> None:
        page.goto(site.url(path))
        links = page.locator(".contents a")
        assert links.count() > 5
        for link in links.all():
            title = link.inner_text()
            link.click()
            expect(page.locator("h2:target")).to_have_text(title)
            expect(page.locator("h2:target")).to_be_in_viewport()

    return follow


def test_long_pages_say_what_is_on_them(contents: Callable[[str], None]) -> None:
    contents("/help")
    contents("/settings")
