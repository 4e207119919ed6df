"""Splits a paragraph into sentences, keeping their places."""

import re

_BREAK = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[A-Z0-9“\"'(¿])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|approx|Dr|Mr|Mrs|Ms|Prof|St|Fig|No|Inc|cf|al|spp?|var|ca|resp|U\.S|U\.K"
    r"|etc)|(?:^|[\s(])[A-Z])\.$"
)


_LETTERED = re.compile(
    r"\b(?:hepatitis|vitamins?|type|class|group|grade|stage|factor|influenza|and|or)\s[A-Z]\.$"
)
_NAMED = re.compile(r"\b(?:[Hh]epatitis\s[A-E]|[Vv]itamins?\s[ADEK])\.$")
_OPENER = re.compile(
    r"(?:The|An?|This|These|It|They|In|If|When|For|Some|Many|Most|People|Patients|However|But|You"
    r"|Your|Other|There|Both|All|As|At)\s"
)


_NEAR = 30
"""So many letters beside a full stop tell whether it ends a sentence; all would take too long."""


def _ends_after_letter(before: str, after: str) -> bool:
    """'… hepatitis A and B. An infection …': the letter is a name and not an initial."""
    if _NAMED.search(before) is not None:
        return True
    return _LETTERED.search(before) is not None and _OPENER.match(after) is not None


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of a paragraph, in order, white space left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        before = text[max(start, match.start() - _NEAR) : match.start()].rstrip("\"”’')]")
        after = text[match.end() : match.end() + _NEAR]
        if _ABBREVIATED.search(before) and not _ends_after_letter(before, after):
            continue
        end = match.start() + len(match.group(0).rstrip())
        spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return tuple(spans)
