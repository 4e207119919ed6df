"""Who studies and how: a learner's number, settings, and the name of a card in a library."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from studyapp.model.card import CardId, DeckId

UserId = NewType("UserId", int)
"""The number of a learner in one library; every row of the library belongs to one."""


@dataclass(frozen=True, slots=True, order=True)
class CardRef:
    """How a card is known in a library: two decks may hold the same card id."""

    deck: DeckId
    card: CardId


class DayShare(StrEnum):
    """How many of the cards that may choose their day come on a weekday."""

    FULL = "full"
    HALF = "half"
    FEW = "few"


class Order(StrEnum):
    """In what order the cards of a day come.

    `TOPICS`: topics in turn; `RISK`: lowest predicted recall first; `OLDEST`: longest due first.
    """

    TOPICS = "topics"
    RISK = "risk"
    OLDEST = "oldest"


class NewCards(StrEnum):
    """Where new cards come among the others of a day."""

    MIXED = "mixed"
    LAST = "last"
    FIRST = "first"


class Typing(StrEnum):
    """Which cards offer a field to type an answer in."""

    NUMBERS = "numbers"
    ALL = "all"
    OFF = "off"


class Theme(StrEnum):
    """The colours of the pages."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the pages behave; nothing of it touches the schedule.

    `two_buttons`: only Again and Good are shown; `single_keys`: keys without Ctrl or Alt act;
    `timed`: the visible time of each answer is kept.
    """

    typing: Typing = Typing.NUMBERS
    two_buttons: bool = False
    single_keys: bool = True
    theme: Theme = Theme.SYSTEM
    timed: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """The parameters of the memory model, beside the version of the model they belong to.

    `reviews`: to how many answers of the learner they were fitted, 0 for published ones; `fitted`
    the study day it was done, as an ISO date.
    """

    version: str
    values: tuple[float, ...]
    reviews: int = 0
    fitted: str = ""


@dataclass(frozen=True, slots=True)
class LearnerSettings:
    """What a learner may decide.

    `zone` is an IANA name, `rollover` the local hour (0 to 23) at which a new study day
    begins, `retention` the share of due cards to be remembered (0.70 to 0.97), `new_per_day`
    how many cards a day may be seen for the first time, `reviews_per_day` how many may be
    studied in all. `learning` and `relearning` are the waits of the steps in seconds, `longest`
    the longest interval in days, `week` the share of each weekday, Monday first. A card
    forgotten `leech_after` times is a leech (0: none is), and suspended if `leech_rests`.
    `weights` are the learner's own, None for the published ones.
    """

    zone: str = "UTC"
    rollover: int = 4
    retention: float = 0.9
    new_per_day: int = 20
    reviews_per_day: int = 200
    learning: tuple[int, ...] = (60, 600)
    relearning: tuple[int, ...] = (600,)
    longest: int = 36_500
    week: tuple[DayShare, ...] = (DayShare.FULL,) * 7
    order: Order = Order.TOPICS
    new_cards: NewCards = NewCards.MIXED
    siblings_apart: bool = True
    leech_after: int = 8
    leech_rests: bool = True
    preferences: Preferences = Preferences()
    weights: Weights | None = None
