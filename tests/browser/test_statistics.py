"""Statistics: every picture says what it shows, and its table holds the same values."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from studyapp.model import CardId, CardRef, DeckId, Rating, ReviewId
from studyapp.study import Submission, accept_draft, answer, save_settings, settings

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
DRAFTS = "f9e8d7c6b5a4938271605f4e3d2c1b0a"
MAIN = ("due", "recall", "predicted", "days", "minutes", "hardest", "topics")
MORE = ("scores", "hours", "ratings", "coverage", "workload")
_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation",
    (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));
"""


def _study(site: "Site", days: int) -> None:
    """Months of answers up to the present, two cards a day forgotten now and then."""
    end = site.clock.moment
    for day in range(days):
        site.clock.moment = end - timedelta(days=days - 1 - day, hours=day % 5)
        for card in range(1, 5):
            if (day + card) % 3 == 0:
                continue
            rating = Rating.AGAIN if (day + 2 * card) % 8 == 0 else Rating.GOOD
            ref = CardRef(DeckId(DECK), CardId(f"c-{card:016x}"))
            sent = Submission(
                ReviewId(f"sent-{day:06}-{card:06}"), ref, rating, milliseconds=9000 + 500 * card
            )
            answer(site.desk, sent, site.clock.moment)
    site.clock.moment = end


@pytest.fixture
def studied(site: "Site") -> "Site":
    # a card that is forgotten often would be set aside before the months are over
    save_settings(site.desk, replace(settings(site.desk), leech_rests=False))
    _study(site, 110)
    return site


def _figure(page: Page, name: str) -> Locator:
    return page.locator(f"section.figure[aria-labelledby={name}]")


def _table(figure: Locator) -> list[list[str]]:
    """The body of the figure's table, row by row."""
    figure.get_by_text("Show as table").click()
    return [row.locator("th, td").all_inner_texts() for row in figure.locator("tbody tr").all()]


def _marks(figure: Locator, *names: str) -> list[list[str]]:
    """These data of every mark of the picture."""
    told: list[list[str]] = figure.locator("svg [data-value]").evaluate_all(
        "(marks, names) => marks.map((one) => names.map((name) => one.dataset[name]))",
        list(names),
    )
    return told


@pytest.mark.parametrize("path", ["/statistics", "/statistics?range=30&more=1"])
def test_every_picture_has_a_name_and_a_table(studied: "Site", page: Page, path: str) -> None:
    page.add_init_script(_WATCH)
    page.goto(studied.url(path))
    names = [*MAIN, *(MORE if "more" in path else ())]
    for name in names:
        figure = _figure(page, name)
        pictures = figure.locator("svg[role=img]").all()
        assert pictures, name
        for picture in pictures:
            assert (picture.get_attribute("aria-label") or "").endswith("."), name
        assert len(figure.locator(".headline").inner_text()) > 20
        assert figure.get_by_text("How this is counted").count() == 1
        assert _table(figure), name
    assert [one.get_attribute("id") for one in page.locator(".about").all()] == names
    assert page.evaluate("window.violations") == []


@pytest.mark.parametrize("name", ["due", "minutes", "scores", "hours", "ratings", "workload"])
def test_bars_and_table_hold_the_same(studied: "Site", page: Page, name: str) -> None:
    page.goto(studied.url("/statistics?more=1"))
    figure = _figure(page, name)
    drawn = _marks(figure, "name", "value")
    assert [row[:2] for row in _table(figure)] == drawn
    heights = [float(one.get_attribute("height") or 0) for one in figure.locator("rect").all()]
    values = [float(value.replace(",", "")) for _, value in drawn]
    assert max(values) > 0
    scale = max(heights) / max(values)
    rounding = 0.06 if any("." in value for _, value in drawn) else 0.6
    assert heights == pytest.approx([one * scale for one in values], abs=rounding * scale + 0.2)


def test_recall_and_its_table_hold_the_same(studied: "Site", page: Page) -> None:
    page.goto(studied.url("/statistics"))
    figure = _figure(page, "recall")
    value, target = figure.locator("svg text").all_text_contents()[-2:]
    told = dict(_table(figure))
    assert (told["Recall"], f"target {told['Target']}") == (value, target)
    assert figure.locator("svg").get_attribute("aria-label") == (
        f"Recall {value} of {told['Reviews']} reviews, with 95% confidence from "
        f"{told['95% range']}; the target is {told['Target']}."
    )


def test_dots_and_table_hold_the_same(studied: "Site", page: Page) -> None:
    page.goto(studied.url("/statistics"))
    figure = _figure(page, "predicted")
    drawn = _marks(figure, "name", "predicted", "actual", "value")
    assert sorted(_table(figure)) == sorted(drawn)
    hollow = figure.locator("circle.hollow").evaluate_all("all => all.map(o => o.dataset.value)")
    assert sorted(hollow) == sorted(row[3] for row in drawn if int(row[3].replace(",", "")) < 30)


