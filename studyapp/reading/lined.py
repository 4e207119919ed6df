"""Text that remembers on which line of the file each of its characters stands."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studyapp.model import Lines


@dataclass(frozen=True, slots=True)
class Lined:
    """A string and, for each of its characters, the number of its line (from 1).

    Cleaning and joining keep the line numbers, so a citation stays exact however much
    markup, citation marks or line breaks were taken away on the way.
    """

    text: str
    at: tuple[int, ...]

    @staticmethod
    def of(text: str, line: int) -> "Lined":
        """A string that stands on one line."""
        return Lined(text, (line,) * len(text))

    @staticmethod
    def joined(pieces: Iterable["Lined"], glue: str = " ") -> "Lined":
        """Pieces in order with `glue` between; the glue belongs to the line before it."""
        text: list[str] = []
        at: list[int] = []
        for piece in pieces:
            if not piece.text:
                continue
            if text:
                text.append(glue)
                at.extend([at[-1]] * len(glue))
            text.append(piece.text)
            at.extend(piece.at)
        return Lined("".join(text), tuple(at))

    def __getitem__(self, span: slice) -> "Lined":
        return Lined(self.text[span], self.at[span])

    def stripped(self) -> "Lined":
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : len(self.text.rstrip())]

    def sub(
        self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]
    ) -> "Lined":
        """Like `re.sub`, with `replacement` a plain string or a function of the match.

        Replaced text takes the line of the first character it replaces; where the
        replacement is one of the match's groups, that group keeps its own lines.
        """
        pieces: list[Lined] = []
        end = 0
        for match in pattern.finditer(self.text):
            pieces.append(self[end : match.start()])
            new = replacement if isinstance(replacement, str) else replacement(match)
            pieces.append(self._replaced(match, new))
            end = match.end()
        if not pieces:
            return self
        pieces.append(self[end:])
        return Lined.joined(pieces, glue="")

    def _replaced(self, match: re.Match[str], new: str) -> "Lined":
        for group in range(1, match.re.groups + 1):
            if new and match.group(group) == new:
                return self[slice(*match.span(group))]
        at = self.at[match.start()] if match.start() < len(self.at) else 1
        return Lined.of(new, at)

    @property
    def lines(self) -> Lines:
        """The lines the text stands on; the text must not be empty."""
        return Lines(min(self.at), max(self.at))
