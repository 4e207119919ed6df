"""Which words of a document are names: written with a capital inside its sentences."""

import re
from collections import Counter

from studyapp.model import Document

_INSIDE = re.compile(
    r"(?:(?<![\w’'-])[a-z][\w-]*[,;]?|\b(?:The|A|An|In))\s([A-Z][a-z]+)(?![\w’'])"
)
_SMALL = re.compile(r"(?<![\w’'-])[a-z][a-z]+(?![\w-])")
_FEW = 8
"""Passages shorter than this many words may be headlines, where capitals mean nothing."""


def names_of(document: Document) -> frozenset[str]:
    """Words with a capital inside a sentence, unless small letters are commoner for them."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    texts = {p.text for p in document.passages} | {p.lead_in for p in document.passages}
    for text in texts:
        small.update(_SMALL.findall(text))
        if len(text.split()) >= _FEW:
            capital.update(_INSIDE.findall(text))
    return frozenset(word for word, count in capital.items() if count >= small[word.lower()])
