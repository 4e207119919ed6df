"""Prints how far our memory states are from those of py-fsrs, fsrs-rs and a real Anki.

Run by hand: `python -m tests.schedule.conform`. Where clocks change between the first review and
now, Anki counts days of 24 hours back from now and we count study days, so some histories
differ from Anki; they are counted.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.schedule import oracles
from tests.schedule.histories import (
    CHANGING,
    STEADY,
    History,
    Place,
    histories,
)

TOLERANCE = 1e-3
"""How far (as a share) a memory may be from another that is called the same."""

_COUNT = 3000


@dataclass(frozen=True, slots=True)
class Compared:
    """A history with the distance of our memory from that of each oracle, as a share."""

    history: History
    py_fsrs: float
    fsrs_rs: float
    anki: float


def compared(places: Sequence[Place], count: int, seed: int) -> Iterator[Compared]:
    """At least `count` random histories, shared among the places."""
    dice = Random(seed)  # noqa: S311 (histories, not secrets)
    for place in places:
        now = datetime.now(UTC)
        made = histories(place, -(-count // len(places)), now, dice)
        with tempfile.TemporaryDirectory() as folder:
            theirs = oracles.anki(made, place, Path(folder))
        for history, memory in zip(made, theirs, strict=True):
            ours = history.states[-1]
            yield Compared(
                history,
                oracles.py_fsrs(history, place.rollover).distance(ours),
                oracles.fsrs_rs(history, place.rollover).distance(ours),
                memory.distance(ours),
            )


def _line(places: Sequence[Place], what: str, seed: int) -> str:
    found = list(compared(places, _COUNT, seed))
    lapses = sum(one.history.states[-1].lapses > 0 for one in found)
    differing = sum(one.anki > TOLERANCE for one in found)
    return (
        f"{what}: {len(found)} histories, {lapses} with lapses. Largest difference from py-fsrs "
        f"{max(one.py_fsrs for one in found):.1e}, from fsrs-rs "
        f"{max(one.fsrs_rs for one in found):.1e}, from Anki "
        f"{max(one.anki for one in found):.1e}; {differing} differ from Anki by more than "
        f"{TOLERANCE}."
    )


def main() -> None:
    """Both kinds of places, a line each."""
    print(_line(STEADY, "No clock change", seed=20))
    print(_line(CHANGING, "Clocks changing", seed=21))


if __name__ == "__main__":
    main()
