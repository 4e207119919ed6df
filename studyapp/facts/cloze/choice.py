"""Which part of a sentence is most worth asking for, and whether any is."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc

from studyapp.facts.cloze.blank import Around, Blank
from studyapp.facts.cloze.constituents import Part
from studyapp.facts.cloze.hanging import is_hanging
from studyapp.facts.cloze.people import is_people
from studyapp.facts.cloze.promise import promise
from studyapp.facts.cloze.sentence import text_of
from studyapp.facts.cloze.unfit import is_cut_off

_MOST_WORDS = 20
_LEAST = -0.05


@dataclass(frozen=True, slots=True)
class Choice:
    """A part to leave out, and how much it promises, from -1 to 1."""

    part: Part
    worth: float


def choices(
    doc: Doc, parts: Iterable[Part], around: Around, known: AbstractSet[str]
) -> tuple[Choice, ...]:
    """The parts worth asking, best first.

    `known` are the stems that other cards of this sentence answer already.
    """
    blanks = (Blank(doc, part, around) for part in parts)
    able = (blank for blank in blanks if _is_able(blank, known))
    rated = (Choice(blank.part, promise(blank)) for blank in able)
    found = (choice for choice in rated if choice.worth >= _LEAST)
    return tuple(sorted(found, key=lambda c: (-c.worth, c.part.start, c.part.end)))


def _is_able(blank: Blank, known: AbstractSet[str]) -> bool:
    """Whether a part can be asked at all: whole, not told elsewhere, and not too long."""
    if not blank.new or blank.is_told(known) or len(blank.words) > _MOST_WORDS:
        return False
    span, role = blank.span, blank.part.role
    empty = is_people(span) or is_hanging(span, role) or _only_adds(blank)
    return not (empty or is_cut_off(span, role))


_SHORT = re.compile(r"^\s\([A-Z][A-Za-z\d-]{1,7}\)")


def _only_adds(blank: Blank) -> bool:
    """Whether a part is a result told in passing ('…, causing pain') or has its letters behind.

    'Computed tomography' before '(CT)' is asked by what its letters stand for.
    """
    adds = blank.part.role in {"clause", "doing"} and blank.all[0].tag in {"VBG", "RB"}
    return adds or _SHORT.match(text_of(blank.doc)[blank.all[-1].end :]) is not None
