"""The page of a build, opened from disk: no fault, no overflow, and it can be narrowed down."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.report.pages import html, told


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Literal["light", "dark"]:
    return "dark" if request.param == "dark" else "light"


@pytest.fixture(params=[320, 390, 1280])
def opened(
    request: pytest.FixtureRequest,
    browser: Browser,
    scheme: Literal["light", "dark"],
    tmp_path: Path,
) -> Iterator[Page]:
    path = tmp_path / "report.html"
    path.write_text(html(told()), encoding="utf-8")
    context = browser.new_context(
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport={"width": request.param, "height": 844},
    )
    page = context.new_page()
    page.goto(path.as_uri())
    yield page
    context.close()


def test_it_has_no_fault_and_fits(opened: Page) -> None:
    found = Axe().run(opened).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_one_kind_of_line_is_shown_without_a_script(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(html(told()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    wondered, contact = page.locator("#d1-l9"), page.locator("#d1-l18")
    expect(wondered).to_be_visible()
    expect(contact).to_be_visible()
    page.get_by_role("radio", name="Refused").focus()
    page.keyboard.press("Space")
    expect(wondered).to_be_visible()
    expect(contact).to_be_hidden()
    page.get_by_role("radio", name="Not content").check(force=True)
    expect(wondered).to_be_hidden()
    expect(contact).to_be_visible()
    page.goto(f"{path.as_uri()}#d1-l9")
    expect(wondered).to_be_visible()
    context.close()
