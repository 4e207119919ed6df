"""What the styles of a Word file say of a paragraph: heading, item, caption, contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.reading.docx.node import Node, child, is_on, value, whole_number

_HEADING = re.compile(
    r"(?i)(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek|заголовок)\s?(\d)"
)
_TITLE = re.compile(r"(?i)(?:title|titel|titre|título|titolo)")
_LIST = re.compile(r"(?i)(?:list (?:bullet|number)|aufzählungszeichen|listennummer)(?:\s(\d))?")
_LEFT_OUT = re.compile(r"(?i)(?:toc|index|table of (?:figures|authorities)).*")
_CAPTION = re.compile(r"(?i).*\b(?:caption|beschriftung)")
_TERM, _MEANING = "definition term", "definition"
_BODY_LEVEL = 9
_DEEPEST_BASE = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says, its base styles followed.

    `heading` is 0 for the title, 1 to 9 for headings, None for other paragraphs; `item` is the
    depth of list items, 0 outermost.
    """

    heading: int | None = None
    item: int | None = None
    bold: bool = False
    left_out: bool = False
    caption: bool = False
    term: bool = False
    meaning: bool = False


PLAIN = Style()


class Styles:
    """The paragraph styles of a document, by the ids that paragraphs give."""

    def __init__(self, styles: Node) -> None:
        self._nodes = {n.get("styleId"): n for n in styles if n.name == "style"}
        self._known: dict[str, Style] = {}

    def of(self, style_id: str) -> Style:
        """The style of an id; a plain one when there is none of that id."""
        if style_id not in self._known:
            self._known[style_id] = _style(tuple(self._chain(style_id)))
        return self._known[style_id]

    def is_strong(self, style_id: str) -> bool:
        """Whether a style of runs sets its text in bold."""
        return any(is_on(node, "rPr", "b") for node in self._chain(style_id))

    def _chain(self, style_id: str) -> Iterator[Node]:
        """A style and the styles it is based on, in order; circles end."""
        for _ in range(_DEEPEST_BASE):
            node = self._nodes.get(style_id)
            if node is None:
                return
            yield node
            style_id = value(node, "basedOn")


def _style(chain: tuple[Node, ...]) -> Style:
    names = [value(node, "name").strip() for node in chain]
    return Style(
        heading=next((h for node in chain if (h := _heading(node)) is not None), None),
        item=next((i for node in chain if (i := _item(node)) is not None), None),
        bold=any(is_on(node, "rPr", "b") for node in chain),
        left_out=any(_LEFT_OUT.fullmatch(name) for name in names),
        caption=any(_CAPTION.match(name) for name in names),
        term=names[:1] != [] and names[0].lower() == _TERM,
        meaning=names[:1] != [] and names[0].lower() == _MEANING,
    )


def _heading(style: Node) -> int | None:
    name = value(style, "name").strip()
    if _TITLE.fullmatch(name):
        return 0
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else outline(style)


def outline(node: Node) -> int | None:
    """The outline level of a style's or paragraph's properties, 1 outermost; None for body."""
    level = whole_number(value(node, "pPr", "outlineLvl"))
    return level + 1 if level is not None and level < _BODY_LEVEL else None


def _item(style: Node) -> int | None:
    found = _LIST.fullmatch(value(style, "name").strip())
    if found:
        return int(found[1] or 1) - 1
    return numbered(style)


def numbered(node: Node) -> int | None:
    """The depth of the list that a style's or paragraph's properties put it in; None for none."""
    properties = child(node, "pPr", "numPr")
    if properties is None or value(properties, "numId") in {"", "0"}:
        return None
    return whole_number(value(properties, "ilvl")) or 0


def unnumbered(node: Node) -> bool:
    """Whether a paragraph takes itself out of the list that its style puts it in."""
    return value(node, "pPr", "numPr", "numId") == "0"
