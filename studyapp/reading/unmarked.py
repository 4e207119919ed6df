"""Finds the headings that a writer did not mark as such, and gives marked ones their depth."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.lists import announces, is_label

_ENDS = re.compile(r"[.,;:!][\"”’)]*$")
_CAPTION = re.compile(r"(?:fig(?:ure)?|table|box|photo|image|source|panel)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"@|https?:|www\.|\d{4,}")
_WORD = re.compile(r"[^\W\d_]{3}")
_LONG_WORD = re.compile(r"[^\W\d_]{4}")
_BOLD_WORDS = 14
_ASKED_WORDS = 14
_BODY_WORDS = 8


def rooted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headings moved so that level 1 is the title alone and sections begin at level 2.

    The first heading is the title when no other stands as high. Headings of unknown level stay.
    """
    levels = [b.level for b in blocks if b.kind is BlockKind.HEADING and b.level is not None]
    if not levels:
        return tuple(blocks)
    top = min(levels)
    titled = levels[0] == top and levels.count(top) == 1
    shift = (1 if titled else 2) - top
    return tuple(
        replace(b, level=b.level + shift)
        if b.kind is BlockKind.HEADING and b.level is not None
        else b
        for b in blocks
    )


def with_unmarked_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Short paragraphs that stand as headings, in bold or alone above text, become headings.

    They stand below the marked heading in force: bold ones one level, others two; their level is
    unknown on a page without marked headings.
    """
    out: list[Block] = []
    level: int | None = None
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        below = _below(block, out[-1] if out else None, after)
        if block.kind is BlockKind.HEADING:
            level = block.level
            out.append(block)
        elif below:
            deep = None if level is None else level + below
            out.append(Block(BlockKind.HEADING, block.lined, level=deep))
        else:
            out.append(block)
    return tuple(out)


def _below(block: Block, before: Block | None, after: Block | None) -> int:
    """How far below the marked heading in force this block stands as a heading; 0 for none."""
    if block.kind is not BlockKind.PROSE or after is None or not _named(block.text):
        return 0
    if _is_bold(block) and len(block.text.split()) <= _BOLD_WORDS:
        return 1
    listed = before is not None and before.kind is BlockKind.PROSE and announces(before.text)
    return 2 if not listed and _stands_above(block.text, after) else 0


def _named(text: str) -> bool:
    """Whether a text is written as headings are: no sentence, no caption, no address."""
    opens = text[0].isupper() or text[0].isdigit()
    shaped = opens and _WORD.search(text) and not _ENDS.search(text)
    return bool(shaped) and not _CAPTION.match(text) and not _ADDRESS.search(text)


def _is_bold(block: Block) -> bool:
    return sum(map(len, block.emphasis)) >= len(block.text) - len(block.emphasis)


def _stands_above(text: str, after: Block) -> bool:
    words = len(text.split())
    if not _LONG_WORD.search(text):
        return False
    asks = text.endswith("?") and words <= _ASKED_WORDS
    body = after.kind is BlockKind.PROSE and not after.text[0].islower()
    longer = len(after.text.split()) >= max(_BODY_WORDS, words + 1)
    return body and longer and not after.text.endswith("?") and (asks or is_label(f"{text}:"))
