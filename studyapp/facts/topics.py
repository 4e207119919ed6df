"""What documents are about under several names, and what a question asks once names are one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from studyapp.facts.spelled_out import shortened
from studyapp.language.classes import unclassed
from studyapp.language.diseases import LESIONS
from studyapp.language.words import stem, stems
from studyapp.model import Fact

Name = frozenset[str]
"""The roots that all names of one topic share: those of 'bone' and 'metastasis'."""

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
    "transmit": "spread",
    "diagnos": "diagnos",
    "bodi": "body",
}
_SHORT_WORD = 4


def root(stem: str) -> str:
    """A stem without its last letter, in which 'metastasis' and 'metastatic' differ alone."""
    return stem[: max(_SHORT_WORD, len(stem) - 1)]


_SPREADS = root(stem("metastasis"))
_GROWTHS = frozenset(map(root, LESIONS)) - {_SPREADS}
_FILLERS = frozenset(
    root(stem)
    for word in "disease condition care treatment living understanding guide page".split()
    for stem in stems(word)
)


@lru_cache(maxsize=4096)
def name_of(subject: str) -> Name:
    """The name of a topic: equal for 'liver metastasis' and 'metastatic liver tumors' only.

    A kind, a stage or other patients ('acute', 'in men') make another topic.
    """
    roots = frozenset(map(root, stems(subject)))
    dropped = _FILLERS | (_GROWTHS if _SPREADS in roots else frozenset())
    return roots - dropped or roots


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of some documents, each with the roots of all the words that name it."""

    words: Mapping[Name, frozenset[str]]

    @staticmethod
    def of(subjects: tuple[str, ...]) -> "Topics":
        """The topics that some subjects name; those of one name are one topic."""
        words: dict[Name, frozenset[str]] = {}
        for subject in subjects:
            if subject:
                name = name_of(subject)
                words[name] = words.get(name, frozenset()) | set(map(root, stems(subject)))
        return Topics(MappingProxyType(words))

    def topic_of(self, fact: Fact) -> str:
        """What a fact's document is about, the same for all names of one topic."""
        return " ".join(sorted(name_of(fact.topic)))

    def names(self, stem: str, fact: Fact) -> bool:
        """Whether a stem is one of those by which documents name the topic of a fact."""
        return root(stem) in self._words(fact)

    def covers(self, fact: Fact) -> bool:
        """Whether a fact's subject is its document's topic itself, and no part or kind of it."""
        found = {root(stem) for stem in stems(fact.subject)}
        return bool(found) and found <= self._words(fact)

    def _words(self, fact: Fact) -> frozenset[str]:
        return self.words.get(name_of(fact.topic), frozenset())

    def question(self, fact: Fact, asked: str) -> tuple[Name, Name]:
        """What a question asks, as roots equal for two wordings of one question; and its topic.

        The topic is empty where the question does not name it.
        """
        every, sort = _said(asked)
        said = [stem for stem in every if not (stem.isdigit() and fact.items)]
        name, words = name_of(fact.topic), self._words(fact)
        named = name if name and name <= {root(stem) for stem in said} else frozenset()
        kept = (_SAME.get(stem, stem) for stem in said if not named or root(stem) not in words)
        return frozenset({*kept, sort}), named


@lru_cache(maxsize=4096)
def _said(asked: str) -> tuple[tuple[str, ...], str]:
    """The stems of a question that tell what it asks, and what sort of answer it wants."""
    asked = _TREATED.sub(r"How \1 \2", unclassed(shortened(asked)))
    plain = _SPREAD.sub(r"\1 metastasis", _IN_BRACKETS.sub("", asked))
    plain = plain.replace(" the human ", " the ")
    return tuple(stem for stem in stems(plain) if stem not in _EMPTY), _asked_for(asked)


def hedges(fact: Fact, asked: str) -> frozenset[str]:
    """How surely a fact is claimed: may it be, should it be, is it denied."""
    return _hedges(f"{asked} {fact.modality}")


@lru_cache(maxsize=8192)
def _hedges(said: str) -> frozenset[str]:
    return frozenset(mark for mark, words in _HEDGES if words.search(said))


_HEDGES = (
    ("may", re.compile(r"\b(?:may|might|can|could)\b", re.IGNORECASE)),
    ("should", re.compile(r"\b(?:should|must)\b", re.IGNORECASE)),
    ("not", re.compile(r"\b(?:not|never|cannot)\b", re.IGNORECASE)),
)
"""What may be is another claim than what is, and so is what should be, or is not."""


_TREATED = re.compile(
    r"^[Ww]hat (is|are) (.+? (?:treated|diagnosed|managed|confirmed)) (?:with|by|using)\b"
)
"""'What is gout treated with?' asks how it is treated."""

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_SPREAD = re.compile(r"\bmetastatic\s(\w+)\s(?:cancers?|tumou?rs?|disease)\b", re.IGNORECASE)
"""'Metastatic liver cancer' is liver metastasis by another name."""

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
