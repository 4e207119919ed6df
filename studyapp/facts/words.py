"""Which words of a document are names: written with a capital inside its sentences."""

import re
from collections import Counter

from studyapp.language.naming import short_form
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


_SHORT_FORM = re.compile(r"\b[A-Z]{2,6}(?=s?\b)")
_OFTEN = 2
_LONG = 5
"""An abbreviation of so many letters is no word of style: it is worth knowing even once."""


def short_forms_of(document: Document) -> frozenset[str]:
    """Abbreviations that the document uses, beside where it explains them."""
    texts = {p.text for p in document.passages} | {p.lead_in for p in document.passages}
    seen = Counter(form for text in texts for form in _SHORT_FORM.findall(text))
    return frozenset(f for f, count in seen.items() if count >= _OFTEN or len(f) >= _LONG)


def brief_of(document: Document) -> str:
    """The abbreviation that the document gives beside its subject; '' where it gives none."""
    if not document.subject:
        return ""
    headed = {heading for passage in document.passages for heading in passage.headings}
    texts = [passage.text for passage in document.passages]
    return short_form(document.subject, [document.source.title, *sorted(headed), *texts])
