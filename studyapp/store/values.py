"""What the store gives back: rows as frozen values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from studyapp.model import Card, CardRef, DeckId, MemoryState, Queue, Review, StudyappError


class NotInLibraryError(StudyappError):
    """A deck or card that the learner's library does not hold."""


class CardStatus(StrEnum):
    """Whether a card is studied: only `ACTIVE` ones are."""

    ACTIVE = "active"
    DRAFT = "draft"
    DISCARDED = "discarded"


class Origin(StrEnum):
    """Who worded a version."""

    DECK = "deck"
    LEARNER = "learner"


@dataclass(frozen=True, slots=True)
class StoredDeck:
    """A deck without its cards."""

    row: int
    id: DeckId
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One wording of a card; `number` counts from 1."""

    number: int
    origin: Origin
    at: datetime
    content_hash: str
    card: Card


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card with its current wording. `deck_hash`: the content its deck last gave it.

    `suspended`, `flagged` and `leech` are times, `held` the end of being buried; None: it is not.
    """

    row: int
    deck_row: int
    ref: CardRef
    deck_title: str
    position: int
    status: CardStatus
    drafted: bool
    suspended: datetime | None
    held: datetime | None
    flagged: datetime | None
    leech: datetime | None
    withdrawn: bool
    deck_hash: str
    version: StoredVersion

    @property
    def card(self) -> Card:
        """What the card says now."""
        return self.version.card

    @property
    def resting(self) -> bool:
        """Whether the card is kept out of every queue."""
        aside = self.suspended is not None or self.held is not None
        return aside or self.withdrawn or self.status is not CardStatus.ACTIVE


@dataclass(frozen=True, slots=True)
class StoredReview:
    """A review with what was promised then, and whether it was taken back since."""

    row: int
    card_row: int
    ref: CardRef
    review: Review
    due: datetime
    days: int | None
    undone: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card waits, and its memory (None: never answered).

    `place` is the order of a new card among the new ones; `introduced` the time of its first
    counted review, `adjusted` when the learner last spoke
    of the schedule of a card that is new.
    """

    card_row: int
    queue: Queue
    place: int
    state: MemoryState | None
    introduced: datetime | None
    adjusted: datetime | None = None
