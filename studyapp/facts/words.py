"""Which words of a document are names: written with a capital inside its sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from studyapp.language.naming import is_plain, short_form
from studyapp.language.words import STOP
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
    known = {word for word, count in capital.items() if count >= small[word.lower()]}
    return frozenset(known | {name for name in _told_names(texts) if not small[name.lower()]})


_SPECIES = (
    r"(?!\w*(?:virus|itis|[aeiy]sis|axis|status|fetus|sinus)\b)"
    r"[a-z]{2,}(?:i|ii|ae|is|us|um|ans|ens|oides|icum)"
)
_GENUS = re.compile(
    r"\b(?P<name>[A-Z][a-z]*(?:bacter|bacterium|coccus|myces|monas|bacillus|plasma|nema|phyton"
    r"|sporum|oides|ella|ibrio|ium))\s" + _SPECIES + r"\b"
)
_BINOMIAL = re.compile(r"\b(?P<name>[A-Z][a-z]{3,})\s(?P<species>[a-z]{4,})\b")
_OF_GENUS = re.compile(r"\b(?P<name>[A-Z][a-z]{3,})(?:\sand\s[A-Z][a-z]+)?\s(?:species|spp)\b")
_EPONYM = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,})(?:-[A-Z][a-z]+)?\s(?:syndrome|disease|anomaly|procedure|lymphoma"
    r"|sarcoma|contracture|tetralogy)\b"
)
_COMMON = frozenset(
    """kidney liver heart lung gum skin eye bone blood brain nerve muscle joint spine stomach bowel
    colon throat mouth tooth ear nose breast prostate bladder artery vein valve foot hand
    sick stone airway autoimmune acute severe mild late early rare other some most such this
    that these the all any many each chronic multiple whole entire tunnel surgical standard
    simple non post anti pre more less both another certain serious back neck chest fat iron
    lead mad cat dog dry wet primary foodborne waterborne tickborne similar lupus diabetes
    cancer tumor virus organ vessel tissue cell gland sleep pain fatigue""".split()
)


def _told_names(texts: Iterable[str]) -> Iterator[str]:
    """Names that may only open sentences: of germs ('Giardia lamblia') and of discoverers."""
    everything = "\n".join(texts)
    for pattern in (_GENUS, _OF_GENUS):
        yield from (match["name"] for match in pattern.finditer(everything))
    for match in _BINOMIAL.finditer(everything):
        if f"{match['name'][0]}. {match['species']}" in everything:
            yield match["name"]
    for match in _EPONYM.finditer(everything):
        word = match["name"].lower()
        if word not in _COMMON and word not in STOP and not is_plain(word):
            yield match["name"]


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
