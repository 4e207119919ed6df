"""Which words English has, and of what kind they are, by lemminflect's tables."""

import re
from functools import lru_cache

from lemminflect import getAllLemmas

from studyapp.language.words import STOP

_LEARNED = re.compile(
    r"\w{3,}(?:ologists?|scopes?|scopy|itis|[oi]asis|osis|emia|ectomy|otomy|oma)$"
)
"""Nouns of medicine by how they end; tables have few of them."""


@lru_cache(maxsize=65_536)
def kinds(word: str) -> frozenset[str]:
    """What a lower-case word can be: 'NOUN', 'VERB', 'ADJ', 'ADV'; nothing where it is unknown."""
    return frozenset(getAllLemmas(word))


def is_word(word: str) -> bool:
    """Whether a lower-case word is known: in tables or one of the small words of grammar."""
    return word in STOP or bool(kinds(word)) or _LEARNED.match(word) is not None


def is_noun(word: str) -> bool:
    """Whether a lower-case word can be a noun."""
    return "NOUN" in kinds(word) or _LEARNED.match(word) is not None


def is_only(word: str, kind: str) -> bool:
    """Whether a lower-case word is of this kind and of no other."""
    return kinds(word) == {kind}
