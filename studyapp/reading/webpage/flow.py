"""Turns the content of a page into blocks: headings, paragraphs, items and rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.boilerplate import is_noise_line
from studyapp.reading.lined import Lined
from studyapp.reading.webpage.run import Run, Runs
from studyapp.reading.webpage.tables import rows_of
from studyapp.reading.webpage.tree import HEADINGS, LISTS, Element, Enter, walk

_SENTENCE = re.compile(r"[.!?:;][\"”’)]*$")
_BULLET = re.compile(r"(?:^|\s)[•▪◦‣●]\s+")
_BOXES = frozenset({*HEADINGS, "table"})
_LABEL_WORDS = 9
_TITLE_WORDS = 10
_NOISE_WORDS = 8
_HEADING_WORDS = 30
_LONGEST_QUESTION = 250
_DEEPEST_HEADING = 6


def blocks_of(root: Element, level: int = 1) -> tuple[Block, ...]:
    """The blocks under an element in the order of the page, below a heading of a level."""
    return _flowed(root, _Flow(level))


def _flowed(root: Element, flow: "_Flow") -> tuple[Block, ...]:
    for step in walk(root, flow.takes):
        if isinstance(step, Lined):
            flow.runs.add(step)
        elif isinstance(step, Enter):
            flow.enter(step.element)
        else:
            flow.leave(step.element)
    flow.end_run()
    return tuple(flow.out)


def _cell_text(cell: Element) -> Lined:
    """The text of a cell on one line; what is listed in it set off by semicolons."""
    blocks = _flowed(cell, _Flow(1, in_cell=True))
    pieces = [block.lined for block in blocks[:1]]
    for before, block in pairwise(blocks):
        listed = before.kind is block.kind is BlockKind.ITEM and before.text[-1].isalnum()
        pieces += [Lined.of("; " if listed else " ", before.lined.at[-1]), block.lined]
    return Lined.joined(pieces, glue="")


@dataclass(slots=True)
class _Holder:
    """An item, a term or a definition while it is open: its own text, then what is inside it."""

    element: Element
    own: list[Run] = field(default_factory=list)
    inner: list[Block] = field(default_factory=list)

    def joined(self) -> Run:
        """The item's own text in one; a short bold line at its head becomes its label."""
        told = [run for run in self.own if not run.is_links] or self.own
        head = told[0].text
        named = len(told) > 1 and told[0].bold == (head,) and _is_short(head, _LABEL_WORDS)
        named = named and not head.endswith("?")
        return Run.joined(told, ": " if named else " ")


@dataclass(slots=True)
class _List:
    """A list while it is open. A list of whole sections only frames them: it is no list.

    `terms` are the terms of a definition list that wait for their definition, `used` whether
    they have had one, `asked` whether they are a question that stands as a heading.
    """

    frames: bool
    terms: list[Run] = field(default_factory=list)
    used: bool = False
    asked: bool = False


