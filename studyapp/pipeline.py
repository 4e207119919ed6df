"""From documents to a deck: read, find facts, reconcile, word, check, and keep what was edited."""

import secrets
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import chain
from pathlib import Path

from studyapp import cards, checks, facts, reading
from studyapp.config.parser import Parser, load_parser
from studyapp.deckfile import editions
from studyapp.deckfile.rebuild import rebuilt
from studyapp.model import (
    Candidate,
    Card,
    Deck,
    DeckId,
    Disagreement,
    Document,
    Edition,
    Fact,
    Problem,
    SourceId,
    StudyappError,
)
from studyapp.workers import Crew, worthwhile

NOTE = "For study, not for patient care. Check the source before you act."


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
        told, former = _apart(_told(given, crew, progress), older)
    documents = tuple(one for one in given if one.source.id not in older)
    every, alone = [fact for fact, _ in told], [one for _, one in told]
    titles = {document.source.id: document.source.title for document in documents}
    library = {document.source.id: document for document in documents}
    passed = {one.card for one in alone if not one.problems}
    sound = tuple(fact for fact, one in zip(every, alone, strict=True) if not one.problems)
    found = facts.reconcile(sound, cards.question_of, cards.answer_of, titles)
    made = cards.make(_borne_out(found.facts, library))
    again = _again([card for card in made if card not in passed], library, crew)
    refused = tuple(one for one in (*alone, *again) if one.problems)
    wrong = {one.card for one in refused}
    kept = tuple(card for card in made if card not in wrong)
    worth = kept if request.most is None else cards.best(kept, request.most)
    chosen = tuple(_changed(card, former) for card in worth)
    shown = _shown(found.disagreements, kept)
    problems = (*reading.left_out(request.paths), *(p for one in readings for p in one.problems))
    keys = frozenset(card.key for card in (*cards.make(every), *made))
    moves = {**_recognised(request.existing, documents, alone), **older}
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
        editions=_editions(moves, request.existing, given, chosen),
    )


def _crew(request: BuildRequest, paths: Sequence[Path]) -> Crew:
    """So many processes as pay, unless it is said how many."""
    return Crew(request.jobs or worthwhile([path.stat().st_size for path in paths]), _parser)


def _borne_out(
    said: Sequence[facts.Fact], library: Mapping[SourceId, Document]
) -> tuple[facts.Fact, ...]:
    """Facts with the places of other documents that say them too.

    Such a place must bear out its card alone, and all places together.
    """
    told = {id(fact): fact for fact in said}
    for fact, witness in facts.witnesses(said, cards.question_of):
        whole = facts.borne_out(told[id(fact)], witness)
        if not any(checks.faults(card, library) for card in cards.make((witness,))) and not any(
            checks.faults(card, library) for card in cards.make((whole,))
        ):
            told[id(fact)] = whole
    return tuple(told[id(fact)] for fact in said)


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


def _again(
    made: Sequence[Card], library: Mapping[SourceId, Document], crew: Crew
) -> tuple[Candidate, ...]:
    """Cards of several documents judged, by copies of this process where they are many."""
    some = [tuple(made[at : at + _AT_A_TIME]) for at in range(0, len(made), _AT_A_TIME)]
    _LIBRARY.update(library)
    with crew.anew() if some[1:] else Crew(1) as others:
        found = tuple(chain.from_iterable(others.each(_faults, some)))
    _LIBRARY.clear()
    return tuple(Candidate(card, faults) for card, faults in zip(made, found, strict=True))


_AT_A_TIME = 64
_LIBRARY: dict[SourceId, Document] = {}
"""What the cards that are judged again cite; whole documents are too much to send about."""


def _faults(made: Sequence[Card]) -> tuple[tuple[Problem, ...], ...]:
    return tuple(checks.faults(card, _LIBRARY) for card in made)


def _read(
    paths: Sequence[Path], crew: Crew, progress: Callable[[Progress], None]
) -> tuple[reading.Reading, ...]:
    readings = []
    for done, one in enumerate(crew.each(_reading, paths), 1):
        readings.append(one)
        progress(Progress("Reading", done, len(paths), paths[done - 1].name))
    return tuple(readings)


def _told(
    documents: Sequence[Document], crew: Crew, progress: Callable[[Progress], None]
) -> tuple[tuple[Fact, Candidate], ...]:
    """The facts of the documents in order, each with the card it would make by itself."""
    found: list[tuple[Fact, Candidate]] = []
    for done, some in enumerate(crew.each(_found, documents), 1):
        found.extend(some)
        name = documents[done - 1].source.id
        progress(Progress("Finding facts", done, len(documents), name))
    return tuple(found)


def _reading(path: Path) -> reading.Reading:
    try:
        return reading.read(path)
    except StudyappError:
        raise
    except Exception as error:
        raise _failed(str(path), error) from error


def _found(document: Document) -> tuple[tuple[Fact, Candidate], ...]:
    try:
        told = facts.told(document, _parser())
        found = [(fact, _alone(fact, document)) for fact in told.facts]
        sound = [fact for fact, one in found if not one.problems]
        for choices in facts.clozes(told, sound):
            tried = [(fact, _alone(fact, document)) for fact in choices]
            found.append(next((one for one in tried if not one[1].problems), tried[0]))
    except StudyappError:
        raise
    except Exception as error:
        raise _failed(document.source.id, error) from error
    return tuple(found)


def _alone(fact: Fact, document: Document) -> Candidate:
    """The card that a fact would make by itself, judged by its own document."""
    card = cards.make((fact,))[0]
    return Candidate(card, checks.faults(card, {document.source.id: document}))


def _failed(where: str, error: Exception) -> StudyappError:
    """A fault of the program itself, with the document on which it shows."""
    message = f"The program failed on this document ({type(error).__name__}: {error})."
    return StudyappError(where, message, "Leave it out, and report it as a fault of the program.")


@cache
def _parser() -> Parser:
    """Loaded once a process."""
    return load_parser()


def _apart(
    everything: Sequence[tuple[Fact, Candidate]], older: Container[SourceId]
) -> tuple[list[tuple[Fact, Candidate]], Mapping[str, Card]]:
    """The facts of the documents in force, and the cards of older editions by their keys."""
    told = [one for one in everything if one[0].citations[0].source_id not in older]
    former = [one[0] for one in everything if one[0].citations[0].source_id in older]
    return told, {card.key: card for card in cards.make(former)}


def _changed(card: Card, former: Mapping[str, Card]) -> Card:
    """A card with what an older edition, which is at hand too, answered to its question."""
    before = former.get(card.key)
    if before is None or before.question != card.question or before.answer == card.answer:
        return card
    return replace(card, was=before.answer)


def _recognised(
    existing: Deck | None, documents: Sequence[Document], alone: Sequence[Candidate]
) -> editions.Editions:
    if existing is None:
        return {}
    stated: dict[SourceId, set[str]] = {}
    for one in alone:
        stated.setdefault(one.card.citations[0].source_id, set()).add(one.card.key)
    return editions.recognised(existing, [one.source for one in documents], stated)


def _editions(
    moves: editions.Editions,
    existing: Deck | None,
    given: Sequence[Document],
    chosen: Sequence[Card],
) -> tuple[Edition, ...]:
    at_hand = {document.source.id: document.source for document in given}
    known = {source.id: source for source in (existing.sources if existing else ())} | at_hand
    changed = Counter(card.citations[0].source_id for card in chosen if card.was)
    return tuple(
        Edition(known[newer], known[older], older in at_hand, changed[newer])
        for older, newer in sorted(moves.items())
    )


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
