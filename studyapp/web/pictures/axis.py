"""What all pictures share: their width, and which words fit side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 360

_LETTER = 7.0
_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Word:
    """A short text at a place; `anchor` is 'start', 'middle' or 'end'."""

    x: float
    text: str
    anchor: str = "middle"


def width_of(text: str) -> float:
    """About how wide a short text is drawn."""
    return len(text) * _LETTER


def cut(text: str, room: float) -> str:
    """A text that fits into so much room, its end left out if need be."""
    most = int(room / _LETTER)
    return text if len(text) <= most else text[: max(most - 1, 1)].rstrip() + "…"


def fitting(middles: Sequence[float], texts: Sequence[str], order: Sequence[int]) -> set[int]:
    """Which texts `within` the picture fit side by side, chosen in this order of importance."""
    taken = list[tuple[float, float]]()
    shown = set[int]()
    for one in order:
        half = width_of(texts[one]) / 2
        middle = min(max(middles[one], half), WIDTH - half)
        left, right = middle - half - _GAP, middle + half + _GAP
        if all(right <= start or left >= end for start, end in taken):
            taken.append((middle - half, middle + half))
            shown.add(one)
    return shown


def within(x: float, text: str) -> Word:
    """A text at a middle, moved inwards where it would leave the picture."""
    half = width_of(text) / 2
    if x < half:
        return Word(0, text, "start")
    return Word(WIDTH, text, "end") if x > WIDTH - half else Word(round(x, 1), text)
