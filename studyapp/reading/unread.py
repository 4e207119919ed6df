"""Tells what of a document is not read for facts, and why: what no passage holds, and noise."""

import re
from collections.abc import Iterator

from studyapp.language.sentences import sentence_spans
from studyapp.model import Document, Layout, Lines, Noise, Passage, Unread
from studyapp.reading.boilerplate import (
    is_closed_heading,
    is_noise_line,
    is_noise_sentence,
    opens_objectives,
)

_MARKS = re.compile(r"^[\s#>|*_\-=•·]+|[\s#|*_:]+$")


def unread(document: Document) -> tuple[Unread, ...]:
    """The lines and sentences that no rule reads, in order; blank lines are not told."""
    beside = _beside_passages(document)
    inside = (found for passage in document.passages for found in _inside(passage))
    return tuple(sorted((*beside, *inside), key=lambda one: one.lines))


def _beside_passages(document: Document) -> Iterator[Unread]:
    """The lines that no passage holds: headings, and what is not content."""
    read = {line for passage in document.passages for line in _lines_of(passage)}
    headings = {_plain(h) for passage in document.passages for h in passage.headings}
    heads = _heads(document, read, headings)
    closed = False
    for number, line in enumerate(document.lines, 1):
        text = _plain(line)
        if number in read or number in heads:
            closed = False
        if number in read or not line.strip():
            continue
        closed = closed or is_closed_heading(text) or opens_objectives(text)
        heading = number in heads or (text in headings and not closed)
        yield Unread(Lines(number, number), None if heading else _noise(text, closed=closed))


def _heads(document: Document, read: set[int], headings: set[str]) -> set[int]:
    """Headings with something below them that is read."""
    found: set[int] = set()
    above = False
    for number in range(len(document.lines), 0, -1):
        text = _plain(document.lines[number - 1])
        if above and text in headings and number not in read:
            found.add(number)
        elif text:
            above = number in read
    return found


def _lines_of(passage: Passage) -> Iterator[int]:
    yield from (line for _, line in passage.breaks)
    if passage.lead_in_lines:
        yield from range(passage.lead_in_lines.first, passage.lead_in_lines.last + 1)


def _plain(line: str) -> str:
    return " ".join(_MARKS.sub("", line).casefold().split())


def _noise(text: str, *, closed: bool) -> Noise:
    if not any(map(str.isalnum, text)) or is_noise_line(text):
        return Noise.NAVIGATION
    if closed:
        return Noise.CLOSED
    return Noise.SITE if is_noise_sentence(text) else Noise.OUTSIDE


def _inside(passage: Passage) -> Iterator[Unread]:
    """The sentences of a passage that speak of no matter of the document's.

    A row of a table is read by its cells.
    """
    if passage.layout is Layout.ROW:
        return
    kept = set(passage.sentences)
    for start, end in sentence_spans(passage.text):
        if (start, end) not in kept:
            said = passage.text[start:end]
            yield Unread(passage.lines_of(start, end), Noise.SITE, said)
