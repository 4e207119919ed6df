"""Knows the lines that are no part of the text: running heads, page numbers, footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyapp.reading.pdf.layout import Line

_EDGE = 0.12
_NEAR_EDGE = 3
_PAGE_NUMBER = re.compile(
    r"(?:page\s|p\.\s?)?[-–—\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\s]*(?:(?:of|/|\|)\s?\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$", re.ASCII)
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$")
_NOTE = re.compile(r"(?:\d{1,2}|[*†‡§a-d])[\s.)]?\s*(?=\S)|\[\d{1,2}\]")
_SMALL = 0.9
_SHARE = 0.4
_LEAST_PAGES = 2
_SAME_HEIGHT = 4
_PARTED = 1.5

_Key = tuple[str, int]


def outside_text(lines: Sequence[Line], heights: Sequence[float], body: float) -> frozenset[int]:
    """The numbers of the lines that are no text of the document, at the edges of pages mostly.

    A line that leads to a page by dots belongs to the table of contents.

    `heights` are the heights of the pages, `body` is the size of most of the text.
    """
    by_page: dict[int, list[Line]] = {}
    for line in sorted(lines, key=lambda line: -line.y):
        by_page.setdefault(line.page, []).append(line)
    edges = [edge for page, inside in by_page.items() for edge in _edges(inside, heights[page])]
    seen = Counter(key for edge in edges for line in edge.outer for key in set(_keys(line)))
    often = max(_LEAST_PAGES, _SHARE * len(by_page))
    running = {line.number for edge in edges for line in _running(edge, seen, often)}
    notes = (n for inside in by_page.values() for n in _footnotes(inside, running, body))
    contents = (line.number for line in lines if _CONTENTS.search(line.text))
    return frozenset(running.union(notes, contents))


@dataclass(frozen=True, slots=True)
class _Edge:
    """The lines in a page's upper or lower margin, outermost first, and the next one inside."""

    outer: Sequence[Line]
    inner: Line | None


def _edges(lines: Sequence[Line], height: float) -> Iterator[_Edge]:
    """The upper and the lower edge of a page, given its lines from top to bottom."""
    top = [line for line in lines[:_NEAR_EDGE] if line.y > height * (1 - _EDGE)]
    rest = lines[len(top) :]
    foot = [line for line in rest[-_NEAR_EDGE:] if line.y < height * _EDGE]
    yield _Edge(top, rest[0] if rest else None)
    inside = rest[: len(rest) - len(foot)]
    yield _Edge(foot[::-1], inside[-1] if inside else None)


def _running(edge: _Edge, seen: Counter[_Key], often: float) -> list[Line]:
    """The outer lines that other pages have as well; a wider gap parts them from the text."""
    found: list[Line] = []
    for line in edge.outer:
        repeated = any(seen[key] >= often for key in _keys(line))
        if not repeated and not _PAGE_NUMBER.fullmatch(line.text):
            break
        found.append(line)
    within = [*edge.outer[1:], edge.inner]
    while found and _touches(found[-1], within[len(found) - 1]):
        found.pop()
    return found


def _touches(line: Line, inner: Line | None) -> bool:
    if inner is None:
        return False
    return abs(line.y - inner.y) < _PARTED * max(line.size, inner.size)


def _keys(line: Line) -> tuple[_Key, ...]:
    """What a line says, figures aside, and its height: twice, for heights that differ a little.

    A head that names the chapter changes with it; its page number counts on all the same.
    """
    said = [_DIGITS.sub("#", line.text).casefold()]
    numbered = _NUMBERED.search(line.text)
    if numbered:
        said.append(f"page {int(numbered[0]) - line.page}")
    height = round(line.y / _SAME_HEIGHT)
    return tuple((one, height + step) for one in said for step in (0, 1))


def _footnotes(lines: Sequence[Line], running: set[int], body: float) -> list[int]:
    """Small print under all other text of a page, from the first line with a mark on."""
    kept = sorted((x for x in lines if x.number not in running), key=lambda line: line.y)
    notes: list[int] = []
    pending: list[int] = []
    for line in kept:
        if line.size > _SMALL * body:
            break
        pending.append(line.number)
        if _NOTE.match(line.text):
            notes += pending
            pending = []
    return notes if len(notes) < len(kept) else []
