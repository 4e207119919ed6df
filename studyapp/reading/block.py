"""What every reader turns a file into: a flat run of `Block`s, in the order of the page."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.reading.lined import Lined

RUN_IN = 9
"""The level of a heading that runs into its text: it governs its own paragraph and no more."""


class BlockKind(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    PROSE = "prose"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table row, cleaned, with its line numbers.

    `level` is the depth of a heading (1 the page's title) or of an item (0 outermost); None
    for a heading whose depth the format does not tell. `emphasis` holds the words that the
    page sets in bold. `cells` holds the cells of a table row.
    """

    kind: BlockKind
    lined: Lined
    level: int | None = None
    emphasis: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The block's text."""
        return self.lined.text
