"""Reads Markdown by markdown-it's tokens, which know their lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from studyapp.reading.block import RUN_IN, Block, BlockKind
from studyapp.reading.flattened import unflattened
from studyapp.reading.limits import LONGEST_BLOCK
from studyapp.reading.lined import Lined

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_IMAGE = re.compile(
    r"!\[(?:[^\[\]]|\[[^\]]*\])*\]\((?:[^()\"]|\"(?:[^\"\\]|\\.)*\"|\([^()]*\))*\)(?:\{:[^}]*\})?"
)
_CITED = re.compile(
    r"\[(?:\[\d+\]\([^)]*\)[,;–-]?\s?)+\]|\[\[?\s*\d+(?:\s*,\s*\d+)*\s*\]?\]\([^)]*\)"
)
_STARS = re.compile(r"\*{2,3}")
_LINK = re.compile(r"\[((?:[^\[\]]|\\\[|\\\]|\[[^\[\]]*\])*)\](?:\([^)]*\)|\[[^\]]*\])")
_ATTRIBUTES = re.compile(r"\{:[^}]*\}")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>|<!--.*?-->", re.DOTALL)
_STRONG = re.compile(r"(?:\*\*|__)(\S(?:.{0,2000}?\S)?)(?:\*\*|__)", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])[*_](\S(?:[^*_]*?\S)?)[*_](?![\w*])")
_CODE = re.compile(r"`([^`]*)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!:|<>~])")
_ENTITY = re.compile(r"&(amp|lt|gt|nbsp|quot|#39|#10);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "nbsp": " ", "quot": '"', "#39": "'", "#10": " "}
_NOTE = re.compile(
    r"<div[^>]*data-type=\"(?:note|example|exercise|problem|abstract)\"", re.IGNORECASE
)


def read_markdown(lines: Sequence[str]) -> tuple[Block, ...]:
    """Blocks of a Markdown page, given as its lines (the first is line 1)."""
    text = "\n".join(lines)
    front = _FRONT_MATTER.match(text)
    skipped = front.group(0).count("\n") if front else 0
    body = "\n" * skipped + text[front.end() :] if front else text
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    return tuple(_blocks(tokens, lines))


@dataclass(slots=True)
class _Walk:
    """Where the walk over the tokens stands: open elements, and how deep in a set-apart box."""

    open: list[str] = field(default_factory=list)
    level: int = 1
    box: int = 0
    cells: list[Lined] = field(default_factory=list)

    def depth(self) -> int:
        """How many lists are open."""
        return sum(1 for name in self.open if name.endswith("_list"))


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Block]:
    walk = _Walk()
    for token in tokens:
        if token.type == "html_block":
            _enter_box(walk, token.content)
        elif token.type == "inline":
            if not walk.box:
                yield from _inline_block(walk, token, lines)
        elif token.nesting == 1:
            walk.open.append(token.type.removesuffix("_open"))
            walk.level = int(token.tag[1]) if token.type == "heading_open" else walk.level
        elif token.nesting == -1:
            walk.open.pop()
            if token.type == "tr_close":
                yield _row(walk.cells)
                walk.cells = []


def _enter_box(walk: _Walk, html: str) -> None:
    """Exercises, stories and objectives stand in boxes of their own: they are left out."""
    if walk.box or _NOTE.search(html):
        walk.box = max(0, walk.box + html.count("<div") - html.count("</div"))


def _inline_block(walk: _Walk, token: Token, lines: Sequence[str]) -> Iterator[Block]:
    inline = _inline(token, lines)
    if walk.open[-1] in {"th", "td"}:
        walk.cells.append(inline)
    elif inline.text and walk.open[-1] == "heading":
        yield Block(BlockKind.HEADING, inline, level=walk.level)
    elif inline.text:
        yield from _pieces(inline, walk.depth(), _strong(token))


def _pieces(inline: Lined, depth: int, strong: Sequence[str]) -> Iterator[Block]:
    """A paragraph or an item, taken apart where the page lost its line breaks."""
    for piece in unflattened(inline, 1 if depth else 0):
        bold = tuple(words for words in strong if words in piece.lined.text)
        if piece.heading:
            yield Block(BlockKind.HEADING, piece.lined, level=RUN_IN)
        elif piece.depth:
            level = max(depth, 1) * 2 + piece.depth - 1
            yield Block(BlockKind.ITEM, piece.lined, level=level, emphasis=bold)
        else:
            yield Block(BlockKind.PROSE, piece.lined, emphasis=bold)


def _row(cells: Sequence[Lined]) -> Block:
    joined = Lined.joined(cells, glue=" | ")
    return Block(BlockKind.ROW, joined, cells=tuple(cell.text for cell in cells))


def _inline(token: Token, lines: Sequence[str]) -> Lined:
    """The token's text with its line numbers and without markup; an overlong one as it stands."""
    first = token.map[0] + 1 if token.map else 1
    pieces = [
        Lined.of(piece.strip(), min(first + offset, len(lines)))
        for offset, piece in enumerate(token.content.split("\n"))
    ]
    text = Lined.joined(pieces)
    if len(text.text) > LONGEST_BLOCK:
        return text
    for pattern in (_IMAGE, _CITED, _ATTRIBUTES, _TAG):
        text = text.sub(pattern, "")
    for pattern in (_LINK, _STRONG, _EMPHASIS, _CODE):
        text = text.sub(pattern, lambda match: match.group(1))
    text = text.sub(_EMPHASIS, lambda match: match.group(1))
    text = text.sub(_ESCAPE, lambda match: match.group(1))
    text = text.sub(_STARS, "")
    return text.sub(_ENTITY, lambda match: _ENTITIES[match.group(1)]).stripped()


def _strong(token: Token) -> tuple[str, ...]:
    if len(token.content) > LONGEST_BLOCK:
        return ()
    return tuple(match.group(1).strip("* ") for match in _STRONG.finditer(token.content))
