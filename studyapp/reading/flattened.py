"""Takes a line apart whose line breaks were lost: wide gaps stand where they were.

Programs that copy pages write 'Signs are:    - Pain.   - Fever.     Care    Care is …' on one
long line. Where a gap is wide and what stands around it fits, the piece is set on its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studyapp.reading.lined import Lined
from studyapp.reading.lists import announces
from studyapp.reading.retold import without_retold
from studyapp.reading.stretch import CLOSING, Stretch

_BULLET = re.compile(r"(?:(?P<gap>\s{2,})|(?P<loose>(?<=[.:;?])\s))(?P<mark>[-•▪·*])\s+(?=[^\s-])")
_GAP = re.compile(r"\s{3,}(?=[^\s•▪·*-])")
_STOPPED = re.compile(r"[.:?!][\"”’)]*$")
_LONG_LINE = 130
"""No writer wraps lines so late: a longer one is a paragraph."""
_LINE_END = 1
"""The gap that the end of a line is: sentences may stand on lines of their own."""
_HEADING_WORDS, _BODY_WORDS = 10, 6
_NUMBER = re.compile(r"\d\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stood on a line of its own: how deep an item (0 for running text), or a heading."""

    lined: Lined
    depth: int = 0
    heading: bool = False


def unflattened(lined: Lined, depth: int = 0) -> tuple[Piece, ...]:
    """The pieces of a paragraph, or of an item when a depth is given; often itself alone."""
    parts = without_retold(_parts(lined, depth))
    if len(parts) == 1:
        return (Piece(parts[0].lined, depth),)
    return tuple(_placed(_attached(parts), depth))


def _parts(lined: Lined, depth: int) -> list[Stretch]:
    bullets = set(_bullets(lined.text, depth))
    cuts = sorted(bullets | set(_gaps(lined, depth, listed=bool(bullets))))
    parts: list[Stretch] = []
    start, gap, item = 0, 0, depth > 0
    for begin, end, wide, bullet in cuts:
        if begin < start:
            continue
        parts.append(Stretch(lined[start:begin].stripped(), gap, item))
        start, gap, item = end, wide, bullet
    parts.append(Stretch(lined[start:].stripped(), gap, item))
    return _fitting([part for part in parts if part.text])


_Cut = tuple[int, int, int, bool]


def _bullets(text: str, depth: int) -> Iterator[_Cut]:
    """Bullets inside a line: several, or one behind an item or what announces or ends."""
    found = [m for m in _BULLET.finditer(text) if m["mark"] in "-*" or m["gap"]]
    found = [m for m in found if not (_NUMBER.search(text, 0, m.start()) and _digit(text, m))]
    if len(found) == 1 and not depth:
        alone = found[0]
        found = found if alone["gap"] and _opens(text[: alone.start()]) else []
    for match in found:
        yield match.start(), match.end(), len(match["gap"] or " "), True
    yield from _first_bullet(text, found)


_DASH = re.compile(r"(?<=[a-z])\s-\s(?=[a-z])")
_WAITS = re.compile(r"\b(?:should|must|will|may\salso|can\salso)$")


def _first_bullet(text: str, found: Sequence[re.Match[str]]) -> Iterator[_Cut]:
    """'Hands should - be washed  - be dried': the gap before the first bullet may be narrow."""
    start = 0
    for match in found:
        dashes = list(_DASH.finditer(text, start, match.start()))
        before = text[: dashes[0].start()] if dashes else ""
        if match["gap"] and len(dashes) == 1 and (_WAITS.search(before) or announces(before)):
            yield dashes[0].start(), dashes[0].end(), 1, True
        start = match.end()


def _digit(text: str, match: re.Match[str]) -> bool:
    return text[match.end()].isdigit()


def _opens(before: str) -> bool:
    return _STOPPED.search(before) is not None or announces(before)