def test_days_and_table_hold_the_same(studied: "Site", page: Page) -> None:
    page.goto(studied.url("/statistics"))
    figure = _figure(page, "days")
    drawn = [value for (value,) in _marks(figure, "value")]
    told = [cell for row in _table(figure) for cell in row[1:] if cell]
    assert drawn == told
    assert sum(int(one.split()[0]) for one in told) > 200


@pytest.mark.parametrize("name", ["topics", "coverage"])
def test_stacks_and_table_hold_the_same(studied: "Site", page: Page, name: str) -> None:
    page.goto(studied.url("/statistics?more=1"))
    figure = _figure(page, name)
    heads = [text.lower() for text in figure.locator("thead th").all_text_contents()]
    told = [
        [row[0], kind, count]
        for row in _table(figure)
        for kind, count in zip(heads[1:], row[1:], strict=True)
        if count != "0"
    ]
    assert _marks(figure, "name", "kind", "value") == told


def test_hard_cards_lead_to_their_page(studied: "Site", page: Page) -> None:
    page.goto(studied.url("/statistics"))
    figure = _figure(page, "hardest")
    drawn = _marks(figure, "name", "value")
    assert [row[:2] for row in _table(figure)] == drawn
    figure.locator("a").first.click()
    page.wait_for_url("**/cards/**")
    expect(page.get_by_role("button", name="Suspend")).to_be_visible()
    expect(page.get_by_role("link", name="Edit")).to_be_visible()


def test_range_and_deck_are_chosen_by_a_plain_form(studied: "Site", page: Page) -> None:
    page.goto(studied.url("/"))
    page.get_by_role("link", name="Statistics").click()
    expect(page.locator(".nav [aria-current=page]")).to_have_text("Statistics")
    counts = {}
    for label in ("Last 30 days", "Last 90 days", "All answers"):
        page.get_by_label("Answers", exact=True).select_option(label=label)
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_label("Answers", exact=True).locator(":checked")).to_have_text(label)
        counts[label] = int(page.locator(".lede").inner_text().split()[0])
    assert counts["Last 30 days"] < counts["Last 90 days"] < counts["All answers"]
    accept_draft(
        studied.desk, CardRef(DeckId(DRAFTS), CardId("c-0000000000000005")), studied.clock()
    )
    page.get_by_label("Deck", exact=True).select_option(value=DRAFTS)
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".lede")).to_contain_text("No answers yet.")
    assert "range=all" in page.url
    expect(_figure(page, "topics").locator(".headline")).to_contain_text("1 card")


def test_more_is_shown_when_asked_for_and_stays(studied: "Site", page: Page) -> None:
    page.goto(studied.url("/statistics?range=30"))
    assert _figure(page, "scores").count() == 0
    page.get_by_role("link", name="More", exact=True).click()
    expect(_figure(page, "scores")).to_be_visible()
    page.get_by_role("button", name="Show").click()
    expect(_figure(page, "scores")).to_be_visible()
    page.get_by_role("link", name="Show less").click()
    assert _figure(page, "scores").count() == 0
    assert "range=30" in page.url


def _open_all(page: Page) -> None:
    for fold in page.locator("summary").all():
        fold.click()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_full_of_figures_has_no_fault(
    studied: "Site", browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    page = browser.new_page(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 844}
    )
    page.goto(studied.url("/statistics?more=1"))
    _open_all(page)
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []


def test_a_page_full_of_figures_never_scrolls_sideways(
    studied: "Site", page: Page, large_text: Browser
) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    large = large_text.new_page(viewport={"width": 390, "height": 844})
    for one in (page, large):
        one.goto(studied.url("/statistics?more=1"))
        _open_all(one)
        width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert one.evaluate(width) <= 0
    large.close()


def test_what_opens_is_large_enough_for_a_thumb(studied: "Site", page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(studied.url("/statistics?more=1"))
    for target in page.locator("main summary, main a, main select, main button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["height"], box["width"]) >= 44, target.inner_text()


def test_few_answers_say_what_is_missing(site: "Site", page: Page) -> None:
    _study(site, 3)
    page.goto(site.url("/statistics"))
    expect(_figure(page, "recall").locator(".headline")).to_contain_text("Needs 50 reviews; you")
    assert _figure(page, "recall").locator("svg").count() == 0


def test_an_unknown_deck_is_not_found(site: "Site", page: Page) -> None:
    response = page.goto(site.url(f"/statistics?deck={'0' * 32}"))
    assert response is not None
    assert response.status == 404
    response = page.goto(site.url("/statistics?range=nonsense"))
    assert response is not None
    assert response.status == 200
