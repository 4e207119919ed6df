"""One share on a scale, with the range that chance leaves and the share that was wanted."""

from dataclasses import dataclass
from math import floor

from studyapp.web.pictures.axis import WIDTH, Word, within

_LEFT, _RIGHT = 12.0, WIDTH - 12.0
_USUAL_LOW = 0.7


@dataclass(frozen=True, slots=True)
class Share:
    """Places on the scale: of the range from `low` to `high`, the share and the target."""

    low: float
    high: float
    at: float
    target: float
    words: tuple[Word, ...]
    ticks: tuple[Word, ...]


def share(at: float, low: float, high: float, target: float) -> Share:
    """Shares from 0 to 1, on a scale that ends at 1."""
    first = min(_USUAL_LOW, floor(min(low, target) * 10) / 10)

    def place(value: float) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (value - first) / (1 - first), 1)

    tens = range(round(first * 10), 11)
    return Share(
        low=place(low),
        high=place(high),
        at=place(at),
        target=place(target),
        words=(within(place(at), f"{at:.0%}"), within(place(target), f"target {target:.0%}")),
        ticks=tuple(within(place(ten / 10), f"{ten * 10}%") for ten in tens),
    )
