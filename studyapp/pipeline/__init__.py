"""From documents to a deck: read, find facts, reconcile, word, check, and keep what was edited."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from studyapp import cards, facts, reading
from studyapp.deckfile import editions
from studyapp.deckfile.rebuild import rebuilt
from studyapp.model import (
    Candidate,
    Card,
    Deck,
    DeckId,
    Disagreement,
    Document,
    Fact,
)
from studyapp.pipeline.older import apart, changed, issued, moved_onto
from studyapp.pipeline.request import BuildReport, BuildRequest, Progress
from studyapp.pipeline.single import found_in, parser, reading_of, shares
from studyapp.pipeline.together import borne_out, judged
from studyapp.workers import Crew, worthwhile

__all__ = ["NOTE", "BuildReport", "BuildRequest", "Progress", "build"]

NOTE = "For study, not for patient care. Check the source before you act."


def build(
    request: BuildRequest, progress: Callable[[Progress], None], clock: datetime
) -> BuildReport:
    """A deck from documents. The same documents, deck and clock give the same deck.

    Raises StudyappError for a document that cannot be read.
    """
    paths = reading.find(request.paths)
    with _crew(request, paths) as crew:
        readings = _read(paths, crew, progress)
        given = tuple(one.document for one in readings)
        older = reading.superseded(given)
        told, former = apart(_told(given, crew, progress), older)
    documents = tuple(one for one in given if one.source.id not in older)
    every, alone = [fact for fact, _ in told], [one for _, one in told]
    titles = {document.source.id: document.source.title for document in documents}
    library = {document.source.id: document for document in documents}
    passed = {one.card for one in alone if not one.problems}
    sound = tuple(fact for fact, one in zip(every, alone, strict=True) if not one.problems)
    found = facts.reconcile(sound, cards.question_of, cards.answer_of, titles)
    made = cards.make(borne_out(found.facts, library))
    again = judged([card for card in made if card not in passed], library, crew)
    refused = tuple(one for one in (*alone, *again) if one.problems)
    wrong = {one.card for one in refused}
    kept = tuple(card for card in made if card not in wrong)
    worth = kept if request.most is None else cards.best(kept, request.most)
    chosen = tuple(changed(card, former) for card in worth)
    shown = _shown(found.disagreements, kept)
    problems = (*reading.left_out(request.paths), *(p for one in readings for p in one.problems))
    keys = frozenset(card.key for card in (*cards.make(every), *made))
    moves = {**moved_onto(request.existing, documents, alone), **older}
    deck = _deck(request, documents, chosen, _Stated(keys, moves), clock)
    said = {(card.question, card.answer) for card in made}
    sure = (one.card for one in alone if not one.problems)
    present = {card.key for card in deck.cards}
    taken = set(worth)
    return BuildReport(
        deck,
        shown,
        problems,
        documents,
        refused,
        joined=tuple(card for card in sure if (card.question, card.answer) not in said),
        passed=tuple(card for card in kept if card not in taken),
        deleted=tuple(card for card in chosen if card.key not in present),
        editions=issued(moves, request.existing, given, chosen),
    )


def _crew(request: BuildRequest, paths: Sequence[Path]) -> Crew:
    """So many processes as pay, unless it is said how many."""
    return Crew(request.jobs or worthwhile([path.stat().st_size for path in paths]), parser)


@dataclass(frozen=True, slots=True)
class _Stated:
    """What the documents state: keys of facts, and which of them are editions of older ones."""

    keys: frozenset[str]
    moves: editions.Editions


def _shown(
    disagreements: Iterable[Disagreement], kept: Iterable[Card]
) -> tuple[Disagreement, ...]:
    """The disagreements about questions that a card asks."""
    asked = {card.question for card in kept}
    return tuple(d for d in disagreements if d.question in asked)


def _read(
    paths: Sequence[Path], crew: Crew, progress: Callable[[Progress], None]
) -> tuple[reading.Reading, ...]:
    readings = []
    for done, one in enumerate(crew.each(reading_of, paths), 1):
        readings.append(one)
        progress(Progress("Reading", done, len(paths), paths[done - 1].name))
    return tuple(readings)


def _told(
    documents: Sequence[Document], crew: Crew, progress: Callable[[Progress], None]
) -> tuple[tuple[Fact, Candidate], ...]:
    """The facts of the documents in order, each with the card it would make by itself."""
    found: list[tuple[Fact, Candidate]] = []
    each = chain.from_iterable(crew.each(found_in, shares(documents, crew.jobs)))
    for done, some in enumerate(each, 1):
        found.extend(some)
        name = documents[done - 1].source.id
        progress(Progress("Finding facts", done, len(documents), name))
    return tuple(found)


def _deck(
    request: BuildRequest,
    documents: Sequence[Document],
    made: Sequence[Card],
    known: "_Stated",
    clock: datetime,
) -> Deck:
    sources = tuple(document.source for document in documents)
    if request.existing is None:
        fresh = Deck(DeckId(secrets.token_hex(16)), request.title, sources, (), NOTE)
        return rebuilt(fresh, sources, made, clock, known.keys)
    existing = editions.moved(request.existing, known.moves, sources, made)
    return rebuilt(replace(existing, title=request.title), sources, made, clock, known.keys)
