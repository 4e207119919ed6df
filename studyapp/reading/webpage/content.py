"""Finds the content of a page: by what elements are for, and by how much of them is links."""

import re

from studyapp.reading.lined import Lined
from studyapp.reading.webpage.tree import (
    HEADINGS,
    Element,
    Enter,
    Leave,
    elements,
    prune,
    walk,
)

_UNSEEN = frozenset(
    "script style template noscript svg iframe object embed audio video canvas map select"
    " datalist textarea title rp rt noembed noframes xmp annotation annotation-xml".split()
)
_AROUND = frozenset("nav aside footer form button dialog".split())
_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar"
    " tablist doc-toc form".split()
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?)(?=\s|$)", re.IGNORECASE
)
_NAMED = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SITE = frozenset("breadcrumb breadcrumbs cookie cookies gdpr newsletter pagination".split())
_LINKING = frozenset(
    "nav navbar navigation menu sidebar footer masthead banner share sharing social related"
    " recommended recommendations popular trending widget promo promos toc advert advertisement"
    " ads sponsored comments consent pager toolbar skip topbar".split()
)
_TALK = frozenset({"comments", "disqus", "replies"})
_BOXES = frozenset({"div", "section", "ol", "ul"})
_MAIN = frozenset({"main"})
_ARTICLE = frozenset({"article"})
_PARTS = frozenset({"main", "article", "section"})
_LISTS = frozenset({"ul", "ol", "menu", "table"})


def without_unseen(root: Element) -> None:
    """Takes out what no reader sees: scripts, styles, and what the page hides."""
    prune(root, _is_unseen)


def _is_unseen(element: Element) -> bool:
    attributes = element.attributes
    return (
        element.name in _UNSEEN
        or attributes.get("hidden", "until-found").strip().lower() != "until-found"
        or attributes.get("aria-hidden", "").strip().lower() == "true"
        or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None
        or _HIDDEN_CLASS.search(attributes.get("class", "")) is not None
    )


def main_content(root: Element) -> tuple[Element, Element | None]:
    """The element that holds the page's own text, and the page's title if it stands outside.

    What surrounds the text (navigation, adverts, forms, boxes of links) is taken out of the
    tree. Elements that hold most of the page are kept whatever they are called: some sites put
    the whole page into a form.
    """
    page = _Page(root)
    prune(root, page.surrounds)
    page = _Page(root)
    prune(root, page.link_lists().__contains__)
    page = _Page(root)
    main = page.largest_part()
    outside = [title for title in page.titles if not title.inside(main)]
    return main, outside[0] if outside and outside == page.titles else None


class _Page:
    """A tree with the number of letters in each element, and how many of them are links."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.letters: dict[Element, int] = {}
        self.linked: dict[Element, int] = {}
        self._measure()
        self.titles = [e for e in elements(root) if e.name == "h1" and self.letters[e]]

    def _measure(self) -> None:
        letters = linked = links = 0
        begun: list[tuple[int, int]] = []
        for step in walk(self.root):
            if isinstance(step, Enter):
                begun.append((letters, linked))
                links += step.element.name == "a" and "href" in step.element.attributes
            elif isinstance(step, Leave):
                letters_before, linked_before = begun.pop()
                self.letters[step.element] = letters - letters_before
                self.linked[step.element] = linked - linked_before
                links -= step.element.name == "a" and "href" in step.element.attributes
            else:
                count = sum(map(str.isalnum, step.text))
                letters += count
                linked += count if links else 0

    def _is_share(self, element: Element, part: int) -> bool:
        """Whether an element holds more than one part in so many of the page."""
        return self.letters[element] * part > self.letters[self.root]

    def _is_most(self, element: Element) -> bool:
        """Whether an element holds the title or nearly all of the page.

        Remarks of readers do not, though they may be longer than what they are about.
        """
        whole = self.letters[element] * 5 > self.letters[self.root] * 4
        return whole or any(title.inside(element) for title in self.titles[:1])

    def surrounds(self, element: Element) -> bool:
        """Whether an element frames the content: by its name, role or class and its links."""
        if element.name == "header" and not element.within(_PARTS):
            return not self._is_share(element, 2) and not self._keeps_title(element)
        if element.name in _AROUND or element.attributes.get("role", "").lower() in _ROLES:
            asks = element.name == "button" and element.within(frozenset(HEADINGS))
            return not asks and not self._is_share(element, 2)
        named = _names(element)
        if named & _TALK and element.name in _BOXES and not self._is_most(element):
            return True
        if self._is_share(element, 4):
            return False
        links = self.linked[element] * 3 >= self.letters[element]
        return bool(named & _SITE) or (links and bool(named & _LINKING))

    def _keeps_title(self, header: Element) -> bool:
        """Leaves of a page's head only its title, where no other place repeats it."""
        if len(self.titles) != 1 or not self.titles[0].inside(header):
            return False
        header.children = [self.titles[0]]
        return True

    def link_lists(self) -> set[Element]:
        """Lists and tables of links, unless they belong to the sentence before them."""
        found: set[Element] = set()
        last = ""

        def skip(element: Element) -> bool:
            if element.name in _LISTS and self._is_links(element, announced=last == ":"):
                found.add(element)
            return element in found

        for step in walk(self.root, skip):
            if isinstance(step, Lined):
                last = step.text.rstrip()[-1:] or last
        return found

    def _is_links(self, element: Element, *, announced: bool) -> bool:
        letters, linked = self.letters[element], self.linked[element]
        if announced or linked * 4 < letters * 3:
            return False
        return linked > 0

    def largest_part(self) -> Element:
        """The main part or article that holds at least half of the page; else the page."""
        for names in (_MAIN, _ARTICLE):
            parts = [e for e in self.letters if _is_part(e, names)]
            largest = max(parts, key=self.letters.__getitem__, default=self.root)
            if largest is not self.root and self.letters[largest] * 2 >= self.letters[self.root]:
                return largest
        return self.root


def _is_part(element: Element, names: frozenset[str]) -> bool:
    return element.name in names or element.attributes.get("role", "").lower() in names


def _names(element: Element) -> set[str]:
    """The words that an element's class and id are made of."""
    given = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return {word.lower() for word in _NAMED.findall(given[:_LONGEST_NAME])}


_LONGEST_NAME = 300
