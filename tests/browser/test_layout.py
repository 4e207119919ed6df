"""Nothing scrolls sideways, and every target is large enough and in reach."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from tests.browser.conftest import Site

_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Links within a sentence are exempt (WCAG 2.5.8), and so is what is there for keys alone. What is
# pressed of a choice is its label.
_SMALL = """
(least) => [...document.querySelectorAll("a[href], button, summary, select, input, textarea")]
  .filter((one) => one.checkVisibility() && one.type !== "hidden")
  .filter((one) => !one.matches(".skip, .to-rating"))
  .filter((one) => !(one.closest("p") && getComputedStyle(one).display === "inline"))
  .map((one) => [one.matches("[type=radio], [type=checkbox]") && one.closest("label") || one, one])
  .map(([target, one]) => [target.getBoundingClientRect(), one])
  .filter(([box]) => box.height < least || box.width < least)
  .map(([box, one]) => `${one.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""

_COVERED = """
() => {
  const bar = document.querySelector(".bar-bottom, .save-bar, .nav");
  const one = document.activeElement;
  if (one === document.body || bar.contains(one)) return null;
  if (getComputedStyle(bar).position === "static") return null;
  const [over, box] = [bar.getBoundingClientRect(), one.getBoundingClientRect()];
  return box.bottom > over.top + 1 && box.top < over.bottom ? one.outerHTML.slice(0, 90) : null;
}
"""


def test_nothing_scrolls_sideways_on_the_smallest_screen(site: "Site", page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    found = {}
    for path in PAGES:
        page.goto(site.url(path))
        found[path] = page.evaluate(_OVERFLOW)
    assert {path: over for path, over in found.items() if over > 0} == {}


def test_nothing_scrolls_sideways_with_text_twice_as_large(
    site: "Site", large_text: Browser
) -> None:
    page = large_text.new_page(viewport={"width": 390, "height": 844})
    found = {}
    for path in PAGES:
        page.goto(site.url(path))
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        found[path] = page.evaluate(_OVERFLOW)
    page.close()
    assert {path: over for path, over in found.items() if over > 0} == {}


def test_targets_are_large_enough_for_a_thumb(site: "Site", page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    found = {}
    for path in PAGES:
        page.goto(site.url(path))
        found[path] = page.evaluate(_SMALL, 44)
    assert {path: small for path, small in found.items() if small} == {}


def test_ratings_are_larger_still_and_again_stands_apart(site: "Site", page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.url("/review"))
    page.keyboard.press("Space")
    boxes = [one.bounding_box() for one in page.locator(".rate button").all()]
    assert len(boxes) == 4
    tops, heights, lefts, rights = set(), [], [], []
    for box in boxes:
        assert box is not None
        tops.add(round(box["y"]))
        heights.append(box["height"])
        lefts.append(box["x"])
        rights.append(box["x"] + box["width"])
    assert len(tops) == 1
    assert min(heights) >= 64
    assert lefts[1] - rights[0] >= 14


@pytest.mark.parametrize("height", [844, 560])
def test_focus_is_never_under_the_bottom_bar(site: "Site", page: Page, height: int) -> None:
    page.set_viewport_size({"width": 390, "height": height})
    covered = []
    for path in PAGES:
        page.goto(site.url(path))
        for _ in range(40):
            page.keyboard.press("Tab")
            covered.append((path, page.evaluate(_COVERED)))
    assert [one for one in covered if one[1] is not None] == []
