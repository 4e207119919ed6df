"""A part of a sentence as a blank: what it would ask for, and what the card still shows."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from studyapp.facts.cloze.constituents import Part
from studyapp.facts.cloze.sentence import (
    Word,
    length_of,
    stems_within,
    stems_without,
    terms_of,
    text_of,
    words_of,
)
from studyapp.facts.cloze.terms import is_technical
from studyapp.facts.worth import EVERYDAY, LAY, is_empty_stem
from studyapp.language.anatomy import names_part
from studyapp.language.words import stem, stems

_COUNTS = frozenset("one first second third fourth fifth half quarter".split())
_TELLING = 2
_FAMILY, _ROOT = 6, 3


@dataclass(frozen=True)
class Around:
    """What stands on a card besides its sentence: the one before, the topic, a supplied name."""

    before: str = ""
    topic: str = ""
    name: str = ""

    @cached_property
    def shown(self) -> frozenset[str]:
        """The stems of the sentence before and of the topic."""
        return frozenset(stems(f"{self.before} {self.topic}"))

    @cached_property
    def about(self) -> frozenset[str]:
        """The stems of the topic."""
        return frozenset(stems(self.topic))

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of the name."""
        return frozenset(stems(self.name))


@dataclass(frozen=True)
class Blank:
    """A part of a parsed sentence to leave out, with what stands around the sentence."""

    doc: Doc
    part: Part
    around: Around

    @cached_property
    def span(self) -> Span:
        """The words to leave out."""
        return self.doc[self.part.start : self.part.end]

    @cached_property
    def all(self) -> tuple[Word, ...]:
        """What the parse says of each of them."""
        return words_of(self.doc)[self.part.start : self.part.end]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, without stops."""
        return tuple(word for word in self.all if not word.punct)

    @cached_property
    def text(self) -> str:
        """The words to leave out, as they stand."""
        return text_of(self.doc)[self.all[0].start : self.all[-1].end]

    @cached_property
    def head(self) -> int:
        """Where the word stands that the others hang on."""
        return int(self.span.root.i)

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The stems that the card shows."""
        return self._left | self.around.shown

    @cached_property
    def _left(self) -> frozenset[str]:
        own = stems_without(self.doc, self.part.start, self.part.end)
        return self.around.named | own

    @cached_property
    def inside(self) -> frozenset[str]:
        """The stems of what is left out."""
        return frozenset(stems_within(self.doc, self.part.start, self.part.end))

    @cached_property
    def new(self) -> frozenset[str]:
        """Those of its stems that tell something and that the card does not show."""
        return frozenset(s for s in self.inside - self._shown if not is_empty_stem(s))

    @cached_property
    def left(self) -> int:
        """How many stems that tell something the sentence keeps."""
        return sum(1 for s in self._left if not is_empty_stem(s))

    @cached_property
    def share(self) -> float:
        """The share of the sentence's words that is left out."""
        return len(self.words) / max(1, length_of(self.doc))

    @cached_property
    def members(self) -> int:
        """How many members are joined to the first."""
        return sum(1 for word in self.all if word.dep == "conj")

    @cached_property
    def terms(self) -> float:
        """How many words of medicine it holds; a part of the body counts for less than half."""
        terms = terms_of(self.doc)[self.part.start : self.part.end]
        both = zip(terms, self.all, strict=True)
        return sum(1.0 if term else 0.4 * names_part(word.text) for term, word in both)

    @property
    def is_list(self) -> bool:
        """Whether it is a list of three and more."""
        return self.members > 1 and ", " in self.text

    @cached_property
    def measures(self) -> bool:
        """Whether a number in it measures, and is no 'first' or 'half'."""
        return any(map(counts, self.words))

    @property
    def is_lay(self) -> bool:
        """Whether it holds nothing but words of every day."""
        return self.new <= LAY

    @property
    def is_given(self) -> bool:
        """Whether it is little more than the topic, or its head stands on the card already."""
        about = self.around.about
        topical = bool(about) and about <= self.inside and len(self.new) <= len(about) + 1
        if topical or self.members:
            return topical
        return _is_of_family(words_of(self.doc)[self.head].lower, self._shown)

    @property
    def tells(self) -> bool:
        """Whether it is more than everyday words: a term, a figure, a list, a deed of a drug."""
        if not self.measures and self.is_lay:
            return False
        named = any(map(is_technical, self.around.name.split()))
        named = named or any(terms_of(self.doc)[: self.part.start])
        deed = named and self.part.role in {"deed", "clause", "aim"}
        several = self.members > 1 or len(self.new - EVERYDAY) >= _TELLING
        return self.measures or deed or several or self.terms >= 1

    def is_told(self, known: AbstractSet[str]) -> bool:
        """Whether other cards ask for it already, whose answers have these stems."""
        if len(self.new - known) * 2 <= len(self.new):
            return True
        return self.measures and all(w.lower in known for w in self.words if counts(w))


def counts(word: Word) -> bool:
    """Whether a word is a number that measures, and no 'first' or 'half'."""
    return word.counts and word.lower not in _COUNTS


def _is_of_family(head: str, shown: AbstractSet[str]) -> bool:
    """Whether the card shows a word of the same family as a head."""
    root = stem(head)
    return any(root[:_FAMILY] == word[:_FAMILY] for word in shown if len(word) > _ROOT)
