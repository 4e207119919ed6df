"""Cuts HTML into tags and text. Every character keeps its line; one pass, never a step back.

The standard library's parser changes its mind about broken pages from one Python to the next
and takes quadratic time on hostile ones: the same page has to give the same deck everywhere.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studyapp.reading.lined import Lined

_TEXT = re.compile(r"[^<]*+(?:<(?![a-zA-Z/!?])[^<]*+)*+")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?)"
)
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_WITH_ENTITIES = {"title", "textarea"}


@dataclass(frozen=True, slots=True)
class Open:
    """A tag that opens an element; `closed` when it ends in '/>'."""

    name: str
    attributes: Mapping[str, str]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Close:
    """A tag that closes an element."""

    name: str


Token = Open | Close | Lined


def tokens(page: str) -> Iterator[Token]:
    """The tags and the text of a page in order, comments left out and entities decoded.

    A decoded entity stands on the line it begins on. What is never closed (a comment, a tag, a
    script) lasts to the end of the page, as in a browser.
    """
    return _Scanner(page).scan()


class _Scanner:
    """Where the one pass over the page has come to."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.at = 0
        self.counted = 0
        self.line = 1

    def scan(self) -> Iterator[Token]:
        while self.at < len(self.page):
            text = _TEXT.match(self.page, self.at)
            end = text.end() if text else self.at
            if end > self.at:
                yield self._text(end)
            if self.at < len(self.page):
                yield from self._markup()

    def _text(self, end: int, *, entities: bool = True) -> Lined:
        """The text up to `end`, from where the pass has come to."""
        self.line += self.page.count("\n", self.counted, self.at)
        at: list[int] = []
        pieces = self.page[self.at : end].split("\n")
        for offset, piece in enumerate(pieces):
            at.extend([self.line + offset] * (len(piece) + 1))
        self.line += len(pieces) - 1
        text = Lined(self.page[self.at : end], tuple(at[:-1]))
        self.at = self.counted = end
        return text.sub(_ENTITY, lambda found: html.unescape(found.group())) if entities else text

    def _markup(self) -> Iterator[Token]:
        if self.page.startswith("<!--", self.at):
            comment = _COMMENT.match(self.page, self.at)
            self.at = comment.end() if comment else len(self.page)
            return
        tag = _TAG.match(self.page, self.at)
        if tag is None:
            end = self.page.find(">", self.at)
            self.at = end + 1 if end >= 0 else len(self.page)
            return
        self.at = tag.end()
        opened = self._opened(tag.group(2).lower())
        if opened is None:
            return
        if tag.group(1):
            yield Close(opened.name)
            return
        yield opened
        if opened.name in _RAW and not opened.closed:
            yield from self._raw(opened.name)

    def _opened(self, name: str) -> Open | None:
        """The tag with its attributes, the first of each name; None where the page ends inside."""
        found: dict[str, str] = {}
        while True:
            match = _ATTRIBUTE.match(self.page, self.at)
            if match is None:
                self.at = len(self.page)
                return None
            self.at = match.end()
            if match["end"]:
                return Open(name, found, closed=match.group().endswith("/>"))
            value = match["double"] or match["single"] or match["bare"] or ""
            decoded = _ENTITY.sub(lambda entity: html.unescape(entity.group()), value)
            found.setdefault(match["name"].lower(), decoded)

    def _raw(self, name: str) -> Iterator[Token]:
        """The inside of an element in which tags are only text."""
        found = _RAW_ENDS[name].search(self.page, self.at)
        end = found.start() if found else len(self.page)
        if end > self.at:
            yield self._text(end, entities=name in _WITH_ENTITIES)
