"""Finds tables among the lines of a page: rows of cells that keep to the same columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.lined import Lined
from studyapp.reading.pdf.layout import Line, Piece, Rule
from studyapp.reading.pdf.words import Words

_LEAST_ROWS = 3
_LEAST_COLUMNS = 2
_MOST_LINES = 200
_FARTHEST = 2.6
_LOOSE = 3.0
_CELL_LETTERS = 60
_WIDER = 1.12
_COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Table:
    """A run of lines that is a table, and the edges (x0, x1) of its columns."""

    lines: tuple[Line, ...]
    columns: tuple[tuple[float, float], ...]
    rules: tuple[float, ...]


def table_at(lines: Sequence[Line], start: int, rules: Sequence[Rule]) -> Table | None:
    """The table that begins at a line; None where the lines do not surely make one."""
    if len(lines[start].pieces) < _LEAST_COLUMNS or lines[start].pieces[0].marker:
        return None
    end, columns = start + 1, _edges(lines[start].pieces)
    while end < min(len(lines), start + _MOST_LINES) and _is_next(lines[end - 1], lines[end]):
        wider = _fitted(columns, lines[end])
        if not wider:
            break
        end, columns = end + 1, wider
    inside = lines[start:end]
    crossing = tuple(sorted(_crossing(inside, columns, rules), reverse=True))
    full = [line for line in inside if len(line.pieces) >= _LEAST_COLUMNS]
    letters = [len(piece.text) for line in full for piece in line.pieces]
    ruled = len(crossing) > 0 or len(columns) > _LEAST_COLUMNS
    enough = len(full) >= (_LEAST_COLUMNS if ruled else _LEAST_ROWS)
    if not enough or sum(letters) > _CELL_LETTERS * len(letters):
        return None
    return Table(tuple(inside), columns, crossing)


def _edges(pieces: Sequence[Piece]) -> tuple[tuple[float, float], ...]:
    return tuple((piece.x0, piece.x1) for piece in pieces)


def _is_next(before: Line, line: Line) -> bool:
    near = 0 < before.y - line.y <= _FARTHEST * max(before.size, line.size)
    return near and before.page == line.page and before.column == line.column


def _fitted(columns: Sequence[tuple[float, float]], line: Line) -> tuple[tuple[float, float], ...]:
    """The columns, widened to hold a line's cells; () where the line does not keep to them."""
    if len(line.pieces) == 1 and not _continues_cell(columns, line.pieces[0]):
        return ()
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted([*columns, *_edges(line.pieces)]):
        if merged and x0 < merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    kept = len(columns) <= len(merged) <= len(columns) + 1
    return tuple(merged) if kept else ()


def _continues_cell(columns: Sequence[tuple[float, float]], piece: Piece) -> bool:
    """Whether a piece that is alone on its line stands under a cell and within its column."""
    for index, (x0, x1) in enumerate(columns):
        end = columns[index + 1][0] - _LOOSE if index + 1 < len(columns) else x1 + 8 * piece.size
        if x0 - _LOOSE <= piece.x0 <= x1 and piece.x1 <= end:
            return True
    return False


def _crossing(
    lines: Sequence[Line], columns: Sequence[tuple[float, float]], rules: Sequence[Rule]
) -> set[float]:
    """The heights at which rules run through most of the width of the table."""
    left, right = columns[0][0], columns[-1][1]
    top, foot = lines[0].y + 2 * lines[0].size, lines[-1].y - lines[-1].size
    lengths: dict[float, float] = {}
    for rule in rules:
        if foot <= rule.y <= top:
            inside = min(rule.x1, right) - max(rule.x0, left)
            at = float(round(rule.y))
            lengths[at] = lengths.get(at, 0.0) + max(0.0, inside)
    return {y for y, length in lengths.items() if length >= _COVERED * (right - left)}


def rows(table: Table, words: Words) -> tuple[Block, ...]:
    """The rows of a table, each with its cells."""
    return tuple(_row(lines, table, words) for lines in _grouped(table))


def _grouped(table: Table) -> Iterator[list[Line]]:
    """The lines of each row: rules part rows, else wider gaps, else a new first cell."""
    parted = [_ruled(a, b, table) for a, b in pairwise(table.lines)]
    every = [a.y - b.y for a, b in pairwise(table.lines)]
    # A rule under the head widens its gap, which says nothing of the rows below.
    gaps = [gap for gap, ruled in zip(every, parted, strict=True) if not ruled] or every
    least = min(gaps)
    even = max(gaps) <= _WIDER * least
    all_ruled = sum(parted) + 1 >= _LEAST_ROWS
    group = [table.lines[0]]
    for before, line in pairwise(table.lines):
        wide = even or before.y - line.y > _WIDER * least
        opens = _column(line.pieces[0], table) == 0
        full = len(line.pieces) >= _LEAST_COLUMNS or not even
        if _ruled(before, line, table) or (not all_ruled and wide and opens and full):
            yield group
            group = []
        group.append(line)
    yield group


def _ruled(before: Line, line: Line, table: Table) -> bool:
    return any(line.y <= y <= before.y for y in table.rules)


def _column(piece: Piece, table: Table) -> int:
    """The column of a piece: the last that begins no later."""
    begun = [n for n, (x0, _) in enumerate(table.columns) if x0 <= piece.x0 + _LOOSE]
    return begun[-1] if begun else 0


def _row(lines: Sequence[Line], table: Table, words: Words) -> Block:
    cells: list[list[Lined]] = [[] for _ in table.columns]
    for line in lines:
        for piece in line.pieces:
            cells[_column(piece, table)].append(Lined.of(piece.text, line.number))
    return row_of([words.joined(cell) for cell in cells])


def row_of(cells: Sequence[Lined]) -> Block:
    """A row of cells."""
    joined = Lined.joined(cells, glue=" | ")
    return Block(BlockKind.ROW, joined, cells=tuple(cell.text for cell in cells))
