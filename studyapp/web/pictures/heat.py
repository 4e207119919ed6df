"""Weeks of days: a square grows with the answers of its day."""

from dataclasses import dataclass
from datetime import date

from studyapp.statistics import Day, Days
from studyapp.web.pictures.axis import Word

_LEFT, _TOP, _SLOT = 27.0, 22.0, 12.7
_WEEK = 7
_SIZES = (0.0, 4.5, 6.5, 8.5, 10.5)
_MONTH = 30.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A day at its place; a square of some size, 0 for a day without answers."""

    x: float
    y: float
    size: float
    day: Day

    @property
    def left(self) -> float:
        """Where the square begins."""
        return round(self.x - self.size / 2, 2)

    @property
    def top(self) -> float:
        """Where the square begins."""
        return round(self.y - self.size / 2, 2)


@dataclass(frozen=True, slots=True)
class Shade:
    """A sample square, and the most answers that it stands for."""

    x: float
    size: float
    most: int


@dataclass(frozen=True, slots=True)
class Heat:
    """The days, the months over them, and what the sizes mean."""

    cells: tuple[Cell, ...]
    months: tuple[Word, ...]
    shades: tuple[Shade, ...]
    weekdays: tuple[tuple[float, str], ...]
    rings: bool


def heat(days: Days) -> Heat:
    """Days that begin with a Monday, a column for each week."""
    cells = tuple(
        Cell(
            x=round(_LEFT + _SLOT * (place // _WEEK + 0.5), 2),
            y=round(_TOP + _SLOT * (place % _WEEK + 0.5), 2),
            size=_SIZES[day.step],
            day=day,
        )
        for place, day in enumerate(days.days)
    )
    shades = tuple(
        Shade(_LEFT + 96 + 60.0 * place, _SIZES[place + 1], most)
        for place, most in enumerate(days.bounds)
    )
    names = tuple(
        (round(_TOP + _SLOT * (row + 0.5), 2), name)
        for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"))
    )
    rings = any(day.free for day in days.days)
    return Heat(cells, _months(cells), shades, names, rings)


def _months(cells: tuple[Cell, ...]) -> tuple[Word, ...]:
    """The name of each month over its first week; of two that are too close, the later one."""
    mondays = [(cell, date.fromordinal(cell.day.day)) for cell in cells[::_WEEK]]
    words = [
        Word(round(cell.x - _SLOT / 2, 2), f"{monday:%b}", "start")
        for place, (cell, monday) in enumerate(mondays)
        if not place or monday.month != mondays[place - 1][1].month
    ]
    if len(words) > 1 and words[1].x - words[0].x < _MONTH:
        del words[0]
    return tuple(words)