def _gaps(lined: Lined, depth: int, *, listed: bool) -> Iterator[_Cut]:
    """Wide gaps and ends of lines in what is no wrapped or aligned text: it is long, or a list."""
    starts = [i for i in range(1, len(lined.at)) if lined.at[i] != lined.at[i - 1]]
    ends = [*starts, len(lined.text)]
    longest = max(end - start for start, end in zip([0, *starts], ends, strict=True))
    if longest <= _LONG_LINE and not listed:
        return
    for match in _GAP.finditer(lined.text):
        yield match.start(), match.end(), len(match.group()), False
    if not depth and longest > _LONG_LINE:
        yield from ((start - 1, start, _LINE_END, False) for start in starts)


def _fitting(parts: Sequence[Stretch]) -> list[Stretch]:
    """Parts, with those joined again that neither a stop nor a heading sets apart."""
    kept: list[Stretch] = []
    for place, part in enumerate(parts):
        before = kept[-1] if kept else None
        titled = before is not None and _titles(before, part, kept)
        new = before is None or part.item or titled or _is_apart(before, part)
        new = new or _titles(
            part, parts[place + 1] if place + 1 < len(parts) else None, [*kept, part]
        )
        if new or before is None:
            kept.append(part)
        else:
            kept[-1] = Stretch(Lined.joined([before.lined, part.lined]), before.gap, before.item)
    return kept


def _is_apart(before: Stretch, part: Stretch) -> bool:
    if part.text[0].islower():
        return False
    if part.gap == _LINE_END:
        return before.text.endswith(":")
    far = before.item and part.gap >= CLOSING
    return far or _STOPPED.search(before.text) is not None


def _titles(part: Stretch, after: Stretch | None, kept: Sequence[Stretch]) -> bool:
    """Whether a few words without a stop stand above a sentence as its heading."""
    if after is None or part.item or after.item or not part.text[0].isupper():
        return False
    stopped = _STOPPED.search(part.text) is not None and not part.text.endswith("?")
    if stopped or len(part.text.split()) > _HEADING_WORDS or part.text.endswith((",", ";", "-")):
        return False
    above = kept[-2:-1]
    freed = not above or above[0].item or _STOPPED.search(above[0].text) is not None
    body = after.text[0].isupper() and re.search(r"[.:?!](?:\s|$)", after.text) is not None
    return freed and body and len(after.text.split()) >= _BODY_WORDS


def _attached(parts: Sequence[Stretch]) -> list[Stretch]:
    """Parts, with the further paragraphs of an item joined to it where the list goes on.

    Where a list opens behind a wide gap, every list does: a bullet behind a narrow one goes on
    with the list before, though a wide gap has closed an inner list meanwhile.
    """
    kept: list[Stretch] = []
    opened = 0
    closed = False
    for place, part in enumerate(parts):
        after = parts[place + 1] if place + 1 < len(parts) else None
        inside = bool(kept) and kept[-1].item and not part.item and not announces(part.text)
        narrow = after is not None and after.item and after.gap < CLOSING
        joins = inside and after is not None and after.item
        joins = joins and (part.gap < CLOSING or (narrow and opened >= CLOSING))
        if joins:
            joined = Lined.joined([kept[-1].lined, part.lined])
            kept[-1] = Stretch(joined, kept[-1].gap, item=True)
            closed = part.gap >= CLOSING
            continue
        if part.item and not (kept and kept[-1].item):
            opened = part.gap
        kept.append(replace(part, gap=CLOSING) if closed and part.item else part)
        closed = False
    return kept


def _placed(parts: Sequence[Stretch], depth: int) -> Iterator[Piece]:
    deep = depth
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else None
        after = parts[place + 1] if place + 1 < len(parts) else None
        if part.item:
            deep = _depth(part, before, deep) if before is not None else max(depth, 1)
            yield Piece(part.lined, deep)
        else:
            deep = 0
            yield Piece(part.lined, heading=_titles(part, after, parts[: place + 1]))


def _depth(part: Stretch, before: Stretch, deep: int) -> int:
    if not before.item:
        return 1
    if before.text.endswith(":") or (part.gap >= CLOSING and deep == 1):
        return deep + 1
    return deep - 1 if part.gap >= CLOSING else deep
