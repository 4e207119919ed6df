"""What the cited lines of one document say: their text, their claims, and what stands around."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from studyapp.language.sentences import sentence_spans
from studyapp.model import Citation, Document, Lines, Passage

_NOTES = (
    (re.compile(r"(?<=[a-z)])([.,;:])\d{1,2}(?:[,–-]\d{1,2})*(?=\s|$)"), r"\1"),
    (re.compile(r"(?m)(?<=[a-z)][.:])\s\d{1,2}(?:,\s?\d{1,2})*\s*$"), ""),
)
_MARKUP = (
    (re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)"), r"\1"),
    (re.compile(r"(\*\*|__|`|\*(?=\w)|(?<=\w)\*)"), ""),
    (re.compile(r"<[^<>\n]{1,80}>"), " "),
    (re.compile(r"(?m)^\s*(?:#+|>|\|)\s?"), ""),
    (re.compile(r"\[\s?\d+(?:[-–,\s]+\d+)*\s?\]"), " "),
    *_NOTES,
    (re.compile(r"\\([^\w\s])"), r"\1"),
)
_SIGNS = re.compile(r"[\[*_`<#>|\\\d]")
_OF_MARKUP = frozenset("[*_`<#>|\\")
"""Without one of these signs a text holds no markup, and without a digit no marks of notes."""
_BULLET = re.compile(r"(?m)^\s*(?:[-*•·–+]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence or list item that a citation points at, with the lead-in of its list."""

    text: str
    lead_in: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cited lines of one document.

    `text` is what they say, without markup and citation marks; `about` the headings, columns,
    title and subject that they stand under; `around` all that gives them their meaning: `about`,
    lead-ins and the paragraphs that the lines belong to; `every` both texts.
    """

    document: Document
    text: str
    about: str
    around: str
    every: str
    claims: tuple[Claim, ...]


class _Page:
    """A document that equals itself alone: it has too many words to be compared."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Page) and other.document is self.document


def gather(citations: Sequence[Citation], document: Document) -> Evidence:
    """The evidence that citations of one document point at; lines beyond its end are cut."""
    return _gathered(tuple(citations), _Page(document))


@lru_cache(maxsize=32)
def _gathered(citations: tuple[Citation, ...], page: _Page) -> Evidence:
    """Found once for the cards that cite the same lines, most of which follow each other."""
    document = page.document
    ranges = tuple(citation.lines for citation in citations)
    near = document.near(ranges)
    passages = tuple(p for p in near if _touches(p, ranges))
    raw = "\n".join(tidy(document.text(lines)) for lines in ranges)
    headings = (heading for citation in citations for heading in citation.headings)
    about = [document.source.title, document.subject, *headings]
    for passage in passages:
        about += (*passage.headings, *passage.columns)
    around = list(about)
    for passage in passages:
        around += [passage.lead_in, passage.lead_in_before, passage.text]
    claims = tuple(_claims(passages, ranges)) or tuple(_plain_claims(raw))
    named = _pointed_at(near, ranges)
    said = as_read(_BULLET.sub("", raw).replace("\n", " "), tuple(p.text for p in passages))
    text, beside = " ".join([said, *named]), "\n".join(around)
    return Evidence(document, text, "\n".join(about), beside, f"{text} {beside}", claims)


_GLUED = re.compile(r"[A-Za-z0-9]{4,}")
_PAIR = re.compile(r"(?<![\w-])(\w+)([—' ])(?=([A-Za-z]+))")


@lru_cache(maxsize=1024)
def as_read(raw: str, texts: Sequence[str]) -> str:
    """Lines as their passages have them where two words stand glued: each as a word of its own.

    The reader parts words between which a page lost a sign. Parted here is only what stands in
    the lines letter for letter, so that nothing is said that they do not say.
    """
    read = {word for text in texts for word in _GLUED.findall(text)}
    glued = {word for word in _GLUED.findall(raw) if word not in read}
    if not glued:
        return raw
    pairs = (pair for text in texts for pair in _PAIR.findall(text))
    apart = {one + two: one + sign + two for one, sign, two in pairs if one + two in glued}
    return _GLUED.sub(lambda match: apart.get(match[0], match[0]), raw) if apart else raw


_POINTER = re.compile(r"(?:This|These)\s(?:is|are)\s")


def _pointed_at(passages: Sequence[Passage], ranges: Sequence[Lines]) -> Iterator[str]:
    """The headings that 'This is …' means where the cited lines open so."""
    for passage in passages:
        opens = ((passage.lead_in, passage.lead_in_lines), (passage.text, passage.lines))
        for said, at in opens:
            cited = at is not None and any(r.first <= at.first <= r.last for r in ranges)
            if passage.headings and cited and _POINTER.match(said):
                yield passage.headings[-1]


def tidy(text: str) -> str:
    """Text as a reader sees it: no markup, no citation marks; its line ends are kept."""
    signs = set(_SIGNS.findall(text))
    if not signs:
        return text
    for pattern, shown in _MARKUP if signs & _OF_MARKUP else _NOTES:
        text = pattern.sub(shown, text)
    return text


def _touches(passage: Passage, ranges: Sequence[Lines]) -> bool:
    first, last = passage.breaks[0][1], passage.breaks[-1][1]
    return any(lines.first <= last and first <= lines.last for lines in ranges)


def _claims(passages: Sequence[Passage], ranges: Sequence[Lines]) -> Iterator[Claim]:
    for passage in passages:
        for start, end in sentence_spans(passage.text):
            at = passage.lines_of(start, end)
            if any(lines.first <= at.last and at.first <= lines.last for lines in ranges):
                yield Claim(passage.text[start:end], passage.lead_in)


def _plain_claims(raw: str) -> Iterator[Claim]:
    """Sentences and items of lines that the reader made no passage of."""
    for block in _BULLET.sub("\n\n", raw).split("\n\n"):
        text = " ".join(block.split())
        for start, end in sentence_spans(text):
            yield Claim(text[start:end])
