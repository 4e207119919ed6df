"""A stretch of a line between two gaps."""

from dataclasses import dataclass

from studyapp.reading.lined import Lined

CLOSING = 8
"""A gap of so many spaces before a bullet or a text ends an inner list."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a line, how wide the gap before it is, and whether a bullet opens it."""

    lined: Lined
    gap: int
    item: bool

    @property
    def text(self) -> str:
        """Its text."""
        return self.lined.text
