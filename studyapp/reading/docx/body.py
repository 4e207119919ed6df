"""Walks the body of a Word file: its paragraphs as numbered lines, and the blocks they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.docx.node import Node, value
from studyapp.reading.docx.paragraph import emphasis, pieces, text_of
from studyapp.reading.docx.styles import PLAIN, Style, Styles, numbered, outline, unnumbered
from studyapp.reading.docx.table import inside, is_box, rows
from studyapp.reading.lined import Lined

_AROUND = frozenset("sdt sdtContent customXml ins moveTo".split())
_BULLET = re.compile(r"[-*•‣◦▪●·–—\uf0b7\uf0a7]\s+(?=\S)")
_SENTENCE_END = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Read:
    """The paragraphs of a document in order, its rows among them, and the blocks they make."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]


def read_body(body: Node, styles: Styles) -> Read:
    """The lines and blocks of a document's body."""
    walk = _Walk(styles)
    walk.over(body)
    return Read(tuple(walk.lines), tuple(_defined(walk.blocks)))


class _Walk:
    """One pass over the body; every paragraph and every row of a table is a line."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.lines: list[str] = []
        self.blocks: list[tuple[Style, Block]] = []

    def over(self, node: Node) -> None:
        for inner in node:
            if inner.name == "p":
                self._paragraph(inner)
            elif inner.name == "tbl":
                self._table(inner)
            elif inner.name in _AROUND and not _is_contents(inner):
                self.over(inner)

    def _paragraph(self, node: Node) -> None:
        style = _styled(node, self.styles)
        found = pieces(node, style, self.styles)
        text = text_of(found)
        self.lines.append(text)
        if text and not style.left_out:
            lined = Lined.of(text, len(self.lines))
            self.blocks.append((style, _block(style, lined, emphasis(found))))

    def _table(self, node: Node) -> None:
        if is_box(node):
            for row in inside(node, "tr"):
                for cell in inside(row, "tc"):
                    self.over(cell)
            return
        for cells in rows(node, self._cell):
            self.lines.append(" | ".join(cells))
            if any(cells):
                lined = Lined.of(self.lines[-1], len(self.lines))
                self.blocks.append((PLAIN, Block(BlockKind.ROW, lined, cells=cells)))

    def _cell(self, cell: Node) -> str:
        """The text of a cell, that of a table inside it too."""
        return " ".join(text for text in self._texts(cell) if text)

    def _texts(self, node: Node) -> Iterator[str]:
        for inner in node:
            if inner.name == "p":
                yield text_of(pieces(inner, PLAIN, self.styles))
            elif inner.name in _AROUND or inner.name in {"tbl", "tr", "tc"}:
                yield from self._texts(inner)


def _is_contents(node: Node) -> bool:
    """Whether a content control holds the table of contents."""
    gallery = value(node, "sdtPr", "docPartObj", "docPartGallery")
    return gallery == "Table of Contents"


def _styled(paragraph: Node, styles: Styles) -> Style:
    """The paragraph's style with what the paragraph itself says."""
    style = styles.of(value(paragraph, "pPr", "pStyle"))
    level, depth = outline(paragraph), numbered(paragraph)
    if level is not None and style.heading is None:
        style = replace(style, heading=level)
    if depth is not None:
        style = replace(style, item=depth)
    return replace(style, item=None) if unnumbered(paragraph) else style


def _block(style: Style, lined: Lined, bold: tuple[str, ...]) -> Block:
    if style.heading is not None:
        return Block(BlockKind.HEADING, lined, level=style.heading)
    if style.item is not None:
        return Block(BlockKind.ITEM, lined, level=style.item, emphasis=bold)
    typed = _BULLET.match(lined.text)
    if typed:
        return Block(BlockKind.ITEM, lined[typed.end() :], level=0, emphasis=bold)
    return Block(BlockKind.PROSE, lined, emphasis=bold)


def _defined(blocks: list[tuple[Style, Block]]) -> Iterator[Block]:
    """The blocks without captions that are no sentences; a term goes before its definition."""
    term: Block | None = None
    for style, block in blocks:
        if term is not None and style.meaning:
            joined = Lined.joined([term.lined, block.lined], glue=": ")
            yield replace(block, lined=joined, emphasis=(term.text,))
        elif not style.caption or block.text.endswith(_SENTENCE_END):
            if term is not None:
                yield term
            if not style.term:
                yield block
        term = block if style.term else None
    if term is not None:
        yield term
