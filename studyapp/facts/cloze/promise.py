"""How likely it is that a blank makes a good card.

The weights come from a reader's judgement (good, fair, poor: 1, 0, -1) of each of 4,200 blanks
in the sentences of 18 pages on as many topics: a linear regression on the traits below, chosen
one by one while they helped on a page left out. On pages left out in turn a good blank stands
above another in 76 of 100 pairs.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from spacy.tokens import Doc

from studyapp.facts.cloze.blank import Blank
from studyapp.facts.cloze.people import CARERS
from studyapp.facts.cloze.sentence import Word, root_of, terms_of, words_of
from studyapp.facts.cloze.unfit import is_empty, is_open

_MANY = 5
_SOME = frozenset("some other many several various certain different".split())
_ONLY = frozenset("only most first main primary usually mainly leading best".split())
_LETTERS = re.compile(r"[A-Z]{2}")
_NAMING = frozenset("called termed named as".split())
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BASE = -0.25


@lru_cache(maxsize=16)
def _lower_of(doc: Doc) -> frozenset[str]:
    return frozenset(word.lower for word in words_of(doc))


@lru_cache(maxsize=16)
def _is_of_medicine(doc: Doc) -> bool:
    """Whether the subject of the main verb holds a word of medicine."""
    found = next((t for t in doc[root_of(doc)].lefts if t.dep_ in _SUBJECTS), None)
    return found is not None and any(terms_of(doc)[t.i] for t in found.subtree)


@lru_cache(maxsize=16)
def _is_passive(doc: Doc) -> bool:
    return any(t.dep_ == "nsubjpass" for t in doc[root_of(doc)].lefts)


_TRAITS: tuple[tuple[float, Callable[[Blank], float]], ...] = (
    (0.04, lambda b: min(b.left, _MANY)),
    (-0.45, lambda b: b.share),
    (0.09, lambda b: min(len(b.new), _MANY)),
    (-0.12, lambda b: len(b.new) == 1),
    (0.17, lambda b: b.tells),
    (-0.24, lambda b: b.terms == 0),
    (-0.08, lambda b: min(b.terms, _MANY)),
    (0.08, lambda b: terms_of(b.doc)[b.head]),
    (-0.22, lambda b: b.is_lay),
    (-0.11, lambda b: b.is_given),
    (-0.12, lambda b: is_open(b.span, b.part.role)),
    (-0.20, lambda b: is_empty(b.span, b.part.role)),
    (0.73, lambda b: b.part.role == "number"),
    (0.10, lambda b: b.measures and b.part.role != "number"),
    (0.03, lambda b: b.part.role == "object"),
    (0.37, lambda b: _above(b).lemma == "cause"),
    (-0.15, lambda b: words_of(b.doc)[root_of(b.doc)].lemma == "include"),
    (0.14, lambda b: words_of(b.doc)[b.head].dep == "advcl"),
    (0.23, lambda b: _before(b) in _NAMING),
    (0.33, lambda b: b.all[0].tag == "NNP"),
    (-0.19, lambda b: any(w.tag in {"NNP", "NNPS"} for w in b.words)),
    (0.19, lambda b: "(" in b.text),
    (-0.07, lambda b: min(sum(w.text == "," for w in b.all), _MANY)),
    (-0.03, lambda b: min(sum(w.text == "," for w in words_of(b.doc)), _MANY)),
    (-0.10, lambda b: min(sum(w.pos in _VERBS for w in b.all), _MANY)),
    (-0.09, lambda b: min(sum(_opens_phrase(w) for w in b.all), _MANY)),
    (-0.07, lambda b: min(_hanging_outside(b), _MANY)),
    (0.18, lambda b: bool(b.around.before)),
    (0.05, lambda b: _is_of_medicine(b.doc)),
    (0.03, lambda b: _is_passive(b.doc)),
    (0.12, lambda b: any(w.lower in _ONLY for w in words_of(b.doc)[: b.part.start])),
    (-0.08, lambda b: not _SOME.isdisjoint(_lower_of(b.doc))),
    (-0.16, lambda b: not CARERS.isdisjoint(_lower_of(b.doc))),
    (0.15, lambda b: _LETTERS.search(b.text) is not None),
)
"""What a blank is or holds, each with its weight."""


def promise(blank: Blank) -> float:
    """About 1 for a blank that every reader would call good, -1 for one that every one rejects."""
    return _BASE + sum(weight * trait(blank) for weight, trait in _TRAITS)


def _above(blank: Blank) -> Word:
    """The word that the blank hangs on."""
    words = words_of(blank.doc)
    return words[words[blank.head].head]


def _before(blank: Blank) -> str:
    return words_of(blank.doc)[blank.part.start - 1].lower if blank.part.start else ""


def _opens_phrase(word: Word) -> bool:
    return word.tag == "IN" and word.dep in {"prep", "agent"}


def _hanging_outside(blank: Blank) -> int:
    """How many words that are not the head of the blank hang on one that the card shows."""
    start, end = blank.part.start, blank.part.end
    heads = (word.head for at, word in enumerate(blank.all, start) if at != blank.head)
    return sum(not start <= head < end for head in heads)
