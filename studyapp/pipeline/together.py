"""The work on all documents together: who else bears a fact out, cards that cite several."""

from collections.abc import Mapping, Sequence
from itertools import chain

from studyapp import cards, checks, facts
from studyapp.model import Candidate, Card, Document, Problem, SourceId
from studyapp.workers import Crew


def borne_out(
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


def judged(
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
