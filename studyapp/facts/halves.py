"""Takes a sentence apart at its semicolons, where each part is a sentence of its own."""

import re
from itertools import pairwise

from spacy.tokens import Doc, Span

_LEANS = re.compile(
    r"^\s*(?:however,\s)?(?:otherwise|if\s(?:not|so)|then|rather|instead|that\sis|i\.e|e\.g|for\sexample|namely|and"
    r"|or|but|in\s(?:this|these|such)|it|its|they|their|this|these|those(?!\s(?:persons|patients|people|who|with)\b)|he|she|the\slatter"
    r"|the\sformer|one|both|some|others?|not)\b",
    re.IGNORECASE,
)
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_SHORTEST = 4


def halves(doc: Doc) -> tuple[Span, ...]:
    """The parts of a sentence between its semicolons; the whole where one part is no sentence.

    A part that leans on the one before ('otherwise …', 'if not …') stays with it.
    """
    cuts = [t.i for t in doc if t.text == ";" and _closed(doc[: t.i].text)]
    edges = [-1, *cuts, len(doc)]
    parts = [doc[a + 1 : b] for a, b in pairwise(edges)]
    if not cuts or not all(map(_stands_alone, parts)):
        return (doc[:],)
    return tuple(parts)


def _closed(before: str) -> bool:
    """Whether no bracket is open."""
    return before.count("(") == before.count(")") and before.count("[") == before.count("]")


def _stands_alone(part: Span) -> bool:
    if len(part) < _SHORTEST or _LEANS.match(part.text):
        return False
    verbs = [t for t in part if t.tag_ in _FINITE]
    named = any(t.dep_ in {"nsubj", "nsubjpass"} and t.head.i > t.i for t in part)
    return bool(verbs) and named
