"""Gathers the text of one line of thought: its words in bold, and how much of it is links."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from studyapp.reading.lined import Lined
from studyapp.reading.webpage.marks import unmarked
from studyapp.reading.webpage.tree import Element

_SPACE = re.compile(r"\s{2,}|[^\S ]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200d\u2060\ufeff]")
_BACK = re.compile(r"\s[\^↑↩]+\Z")
_BOLD = frozenset({"b", "strong"})


def tidy(text: Lined) -> Lined:
    """Text as a person sees it: single spaces, no invisible letters, no marks, no way back up."""
    text = unmarked(text.sub(_UNSEEN, "").sub(_SPACE, " ")).sub(_SPACE, " ").stripped()
    return text.sub(_BACK, "")


def is_link(element: Element) -> bool:
    """Whether an element leads elsewhere (an `a` without a target is only a place)."""
    return element.name == "a" and "href" in element.attributes


@dataclass(frozen=True, slots=True)
class Run:
    """Text without a break: the words in bold, and how many of its letters are links."""

    lined: Lined
    bold: tuple[str, ...] = ()
    linked: int = 0

    @staticmethod
    def joined(runs: Sequence["Run"], glue: str) -> "Run":
        """The first run, the glue, and the others with spaces between."""
        first, rest = runs[0], Lined.joined([run.lined for run in runs[1:]])
        bold = tuple(words for run in runs for words in run.bold)
        return Run(Lined.joined([first.lined, rest], glue), bold, sum(run.linked for run in runs))

    @property
    def text(self) -> str:
        """The run's text."""
        return self.lined.text

    @property
    def is_links(self) -> bool:
        """Whether it is made of links, but for a word or two."""
        return self.linked * 5 >= _letters(self.text) * 4 > 0


@dataclass(frozen=True, slots=True)
class _Piece:
    lined: Lined
    bold: bool
    linked: bool


class Runs:
    """The run that is open, and whether the walk is inside bold text or a link."""

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self.bold = 0
        self.links = 0
        self.broken = False

    def add(self, text: Lined) -> None:
        """Text that follows without a break."""
        self.pieces.append(_Piece(text, self.bold > 0, self.links > 0))
        self.broken = self.broken and not text.text.strip()

    def enter(self, element: Element) -> None:
        """An element opens within the run; the break of a line is a space."""
        self.bold += element.name in _BOLD
        self.links += is_link(element)
        if element.name == "br" and self.pieces:
            self.add(Lined.of(" ", self.pieces[-1].lined.at[-1]))
            self.broken = True

    def leave(self, element: Element) -> None:
        """An element closes."""
        self.bold -= element.name in _BOLD
        self.links -= is_link(element)

    def is_second_break(self, element: Element) -> bool:
        """Whether an element is a break right after a break, which parts paragraphs."""
        return element.name == "br" and self.broken

    def take(self) -> Run:
        """The run that ends here; its text is empty when there was none."""
        pieces, self.pieces, self.broken = self.pieces, [], False
        whole = tidy(Lined.joined((piece.lined for piece in pieces), glue=""))
        linked = sum(_letters(piece.lined.text) for piece in pieces if piece.linked)
        return Run(whole, tuple(_emphasised(pieces)) if whole.text else (), linked)


def _emphasised(pieces: Iterable[_Piece]) -> list[str]:
    groups = groupby(pieces, key=lambda piece: piece.bold)
    joined = [Lined.joined((p.lined for p in group), glue="") for bold, group in groups if bold]
    return [words.text for words in map(tidy, joined) if words.text]


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
