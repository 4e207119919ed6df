"""The work on one document, which a process of its own may do: read it, find its facts."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from studyapp import cards, checks, facts, reading
from studyapp.config.parser import Parser, load_parser
from studyapp.model import Candidate, Document, Fact, StudyappError


def reading_of(path: Path) -> reading.Reading:
    """A document as read. Raises StudyappError, for a fault of the program too."""
    try:
        return reading.read(path)
    except StudyappError:
        raise
    except Exception as error:
        raise _failed(str(path), error) from error


Found = tuple[tuple[Fact, Candidate], ...]
"""The facts of a document, each with the card it would make by itself."""

_AT_A_TIME = 256
"""So many sentences and more, for one process; several have smaller shares."""


def shares(documents: Sequence[Document], jobs: int) -> Sequence[tuple[Document, ...]]:
    """Documents in order, short ones together: a parser is quicker with many sentences."""
    some: list[list[Document]] = []
    enough = _AT_A_TIME // jobs
    size = enough
    for document in documents:
        if size >= enough:
            some.append([])
            size = 0
        some[-1].append(document)
        size += sum(len(passage.sentences) for passage in document.passages)
    return tuple(map(tuple, some))


def found_in(documents: Sequence[Document]) -> tuple[Found, ...]:
    """What is found in each of some documents.

    Raises StudyappError, for a fault of the program too.
    """
    parse = _ahead(documents)
    return tuple(_found(document, parse) for document in documents)


def _ahead(documents: Sequence[Document]) -> facts.Parse:
    """A parser that has parsed the documents; where it fails at one, it will say at which."""
    try:
        return facts.ahead(documents, parser())
    except Exception:  # noqa: BLE001 - the document at fault says so later
        return parser()


def _found(document: Document, parse: facts.Parse) -> Found:
    try:
        told = facts.told(document, parse)
        found = [(fact, _alone(fact, document)) for fact in told.facts]
        sound = [fact for fact, one in found if not one.problems]
        blanks: list[tuple[Fact, Candidate]] = []
        for some in facts.clozes(told, sound):
            one = _first_sound(some, document)
            if not facts.is_asked(one[0], (fact for fact, _ in blanks)):
                blanks.append(one)
    except StudyappError:
        raise
    except Exception as error:
        raise _failed(document.source.id, error) from error
    return (*found, *blanks)


def _first_sound(choices: Sequence[Fact], document: Document) -> tuple[Fact, Candidate]:
    """The first choice whose card breaks no rule, or else the first of all."""
    tried: list[tuple[Fact, Candidate]] = []
    for fact in choices:
        tried.append((fact, _alone(fact, document)))
        if not tried[-1][1].problems:
            return tried[-1]
    return tried[0]


def _alone(fact: Fact, document: Document) -> Candidate:
    """The card that a fact would make by itself, judged by its own document."""
    card = cards.make((fact,))[0]
    return Candidate(card, checks.faults(card, {document.source.id: document}))


def _failed(where: str, error: Exception) -> StudyappError:
    """A fault of the program itself, with the document on which it shows."""
    message = f"The program failed on this document ({type(error).__name__}: {error})."
    return StudyappError(where, message, "Leave it out, and report it as a fault of the program.")


@cache
def parser() -> Parser:
    """Loaded once a process."""
    return load_parser()
