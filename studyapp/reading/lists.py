"""Finds lists: bulleted ones, and runs of short lines under a sentence that announces them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studyapp.language.verbs import base_of, is_noun_too
from studyapp.reading.block import Block, BlockKind
from studyapp.reading.sections import is_question, opens_section

_OPEN = re.compile(
    r"(?::|\b(?:include|includes|including|are|is|by|to|for|in|with|of|who|when|if|as"
    r"|the\sfollowing(?:\s\w+){0,2}|may|can|that|from|on|have|has|cause|causes|an?|the|his|her|their|your"
    r"|recommends?|prescribes?|orders?|suggests?|treat|prevent|relieve|feel|become|because|often|you"
    r"|especially|they|will))$"
)
_LABEL = re.compile(r"^([^:.;]{2,80}?)\s*:\s+(?=\S)")
_DASHED = re.compile(r"^([^:.;–—]{2,70}?)\s+[–—-]\s+(?=\S)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|can|may|might|must|should|will|would|could|do|does"
    r"|include|includes|including|cause|causes|involves?|lead|leads|occurs?|focus(?:es)?"
    r"|remains?|represents?|address(?:es)?|helps?|ensures?|serves?|requires?|begins?|presents?)\b",
    re.IGNORECASE,
)
_LABEL_WORDS = 9
_ITEM_WORDS = 45
_MOST_ITEMS = 20
_FEWEST = 2
_TITLE_WORD = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: the block that announces it (None under a bare heading) and its items."""

    lead_in: Block | None
    items: tuple[Block, ...]


def announces(text: str) -> bool:
    """Whether a sentence waits for a list: it ends with a colon or breaks off."""
    return _OPEN.search(text.rstrip()) is not None


_RUN_IN = re.compile(
    r"^(?P<label>[A-Z][A-Za-z'’-]+(?:\s(?!No\b)[\w'’()/-]+){0,5})\.\s+(?=[A-Z][A-Za-z-]*\s\w)"
)
"""'Croup. A virus narrows …': a heading that runs into its text."""
_TELLING = frozenset(
    """is are was were be has have had do does did can may might must should will would not no if
    it this that these those they you your he she we i al vs no""".split()
)


def is_label(text: str) -> bool:
    """Whether a line with a final colon names what follows rather than announcing a list."""
    name = text.rstrip().removesuffix(":")
    return text.rstrip().endswith(":") and _short_name(name)


def _short_name(name: str) -> bool:
    return len(name.split()) <= _LABEL_WORDS and not _VERB.search(name)


def split_label(text: str) -> tuple[str, int]:
    """The label at the head of an item and the offset of what follows it; ('', 0) for none."""
    for pattern in (_LABEL, _DASHED):
        match = pattern.match(text)
        if match and _short_name(match.group(1)):
            return match.group(1).strip(), match.end()
    match = _RUN_IN.match(text)
    if match and _short_name(match["label"]) and not _is_told(match["label"]):
        return match["label"], match.end()
    return "", 0


def _is_told(name: str) -> bool:
    """Whether a few words with a full stop are a sentence or an order, and no run-in heading."""
    words = name.split()
    told = any(word.lower() in _TELLING for word in words)
    ordered = base_of(words[0].lower()) == words[0].lower() and not is_noun_too(words[0].lower())
    return told or (ordered and bool(words[1:]))


def with_unbulleted_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Turns short lines under an announcing sentence into items."""
    out: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        out.append(block)
        index += 1
        if block.kind is BlockKind.PROSE and block.text.rstrip().endswith(":"):
            run = _untitled(_run(blocks, index, labelled=is_label(block.text)), blocks, index)
            out.extend(replace(item, kind=BlockKind.ITEM, level=0) for item in run)
            index += len(run)
    return tuple(out)


def _run(blocks: Sequence[Block], start: int, *, labelled: bool) -> Sequence[Block]:
    run: list[Block] = []
    for block in blocks[start : start + _MOST_ITEMS]:
        if not _could_be_item(block) or (run and not _same_shape(run[0], block)):
            break
        run.append(block)
    whole = [block for block in run if _is_sentence(block.text)]
    enough = len(run) >= (3 if labelled else 2)
    return run if enough and (len(whole) * 2 <= len(run)) else []


def _untitled(run: Sequence[Block], blocks: Sequence[Block], start: int) -> Sequence[Block]:
    """A run without the heading of the next section, which is written as titles are."""
    after = blocks[start + len(run) : start + len(run) + 1]
    if len(run) <= _FEWEST or not after or after[0].kind is not BlockKind.PROSE:
        return run
    titled = _is_title(run[-1].text) and not any(_is_title(block.text) for block in run[:-1])
    return run[:-1] if titled else run


def _is_title(text: str) -> bool:
    """Whether several words are all written with a capital but for the small ones."""
    words = [word for word in text.split() if len(word) >= _TITLE_WORD]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _could_be_item(block: Block) -> bool:
    if block.kind not in {BlockKind.HEADING, BlockKind.PROSE}:
        return False
    text = block.text
    if block.kind is BlockKind.HEADING and (opens_section(text) or is_question(text)):
        return False
    return len(text.split()) <= _ITEM_WORDS and not text.endswith((":", "?"))


def _same_shape(first: Block, block: Block) -> bool:
    return first.text.endswith(".") == block.text.endswith(".")


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and _VERB.search(text.split(". ", maxsplit=1)[0]) is not None


def tree(items: Sequence[Block]) -> tuple[tuple[Block, tuple[Block, ...]], ...]:
    """Items with the items indented under them (one level; deeper ones go to that level)."""
    if not items:
        return ()
    outer = min(item.level or 0 for item in items)
    grouped: list[tuple[Block, tuple[Block, ...]]] = []
    for item in items:
        if (item.level or 0) <= outer or not grouped:
            grouped.append((item, ()))
        else:
            parent, children = grouped[-1]
            grouped[-1] = (parent, (*children, item))
    return tuple(grouped)
