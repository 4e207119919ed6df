"""How likely it is that a blank makes a good card.

The weights come from a reader's judgement (good, fair, poor: 1, 0, -1) of each of 4,200 blanks
in the sentences of 18 pages on as many topics: a linear regression on the traits below, chosen
one by one while they helped on a page left out. On pages left out in turn a good blank stands
above another in 76 of 100 pairs.
"""

import re
from collections.abc import Callable

from spacy.tokens import Token

from studyapp.facts.cloze.blank import Blank, is_term
from studyapp.facts.cloze.people import CARERS
from studyapp.facts.cloze.unfit import is_empty, is_open

_MANY = 5
_SOME = frozenset("some other many several various certain different".split())
_ONLY = frozenset("only most first main primary usually mainly leading best".split())
_LETTERS = re.compile(r"[A-Z]{2}")
_NAMING = frozenset("called termed named as".split())
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BASE = -0.25

_TRAITS: tuple[tuple[float, Callable[[Blank], float]], ...] = (
    (0.04, lambda b: min(b.left, _MANY)),
    (-0.45, lambda b: b.share),
    (0.09, lambda b: min(len(b.new), _MANY)),
    (-0.12, lambda b: len(b.new) == 1),
    (0.17, lambda b: b.tells),
    (-0.24, lambda b: b.terms == 0),
    (-0.08, lambda b: min(b.terms, _MANY)),
    (0.08, lambda b: is_term(b.span.root)),
    (-0.22, lambda b: b.is_lay),
    (-0.11, lambda b: b.is_given),
    (-0.12, lambda b: is_open(b.span, b.part.role)),
    (-0.20, lambda b: is_empty(b.span, b.part.role)),
    (0.73, lambda b: b.part.role == "number"),
    (0.10, lambda b: b.measures and b.part.role != "number"),
    (0.03, lambda b: b.part.role == "object"),
    (0.37, lambda b: b.span.root.head.lemma_ == "cause"),
    (-0.15, lambda b: _root(b).lemma_ == "include"),
    (0.14, lambda b: b.span.root.dep_ == "advcl"),
    (0.23, lambda b: _before(b) in _NAMING),
    (0.33, lambda b: b.span[0].tag_ == "NNP"),
    (-0.19, lambda b: any(t.tag_ in {"NNP", "NNPS"} for t in b.words)),
    (0.19, lambda b: "(" in b.text),
    (-0.07, lambda b: min(sum(t.text == "," for t in b.span), _MANY)),
    (-0.03, lambda b: min(sum(t.text == "," for t in b.doc), _MANY)),
    (-0.10, lambda b: min(sum(t.pos_ in _VERBS for t in b.span), _MANY)),
    (-0.09, lambda b: min(sum(_opens_phrase(t) for t in b.span), _MANY)),
    (-0.07, lambda b: min(sum(_hangs_outside(b, t) for t in b.span), _MANY)),
    (0.18, lambda b: bool(b.around.before)),
    (0.05, lambda b: any(map(is_term, _subject(b)))),
    (0.03, lambda b: any(t.dep_ == "nsubjpass" for t in _root(b).lefts)),
    (0.12, lambda b: any(t.lower_ in _ONLY for t in b.doc[: b.part.start])),
    (-0.08, lambda b: any(t.lower_ in _SOME for t in b.doc)),
    (-0.16, lambda b: any(t.lower_ in CARERS for t in b.doc)),
    (0.15, lambda b: _LETTERS.search(b.text) is not None),
)
"""What a blank is or holds, each with its weight."""


def promise(blank: Blank) -> float:
    """About 1 for a blank that every reader would call good, -1 for one that every one rejects."""
    return _BASE + sum(weight * trait(blank) for weight, trait in _TRAITS)


def _root(blank: Blank) -> Token:
    return next((t for t in blank.doc if t.dep_ == "ROOT"), blank.doc[0])


def _subject(blank: Blank) -> tuple[Token, ...]:
    found = next((t for t in _root(blank).lefts if t.dep_ in _SUBJECTS), None)
    return tuple(found.subtree) if found is not None else ()


def _before(blank: Blank) -> str:
    return str(blank.doc[blank.part.start - 1].lower_) if blank.part.start else ""


def _opens_phrase(token: Token) -> bool:
    return token.tag_ == "IN" and token.dep_ in {"prep", "agent"}


def _hangs_outside(blank: Blank, token: Token) -> bool:
    """Whether a word that is not the head of the blank hangs on one that the card shows."""
    inside = blank.part.start <= token.head.i < blank.part.end
    return token != blank.span.root and not inside
