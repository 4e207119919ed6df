"""A part of a sentence as a blank: what it would ask for, and what the card still shows."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from studyapp.facts.cloze.constituents import Part
from studyapp.facts.cloze.sentence import stems_within, stems_without
from studyapp.facts.cloze.terms import is_technical
from studyapp.facts.worth import EVERYDAY, LAY, is_empty_stem
from studyapp.language.anatomy import names_part
from studyapp.language.words import stem, stems

_COUNTS = frozenset("one first second third fourth fifth half quarter".split())
_TELLING = 2
_FAMILY, _ROOT = 6, 3


@dataclass(frozen=True, slots=True)
class Around:
    """What stands on a card besides its sentence: the one before, the topic, a supplied name."""

    before: str = ""
    topic: str = ""
    name: str = ""


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
    def words(self) -> tuple[Token, ...]:
        """Its words, without stops."""
        return tuple(t for t in self.span if not t.is_punct)

    @cached_property
    def text(self) -> str:
        """The words to leave out, as they stand."""
        return str(self.span.text)

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The stems that the card shows."""
        return self._left | frozenset(stems(f"{self.around.before} {self.around.topic}"))

    @cached_property
    def _left(self) -> frozenset[str]:
        own = stems_without(self.doc, self.part.start, self.part.end)
        return frozenset(own) | frozenset(stems(self.around.name))

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
        return len(self.words) / max(1, sum(1 for t in self.doc if not t.is_punct))

    @cached_property
    def members(self) -> int:
        """How many members are joined to the first."""
        return sum(1 for t in self.span if t.dep_ == "conj")

    @cached_property
    def terms(self) -> float:
        """How many words of medicine it holds; a part of the body counts for less than half."""
        return sum(1.0 if is_term(t) else 0.4 * names_part(t.text) for t in self.span)

    @property
    def is_list(self) -> bool:
        """Whether it is a list of three and more."""
        return self.members > 1 and ", " in self.text

    @property
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
        about = frozenset(stems(self.around.topic))
        topical = bool(about) and about <= self.inside and len(self.new) <= len(about) + 1
        return topical or (not self.members and _is_of_family(self.span.root, self._shown))

    @property
    def tells(self) -> bool:
        """Whether it is more than everyday words: a term, a figure, a list, a deed of a drug."""
        if not self.measures and self.is_lay:
            return False
        named = any(map(is_technical, self.around.name.split()))
        named = named or any(map(is_term, self.doc[: self.part.start]))
        deed = named and self.part.role in {"deed", "clause", "aim"}
        several = self.members > 1 or len(self.new - EVERYDAY) >= _TELLING
        return self.measures or deed or several or self.terms >= 1

    def is_told(self, known: AbstractSet[str]) -> bool:
        """Whether other cards ask for it already, whose answers have these stems."""
        if len(self.new - known) * 2 <= len(self.new):
            return True
        return self.measures and all(t.lower_ in known for t in self.words if counts(t))


def is_term(token: Token) -> bool:
    """Whether a word is medicine's, with no regard to the capital that opens a sentence."""
    return is_technical(token.lower_ if not token.i and token.text.istitle() else token.text)


def counts(token: Token) -> bool:
    """Whether a token is a number that measures, and no 'first' or 'half'."""
    return bool(token.like_num) and token.lower_ not in _COUNTS


def _is_of_family(head: Token, shown: AbstractSet[str]) -> bool:
    """Whether the card shows a word of the same family as a head."""
    root = stem(head.lower_)
    return any(root[:_FAMILY] == word[:_FAMILY] for word in shown if len(word) > _ROOT)
