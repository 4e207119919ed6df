"""Brings the pieces of a page into reading order: column by column where a page has columns."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from studyapp.reading.pdf.layout import Piece, Rule

_LEAST_LINES = 6
_LEAST_LETTERS = 15
_LEAST_FILL = 0.6
_MOST_GUTTERS = 3
_MOST_STRIPS = 12
_RULED = 3
_SAME_LINE = 0.35
_BESIDE = 0.7


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one line of a column; `column` is its index and the number of columns."""

    pieces: tuple[Piece, ...]
    column: tuple[int, int]


def reading_order(pieces: Sequence[Piece], rules: Sequence[Rule]) -> tuple[Row, ...]:
    """The lines of a page in the order in which they are read."""
    gutters = _gutters(pieces, rules)
    spanning = [-p.y for p in pieces if any(p.x0 < g < p.x1 for g in gutters)]
    spanning.sort()
    placed: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        placed.setdefault(_place(piece, gutters, spanning), []).append(piece)
    rows: list[Row] = []
    for (band, column), inside in sorted(placed.items()):
        which = (0, 1) if band % 2 else (column, len(gutters) + 1)
        rows.extend(Row(tuple(line), which) for line in _lines(inside))
    return tuple(rows)


def _place(piece: Piece, gutters: Sequence[float], spanning: Sequence[float]) -> tuple[int, int]:
    """The band of the page (odd where lines cross the gutters) and the column of a piece."""
    above = bisect_right(spanning, -piece.y - _SAME_LINE * piece.size)
    if any(piece.x0 < gutter < piece.x1 for gutter in gutters):
        return 2 * above + 1, 0
    level = bisect_right(spanning, -piece.y + _SAME_LINE * piece.size)
    if level > above:
        return 2 * above + 1, 0
    return 2 * above, bisect_right(gutters, piece.x0)


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x0)):
        if line and line[0].y - piece.y > _SAME_LINE * min(line[0].size, piece.size):
            yield sorted(line, key=lambda one: one.x0)
            line = []
        line.append(piece)
    if line:
        yield sorted(line, key=lambda one: one.x0)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Two neighbouring pieces at one height."""

    left: Piece
    right: Piece


def _gutters(pieces: Sequence[Piece], rules: Sequence[Rule]) -> tuple[float, ...]:
    """Where the white strips between columns of text stand; none for one column or a table."""
    gaps = list(_gaps(pieces))
    gutters: list[float] = []
    for _ in range(_MOST_STRIPS):
        if len(gaps) < _LEAST_LINES or len(gutters) == _MOST_GUTTERS:
            break
        middle = _most_crossed(gaps)
        crossing = [gap for gap in gaps if gap.left.x1 <= middle <= gap.right.x0]
        gaps = [gap for gap in gaps if not gap.left.x1 <= middle <= gap.right.x0]
        if _parts_text(crossing) and not _in_table(middle, crossing, rules):
            gutters.append(middle)
    return tuple(sorted(gutters))


def _gaps(pieces: Sequence[Piece]) -> Iterator[_Gap]:
    """For each piece the next one to its right at about its height."""
    ordered = sorted(pieces, key=lambda one: -one.y)
    heights = [-piece.y for piece in ordered]
    for piece in ordered:
        reach = _BESIDE * piece.size
        first = bisect_right(heights, -piece.y - reach)
        last = bisect_right(heights, -piece.y + reach)
        beside = [p for p in ordered[first : min(last, first + 50)] if p.x0 >= piece.x1]
        if beside:
            yield _Gap(piece, min(beside, key=lambda one: one.x0))


def _most_crossed(gaps: Sequence[_Gap]) -> float:
    """The middle of the strip that lies in most gaps."""
    edges = sorted([(g.left.x1, -1) for g in gaps] + [(g.right.x0, 1) for g in gaps])
    best, count, most = edges[0][0], 0, 0
    for (x, step), (following, _) in pairwise(edges):
        count -= step
        if count > most:
            best, most = (x + following) / 2, count
    return best


def _parts_text(gaps: Sequence[_Gap]) -> bool:
    """Whether lines of running text stand on both sides: long ones that fill their columns."""
    if len(gaps) < _LEAST_LINES:
        return False
    return all(_is_column(side) for side in ([g.left for g in gaps], [g.right for g in gaps]))


def _is_column(pieces: Sequence[Piece]) -> bool:
    widths = sorted(piece.x1 - piece.x0 for piece in pieces)
    letters = median(len(piece.text) for piece in pieces)
    return letters >= _LEAST_LETTERS and median(widths) >= _LEAST_FILL * widths[-1]


def _in_table(middle: float, gaps: Sequence[_Gap], rules: Sequence[Rule]) -> bool:
    """Whether several rules cross the strip beside the text: so do those of a table."""
    top = max(gap.left.y + gap.left.size for gap in gaps)
    foot = min(gap.left.y - gap.left.size for gap in gaps)
    crossing = {round(r.y) for r in rules if r.x0 < middle < r.x1 and foot <= r.y <= top}
    return len(crossing) >= _RULED
