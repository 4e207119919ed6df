"""Turns blocks into passages, each with the headings and the lead-in that give it meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studyapp.language.sentences import sentence_spans
from studyapp.model import Layout, Lines, Passage, SourceId
from studyapp.reading.block import RUN_IN, Block, BlockKind
from studyapp.reading.boilerplate import is_noise_sentence
from studyapp.reading.clean import clean, uses_trailing_marks, without_trailing_marks
from studyapp.reading.glued import parted
from studyapp.reading.limits import LONGEST_SENTENCE
from studyapp.reading.lined import Lined
from studyapp.reading.lists import (
    announces,
    is_label,
    split_label,
    tree,
    with_unbulleted_items,
)
from studyapp.reading.runin import with_run_in_headings
from studyapp.reading.sections import (
    with_levels,
    without_closed_sections,
    without_navigation,
)


def passages(blocks: Sequence[Block], source_id: SourceId) -> tuple[Passage, ...]:
    """Passages of a page in reading order; navigation and closed sections are left out."""
    levels_known = all(b.level is not None for b in blocks if b.kind is BlockKind.HEADING)
    tidy = without_navigation(with_unbulleted_items(_cleaned(blocks)))
    levelled = with_levels(tidy)
    content = without_closed_sections(levelled, levels_known=levels_known)
    return tuple(_Walk(source_id).walk(with_run_in_headings(content)))


def _cleaned(blocks: Sequence[Block]) -> tuple[Block, ...]:
    cleaned = [replace(block, lined=clean(block.lined)) for block in blocks]
    habit = uses_trailing_marks(tuple(b.text for b in cleaned if b.kind is not BlockKind.ROW))
    bare = [
        replace(b, lined=without_trailing_marks(b.lined, page_uses_marks=habit)) for b in cleaned
    ]
    return parted(tuple(block for block in bare if any(c.isalnum() for c in block.text)))


def _breaks(lined: Lined) -> tuple[tuple[int, int], ...]:
    pairs: list[tuple[int, int]] = []
    for offset, line in enumerate(lined.at):
        if not pairs or pairs[-1][1] != line:
            pairs.append((offset, line))
    return tuple(pairs)


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of matter, and the overlong ones, which cost too much to judge."""
    return tuple(
        (start, end)
        for start, end in sentence_spans(text)
        if end - start > LONGEST_SENTENCE or not is_noise_sentence(text[start:end])
    )


class _Walk:
    """One pass over the blocks of a page, remembering the headings in force."""

    def __init__(self, source_id: SourceId) -> None:
        self.source_id = source_id
        self.path: list[tuple[int, str]] = []
        self.run_in_at = 0

    def walk(self, blocks: Sequence[Block]) -> Iterator[Passage]:
        index = 0
        while index < len(blocks):
            block = blocks[index]
            self._leave_run_in(block)
            items = _items_from(blocks, index + 1)
            if block.kind is BlockKind.HEADING:
                self._enter(block)
                yield from self._list("", None, items)
                index += 1 + len(items)
            elif block.kind is BlockKind.ROW:
                rows = _rows_from(blocks, index)
                yield from self._table(rows)
                index += len(rows)
            elif block.kind is BlockKind.ITEM:
                items = _items_from(blocks, index)
                yield from self._list("", None, items)
                index += len(items)
            elif items and announces(block.text):
                yield from self._announced(block, items)
                index += 1 + len(items)
            elif is_label(block.text) and _is_prose(blocks, index + 1):
                yield self._labelled(block, blocks[index + 1])
                index += 2
            else:
                yield self._passage(block, Layout.PROSE)
                index += 1

    def _enter(self, heading: Block) -> None:
        level = heading.level or 1
        self.run_in_at = heading.lined.at[0] if level == RUN_IN else 0
        self.path = [entry for entry in self.path if entry[0] < level]
        self.path.append((level, heading.text.rstrip(":")))

    def _leave_run_in(self, block: Block) -> None:
        """A heading that runs into its text governs what stands on its line or the next."""
        if self.run_in_at and block.lined.at[0] > self.run_in_at + 1:
            self.path = [entry for entry in self.path if entry[0] < RUN_IN]
            self.run_in_at = 0

    def _headings(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.path)

    def _passage(self, block: Block, layout: Layout) -> Passage:
        label, body = ("", 0) if layout is Layout.ROW else split_label(block.text)
        return Passage(
            self.source_id,
            self._headings(),
            block.text,
            _breaks(block.lined),
            _sentences(block.text),
            layout,
            label=label,
            body=body,
            emphasis=block.emphasis,
            cells=block.cells,
        )

    def _table(self, rows: Sequence[Block]) -> Iterator[Passage]:
        """The rows of a table; each knows the columns' names when the first row gives them."""
        columns = _header(rows)
        for number, row in enumerate(rows):
            named = columns if number else ()
            yield replace(self._passage(row, Layout.ROW), columns=named)

    def _labelled(self, label: Block, prose: Block) -> Passage:
        joined = Lined.joined([label.lined, prose.lined])
        passage = self._passage(replace(prose, lined=joined), Layout.PROSE)
        name = label.text.rstrip(":").rstrip()
        return replace(passage, label=name, body=len(label.text) + 1)

    def _announced(self, block: Block, items: Sequence[Block]) -> Iterator[Passage]:
        """A paragraph whose last sentence announces a list: the rest of it, then the list."""
        cut = sentence_spans(block.text)[-1][0]
        before, lead_in = block.lined[:cut].stripped(), block.lined[cut:].stripped()
        if before.text:
            yield self._passage(replace(block, lined=before), Layout.PROSE)
        if len(lead_in.text) <= LONGEST_SENTENCE and not is_noise_sentence(lead_in.text):
            earlier = sentence_spans(before.text)[-1:]
            previous = before.text[slice(*earlier[0])] if earlier else ""
            yield from self._list(lead_in.text, lead_in.lines, items, previous)

    def _list(
        self,
        lead_in: str,
        lead_in_lines: Lines | None,
        items: Sequence[Block],
        previous: str = "",
    ) -> Iterator[Passage]:
        grouped = tree(items)
        siblings = tuple(item.text for item, _ in grouped)
        lines = tuple(item.lined.lines for item, _ in grouped)
        for index, (item, children) in enumerate(grouped):
            yield replace(
                self._passage(item, Layout.ITEM),
                lead_in=lead_in,
                lead_in_lines=lead_in_lines,
                lead_in_before=previous,
                siblings=siblings,
                sibling_lines=lines,
                index=index,
            )
            if children:
                yield from self._list(item.text, item.lined.lines, children)


def _items_from(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    end = start
    while end < len(blocks) and blocks[end].kind is BlockKind.ITEM:
        end += 1
    return blocks[start:end]


def _rows_from(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    end = start
    while end < len(blocks) and blocks[end].kind is BlockKind.ROW:
        end += 1
    return blocks[start:end]


_HEADER_WORDS = 8


def _header(rows: Sequence[Block]) -> tuple[str, ...]:
    """The names of a table's columns, when its first row is short words and no figures."""
    first = rows[0].cells
    named = [cell for cell in first if cell.strip()]
    short = all(len(cell.split()) <= _HEADER_WORDS and not cell[0].isdigit() for cell in named)
    return first if len(rows) > 1 and len(named) > 1 and short else ()


def _is_prose(blocks: Sequence[Block], index: int) -> bool:
    return index < len(blocks) and blocks[index].kind is BlockKind.PROSE
