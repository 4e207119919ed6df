"""Splits a paragraph into sentences, keeping their places."""

import re

_BREAK = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[A-Z0-9“\"'(¿])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|approx|Dr|Mr|Mrs|Ms|Prof|St|Fig|No|Inc|cf|al|spp?|var|ca|resp|U\.S|U\.K"
    r"|etc)|(?:^|[\s(])[A-Z])\.$"
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of a paragraph, in order, white space left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if _ABBREVIATED.search(text[start : match.start()].rstrip("\"”’')]")):
            continue
        end = match.start() + len(match.group(0).rstrip())
        spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return tuple(spans)
