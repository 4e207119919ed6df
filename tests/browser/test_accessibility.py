"""axe finds no fault on any page, by day and by night, narrow and wide."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from tests.browser.conftest import Site


@pytest.fixture(
    params=[
        *((width, 844, scheme) for width in (390, 1280) for scheme in ("light", "dark")),
        *((320, 256, scheme) for scheme in ("light", "dark")),
    ],
    ids=str,
)
def open_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page past its policy, for axe has to be put in; policy has tests of its own.

    320 by 256 is what is left of 1280 by 1024 at 400% zoom.
    """
    width, height, scheme = request.param
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=scheme,
        reduced_motion="reduce",
        service_workers="block",
        viewport={"width": width, "height": height},
    )
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{page.url} {fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found
        for node in fault["nodes"]
    ]


def test_no_page_has_a_fault(site: "Site", open_page: Page) -> None:
    found: list[str] = []
    for path in PAGES:
        open_page.goto(site.url(path))
        found += faults(open_page)
    assert found == []


def test_a_form_with_errors_has_no_fault(site: "Site", open_page: Page) -> None:
    open_page.goto(site.url("/settings"))
    open_page.get_by_label("Target recall").fill("99")
    open_page.get_by_label("Waits of a new card").fill("soon")
    open_page.get_by_role("button", name="Save").click()
    open_page.get_by_role("alert").wait_for()
    found = faults(open_page)
    open_page.goto(site.url("/settings/delete"))
    open_page.get_by_role("button", name="Delete everything").click()
    open_page.get_by_role("alert").wait_for()
    assert found + faults(open_page) == []


def test_no_side_of_review_has_a_fault(site: "Site", open_page: Page) -> None:
    found: list[str] = []
    open_page.goto(site.url("/review"))
    found += faults(open_page)
    open_page.keyboard.press("Space")
    open_page.keyboard.press("w")
    found += faults(open_page)
    open_page.keyboard.press("m")
    found += faults(open_page)
    open_page.keyboard.press("Escape")
    open_page.keyboard.press("?")
    found += faults(open_page)
    open_page.keyboard.press("Escape")
    for _ in range(4):
        open_page.keyboard.press("4")
        open_page.locator("[data-reveal], .end").wait_for()
        open_page.keyboard.press("Space")
    found += faults(open_page)
    assert open_page.locator(".end").count() == 1
    assert found == []
