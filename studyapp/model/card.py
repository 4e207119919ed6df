"""What a learner studies: a `Card`, kept in a `Deck`."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from studyapp.model.document import Lines, Source, SourceId
from studyapp.model.fact import CLOZE, Citation, FactKind, Side
from studyapp.model.problem import Problem

CardId = NewType("CardId", str)
"""`c-` and 16 hex digits. Minted once, written in the deck file, never recomputed."""

DeckId = NewType("DeckId", str)
"""32 hex digits, random, made once. Elsewhere a card is known by deck id and card id."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question with its one answer and the places that support it.

    A cloze card has its deletion marked in the question as `{{c1::text}}`, or with a hint as
    `{{c1::text::how long?}}`, and the same text as its answer. `differs` holds the answers that
    other sources give to the same question.
    `key` is the fact key the card was made from ('' for a card written by hand), `made` the
    hash of the wording as generated, `now` the hash of the content that `changed` dates.
    `extra` is shown after the answer. `was` is the answer before the last change of the
    fact, `withdrawn` that no document of the last build states the fact any more.
    """

    id: CardId
    kind: FactKind
    question: str
    answer: str
    citations: tuple[Citation, ...]
    differs: tuple[Side, ...] = ()
    topic: str = ""
    extra: str = ""
    key: str = ""
    made: str = ""
    now: str = ""
    changed: datetime | None = None
    was: str = ""
    withdrawn: bool = False

    def __post_init__(self) -> None:
        if not self.citations:
            msg = f"card {self.id} needs at least one citation"
            raise ValueError(msg)

    @property
    def is_cloze(self) -> bool:
        """Whether the question is a sentence with a deletion."""
        return CLOZE.search(self.question) is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may come into a deck, and what is wrong with it: nothing if it is sound."""

    card: Card
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """A card that a build put into a deck: its fact key and what tells it from others.

    `place` is the first that it cited, `question` and `answer` the words that it asked and
    answered, as hashes. A deck of an older program knows only the key.
    """

    key: str
    place: tuple[SourceId, Lines] | None = None
    question: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards with the sources they cite.

    `offered` remembers all cards that builds ever put in the deck: one without a card was
    deleted by a person, and the next build does not bring it back.
    """

    id: DeckId
    title: str
    sources: tuple[Source, ...]
    cards: tuple[Card, ...]
    note: str = ""
    offered: tuple[Offered, ...] = ()
