"""The line that says where a claim stands: `> FILE · Heading › Subheading · lines 3–4`."""

import re

from studyapp.deckfile.escapes import escape, split, unescape
from studyapp.deckfile.line import Line
from studyapp.model import Citation, Lines, SourceId

_PART, _STEP = "·", "›"
_PLACE = re.compile(r"(?:page ([0-9]{1,9}), )?lines? ([0-9]{1,9})(?:\s?[-–]\s?([0-9]{1,9}))?")
_QUOTE = "quote:"
_SHAPE = "Write it as '> FILE · Heading › Subheading · lines 3–4', heading as in the document."


def format_locator(citation: Citation) -> str:
    """The locator of a citation, one line."""
    parts = [escape(citation.source_id, _PART)]
    if citation.headings:
        parts.append(f" {_STEP} ".join(escape(h, _PART + _STEP) for h in citation.headings))
    page = "" if citation.page is None else f"page {citation.page}, "
    parts.append(f"{page}{citation.lines}")
    if citation.quote:
        parts.append(f"{_QUOTE} {escape(citation.quote, _PART)}")
    return f"> {f' {_PART} '.join(parts)}"


def parse_locator(line: Line) -> Citation:
    """The citation in a line that begins with `>`.

    Raises StudyappError when the line has another shape or names no lines.
    """
    source, *middle = split(line.text.lstrip(" \t")[1:], _PART)
    quote = middle.pop()[len(_QUOTE) :] if middle and middle[-1].startswith(_QUOTE) else ""
    if len(middle) not in {1, 2}:
        message = "This locator has not the parts file, heading and lines."
        line.refuse(message, _SHAPE)
    place = _PLACE.fullmatch(middle[-1])
    if place is None:
        message = f"'{middle[-1]}' does not say which lines of the document."
        line.refuse(message, _SHAPE)
    headings = split(middle[0], _STEP) if middle[1:] else ()
    return Citation(
        source_id=SourceId(unescape(source)),
        headings=tuple(unescape(heading) for heading in headings),
        lines=_lines(place, line),
        page=int(place[1]) if place[1] else None,
        quote=unescape(quote.strip(" \t")),
    )


def _lines(place: re.Match[str], line: Line) -> Lines:
    first, last = int(place[2]), int(place[3] or place[2])
    if not 1 <= first <= last:
        message = f"There are no lines {first} to {last}: lines count upwards from 1."
        line.refuse(message, "Give the first line, then the last.")
    return Lines(first, last)
