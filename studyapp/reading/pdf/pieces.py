"""Puts letters together to pieces of text: what stands on one base line without a wide gap."""

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from studyapp.reading.pdf.layout import MARKER, Letter, Piece
from studyapp.reading.superscripts import raised

_SAME_LINE = 0.2
_SMALL = 0.85
_ABOVE, _UNDER = 0.7, 0.4
_NEAR = 0.6
_RAISED = 0.2
_REACH = 3
_CELL = 40
_MOST_IN_CELL = 64
_WIDE_GAP = 0.8
_MARKER_GAP = 4.5
_WORD_GAP = 0.16
_SPACED = 5
_OVERPRINT = 0.3
_ALIKE = 0.3
_TIGHT = 0.1


def pieces(letters: Sequence[Letter]) -> tuple[Piece, ...]:
    """The pieces of text on a page, from top to bottom."""
    found = (piece for row in _rows(letters) for piece in _split(row))
    return tuple(piece for piece in found if piece.text)


def _rows(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Letters by base line, top to bottom; raised and lowered ones with those they belong to."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (-one.y, one.x0)):
        if rows and rows[-1][0].y - letter.y <= _SAME_LINE * min(rows[-1][0].size, letter.size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return _with_raised(rows)


def _with_raised(rows: list[list[Letter]]) -> list[list[Letter]]:
    """Lines, each with the small letters that are raised or lowered beside its own."""
    largest = [max(letter.size for letter in row) for row in rows]
    cells = [_by_place(row) for row in rows]
    homes: list[list[Letter]] = [[] for _ in rows]
    for index, row in enumerate(rows):
        around = [n for n in range(index - _REACH, index + _REACH + 1) if 0 <= n < len(rows)]
        limit = _SMALL * max(largest[n] for n in around)
        others = [n for n in around if n != index]
        for letter in row:
            near = others if letter.size <= limit else ()
            home = next((n for n in near if _belongs(letter, cells[n])), index)
            homes[home].append(letter)
    return [row for row in homes if row]


def _by_place(row: Sequence[Letter]) -> dict[int, list[Letter]]:
    """A line's letters by where they stand, so that neighbours are found without a search."""
    cells: dict[int, list[Letter]] = {}
    for letter in row:
        cells.setdefault(int(letter.x0 // _CELL), []).append(letter)
    return cells


def _belongs(letter: Letter, cells: dict[int, list[Letter]]) -> bool:
    """Whether a small letter is raised or lowered beside larger ones of another line."""
    cell = int(letter.x0 // _CELL)
    for place in (cell - 1, cell, cell + 1):
        for other in cells.get(place, ())[:_MOST_IN_CELL]:
            if letter.size <= _SMALL * other.size and _is_beside(letter, other):
                return True
    return False


def _is_beside(letter: Letter, other: Letter) -> bool:
    height = letter.y - other.y
    if not -_UNDER * other.size <= height <= _ABOVE * other.size:
        return False
    return max(letter.x0 - other.x1, other.x0 - letter.x1) <= _NEAR * other.size


def _split(row: Sequence[Letter]) -> Iterator[Piece]:
    """A line's letters from left to right, cut at wide gaps."""
    ordered = _printed_once(sorted(row, key=lambda letter: letter.x0))
    current: list[Letter] = []
    for letter in ordered:
        if letter.text.isspace():
            continue
        if current and _gap(current[-1], letter) > _allowed(current, letter):
            yield _piece(current, ordered)
            current = []
        current.append(letter)
    if current:
        yield _piece(current, ordered)


def _printed_once(ordered: Sequence[Letter]) -> list[Letter]:
    """Without letters that are printed twice to look bold."""
    kept: list[Letter] = []
    for letter in ordered:
        if kept and letter.text == kept[-1].text and not letter.text.isspace():
            width = max(letter.x1 - letter.x0, 1.0)
            if letter.x0 - kept[-1].x0 < _OVERPRINT * width:
                kept[-1] = replace(kept[-1], bold=True)
                continue
        kept.append(letter)
    return kept


def _gap(before: Letter, letter: Letter) -> float:
    return letter.x0 - before.x1


def _allowed(current: Sequence[Letter], letter: Letter) -> float:
    """How wide a gap may be inside a piece: a marker may stand far before its item."""
    size = max(current[-1].size, letter.size)
    marks = len(current) <= len("(10)") and MARKER.fullmatch("".join(c.text for c in current))
    return size * (_MARKER_GAP if marks else _WIDE_GAP)


@dataclass(slots=True)
class _Text:
    """A piece's text as it grows."""

    text: list[str]
    starts: list[float]
    bold: list[bool]

    def add(self, text: str, start: float, *, bold: bool) -> None:
        self.text.extend(text)
        self.starts.extend([start] * len(text))
        self.bold.extend([bold] * len(text))


def _piece(letters: Sequence[Letter], row: Sequence[Letter]) -> Piece:
    spaces = [letter.x0 for letter in row if letter.text.isspace()]
    least = _word_gap(letters)
    grown = _Text([], [], [])
    before: Letter | None = None
    for run in _runs(letters):
        text = "".join(letter.text for letter in run)
        lifted = _is_lifted(before, run[0])
        marked = raised("".join(grown.text[-5:]), text) if lifted else text
        if marked != text:
            grown.add(marked, run[0].x0, bold=False)
            before = run[-1]
            continue
        for letter in run:
            if before and _is_apart(before, letter, least, spaces):
                grown.add(" ", before.x1, bold=before.bold and letter.bold)
            grown.add(letter.text, letter.x0, bold=letter.bold)
            before = letter
    return _composed(grown, letters)


def _composed(grown: _Text, letters: Sequence[Letter]) -> Piece:
    """The piece, accents put onto their letters where one sign holds both."""
    text, starts, bold = "".join(grown.text), grown.starts, grown.bold
    composed = unicodedata.normalize("NFC", text)
    if len(composed) != len(text):
        starts = starts[: len(composed)]
        bold = bold[: len(composed)]
    size = Counter(letter.size for letter in letters).most_common(1)[0][0]
    main = [letter.y for letter in letters if letter.size >= _SMALL * size]
    return Piece(composed, tuple(starts), tuple(bold), letters[-1].x1, median(main), size)


def _runs(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters of one size and foot together: a raised mark is a run of its own."""
    run: list[Letter] = []
    for letter in letters:
        if run and (_differs(run[-1].size, letter.size) or _differs(run[-1].y, letter.y)):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _differs(one: float, other: float) -> bool:
    return abs(one - other) > _ALIKE


def _is_lifted(before: Letter | None, letter: Letter) -> bool:
    if before is None or letter.size > _SMALL * before.size:
        return False
    return letter.foot - before.foot > _RAISED * before.size


def _word_gap(letters: Sequence[Letter]) -> float:
    """The least gap between two words, as a share of the size: wider where letters are spaced."""
    gaps = [_gap(a, b) / max(a.size, 1.0) for a, b in pairwise(letters)]
    usual = median(gaps) if len(gaps) >= _SPACED else 0.0
    return usual + _WORD_GAP if usual > _TIGHT else _WORD_GAP


def _is_apart(before: Letter, letter: Letter, least: float, spaces: Sequence[float]) -> bool:
    if _gap(before, letter) > least * min(before.size, letter.size):
        return True
    middle = (before.x0 + before.x1) / 2
    at = bisect_left(spaces, middle)
    return at < len(spaces) and spaces[at] < (letter.x0 + letter.x1) / 2
