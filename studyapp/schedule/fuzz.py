"""Fuzz: the days around an interval among which a card may as well come back.

Retrievability hardly changes within them, so cards that were learned together need not stay
together. The bounds are those of Anki (`fuzz.rs` in its scheduler, and py-fsrs): none below
2.5 days, above it a day and 15% of the days from 2.5 to 7, 10% of those from 7 to 20 and 5% of
the rest, in each direction.
"""

from dataclasses import dataclass
from math import floor, inf

_SHORTEST = 2.5
_SHARES = ((_SHORTEST, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
_SPLIT_FROM = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Intervals from `first` to `last`, in whole days, both included."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many intervals it holds."""
        return self.last - self.first + 1

    def at(self, fuzz: float) -> int:
        """The interval at a fuzz of 0 (the first) to just below 1 (the last)."""
        return min(self.last, self.first + floor(fuzz * self.days))

    def fuzz(self, interval: int, within: float) -> float:
        """A fuzz at which the interval lies; `within` (0 to 1, neither included) the day."""
        return (interval - self.first + within) / self.days


def fuzz_days(interval: float) -> float:
    """Days by which an interval (in days) may be shorter or longer."""
    if interval < _SHORTEST:
        return 0.0
    shares = (share * max(0.0, min(interval, end) - start) for start, end, share in _SHARES)
    return 1.0 + sum(shares)


def fuzz_span(interval: float, least: int, most: int) -> Span:
    """The intervals that may stand for an interval (in days), from `least` to `most` days.

    One of at least 3 days that the bounds would fix to a day is left a second one.
    """
    middle = min(max(interval, least), most)
    fuzz = fuzz_days(middle)
    first, last = (
        min(max(floor(end + 0.5), least), most) for end in (middle - fuzz, middle + fuzz)
    )
    if first == last and _SPLIT_FROM <= last < most:
        last += 1
    return Span(first, last)
