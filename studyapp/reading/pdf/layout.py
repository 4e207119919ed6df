"""What stands on a page of a PDF, from single letters to lines in reading order.

Measures are in points; y grows upwards and is a base line, not the foot of a letter's box.
"""

import re
from dataclasses import dataclass
from functools import cached_property

MARKER = re.compile(
    r"(?P<sign>[•‣◦▪●·▫■□◆➢➤✓✔\uf0b7\uf0a7\uf0d8\uf076-])|(?P<dash>[–—*+-])|(?P<ring>o)"
    r"|\(?(?P<number>\d{1,2})[.)]|\(?(?P<letter>[a-z])[.)]"
)
"""What opens an item of a list."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; `foot` is the lower edge of its box, which tells raised letters."""

    text: str
    x0: float
    x1: float
    y: float
    foot: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule, or an edge of a frame."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as the file gives it; `pictures` counts the images on it."""

    height: float
    letters: tuple[Letter, ...]
    rules: tuple[Rule, ...]
    pictures: int


@dataclass(frozen=True)
class Piece:
    """Text without a wide gap inside; `starts` and `bold` are given for each character."""

    text: str
    starts: tuple[float, ...]
    bold: tuple[bool, ...]
    x1: float
    y: float
    size: float

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.starts[0]

    @cached_property
    def first_word(self) -> float:
        """The width of the first word."""
        end = self.text.find(" ")
        return (self.x1 if end < 0 else self.starts[end]) - self.x0

    @cached_property
    def marker(self) -> re.Match[str] | None:
        """The marker of an item that the text begins with."""
        found = MARKER.match(self.text)
        return found if found and self.text[found.end() : found.end() + 1] == " " else None

    @property
    def body(self) -> float:
        """The left edge of the text after the marker."""
        return self.starts[self.marker.end() + 1] if self.marker else self.x0


@dataclass(frozen=True)
class Line:
    """A line of text: its number in the document, its page (from 0 on), its column's edges."""

    number: int
    page: int
    pieces: tuple[Piece, ...]
    left: float
    right: float
    column: tuple[int, int]

    @cached_property
    def text(self) -> str:
        """The line's text, its pieces joined by spaces."""
        return " ".join(piece.text for piece in self.pieces)

    @cached_property
    def bold(self) -> tuple[bool, ...]:
        """For each character of the text, whether it is set in bold."""
        flags: list[bool] = []
        for piece in self.pieces:
            flags.extend([piece.bold[0] and flags[-1]] if flags else [])
            flags.extend(piece.bold)
        return tuple(flags)

    @property
    def all_bold(self) -> bool:
        """Whether all of it is in bold."""
        return all(flag for flag, c in zip(self.bold, self.text, strict=True) if c.isalnum())

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.pieces[-1].x1

    @property
    def y(self) -> float:
        """The base line."""
        return self.pieces[0].y

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size
