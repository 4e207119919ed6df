"""What a report tells of: a deck, the documents it was made from, and what was left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from studyapp.model import Candidate, Card, Deck, Disagreement, Document, Edition, Problem, Unread


@dataclass(frozen=True, slots=True)
class Told:
    """What a build read and made, and the time it was made.

    `refused` are cards that broke a rule, `joined` those that another card speaks for,
    `passed` those that were less worth asking, `deleted` those that a person had taken out.
    `unread` tells of a document what no rule reads, `editions` which document replaced which.
    """

    deck: Deck
    documents: tuple[Document, ...]
    unread: Callable[[Document], Sequence[Unread]]
    at: datetime
    disagreements: tuple[Disagreement, ...] = ()
    refused: tuple[Candidate, ...] = ()
    joined: tuple[Card, ...] = ()
    passed: tuple[Card, ...] = ()
    deleted: tuple[Card, ...] = ()
    editions: tuple[Edition, ...] = ()


class Fate(StrEnum):
    """What became of lines. Of several fates of one passage, the first here counts."""

    CARD = "card"
    REFUSED = "refused"
    PASSED = "passed"
    DELETED = "deleted"
    JOINED = "joined"
    EMPTY = "empty"
    HEADING = "heading"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Mention:
    """A card beside lines that it cites, or would have cited.

    `whole` says that it is shown here in full: at the first place it cites. `by` is the card
    that speaks for one that was joined.
    """

    fate: Fate
    card: Card
    problems: tuple[Problem, ...] = ()
    whole: bool = True
    by: Card | None = None
