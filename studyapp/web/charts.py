"""Two small pictures of Today as geometry: the next seven days, and the days studied."""

from dataclasses import dataclass

from studyapp.study import DayLoad

WIDTH = 350
_TOP = 24
_BASE = 104
_BAR = 34
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """One day's bar, in the units of the drawing."""

    x: float
    y: float
    height: float
    width: int
    value: int
    label: str
    highest: bool

    @property
    def middle(self) -> float:
        """Where the bar's texts stand."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Dot:
    """One day studied or not, in the units of the drawing."""

    x: int
    y: int
    studied: bool


def bars(days: tuple[DayLoad, ...]) -> tuple[Bar, ...]:
    """A bar a day, the busiest of them the full height; no bar for a day with nothing."""
    most = max((day.count for day in days), default=0)
    gap = (WIDTH - _BAR * len(days)) / max(len(days) - 1, 1)
    first_highest = next((i for i, day in enumerate(days) if day.count == most), -1)
    return tuple(
        _bar(index * (_BAR + gap), day, most, highest=most > 0 and index == first_highest)
        for index, day in enumerate(days)
    )


def _bar(x: float, day: DayLoad, most: int, *, highest: bool) -> Bar:
    height = (_BASE - _TOP) * day.count / most if most else 0
    label = f"{day.day:%a}"
    return Bar(
        round(x, 1), round(_BASE - height, 1), round(height, 1), _BAR, day.count, label, highest
    )


def dots(days: tuple[DayLoad, ...]) -> tuple[Dot, ...]:
    """Weeks as rows, oldest on top, the last day last."""
    return tuple(
        Dot(25 + 50 * (index % _WEEK), 28 + 22 * (index // _WEEK), day.count > 0)
        for index, day in enumerate(days)
    )
