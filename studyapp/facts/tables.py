"""Rows of tables as labelled texts: 'Stimulant laxatives' + 'Increase motility.' in a cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studyapp.facts.shapes import shape_of
from studyapp.facts.statement import Entry, Group, Parse, cite
from studyapp.facts.subjects import is_nameable
from studyapp.facts.voice import impersonal
from studyapp.language.quantities import quantities
from studyapp.language.sentences import sentence_spans
from studyapp.model import Layout, Lines, Passage

_LONGEST_HEAD, _NUMERAL = 7, 2
_CORNER = re.compile(
    r"^(?:(?:key|main|clinical|laboratory|lab|typical)\s)?(?:findings?|features?|parameters?|measures?"
    r"|measurements?|values?|variables?|characteristics?|criteri(?:on|a)|properties|property|aspects?"
    r"|signs?(?:\sand\ssymptoms?)?|symptoms?|tests?|investigations?|items?|points?)?$",
    re.IGNORECASE,
)
_HEAD_END = re.compile(r"[.!?]$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the thing it is about, and its other cells with their columns' names.

    `lines` are those of the row, with those of the row that names the thing where it is carried.
    """

    passage: Passage
    head: str
    column: str
    cells: tuple[tuple[str, str], ...]
    lines: Lines
    carried: bool = False

    @property
    def compares(self) -> bool:
        """Whether the row is a measure, told for two cases or more: the corner says so."""
        named = [column for column, _ in self.cells if column]
        return len(named) > 1 and _CORNER.match(self.column.strip()) is not None


def table_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Rows under a header. A row that has no head of its own carries the one above it.

    Such rows ('| Avoid in fever. |' below a full one) come from cells that span several rows;
    which columns their cells belong to is then unknown: their names are ''.
    """
    for table in _tables(passages):
        yield from _rows(table)


def _tables(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """Runs of rows under one header."""
    run: list[Passage] = []
    for passage in passages:
        row = passage.layout is Layout.ROW and bool(passage.columns)
        if run and (not row or passage.columns != run[0].columns):
            yield run
            run = []
        if row:
            run.append(passage)
    if run:
        yield run


def _rows(table: Sequence[Passage]) -> Iterator[Row]:
    columns = table[0].columns
    at = _head_column([row for row in table if _is_whole(row)])
    if at is None:
        return
    head, lines = "", table[0].lines
    for passage in table:
        filled = [cell for cell in passage.cells if cell.strip()]
        whole = _is_whole(passage)
        if whole:
            head, lines = _head(passage.cells[at]), passage.lines
        if not head or not filled:
            continue
        named = tuple(zip(columns, passage.cells, strict=False))[at + 1 :]
        cells = tuple((c, v) for c, v in named if v) if whole else tuple(("", v) for v in filled)
        yield Row(passage, head, columns[at], cells, _with(lines, passage.lines), not whole)


_MOST_LINES = 6


def _with(head: Lines, row: Lines) -> Lines:
    """The lines of a row and of its head; the row's alone where they stand too far apart."""
    both = head.joined(row)
    return both if len(both) <= _MOST_LINES else row


def _is_whole(row: Passage) -> bool:
    filled = [cell for cell in row.cells if cell.strip()]
    return len(filled) * 2 > len(row.columns) and bool(row.cells[0].strip())


def _head_column(rows: Sequence[Passage]) -> int | None:
    """The first column that names each row differently; None when the first two do not.

    Drugs under repeated classes have their heads in the second column.
    """
    for at in (0, 1):
        heads = [row.cells[at].strip() for row in rows if len(row.cells) > at + 1]
        if heads and all(heads) and len(set(heads)) == len(heads):
            return at
    return None


def _head(cell: str) -> str:
    """A row's head when it is a name; '' for a sentence or a figure."""
    bare = re.sub(r"\s*\([^)]*\)$", "", cell).strip(" :–—-•")
    short = 0 < len(bare.split()) <= _LONGEST_HEAD and not _HEAD_END.search(bare)
    named = sum(c.isalpha() for c in bare) > _NUMERAL and not re.fullmatch(r"[IVXLC]+", bare)
    return bare if short and named and not bare[0].isdigit() else ""


def _is_told(text: str) -> bool:
    """Whether a cell's text says something, and is not a name or a measure."""
    words = len(text.split())
    return words > 1 and (words >= _SENTENCE or not any(quantities(text)))


_SENTENCE = 5


def table_texts(passages: Sequence[Passage]) -> Iterator[str]:
    """What `table_groups` has parsed."""
    return (text for _, text in _told_cells(passages))


def _told_cells(passages: Sequence[Passage]) -> Iterator[tuple[Row, str]]:
    """The sentences of rows that are about something with a name."""
    for row in table_rows(passages):
        if not is_nameable(row.head):
            continue
        for _, cell in row.cells:
            said = (impersonal(cell[a:b]).strip().rstrip(".;,") for a, b in sentence_spans(cell))
            yield from ((row, text) for text in said if _is_told(text))


def table_groups(passages: Sequence[Passage], parse: Parse) -> Iterator[Group]:
    """Each row's sentences as entries under its head, to be read like those of a list."""
    cells = tuple(_told_cells(passages))
    for (row, text), doc in zip(cells, parse(text for _, text in cells), strict=True):
        passage = replace(row.passage, label=row.head)
        place = cite(passage, row.lines)
        yield Group(None, (Entry(passage, text, doc, shape_of(doc), place),), None)
