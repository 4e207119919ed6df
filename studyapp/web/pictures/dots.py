"""Dots about a diagonal: what was predicted across, what came upwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, sqrt

from studyapp.statistics import Group
from studyapp.web.pictures.axis import WIDTH, Word, width_of

_LEFT, _RIGHT, _TOP, _BASE = 42.0, WIDTH - 16.0, 16.0, 268.0
_LARGEST, _SMALLEST = 14.0, 3.5
_FEW_TICKS = 6


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot whose area is its number of reviews; `label` says how many, if there is room."""

    x: float
    y: float
    radius: float
    group: Group
    label: Word | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A percentage at its place across and upwards."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Dots:
    """The dots, largest first, and the frame: from (left, base) to (right, top)."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    left: float = _LEFT
    right: float = _RIGHT
    top: float = _TOP
    base: float = _BASE


def _first(groups: Sequence[Group]) -> float:
    """Where the scales begin: at the tenth below every mean."""
    least = min(min(one.predicted, one.actual) for one in groups)
    return min(floor(least * 10 + 1e-9) / 10, 0.8)


def dots(groups: Sequence[Group]) -> Dots:
    """A dot for each group."""
    first = _first(groups)
    most = max(one.reviews for one in groups)

    def across(value: float) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (value - first) / (1 - first), 1)

    def upwards(value: float) -> float:
        return round(_BASE - (_BASE - _TOP) * (value - first) / (1 - first), 1)

    drawn = list[Dot]()
    for one in sorted(groups, key=lambda group: -group.reviews):
        x, y = across(one.predicted), upwards(one.actual)
        radius = max(_LARGEST * sqrt(one.reviews / most), _SMALLEST)
        label = _label(x, y, radius, f"{one.reviews:,}", drawn)
        drawn.append(Dot(x, y, round(radius, 1), one, label))
    tens = range(round(first * 10), 11)
    marked = tens if len(tens) <= _FEW_TICKS else [ten for ten in tens if ten % 2 == 0]
    ticks = tuple(Tick(across(ten / 10), upwards(ten / 10), f"{ten * 10}%") for ten in marked)
    return Dots(tuple(drawn), ticks)


def _label(x: float, y: float, radius: float, text: str, others: Sequence[Dot]) -> Word | None:
    """The number to the left of a dot, above the diagonal's side; none where another is."""
    edge = x - radius - 3
    start = edge - width_of(text)
    for other in others:
        reach = other.radius + 8
        left = other.x - other.radius - (width_of(other.label.text) + 3 if other.label else 0)
        if abs(other.y - y) < reach and start < other.x + other.radius and edge > left:
            return None
    return Word(round(edge, 1), text, "end") if start > _LEFT else None
