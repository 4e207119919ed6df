"""Tables drawn in plain text: columns under a line of dashes, as converters write them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.lined import Lined

_COLUMNS = re.compile(r"^\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$")
_SOLID = re.compile(r"^\s*[-=]{6,}\s*$")
_DASHES = re.compile(r"[-=]{2,}")
_FARTHEST = 400
"""So many lines after its header a table must have ended."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table's rows, its header first; `first` and `last` are the lines it takes up."""

    first: int
    last: int
    rows: tuple[Block, ...]


def text_tables(lines: Sequence[str]) -> Iterator[TextTable]:
    """The tables of a page, given as its lines (the first is line 1)."""
    index = 0
    while index < len(lines):
        table = _table_at(lines, index) if _COLUMNS.match(lines[index]) else None
        if table is not None:
            yield table
            index = table.last
        else:
            index += 1


def _table_at(lines: Sequence[str], rule: int) -> TextTable | None:
    """The table whose header stands right above the line of dashes at `rule` (from 0)."""
    spans = [match.span() for match in _DASHES.finditer(lines[rule])]
    top = rule
    while top and lines[top - 1].strip() and not _SOLID.match(lines[top - 1]):
        top -= 1
    header = _cells(lines, range(top, rule), spans)
    if header is None or not all(cell.text or k for k, cell in enumerate(header)):
        return None
    rows = [_row(header)]
    body: list[int] = []
    end = rule + 1
    spaced = _is_spaced(lines, rule)
    while end < min(len(lines), rule + _FARTHEST):
        text = lines[end]
        closes = _SOLID.match(text) or _COLUMNS.match(text)
        if closes or (not text.strip() and not spaced):
            break
        if text.strip():
            body.append(end)
        if body and (not text.strip() or not spaced):
            rows.extend(_body_row(lines, body, spans))
            body = []
        end += 1
    rows.extend(_body_row(lines, body, spans))
    opens = top - 1 if top and _SOLID.match(lines[top - 1]) else top
    return TextTable(opens + 1, min(end + 1, len(lines)), tuple(rows)) if rows[1:] else None


def _is_spaced(lines: Sequence[str], rule: int) -> bool:
    """Whether blank lines part the rows: then a solid line closes the table."""
    after = lines[rule + 1 : rule + _FARTHEST]
    blank = next((k for k, text in enumerate(after) if not text.strip()), None)
    solid = next((k for k, text in enumerate(after) if _SOLID.match(text)), None)
    return blank is not None and solid is not None and blank < solid


def _body_row(
    lines: Sequence[str], numbers: Sequence[int], spans: Sequence[tuple[int, int]]
) -> list[Block]:
    cells = _cells(lines, numbers, spans) if numbers else None
    return [_row(cells)] if cells is not None else []


def _cells(
    lines: Sequence[str], numbers: Sequence[int], spans: Sequence[tuple[int, int]]
) -> list[Lined] | None:
    """The cells of a row that may stand on several lines; None where text crosses a column."""
    cells: list[Lined] = []
    for place, (start, _) in enumerate(spans):
        begin = 0 if place == 0 else start
        end = spans[place + 1][0] if place + 1 < len(spans) else None
        parts = []
        for number in numbers:
            text = lines[number]
            crosses = begin and text[begin - 1 : begin].strip() and text[begin : begin + 1].strip()
            if crosses:
                return None
            parts.append(Lined.of(text[begin:end].strip(), number + 1))
        cells.append(
            Lined.joined([part for part in parts if part.text]) if parts else Lined.of("", 1)
        )
    return cells


def _row(cells: Sequence[Lined]) -> Block:
    joined = Lined.joined([cell for cell in cells if cell.text], glue=" | ")
    return Block(BlockKind.ROW, joined, cells=tuple(cell.text for cell in cells))
