"""When two facts claim the same, when they differ, and when they cannot be compared."""

import re
from dataclasses import dataclass
from enum import StrEnum

from studyapp.language.classes import unclassed
from studyapp.language.quantities import Quantity, quantities
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_EMPTY_WORDS = """
    what which who whom how often long many percentage proportion percent share people patient
    patients person persons individuals all listed will case cases there they one should done
    time period generally example examples
"""
_EMPTY = frozenset(s for word in _EMPTY_WORDS.split() for s in (*stems(word), word))
_SAME = {
    "develop": "get",
    "have": "get",
    "account": "be",
    "represent": "be",
    "compris": "be",
    "constitut": "be",
    "tumour": "tumor",
    "happen": "occur",
    "diagnos": "diagnos",
    "bodi": "body",
}
_TOPIC_LETTERS = 5
_ALIKE = 0.6
_ALIKE_DEFINED = 0.5


class Verdict(StrEnum):
    """How two answers to one question stand to each other."""

    SAME = "same"
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Topics:
    """The words by which documents name what they are all about; interchangeable in a question."""

    roots: frozenset[str]

    @staticmethod
    def of(subjects: tuple[str, ...]) -> "Topics":
        """Subjects that share two roots name one topic; a lone subject names itself."""
        sets = [frozenset(map(_root, stems(subject))) for subject in subjects if subject]
        shared = [a for a in sets if any(a is not b and len(a & b) > 1 for b in sets)]
        return Topics(frozenset().union(*shared) if shared else frozenset())

    def topic_of(self, fact: Fact) -> str:
        """What a fact's document is about, the same for all names of one topic."""
        own = {_root(stem) for stem in stems(fact.topic)}
        return "*" if own & self.roots else " ".join(sorted(own))

    def names(self, stem: str, fact: Fact) -> bool:
        """Whether a stem is one of those by which a fact's document names its topic."""
        root = _root(stem)
        return root in self.roots or root in {_root(own) for own in stems(fact.topic)}

    def covers(self, fact: Fact) -> bool:
        """Whether a fact's subject is its document's topic itself, and no part or kind of it."""
        own = {_root(stem) for stem in stems(fact.topic)}
        found = {_root(stem) for stem in stems(fact.subject)}
        return bool(found) and found <= own | self.roots

    def question(self, fact: Fact, asked: str) -> frozenset[str]:
        """What a question asks, as a set of roots: equal for two wordings of one question."""
        found = set()
        asked = _TREATED.sub(r"How \1 \2", unclassed(asked))
        plain = _SPREAD.sub(r"\1 metastasis", re.sub(r"\([^)]*\)", "", asked))
        for stem in stems(plain):
            if stem in _EMPTY or (stem.isdigit() and fact.items):
                continue
            found.add("*" if _root(stem) in self.roots else _SAME.get(stem, stem))
        return frozenset({*found, "*", _asked_for(asked)})


_TREATED = re.compile(
    r"^[Ww]hat (is|are) (.+? (?:treated|diagnosed|managed|confirmed)) (?:with|by|using)\b"
)
"""'What is gout treated with?' asks how it is treated."""

_SPREAD = re.compile(r"\bmetastatic\s(\w+)\s(?:cancers?|tumou?rs?|disease)\b", re.IGNORECASE)
"""'Metastatic spinal cancer' is spinal metastasis by another name."""

_WH = (
    (re.compile(r"\b(?:percentage|proportion|share)\b", re.IGNORECASE), "?share"),
    (re.compile(r"\bhow (?:often|long|many|much|common)\b", re.IGNORECASE), "?how many"),
    (re.compile(r"\b(?:over|within|after) what (?:period|time)\b", re.IGNORECASE), "?how long"),
    (re.compile(r"\bwhy\b", re.IGNORECASE), "?why"),
    (re.compile(r"\b(?:when|under which)\b", re.IGNORECASE), "?when"),
    (re.compile(r"\bwhere\b", re.IGNORECASE), "?where"),
    (re.compile(r"\bwhom?\b", re.IGNORECASE), "?who"),
    (re.compile(r"\bhow\b", re.IGNORECASE), "?how"),
)


def _asked_for(question: str) -> str:
    """What sort of answer a question wants."""
    return next((name for pattern, name in _WH if pattern.search(question)), "?what")


def _root(stem: str) -> str:
    return stem[:_TOPIC_LETTERS]


_MEASURED = {FactKind.FIGURE, FactKind.DOSE, FactKind.DURATION, FactKind.THRESHOLD}
_RANKED = {FactKind.CLASSIFICATION, FactKind.DIAGNOSIS}


def verdict(one: Fact, other: Fact) -> Verdict:
    """How the answers of two facts to the same question compare."""
    if one.kind in _MEASURED or other.kind in _MEASURED:
        return _measured(one, other)
    a, b = set(stems(one.value)), set(stems(other.value))
    if a == b or (a and b and (a <= b or b <= a)):
        return Verdict.SAME
    if a and b and len(a & b) / len(a | b) >= _ALIKE:
        return Verdict.SAME
    defined = one.kind is other.kind is FactKind.DEFINITION and one.attribute == other.attribute
    if defined and len(a & b) >= min(len(a), len(b)) * _ALIKE_DEFINED:
        return Verdict.SAME
    ranked = one.attribute == other.attribute == "rank" and _names(one) and _names(other)
    return Verdict.DIFFERENT if ranked else Verdict.INCOMPARABLE


def _names(fact: Fact) -> bool:
    """Whether a ranked fact names the one holder of its rank, and does not describe it."""
    return fact.question.startswith(("What is", "What was")) and not _DESCRIBES.match(fact.value)


_DESCRIBES = re.compile(r"^(?:an?|one|some)\s", re.IGNORECASE)


def _measured(one: Fact, other: Fact) -> Verdict:
    mine, yours = _bounds(one.value), _bounds(other.value)
    if mine and yours:
        return Verdict.SAME if mine == yours else Verdict.DIFFERENT
    same = set(stems(one.value)) == set(stems(other.value))
    return Verdict.SAME if same else Verdict.INCOMPARABLE


def _bounds(text: str) -> tuple[tuple[float | None, float | None, str], ...]:
    return tuple((q.low, q.high, _unit(q)) for q in quantities(text))


def _unit(quantity: Quantity) -> str:
    return {"percent": "%", "per cent": "%"}.get(quantity.unit, quantity.unit.rstrip("s"))
