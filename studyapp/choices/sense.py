"""Whether two answers may say the same, or one more than the other: in doubt, they do."""

import re
from functools import lru_cache

from studyapp.language.naming import brief_among
from studyapp.language.synonyms import canonical
from studyapp.language.words import stem, stems

_ATTRIBUTES_WORDS = """
    acute chronic severe mild moderate early late advanced primary secondary common rare major
    minor main initial first new small large high low increased decreased abnormal certain typical
    usual general specific normal true simple complete partial total full clinical medical human
    adult type form kind group class member disease condition disorder problem syndrome state
    patient people person body area part level amount number process presence use
"""
_ATTRIBUTES = frozenset(stem(word) for word in _ATTRIBUTES_WORDS.split())
"""Stems that tell no two things apart: chronic hepatitis is hepatitis."""

_NAMING = frozenset(stem(word) for word in "name term word called known referred".split())
_SHORT = re.compile(r"\b[A-Z][A-Za-z]{0,4}[A-Z]s?\b")
_BEGINNING = 4
_SHORTEST = 4
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


@lru_cache(maxsize=16_384)
def telling(text: str) -> frozenset[str]:
    """The stems of a text that tell it from others, in accepted synonyms; all if none do."""
    every = frozenset(stems(canonical(text)))
    return every - _ATTRIBUTES or every


def may_be_same(one: str, other: str) -> bool:
    """Whether two answers say the same, or one is contained in the other."""
    mine, its = telling(one), telling(other)
    return not mine or not its or mine <= its or its <= mine or shortens(one, other)


def overlap(one: str, other: str) -> float:
    """The part of the shorter answer's telling stems that the other has too, 0 to 1."""
    mine, its = telling(one), telling(other)
    return len(mine & its) / max(1, min(len(mine), len(its)))


@lru_cache(maxsize=16_384)
def _shorts(text: str) -> tuple[str, ...]:
    """The abbreviations in a text."""
    return tuple(short.removesuffix("s") for short in _SHORT.findall(text))


def shortens(one: str, other: str) -> bool:
    """Whether one has an abbreviation that the words of the other spell out."""
    return any(
        bool(brief_among(long, _shorts(brief)))
        for brief, long in ((one, other), (other, one))
        if _shorts(brief)
    )


def asked_of(text: str) -> frozenset[str]:
    """The telling stems of a question, without the words that ask for a name."""
    every = telling(text)
    return every - _NAMING or every


def heads_alike(one: str, other: str) -> bool:
    """Whether two names end in one word that tells something: one therapy may be another."""
    mine, its = stems(one)[-1:], stems(other)[-1:]
    return mine == its and not set(mine) <= _ATTRIBUTES


def stands_in(answer: str, text: str) -> bool:
    """Whether a text says all that tells an answer from others."""
    return telling(answer) <= telling(text)


@lru_cache(maxsize=16_384)
def beginnings(text: str) -> frozenset[str]:
    """How the longer words of a text begin: 'glomerulonephritis' tells of 'glomeruli'."""
    words = (_DOUBLED.sub(r"\1", one) for one in stems(text))
    return frozenset(one[:_BEGINNING] for one in words if len(one) >= _SHORTEST)
