"""Reads plain text: finds headings, paragraphs and items in lines that only look like them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studyapp.reading.block import RUN_IN, Block, BlockKind
from studyapp.reading.boilerplate import is_noise_line
from studyapp.reading.flattened import unflattened
from studyapp.reading.lined import Lined
from studyapp.reading.lists import announces
from studyapp.reading.texttable import text_tables

_BULLET = re.compile(r"^(\s*)(?:[-*•‣◦▪●·–—o]|\(?\d{1,2}[.)]|\(?[a-z][.)])(?:\s+|$)(.*)$")
_RULE = re.compile(r"^\s*[-=_*~]{3,}(?:\s+[-=_*~]{3,})*\s*$")
_UNDERLINE = re.compile(r"^\s*(={3,}|-{3,})\s*$")
_ASKED = re.compile(r"^(?:Q|Question)\s?[:.]\s+(.*)$")
_ANSWERED = re.compile(r"^(?:A|Answer)\s?[:.]\s+(?=\S)")
_JOINS_BACK = re.compile(r"^(?:[.,;:)\]]|\((?=[a-z])|[a-z])")
_WAITS = re.compile(
    r"(?:\(|,|\b(?:a|an|the|of|in|on|to|for|from|by|with|and|or|your|their|his|her|its|our|may"
    r"|can|is|are|that|which|when|if|as|at|into|than|these|this|those|some|about|common|like"
    r"|include|includes|including|have|has|be|called|of\sthe))$"
)
_ENDS = re.compile(r"[.!?:;][\"”’)]*$")
_MARKED = re.compile(r"[:.]\s*\d{1,2}(?:\s*,\s*\d{1,2})*$")
_HEADING_WORDS = 10
_MIN_WRAP, _MAX_WRAP = 60, 130
_DEEPER = 4
"""So far an inner list on the same line counts as indented."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A raw line: its number, its text, and whether a blank line (or noise) stands before it."""

    number: int
    text: str
    gap: bool


def read_text(lines: Sequence[str]) -> tuple[Block, ...]:
    """Blocks of a plain text page, given as its lines (the first is line 1)."""
    tables = tuple(text_tables(lines))
    drawn = {number for table in tables for number in range(table.first, table.last + 1)}
    rows = _rows(["" if number in drawn else text for number, text in enumerate(lines, 1)])
    width = _wrap_width(rows)
    logical = list(_logical(rows, width))
    cells = (block for table in tables for block in table.rows)
    return tuple(sorted((*_blocks(logical), *cells), key=lambda block: block.lined.at[0]))


def _rows(lines: Sequence[str]) -> list[_Row]:
    rows: list[_Row] = []
    gap = True
    in_table = False
    for number, raw in enumerate(lines, 1):
        text = raw.rstrip()
        underlines = _UNDERLINE.match(text) and rows and not gap and not in_table
        if underlines and len(text.strip()) <= len(rows[-1].text) + 3:
            gap = True
        elif _RULE.match(text):
            in_table = len(text.strip()) > _MIN_WRAP and not in_table
            gap = True
        elif (in_table and "  " in text.strip()) or not text.strip() or is_noise_line(text):
            gap = True
        else:
            rows.append(_Row(number, text, gap))
            gap = False
    return rows


def _wrap_width(rows: Sequence[_Row]) -> int:
    """The column at which the page wraps its lines; 0 when it does not."""
    inner = [len(a.text) for a, b in pairwise(rows) if not b.gap]
    if not inner:
        return 0
    widest = max(len(row.text) for row in rows)
    full = sum(1 for length in inner if length >= widest * 0.75)
    wraps = _MIN_WRAP <= widest <= _MAX_WRAP and full * 5 >= len(inner) * 3
    return widest if wraps else 0


@dataclass(frozen=True, slots=True)
class _Logical:
    """Lines that belong together, whether they are an item, and how deep it is indented."""

    lined: Lined
    item: bool
    indent: int
    gap: bool
    heading: bool = False


def _logical(rows: Sequence[_Row], width: int) -> Iterator[_Logical]:
    current: list[_Row] = []
    for row in rows:
        if current and not _continues(current[-1], row, width):
            yield from _assembled(current)
            current = []
        current.append(row)
    if current:
        yield from _assembled(current)


def _continues(before: _Row, row: _Row, width: int) -> bool:
    if _BULLET.match(row.text):
        return False
    if _empty_bullet(before.text):
        return True
    if width:
        return not row.gap and _was_full(before.text, row.text, width)
    return _split_at_link(before.text.strip(), row)


def _empty_bullet(text: str) -> bool:
    match = _BULLET.match(text)
    return match is not None and not match.group(2)


def _was_full(before: str, text: str, width: int) -> bool:
    """Whether the first word of `text` would not have fitted on the line before."""
    first = text.split(maxsplit=1)[0]
    return len(before) + 1 + len(first) > width


def _split_at_link(before: str, row: _Row) -> bool:
    """Whether a line carries on a sentence that the page broke at a link."""
    text = row.text.strip()
    if re.match(r"^[.,;:)]", text):
        return True
    if _ENDS.search(before):
        return False
    if _WAITS.search(before):
        return not row.gap or text[0].islower() or before.endswith(("(", ","))
    return not row.gap and _JOINS_BACK.match(text) is not None


def _assembled(rows: Sequence[_Row]) -> Iterator[_Logical]:
    match = _BULLET.match(rows[0].text)
    if match:
        start = match.start(2)
        first = Lined.of(rows[0].text[start:], rows[0].number)
        indent = len(match.group(1).expandtabs(4))
    else:
        first = Lined.of(rows[0].text.strip(), rows[0].number)
        indent = 0
    rest = [Lined.of(row.text.strip(), row.number) for row in rows[1:]]
    whole = Lined.joined([first, *rest]).stripped()
    if not match and not _ASKED.match(whole.text):
        whole = whole.sub(_ANSWERED, "")
    for piece in unflattened(whole, 1 if match else 0):
        depth = indent + _DEEPER * (piece.depth - 1)
        if piece.lined.text:
            yield _Logical(piece.lined, piece.depth > 0, depth, rows[0].gap, piece.heading)


def _blocks(logical: Sequence[_Logical]) -> Iterator[Block]:
    for index, entry in enumerate(logical):
        asked = _ASKED.match(entry.lined.text)
        if asked:
            yield Block(BlockKind.HEADING, entry.lined[asked.start(1) :])
        elif entry.heading:
            yield Block(BlockKind.HEADING, entry.lined, level=RUN_IN)
        elif entry.item:
            yield Block(BlockKind.ITEM, entry.lined, level=entry.indent)
        elif _looks_like_heading(entry.lined.text) and not _leads_in(logical, index):
            level = 1 if index == 0 else None
            yield Block(BlockKind.HEADING, entry.lined, level=level)
        else:
            yield Block(BlockKind.PROSE, entry.lined)


def _leads_in(logical: Sequence[_Logical], index: int) -> bool:
    """Whether a line breaks off before a list of items ('Other signs of gout include')."""
    follows = logical[index + 1 : index + 2]
    return bool(follows) and follows[0].item and announces(logical[index].lined.text)


def _looks_like_heading(text: str) -> bool:
    if _MARKED.search(text):
        return False
    if len(text.split()) > _HEADING_WORDS + 2 * text.endswith("?"):
        return False
    if text.endswith("?"):
        return text[0].isupper() and "." not in text[:-1]
    return not _ENDS.search(text) and not text.endswith(",") and not text[0].islower()
