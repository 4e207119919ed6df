"""Nothing scrolls sideways, and every target is large enough and in reach."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page

if TYPE_CHECKING:
    from tests.browser.conftest import Site

DECK = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
DRAFTS = "f9e8d7c6b5a4938271605f4e3d2c1b0a"
CARD = f"/cards/{DECK}/c-0000000000000001"
ROUND = f"/practice/round?deck={DECK}&seed=1f&round=" + "".join(f"{n:016x}" for n in (1, 2, 3, 4))
PAGES = (
    "/",
    "/decks",
    f"/decks/{DECK}",
    CARD,
    f"{CARD}?edit=1",
    f"/decks/{DECK}/rename",
    f"/decks/{DECK}/delete",
    f"/decks/{DECK}/print",
    f"/decks/{DECK}?state=new",
    f"/documents/{DECK}/allergy.txt?card=c-0000000000000001",
    "/practice",
    f"/practice?deck={DECK}",
    ROUND,
    f"{ROUND}&side=answer",
    f"{ROUND}&count=1&side=answer",
    f"{ROUND}&end=1&log=frr",
    "/drafts",
    f"/drafts/{DRAFTS}",
    "/statistics?more=1",
    "/settings",
    "/settings/delete",
    "/memory",
    "/help",
    "/review",
    f"/review?deck={DECK}&card=c-0000000000000001&side=answer",
    "/nowhere",
)
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
