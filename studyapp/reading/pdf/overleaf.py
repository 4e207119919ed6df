"""Puts tables together that go on overleaf under their repeated title and head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.lined import Lined
from studyapp.reading.pdf.tables import row_of


@dataclass(slots=True)
class _Run:
    """The rows of one table on one page, and the blocks before it back to the last table."""

    before: list[Block] = field(default_factory=list)
    rows: list[Block] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What stands right above the table."""
        return self.before[-1].text if self.before else ""


def with_whole_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each table in one: repeated titles and heads go, torn rows are joined."""
    kept: list[_Run] = []
    for run in _runs(blocks):
        if kept and run.rows and _resumes(kept[-1], run):
            kept[-1].rows = _together(kept[-1].rows, run.rows[1:])
        else:
            kept.append(run)
    return tuple(block for run in kept for block in (*run.before, *run.rows))


def _runs(blocks: Sequence[Block]) -> Iterator[_Run]:
    run = _Run()
    for block in blocks:
        if block.kind is BlockKind.ROW:
            run.rows.append(block)
            continue
        if run.rows:
            yield run
            run = _Run()
        run.before.append(block)
    yield run


def _resumes(before: _Run, run: _Run) -> bool:
    """Whether nothing but the title stands between two tables of one head."""
    repeats = bool(before.rows) and before.rows[0].cells == run.rows[0].cells
    bare = not run.before or (len(run.before) == 1 and run.title == before.title)
    return repeats and bare


def _together(rows: Sequence[Block], rest: Sequence[Block]) -> list[Block]:
    """Rows and the rows overleaf; one without a first cell is the rest of the one before."""
    torn = rest and not rest[0].cells[0] and len(rest[0].cells) == len(rows[-1].cells)
    if not torn:
        return [*rows, *rest]
    pairs = zip(_cells(rows[-1]), _cells(rest[0]), strict=True)
    whole = row_of([Lined.joined(pair) for pair in pairs])
    return [*rows[:-1], whole, *rest[1:]]


def _cells(row: Block) -> Iterator[Lined]:
    """The cells of a row with their lines."""
    start = 0
    for cell in row.cells:
        yield row.lined[start : start + len(cell)]
        start += len(cell) + len(" | ") if cell else 0
