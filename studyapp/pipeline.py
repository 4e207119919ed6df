"""From documents to a deck: read, find facts, reconcile, word, check, and keep what was edited."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from studyapp import cards, checks, facts, reading
from studyapp.config.parser import load_parser
from studyapp.deckfile.rebuild import rebuilt
from studyapp.model import Card, Deck, DeckId, Disagreement, Document, Problem

NOTE = "For study, not for patient care. Check the source before you act."


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build: documents or folders, the deck's title, the deck to build onto.

    `most` is how many cards the documents may give, the ones most worth asking; None for all.
    """

    paths: tuple[Path, ...]
    title: str
    existing: Deck | None = None
    most: int | None = None


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

    `refused` counts the cards that broke a rule, `passed` those that `most` left out.
    """

    deck: Deck
    disagreements: tuple[Disagreement, ...]
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...]
    refused: int
    passed: int = 0


def build(
    request: BuildRequest, progress: Callable[[Progress], None], clock: datetime
) -> BuildReport:
    """A deck from documents. The same documents, deck and clock give the same deck.

    Raises StudyappError for a document that cannot be read.
    """
    readings = _read(reading.find(request.paths), progress)
    documents = tuple(one.document for one in readings)
    titles = {document.source.id: document.source.title for document in documents}
    library = {document.source.id: document for document in documents}
    every = _facts(documents, progress)
    alone = [(fact, cards.make((fact,))[0]) for fact in every]
    passed = {card for _, card in alone if not checks.faults(card, library)}
    sound = tuple(fact for fact, card in alone if card in passed)
    found = facts.reconcile(sound, cards.question_of, cards.answer_of, titles)
    made = cards.make(found.facts)
    kept = tuple(card for card in made if card in passed or not checks.faults(card, library))
    chosen = kept if request.most is None else cards.best(kept, request.most)
    shown = tuple(d for d in found.disagreements if any(d.question == c.question for c in kept))
    odd = tuple(problem for one in readings for problem in one.problems)
    problems = (*reading.left_out(request.paths), *odd)
    keys = frozenset(card.key for card in (*cards.make(every), *made))
    deck = _deck(request, documents, chosen, keys, clock)
    refused = len(every) - len(sound) + len(made) - len(kept)
    return BuildReport(deck, shown, problems, documents, refused, len(kept) - len(chosen))


def _read(
    paths: Sequence[Path], progress: Callable[[Progress], None]
) -> tuple[reading.Reading, ...]:
    readings = []
    for done, path in enumerate(paths, 1):
        readings.append(reading.read(path))
        progress(Progress("Reading", done, len(paths), path.name))
    return tuple(readings)


def _facts(
    documents: Sequence[Document], progress: Callable[[Progress], None]
) -> tuple[facts.Fact, ...]:
    parse = load_parser()
    found: list[facts.Fact] = []
    for done, document in enumerate(documents, 1):
        found.extend(facts.extract(document, parse))
        progress(Progress("Finding facts", done, len(documents), document.source.id))
    return tuple(found)


def _deck(
    request: BuildRequest,
    documents: Sequence[Document],
    made: Sequence[Card],
    stated: frozenset[str],
    clock: datetime,
) -> Deck:
    sources = tuple(document.source for document in documents)
    if request.existing is None:
        fresh = Deck(DeckId(secrets.token_hex(16)), request.title, sources, (), NOTE)
        return rebuilt(fresh, sources, made, clock, stated)
    existing = replace(request.existing, title=request.title)
    return rebuilt(existing, sources, made, clock, stated)
