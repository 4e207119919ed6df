"""Where facts come from: a `Source` described, and a `Document` read into `Passage`s."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from typing import NewType

SourceId = NewType("SourceId", str)
"""The file name of a document; unique within a deck."""


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """A closed range of lines of a document, counted from 1."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            msg = f"not a range of lines: {self.first} to {self.last}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        if self.first == self.last:
            return f"line {self.first}"
        return f"lines {self.first}\N{EN DASH}{self.last}"

    def joined(self, other: "Lines") -> "Lines":
        """The smallest range that holds both."""
        return Lines(min(self.first, other.first), max(self.last, other.last))


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a citation names it. Empty text means 'not given on the page'.

    `page_kind` says what sort of page it is ('hospital page for patients'), `reviewed` when
    the page says it was last reviewed (as written there), `notice` anything the page itself
    says about its review ('pending human review'), `sha256` is the hash of the file's bytes.
    """

    id: SourceId
    title: str
    publisher: str = ""
    page_kind: str = ""
    reviewed: str = ""
    notice: str = ""
    sha256: str = ""


class Layout(StrEnum):
    """How a passage stands on its page."""

    PROSE = "prose"
    ITEM = "item"
    ROW = "row"


_OFFSET = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document with the whole context that gives it its meaning.

    `text` is the passage cleaned of citation marks and joined over broken lines; `breaks`
    are pairs of an offset in `text` and the line on which the text stands from there on, and
    `sentences` the (start, end) of each sentence that speaks of the document's matter (what
    speaks of the site, its owner or its reader is left out).
    `headings` is the path of headings above it, outermost first. `lead_in` is the sentence
    that opens the list the passage is an item of, `lead_in_before` the sentence before that one
    in its paragraph, `siblings` are all items of that list in
    order (this one included) and `index` is its place among them. `label` is what stands
    before a colon or dash at the head ('Bladder' in 'Bladder: 5%'), and `body` the offset in
    `text` at which the words after the label begin. `emphasis` holds the words set in bold.
    A row of a table has its `cells` and, where the table has a header, its `columns`.
    """

    source_id: SourceId
    headings: tuple[str, ...]
    text: str
    breaks: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    layout: Layout = Layout.PROSE
    label: str = ""
    body: int = 0
    lead_in: str = ""
    lead_in_lines: Lines | None = None
    lead_in_before: str = ""
    siblings: tuple[str, ...] = ()
    sibling_lines: tuple[Lines, ...] = ()
    index: int = 0
    emphasis: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def lines_of(self, start: int, end: int) -> Lines:
        """The lines on which `text[start:end]` stands."""
        first = self.breaks[bisect_right(self.breaks, start, key=_OFFSET) - 1][1]
        last = self.breaks[bisect_right(self.breaks, max(start, end - 1), key=_OFFSET) - 1][1]
        return Lines(min(first, last), max(first, last))

    @property
    def lines(self) -> Lines:
        """The lines on which the whole passage stands."""
        return self.lines_of(0, len(self.text))


@dataclass(frozen=True)
class Document:
    """A document as read: its lines as they stand in the file, and its passages in order.

    `subject` is what the document as a whole is about ('aortic stenosis'), found from its
    title and recurring words; empty when it could not be resolved. `pages` are the lines on
    which its pages begin, for formats that have pages.
    """

    source: Source
    lines: tuple[str, ...]
    passages: tuple[Passage, ...]
    subject: str = ""
    pages: tuple[int, ...] = ()

    @cached_property
    def page(self) -> str:
        """The whole raw text. Its lines are joined once, though every card asks for it."""
        return "\n".join(self.lines)

    @cached_property
    def headings(self) -> frozenset[str]:
        """Every heading that a passage stands under."""
        return frozenset(heading for passage in self.passages for heading in passage.headings)

    def near(self, ranges: Iterable[Lines]) -> tuple[Passage, ...]:
        """The passages on some lines, and those of lists that are announced there, in order."""
        end = len(self.lines)
        lines = (n for one in ranges for n in range(one.first, min(one.last, end) + 1))
        found = {index for line in lines for index in self._passages_by_line.get(line, ())}
        return tuple(self.passages[index] for index in sorted(found))

    @cached_property
    def _passages_by_line(self) -> dict[int, list[int]]:
        """Made once, so that a long document costs each of its cards no more than a short one."""
        found: dict[int, list[int]] = {}
        for index, passage in enumerate(self.passages):
            lines = {*range(passage.breaks[0][1], passage.breaks[-1][1] + 1)}
            if passage.lead_in_lines is not None:
                lines.add(passage.lead_in_lines.first)
            for line in lines:
                found.setdefault(line, []).append(index)
        return found

    def page_of(self, line: int) -> int | None:
        """The page on which a line stands, from 1 on; None for a document without pages."""
        return bisect_right(self.pages, line) or None

    def text(self, lines: Lines) -> str:
        """The raw text of a range of lines, joined by newlines; lines beyond the end are cut."""
        return "\n".join(self.lines[lines.first - 1 : lines.last])
