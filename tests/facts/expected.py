"""Reads `NAME.expected`: what cards a document must give, and what no card may say or cite.

The form is described in README.md, for people who add cases without knowing Python.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from studyapp.model import Card, Lines

_CARD = re.compile(r"Q: (?P<question>.+?) \| A: (?P<answer>.+?) \| lines? (?P<lines>[\d, -]+)")
_NO = re.compile(r"NO: (?P<words>.+)")
_NONE = re.compile(r"NONE: (?P<lines>[\d, -]+)")


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of a document: cards as they are shown, forbidden words and lines."""

    cards: tuple[str, ...]
    words: tuple[str, ...]
    lines: tuple[Lines, ...]


def read_expected(path: Path) -> Expected:
    """What a file expects. Raises ValueError that names the line for one it does not know."""
    cards: list[str] = []
    words: list[str] = []
    lines: list[Lines] = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if card := _CARD.fullmatch(text):
            cards.append(_shown(card["question"], card["answer"], _ranges(card["lines"])))
        elif no := _NO.fullmatch(text):
            words.append(no["words"].casefold())
        elif none := _NONE.fullmatch(text):
            lines.extend(_ranges(none["lines"]))
        elif text and not text.startswith("#"):
            msg = f"{path.name}:{number}: neither a Q with an A and lines, nor NO, nor NONE"
            raise ValueError(msg)
    return Expected(tuple(cards), tuple(words), tuple(lines))


def _ranges(text: str) -> tuple[Lines, ...]:
    ends = [[int(end) for end in part.split("-")] for part in text.split(",")]
    return tuple(Lines(numbers[0], numbers[-1]) for numbers in ends)


def _shown(question: str, answer: str, lines: tuple[Lines, ...]) -> str:
    numbers = ", ".join(str(one).removeprefix("lines ").removeprefix("line ") for one in lines)
    return f"Q: {question} | A: {answer} | lines {numbers.replace('–', '-')}"


def shown(card: Card) -> str:
    """A card as a line of an `.expected` file."""
    return _shown(card.question, card.answer, tuple(c.lines for c in card.citations))