class _Flow:
    """One walk over the content: the run of text that is open, and the lists around it."""

    def __init__(self, level: int, *, in_cell: bool = False) -> None:
        self.out: list[Block] = []
        self.runs = Runs()
        self.holders: list[_Holder] = []
        self.lists: list[_List] = []
        self.level = level
        self.heading = 0
        self.asks = False
        self.in_cell = in_cell

    def takes(self, element: Element) -> bool:
        """Whether the flow has read a whole element at once: a table of data."""
        if element.name != "table":
            return False
        rows = rows_of(element, _cell_text)
        if rows is None:
            return False
        self.end_run()
        for block in rows:
            self.emit(block)
        return True

    def enter(self, element: Element) -> None:
        if element.breaks or self.runs.is_second_break(element):
            self.end_run()
        self.runs.enter(element)
        if element.name in LISTS or element.name == "dl":
            self.lists.append(_List(frames=_frames(element)))
        elif level := self._heading_level(element):
            self.heading = level
        elif element.name == "li" and _asks(element):
            self.asks = True
        elif self._holds(element):
            self.holders.append(_Holder(element))

    def _heading_level(self, element: Element) -> int:
        """The depth of the heading that an element is; 0 for what is none."""
        if element.name in HEADINGS:
            return int(element.name[1])
        if element.attributes.get("role") == "heading":
            told = element.attributes.get("aria-level", "")
            return int(told) if told in {"1", "2", "3", "4", "5", "6"} else 2
        return min(self.level + 1, _DEEPEST_HEADING) if element.name == "summary" else 0

    def _holds(self, element: Element) -> bool:
        if self.lists and self.lists[-1].frames:
            return False
        if element.name == "li":
            return True
        asked = element.name == "dd" and bool(self.lists) and self.lists[-1].asked
        return element.name in {"dt", "dd"} and bool(self.lists) and not asked

    def leave(self, element: Element) -> None:
        if element.breaks:
            self.end_run()
        self.runs.leave(element)
        if element.name in LISTS or element.name == "dl":
            self._terms_alone(self.lists.pop())
        elif self.heading and self._heading_level(element):
            self.heading = 0
        elif self.holders and self.holders[-1].element is element:
            self._close(self.holders.pop())

    def _close(self, holder: _Holder) -> None:
        if holder.element.name == "dt":
            self._term(holder, self.lists[-1])
            return
        runs = [holder.joined()] if holder.own else []
        if holder.element.name == "dd":
            runs = _defined(self.lists[-1], runs)
        if runs:
            self.emit(self._item(runs[0]))
        for block in holder.inner:
            self.emit(block)

    def _item(self, run: Run) -> Block:
        level = max(0, sum(not one.frames for one in self.lists) - 1)
        return Block(BlockKind.ITEM, run.lined, level=level, emphasis=run.bold)

    def _term(self, holder: _Holder, listed: _List) -> None:
        if listed.used or listed.asked:
            listed.terms, listed.used, listed.asked = [], False, False
        term = holder.joined() if holder.own else None
        if term and term.text.endswith("?"):
            self._terms_alone(listed)
            listed.asked = True
            self.emit(self._heading(term, below=1))
        elif term:
            listed.terms.append(term)

    def _terms_alone(self, listed: _List) -> None:
        """Terms that the page never defines are items by themselves."""
        if not listed.used:
            for term in listed.terms:
                self.emit(self._item(term))
        listed.terms = []

    def _heading(self, run: Run, below: int) -> Block:
        """A line that heads what follows, so much deeper than the last true heading."""
        level = min(self.level + below, _DEEPEST_HEADING)
        return Block(BlockKind.HEADING, run.lined, level=level)

    def emit(self, block: Block) -> None:
        (self.holders[-1].inner if self.holders else self.out).append(block)

    def end_run(self) -> None:
        run = self.runs.take()
        if not run.text:
            return
        if self.heading and len(run.text.split()) <= _HEADING_WORDS:
            self.level = self.heading
            self.emit(Block(BlockKind.HEADING, run.lined, level=self.heading))
        elif self.asks:
            self.asks = False
            self.emit(self._heading(run, below=1))
        elif self.holders:
            self.holders[-1].own.append(run)
        else:
            for block in self._prose(run):
                self.emit(block)

    def _prose(self, run: Run) -> Iterator[Block]:
        """A paragraph; a bold line alone is a heading, lines with bullets are items."""
        if not self.in_cell and self._is_stray(run):
            return
        start = _BULLET.search(run.text)
        asks = run.text.endswith("?")
        words = _HEADING_WORDS if asks else _TITLE_WORDS
        if run.bold == (run.text,) and _is_short(run.text, words) and not self.in_cell:
            yield self._heading(run, below=1 if asks else 2)
        elif start and (start.start() == 0 or len(_BULLET.findall(run.text)) > 1):
            yield from _bulleted(run)
        else:
            yield Block(BlockKind.PROSE, run.lined, emphasis=run.bold)

    def _is_stray(self, run: Run) -> bool:
        """Whether a paragraph is a link to elsewhere or a word of the site's own."""
        announced = bool(self.out) and self.out[-1].text.endswith(":")
        if run.is_links and not _SENTENCE.search(run.text):
            return not announced
        return len(run.text.split()) <= _NOISE_WORDS and is_noise_line(run.text)


def _frames(listed: Element) -> bool:
    """Whether a list only lays out sections: its own items hold headings or tables."""

    def skip(element: Element) -> bool:
        return element is not listed and (element.name in LISTS or element.name == "dl")

    return any(
        isinstance(step, Enter) and step.element.name in _BOXES for step in walk(listed, skip)
    )


def _asks(item: Element) -> bool:
    """Whether an item is a question with its answer: it heads a section of its own."""
    asked = ""
    for step in walk(item):
        if isinstance(step, Lined):
            asked += step.text
        elif isinstance(step, Enter) and step.element.breaks and asked.strip():
            return asked.rstrip().endswith("?") and "?" not in asked.rstrip()[:-1]
        if len(asked) > _LONGEST_QUESTION:
            return False
    return False


def _defined(listed: _List, runs: Sequence[Run]) -> list[Run]:
    """A definition behind its terms: 'term: definition'."""
    if not listed.terms:
        return list(runs)
    listed.used = True
    term = Run.joined(listed.terms, ", ")
    return [Run.joined([term, *runs], " " if term.text.endswith(":") else ": ")]


def _is_short(text: str, words: int) -> bool:
    ends = _SENTENCE.search(text) is not None and not text.endswith("?")
    return len(text.split()) <= words and not ends


def _bulleted(run: Run) -> Iterator[Block]:
    end, kind = 0, BlockKind.PROSE
    for match in [*_BULLET.finditer(run.text), None]:
        piece = run.lined[end : match.start() if match else len(run.text)].stripped()
        if piece.text:
            bold = tuple(words for words in run.bold if words in piece.text)
            level = 0 if kind is BlockKind.ITEM else None
            yield Block(kind, piece, level=level, emphasis=bold)
        end, kind = match.end() if match else 0, BlockKind.ITEM
