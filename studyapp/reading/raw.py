"""What a reader makes of a file: its lines as a person sees them, and its blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from studyapp.model import Problem
from studyapp.reading.block import Block


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as read, before its blocks become passages.

    `lines` are the lines that citations count, from 1 on: of a text or HTML file its own lines
    (of HTML without the tags, the numbers unchanged), of a Word file its paragraphs, of a PDF
    the lines of text of all its pages. `pages` holds the line on which each page begins, for
    formats that have pages. `told` is what the file says of itself: 'title', 'publisher',
    'reviewed'.
    """

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    told: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
