"""What is asked of a parsed sentence for each of its parts, worked out once for it."""

from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from studyapp.facts.cloze.terms import is_technical
from studyapp.language.words import stems

_FEW = 16
"""A sentence is read to its end before the next, or the one before it again."""


@lru_cache(maxsize=_FEW)
def text_of(doc: Doc) -> str:
    """The text of a sentence; spaCy joins it afresh whenever it is asked."""
    return str(doc.text)


class Word(NamedTuple):
    """What the parse says of one word; spaCy looks each thing up afresh whenever it is asked.

    `head` is the place of the word that it hangs on, `start` and `end` are where its letters
    stand, `counts` says that it is a number, `punct` that it is none but a sign.
    """

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    counts: bool
    punct: bool


@lru_cache(maxsize=_FEW)
def words_of(doc: Doc) -> tuple[Word, ...]:
    """The words of a sentence."""
    return tuple(map(_word, doc))


def _word(token: Token) -> Word:
    text, at = token.text, token.idx
    told = (token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.head.i)
    return Word(text, *told, at, at + len(text), token.like_num, token.is_punct)


@lru_cache(maxsize=_FEW)
def stems_of(doc: Doc) -> tuple[frozenset[str], ...]:
    """The stems of each of its tokens that carry content."""
    return tuple(frozenset(stems(word.text)) for word in words_of(doc))


@lru_cache(maxsize=_FEW)
def terms_of(doc: Doc) -> tuple[bool, ...]:
    """Which of its words are medicine's, with no regard to the capital that opens a sentence."""
    words = words_of(doc)
    said = (w.lower if not at and w.text.istitle() else w.text for at, w in enumerate(words))
    return tuple(map(is_technical, said))


@lru_cache(maxsize=_FEW)
def root_of(doc: Doc) -> int:
    """Where its main verb stands; 0 where it has none."""
    return next((at for at, word in enumerate(words_of(doc)) if word.dep == "ROOT"), 0)


@lru_cache(maxsize=_FEW)
def length_of(doc: Doc) -> int:
    """How many words it has, without stops."""
    return sum(1 for word in words_of(doc) if not word.punct)


def stems_within(doc: Doc, start: int, end: int) -> set[str]:
    """The stems of a part of a sentence."""
    return set().union(*stems_of(doc)[start:end])


@lru_cache(maxsize=_FEW)
def _spread_of(doc: Doc) -> tuple[tuple[str, int, int], ...]:
    """Each stem of a sentence with the places where it first and last stands."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, found in enumerate(stems_of(doc)):
        for stem in found:
            first.setdefault(stem, at)
            last[stem] = at
    return tuple((stem, at, last[stem]) for stem, at in first.items())


def stems_without(doc: Doc, start: int, end: int) -> set[str]:
    """The stems of a sentence without a part."""
    return {stem for stem, first, last in _spread_of(doc) if first < start or last >= end}
