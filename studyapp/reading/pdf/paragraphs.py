"""Knows where paragraphs, items and headings of a PDF end and the next begins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from studyapp.reading.pdf.layout import Line

_ENDED = re.compile(r"[.!?:;][\"”’)\]]*(?:\[[\d,–-]+\])?$")
_HYPHEN = ("-", "\u00ad", "\u2010")
_SAME_SIZE = 0.7
_LARGER = 1.08
_HEADING_WORDS = 25
_USUAL_LEADING = 1.25
_MOST_LEADING = 2.4
_LOOSE = 1.3
_HEADING_LOOSE = 1.75
_INDENT = 0.8
_SPACE = 0.25
_ALIGNED = 3.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is set: the size of most of its text, and its usual line spacing."""

    body: float
    leading: float

    @staticmethod
    def of(lines: Sequence[Line]) -> "Manner":
        """The manner of a document with these lines."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
        body = sizes.most_common(1)[0][0] if sizes else 1.0
        steps = Counter(
            round((a.y - b.y) / body, 1)
            for a, b in pairwise(lines)
            if (a.page, a.column) == (b.page, b.column) and abs(a.size - body) < _SAME_SIZE
            if 0 < a.y - b.y < _MOST_LEADING * body
        )
        usual = steps.most_common(1)[0][0] if steps else _USUAL_LEADING
        return Manner(body, usual)

    def is_large(self, line: Line) -> bool:
        """Whether a line is set larger than the text, as headings are."""
        return line.size > max(_LARGER * self.body, self.body + 0.9)

    def opens(self, group: Sequence[Line], line: Line, *, item: bool) -> bool:
        """Whether a line begins a paragraph of its own after those of a group."""
        before = group[-1]
        if abs(before.size - line.size) > _SAME_SIZE and not _is_mid_word(before):
            return True
        if (before.page, before.column) != (line.page, line.column) or line.y > before.y:
            return self._opens_elsewhere(before, line)
        large = self.is_large(line)
        loose = _HEADING_LOOSE if large else _LOOSE
        usual = max(self.leading * line.size, _USUAL_LEADING * line.size if large else 0)
        if before.y - line.y > loose * usual:
            return True
        if _is_centred(before) and _is_centred(line) and large:
            return False
        return is_cut(before, line) or (not item and _is_indented(group, line))

    def _opens_elsewhere(self, before: Line, line: Line) -> bool:
        """The same for a line on the next page or in the next column."""
        if self.is_large(line) or line.all_bold != before.all_bold:
            return True
        waits = not _ENDED.search(before.text)
        return not waits or not (line.text[0].islower() or not _is_short(before))


def is_ended(line: Line) -> bool:
    """Whether a sentence may end with a line."""
    return _ENDED.search(line.text) is not None


def is_cut(before: Line, line: Line) -> bool:
    """Whether a line was ended on purpose: the next word would have fitted on it."""
    if _is_mid_word(before) or (not is_ended(before) and line.text[0].islower()):
        return False
    room = before.right - before.x1
    return room > line.pieces[0].first_word + (_SPACE + 0.3) * line.size


def _is_mid_word(line: Line) -> bool:
    return line.text.endswith(_HYPHEN)


def _is_short(line: Line) -> bool:
    """Whether a line ends well before the edge of its column."""
    return line.right - line.x1 > 0.25 * (line.right - line.left)


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    before = group[-1]
    left = min(one.x0 for one in group if one.page == line.page and one.column == line.column)
    return line.x0 - left > _INDENT * line.size and line.x0 > before.x0 + 1 and is_ended(before)


def _is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of its column, away from both edges."""
    before, after = line.x0 - line.left, line.right - line.x1
    return before > _ALIGNED * 2 and abs(before - after) < _ALIGNED


def is_heading_text(text: str) -> bool:
    """Whether large text is short enough for a heading and says something."""
    return len(text.split()) <= _HEADING_WORDS and any(c.isalpha() for c in text)
