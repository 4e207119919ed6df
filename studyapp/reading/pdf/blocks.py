"""Makes blocks of the lines of a PDF: headings, paragraphs, items and rows of tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.lined import Lined
from studyapp.reading.pdf.layout import Line, Rule
from studyapp.reading.pdf.overleaf import with_whole_tables
from studyapp.reading.pdf.paragraphs import Manner, is_cut, is_ended, is_heading_text
from studyapp.reading.pdf.tables import Table, rows, table_at
from studyapp.reading.pdf.words import Words

_SECTION_NUMBER = re.compile(r"(?:\d{1,2}\.)*\d{1,2}\.?\s+(?=[^\W\d_])")
_STEP = 4.0


@dataclass(slots=True)
class _Group:
    """Lines that make one heading, paragraph or item."""

    lines: list[Line]
    item: bool


def blocks(
    lines: Sequence[Line], rules: Mapping[int, Sequence[Rule]], words: Words
) -> tuple[Block, ...]:
    """The blocks of the lines of text in reading order; `rules` are given for each page."""
    manner = Manner.of(lines)
    sizes = sorted({_rounded(x.size) for x in lines if manner.is_large(x)}, reverse=True)
    levels = {size: level for level, size in enumerate(sizes, 1)}
    made: list[Block] = []
    depths: list[float] = []
    for group in _grouped(lines, rules, manner):
        if isinstance(group, Table):
            made.extend(rows(group, words))
            depths = []
        elif group.item:
            made.append(_item(group.lines, depths, words))
        else:
            made.append(_paragraph(group.lines, levels, manner, words))
            depths = []
    return with_whole_tables([block for block in made if block.text])


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _grouped(
    lines: Sequence[Line], rules: Mapping[int, Sequence[Rule]], manner: Manner
) -> Iterator[_Group | Table]:
    group: _Group | None = None
    previous: _Group | None = None
    index = 0
    while index < len(lines):
        line = lines[index]
        table = table_at(lines, index, rules.get(line.page, ()))
        if table is not None:
            yield from [group] if group else []
            yield table
            group, previous, index = None, None, index + len(table.lines)
            continue
        index += 1
        begins = _opens_item(line, group, previous, manner)
        if group is not None and not begins and not _opens(group, line, manner):
            group.lines.append(line)
            continue
        if group is not None:
            yield group
            previous = group
        group = _Group([line], item=begins)
    yield from [group] if group else []


def _opens(group: _Group, line: Line, manner: Manner) -> bool:
    if not group.item:
        return manner.opens(group.lines, line, item=False)
    first = group.lines[0]
    same = (first.page, first.column) == (line.page, line.column)
    outside = same and line.x0 < first.x0 - _STEP
    if outside and is_ended(group.lines[-1]):
        return True
    hangs = same and abs(line.x0 - first.pieces[0].body) < _STEP
    if hangs and not is_ended(group.lines[-1]) and not manner.is_large(line):
        return group.lines[-1].y - line.y > 1.3 * manner.leading * line.size
    return manner.opens(group.lines, line, item=True)


def _opens_item(line: Line, group: _Group | None, previous: _Group | None, manner: Manner) -> bool:
    """Whether a line begins an item: signs do always, dashes and figures only where they may."""
    marker = line.pieces[0].marker
    if marker is None or manner.is_large(line):
        return False
    if marker["sign"] and marker["sign"] != "-":
        return True
    if marker["ring"]:
        return line.pieces[0].body - line.x0 > 0.9 * line.size
    listed = next((g for g in (group, previous) if g and g.item), None)
    if marker["number"] or marker["letter"]:
        return _is_next_in_list(line, listed) and _may_open(line, group, listed)
    return _may_open(line, group, listed)


def _may_open(line: Line, group: _Group | None, listed: _Group | None) -> bool:
    """Whether a paragraph or item may begin with a line, by what stands before it."""
    if group is None or (listed is group and listed is not None):
        return True
    before = group.lines[-1]
    parted = before.page != line.page or before.y - line.y > 1.6 * line.size
    return is_ended(before) or is_cut(before, line) or parted or line.x0 > before.x0 + _STEP


def _is_next_in_list(line: Line, listed: _Group | None) -> bool:
    """Whether a number or letter is the first of a list or follows on the one before."""
    value = _value(line)
    if value == 1:
        return True
    return listed is not None and _value(listed.lines[0]) in {value - 1, 0}


def _value(line: Line) -> int:
    """The place in its list that an item's number or letter gives; 0 for a sign."""
    marker = line.pieces[0].marker
    if marker is None:
        return 0
    if marker["number"]:
        return int(marker["number"])
    return ord(marker["letter"]) - ord("a") + 1 if marker["letter"] else 0


def _item(lines: Sequence[Line], depths: list[float], words: Words) -> Block:
    """An item; `depths` are the indents of the items that it may stand under."""
    indent = lines[0].x0 - lines[0].left
    while depths and indent < depths[-1] - _STEP:
        depths.pop()
    if not depths or indent > depths[-1] + _STEP:
        depths.append(indent)
    marker = lines[0].pieces[0].marker
    block = _prose(lines, words, start=marker.end() + 1 if marker else 0)
    return replace(block, kind=BlockKind.ITEM, level=len(depths) - 1)


def _paragraph(
    lines: Sequence[Line], levels: Mapping[float, int], manner: Manner, words: Words
) -> Block:
    block = _prose(lines, words)
    if manner.is_large(lines[0]) and is_heading_text(block.text):
        lined = block.lined.sub(re.compile(rf"^{_SECTION_NUMBER.pattern}"), "")
        return Block(BlockKind.HEADING, lined, level=levels[_rounded(lines[0].size)])
    if all(line.all_bold for line in lines):
        lined = block.lined.sub(re.compile(rf"^{_SECTION_NUMBER.pattern}"), "")
        return replace(block, lined=lined, emphasis=(lined.text,))
    return block


def _prose(lines: Sequence[Line], words: Words, start: int = 0) -> Block:
    """The text of lines, the first one from a place on, and its words in bold."""
    texts = [Lined.of(line.text, line.number) for line in lines]
    lined = words.joined([texts[0][start:], *texts[1:]]).stripped()
    bold: list[str] = []
    for stretch in _bold(lines, start):
        longer = [f"{bold[-1]} {stretch}", bold[-1][:-1] + stretch] if bold else []
        whole = next((one for one in longer if one in lined.text), "")
        bold[-1:] = [whole] if whole else [*bold[-1:], stretch]
    return Block(BlockKind.PROSE, lined, emphasis=tuple(b for b in bold if b in lined.text))


def _bold(lines: Sequence[Line], start: int) -> Iterator[str]:
    """The stretches in bold, line by line."""
    for line in lines:
        begin = start if line is lines[0] else 0
        flags = (False, *line.bold[begin:], False)
        turns = [n for n, (a, b) in enumerate(pairwise(flags)) if a != b]
        for first, last in zip(turns[::2], turns[1::2], strict=True):
            stretch = line.text[begin + first : begin + last].strip(" .,;:")
            if any(c.isalpha() for c in stretch):
                yield stretch
