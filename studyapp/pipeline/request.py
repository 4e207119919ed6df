"""What a build is asked for, how far it has come, and what it made."""

from dataclasses import dataclass
from pathlib import Path

from studyapp.model import Candidate, Card, Deck, Disagreement, Document, Edition, Problem


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build: documents or folders, the deck's title, the deck to build onto.

    `most` is how many cards the documents may give, the ones most worth asking; None for all.
    `jobs` is how many processes share the work; None for as many as pay.
    """

    paths: tuple[Path, ...]
    title: str
    existing: Deck | None = None
    most: int | None = None
    jobs: int | None = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come: a stage, `done` of `total` steps, and what it is at."""

    stage: str
    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made, and what was odd on the way.

    `refused` are the cards that broke a rule, `joined` those that another card speaks for,
    `passed` those that `most` left out, `deleted` those that a person took out of the deck.
    No card was made from the older of `editions`.
    """

    deck: Deck
    disagreements: tuple[Disagreement, ...]
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...]
    refused: tuple[Candidate, ...] = ()
    joined: tuple[Card, ...] = ()
    passed: tuple[Card, ...] = ()
    deleted: tuple[Card, ...] = ()
    editions: tuple[Edition, ...] = ()
