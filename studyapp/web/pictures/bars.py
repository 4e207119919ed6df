"""Upright bars: days, hours, ratings."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyapp.web.pictures.axis import WIDTH, Word, fitting, width_of, within

TOP, BASE = 22.0, 132.0
_GAP_SHARE = 0.22
_WIDEST = 56.0
_LOW, _LIFT = 3.0, 5.0
_SAMPLE = 20.0
_FEW, _MANY = 8, 31


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with the name and the value that it stands for.

    `shown` is the value where it is written, at `level`: over the bar, and over its neighbours
    if it reaches above them.
    """

    x: float
    y: float
    width: float
    height: float
    name: str
    value: str
    shown: Word | None
    level: float
    lead: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A level line, and over all bars, beside a `sample` of the line, what it says.

    They stand at the end that the highest bar leaves free.
    """

    y: float
    word: Word
    sample: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from left to right, the words under them, and a level line."""

    bars: tuple[Bar, ...]
    words: tuple[Word, ...]
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What one bar is to show: its name, its value, and the value as text.

    `under`: the word under it, if there is room. `lead` marks a bar that stands out.
    """

    name: str
    value: float
    text: str
    under: str = ""
    lead: bool = False


def bars(entries: Sequence[Entry], level: tuple[float, str] | None = None) -> Bars:
    """Bars as high as their values, the highest as high as the picture; and a level line."""
    most = max([one.value for one in entries] + ([level[0]] if level else []), default=0)
    slot = WIDTH / max(len(entries), 1)
    width = min(slot * (1 - _GAP_SHARE), _WIDEST)
    middles = [slot * (place + 0.5) for place in range(len(entries))]
    heights = [(BASE - TOP) * one.value / most if most else 0.0 for one in entries]
    shown = _shown(entries, middles, heights, slot)
    drawn = tuple(
        Bar(
            x=round(middle - width / 2, 2),
            y=round(BASE - height, 1),
            width=round(width, 2),
            height=round(height, 1),
            name=one.name,
            value=one.text,
            shown=within(middle, one.text) if place in shown else None,
            level=round(BASE - max(_beside(place, heights, one.text, slot)) - _LIFT, 1),
            lead=one.lead,
        )
        for place, (one, middle, height) in enumerate(zip(entries, middles, heights, strict=True))
    )
    line = None if level is None else (level[0] * (BASE - TOP) / most if most else 0, level[1])
    return Bars(drawn, _words(entries, middles), _line(line, heights))


def _shown(
    entries: Sequence[Entry], middles: list[float], heights: list[float], slot: float
) -> set[int]:
    """Whose value is written: all if they are few, else the peaks, the highest first.

    Of very many, whose bars are narrower than a digit, only the highest.
    """
    places = range(len(entries))
    order = sorted(places, key=lambda place: (not entries[place].lead, -heights[place]))
    texts = [one.text for one in entries]
    if len(entries) > _MANY:
        order = order[:1]
    elif len(entries) > _FEW:
        order = [
            place
            for place in order
            if entries[place].lead or _peak(place, heights, texts[place], slot)
        ]
    return fitting(middles, texts, order)


def _peak(place: int, heights: list[float], text: str, slot: float) -> bool:
    """Whether a text over this bar would stand on no higher one."""
    return heights[place] >= max(*_beside(place, heights, text, slot), _LOW)


def _beside(place: int, heights: list[float], text: str, slot: float) -> list[float]:
    """The heights of this bar and of those that a text over it reaches."""
    reach = int(width_of(text) / 2 / slot + 0.5)
    return heights[max(0, place - reach) : place + reach + 1]


def _words(entries: Sequence[Entry], middles: list[float]) -> tuple[Word, ...]:
    named = [place for place, one in enumerate(entries) if one.under]
    order = named if len(named) <= _FEW else [*named[:1], *named[:0:-1]]
    fit = fitting(middles, [one.under for one in entries], order)
    return tuple(within(middles[place], entries[place].under) for place in sorted(fit))


def _line(level: tuple[float, str] | None, heights: list[float]) -> Line | None:
    if level is None or not any(heights):
        return None
    value, text = level
    early = heights.index(max(heights)) < len(heights) / 2
    sample = _SAMPLE + width_of(text)
    word = Word(WIDTH, text, "end") if early else Word(_SAMPLE, text, "start")
    return Line(round(BASE - value, 1), word, WIDTH - sample if early else 0.0)
