"""Joins lines to running text, and words that were broken at a line's end."""

import re
from collections.abc import Iterable, Sequence

from studyapp.reading.lined import Lined

_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)(?P<sign>[-\u00ad\u2010])$")
_TAIL = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_TIGHT = re.compile(r"(?:\S—|\d–|\w/)$")
_KEPT = frozenset(
    "anti cross double eight first five four half high life long low non second self seven short"
    " single six three two well year".split()
)
"""First parts of words that keep their hyphen at a line's end, however rare the word."""

_GLUED = frozenset(
    "any every for fore how inter other out over some sub there under what when where with".split()
)
"""First parts that are words by themselves, but that English writes as one with what follows."""

_LEAST_HEAD, _LEAST_TAIL = 3, 5


class Words:
    """The words of a document, which tell how a word broken at a line's end is written."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known: set[str] = set()
        for text in texts:
            whole = _BROKEN.sub("", text)
            self._known.update(word.lower() for word in _WORD.findall(whole))

    def joined(self, lines: Sequence[Lined]) -> Lined:
        """Lines as one text, each character with its line."""
        text = Lined("", ())
        for line in lines:
            text = self._with(text, line)
        return text

    def _with(self, text: Lined, line: Lined) -> Lined:
        broken = _BROKEN.search(text.text)
        tail = _TAIL.match(line.text)
        if broken and tail and tail[0][0].islower():
            kept = self._keeps_hyphen(broken, tail[0], text.text)
            end = len(text.text) - (0 if kept else 1)
            return Lined.joined([text[:end], line], glue="")
        return Lined.joined([text, line], glue="" if _TIGHT.search(text.text) else " ")

    def _keeps_hyphen(self, broken: re.Match[str], tail: str, text: str) -> bool:
        """Whether a hyphen at a line's end belongs to the word.

        The document's own spelling elsewhere decides. Without one, the hyphen of a compound
        stays: both its parts are words.
        """
        if broken["sign"] == "\u00ad":
            return False
        head, tail = broken["head"].lower(), tail.lower()
        if head + tail in self._known:
            return False
        if f"{head}-{tail}" in self._known or text[: broken.start()].endswith("-"):
            return True
        both = {head, tail} <= self._known and head not in _GLUED
        long = len(head) >= _LEAST_HEAD and len(tail) >= _LEAST_TAIL
        return long and (head in _KEPT or both)
