"""Who studies and how: a learner's number, settings, and the name of a card in a library."""

from dataclasses import dataclass
from typing import NewType

from studyapp.model.card import CardId, DeckId

UserId = NewType("UserId", int)
"""The number of a learner in one library; every row of the library belongs to one."""


@dataclass(frozen=True, slots=True, order=True)
class CardRef:
    """How a card is known in a library: two decks may hold the same card id."""

    deck: DeckId
    card: CardId


@dataclass(frozen=True, slots=True)
class LearnerSettings:
    """What a learner may decide about the schedule.

    `zone` is an IANA name, `rollover` the local hour (0 to 23) at which a new study day
    begins, `retention` the share of due cards to be remembered (0.70 to 0.99), `new_per_day`
    how many cards a day may be seen for the first time.
    """

    zone: str = "UTC"
    rollover: int = 4
    retention: float = 0.9
    new_per_day: int = 20
