"""A passage of a document with the words that give the answer marked."""

import re
from dataclasses import dataclass

from studyapp.study import PassageLine, PassageView

_DASHES = "-\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_QUOTES = "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"

_TOKEN = re.compile(r"\w+|[^\w\s]")
_BLANK_LINES = re.compile(r"(\n\s*\n)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the passage's text, marked or not."""

    text: str
    marked: bool


def marked(passage: PassageView, answer: str) -> tuple[Piece, ...]:
    """The passage in pieces, in order; together they are its text without blank ends.

    Marked is the answer where it stands in the cited lines as it is, and otherwise the cited
    lines as a whole.
    """
    lines = _without_blank_ends(passage.lines)
    text = "\n".join(line.text for line in lines)
    first, last = _cited_span(lines)
    found = _wording(answer).search(text, first, last) if answer.strip() else None
    start, end = found.span() if found else _trimmed(text, first, last)
    inner = _BLANK_LINES.split(text[start:end])
    marks = (Piece(part, marked=number % 2 == 0) for number, part in enumerate(inner))
    pieces = (Piece(text[:start], marked=False), *marks, Piece(text[end:], marked=False))
    return tuple(piece for piece in pieces if piece.text)


def _without_blank_ends(lines: tuple[PassageLine, ...]) -> tuple[PassageLine, ...]:
    written = [index for index, line in enumerate(lines) if line.text.strip()]
    return lines[written[0] : written[-1] + 1] if written else ()


def _cited_span(lines: tuple[PassageLine, ...]) -> tuple[int, int]:
    """Where the cited lines begin and end within the joined text."""
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for line in lines:
        if line.cited:
            starts.append(position)
            ends.append(position + len(line.text))
        position += len(line.text) + 1
    return (starts[0], ends[-1]) if starts else (0, 0)


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    inner = text[first:last]
    start = first + len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def _wording(answer: str) -> re.Pattern[str]:
    """The answer's words in order, whatever white space, dash or quote the page has."""
    words = r"\s*".join(_letters(token) for token in _TOKEN.findall(answer))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _letters(word: str) -> str:
    return "".join(_letter(letter) for letter in word)


def _letter(letter: str) -> str:
    if letter in _DASHES:
        return f"[{re.escape(_DASHES)}]"
    if letter in _QUOTES:
        return f"[{_QUOTES}]"
    return re.escape(letter)
