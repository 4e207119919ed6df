"""One sitting of a learner: when it began, how many cards were asked for, from which deck."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import session

from studyapp.model import DeckId

SIZE = 20
EVERYTHING = 0
_NAME = "sitting"
_LONGEST = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Sitting:
    """`size` is a number of cards, or EVERYTHING; `deck` None studies all decks."""

    since: datetime
    size: int = SIZE
    deck: DeckId | None = None

    def total(self, done: int, waiting: int) -> int:
        """How many cards this sitting comes to, as far as can be told now."""
        reachable = done + waiting
        return reachable if self.size == EVERYTHING else min(self.size, reachable)

    def is_over(self, done: int) -> bool:
        """Whether as many cards were answered as were asked for."""
        return self.size != EVERYTHING and done >= self.size


def begin(sitting: Sitting) -> None:
    """Remember `sitting` in the learner's cookie, in place of an earlier one."""
    session[_NAME] = [sitting.since.isoformat(), sitting.size, sitting.deck or ""]


def resume(now: datetime) -> Sitting:
    """The sitting under way; a new one when there is none or it is from another day."""
    kept = session.get(_NAME)
    if kept:
        since, size, deck = kept
        sitting = Sitting(datetime.fromisoformat(since), size, DeckId(deck) if deck else None)
        if timedelta(0) <= now - sitting.since < _LONGEST:
            return sitting
    fresh = Sitting(now)
    begin(fresh)
    return fresh
