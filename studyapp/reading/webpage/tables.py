"""Reads tables of data as rows; tables that only lay out a page are left to its flow."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.lined import Lined
from studyapp.reading.webpage.tree import HEADINGS, Element, elements

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_PARTS = frozenset({*_GROUPS, "tr", "caption", "colgroup", "col"})
_CELLS = frozenset({"td", "th"})
_SPAN = re.compile(r"[0-9]{1,5}")
_MOST_SPANNED = 60
_MOST_REPEATS = 20_000
_LONG_CELL = 600


@dataclass(frozen=True, slots=True)
class _Row:
    """A row in full width. `alone` when one cell fills it: a title, a group or a footnote."""

    cells: tuple[Lined, ...]
    group: str
    alone: bool


def rows_of(table: Element, text_of: Callable[[Element], Lined]) -> list[Block] | None:
    """The caption and rows of a table of data; None for a table that only lays out a page.

    A value that spans rows or columns is repeated in each. Titles and footnotes that fill a
    whole row are paragraphs; footnotes come last wherever they are written.
    """
    if not _is_data(table, [_cells(row) for row, _ in _written_rows(table)]):
        return None
    rows = [row for row in _grid(table, text_of) if any(cell.text for cell in row.cells)]
    rows.sort(key=lambda row: row.group == "tfoot")
    captions = [text_of(part) for part in _parts(table) if part.name == "caption"]
    blocks = [Block(BlockKind.PROSE, caption) for caption in captions if caption.text]
    for index, row in enumerate(rows):
        if row.alone and (row.group != "tbody" or index == 0):
            blocks.append(Block(BlockKind.PROSE, row.cells[0]))
        else:
            joined = Lined.joined(row.cells, glue=" | ")
            blocks.append(
                Block(BlockKind.ROW, joined, cells=tuple(cell.text for cell in row.cells))
            )
    return blocks


def _parts(table: Element) -> Iterator[Element]:
    return (child for child in table.children if isinstance(child, Element))


def _written_rows(table: Element) -> Iterator[tuple[Element, str]]:
    """The rows as written, each with the name of its group."""
    for part in _parts(table):
        if part.name == "tr":
            yield part, "tbody"
        elif part.name in _GROUPS:
            for row in _parts(part):
                if row.name == "tr":
                    yield row, part.name


def _cells(row: Element) -> list[Element]:
    return [cell for cell in _parts(row) if cell.name in _CELLS]


def _is_data(table: Element, rows: list[list[Element]]) -> bool:
    if table.attributes.get("role", "") in {"presentation", "none"}:
        return False
    if max(map(len, rows), default=0) <= 1 or not _is_well_formed(table):
        return False
    if any(element.name == "table" for element in elements(table) if element is not table):
        return False
    inside = {element.name for element in elements(table)}
    if "th" in inside or "caption" in inside:
        return True
    brief = all(_is_brief(cell) for row in rows for cell in row)
    return brief and inside.isdisjoint(HEADINGS)


def _is_well_formed(table: Element) -> bool:
    """Whether nothing stands between the cells that a browser would show beside the table."""
    for element in (table, *(part for part in _parts(table) if part.name in _GROUPS)):
        for child in element.children:
            stray = child.text.strip() if isinstance(child, Lined) else child.name not in _PARTS
            if stray:
                return False
    return True


def _is_brief(cell: Element) -> bool:
    """Whether a cell holds a value rather than a part of a page."""
    paragraphs = length = 0
    for element in elements(cell):
        paragraphs += element.name in {"p", "ul", "ol", "dl", "section", "article"}
        length += sum(len(c.text) for c in element.children if isinstance(c, Lined))
    return paragraphs <= 1 and length <= _LONG_CELL


def _span(cell: Element, name: str) -> int:
    told = cell.attributes.get(name, "").strip()
    return min(int(told), _MOST_SPANNED) or 1 if _SPAN.fullmatch(told) else 1


def _grid(table: Element, text_of: Callable[[Element], Lined]) -> list[_Row]:
    grid = _Grid(text_of)
    rows = [grid.row(row, group) for row, group in _written_rows(table)]
    width = max((len(row.cells) for row in rows), default=0)
    return [replace(row, alone=row.alone and len(row.cells) in {1, width}) for row in rows]


class _Grid:
    """The values that reach down from the rows above into the next, by their column."""

    def __init__(self, text_of: Callable[[Element], Lined]) -> None:
        self.text_of = text_of
        self.above: dict[int, tuple[Lined, int]] = {}
        self.group = ""
        self.repeats = 0

    def row(self, row: Element, group: str) -> _Row:
        """The next row with the values that reach into it."""
        above = self.above if group == self.group else {}
        self.above, self.group = {}, group
        cells: list[Lined] = []
        written = _cells(row)
        alone = len(written) == 1 and not above
        for cell in written:
            while len(cells) in above:
                self._reach(cells, *above.pop(len(cells)))
            text = self.text_of(cell)
            wide, high = self._spans(cell)
            for _ in range(wide):
                self._reach(cells, text, high)
        for column in sorted(above):
            cells.extend([Lined("", ())] * (column - len(cells)))
            self._reach(cells, *above[column])
        return _Row(tuple(cells), group, alone)

    def _spans(self, cell: Element) -> tuple[int, int]:
        """How many columns and rows a cell fills; 1 and 1 once a table repeats without end."""
        wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
        self.repeats += wide * high - 1
        return (wide, high) if self.repeats <= _MOST_REPEATS else (1, 1)

    def _reach(self, cells: list[Lined], text: Lined, rows: int) -> None:
        if rows > 1:
            self.above[len(cells)] = (text, rows - 1)
        cells.append(text)
