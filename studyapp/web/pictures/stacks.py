"""Lying bars of parts, each under its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyapp.web.pictures.axis import WIDTH, cut, width_of

ROW = 42.0
_NAME, _TOP, _HEIGHT = 14.0, 20.0, 15.0
_ROOM_FOR_TOTAL = 74.0
_LEAST, _PADDING = 2.0, 12.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: what kind it is, how many, and whether the number fits into it."""

    kind: str
    x: float
    width: float
    count: int
    fits: bool

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Stack:
    """A row of the picture: a name, a total in words, and the parts."""

    y: float
    name: str
    short: str
    total: str
    parts: tuple[Part, ...]

    @property
    def base(self) -> float:
        """Where the name stands."""
        return self.y + _NAME

    @property
    def top(self) -> float:
        """Where the bar begins."""
        return self.y + _TOP


@dataclass(frozen=True, slots=True)
class Stacks:
    """The rows, their bars all `thick`, in a picture so high."""

    rows: tuple[Stack, ...]
    kinds: tuple[str, ...]
    height: float
    thick: float = _HEIGHT


def stacks(kinds: tuple[str, ...], rows: Sequence[tuple[str, str, tuple[int, ...]]]) -> Stacks:
    """Rows of (name, total in words, a number for each kind); every bar is as long."""
    drawn = tuple(
        Stack(
            y=ROW * place,
            name=name,
            short=cut(name, WIDTH - _ROOM_FOR_TOTAL),
            total=total,
            parts=_parts(kinds, counts),
        )
        for place, (name, total, counts) in enumerate(rows)
    )
    return Stacks(drawn, kinds, ROW * len(drawn))


def _parts(kinds: tuple[str, ...], counts: tuple[int, ...]) -> tuple[Part, ...]:
    """The parts that hold any, each wide enough to be seen."""
    held = [(kind, count) for kind, count in zip(kinds, counts, strict=True) if count]
    spare = WIDTH - _LEAST * len(held)
    parts, x = list[Part](), 0.0
    for kind, count in held:
        width = _LEAST + spare * count / sum(counts)
        fits = width >= width_of(str(count)) + _PADDING
        parts.append(Part(kind, round(x, 1), round(width, 1), count, fits))
        x += width
    return tuple(parts)
