"""A document as rows: a passage, a heading or what is not content, and what became of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from studyapp.model import Document, Layout, Lines, Noise, Passage, Unread
from studyapp.report.mentions import Placed
from studyapp.report.told import Fate, Mention

_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """Lines that belong together, with the cards beside them.

    `noise` says why lines are not content, `omitted` are sentences left out of a passage that
    is read, `opens` that the lines announce the list or the table below them.
    """

    lines: tuple[tuple[int, str], ...]
    mentions: tuple[Mention, ...] = ()
    noise: Noise | None = None
    omitted: tuple[str, ...] = ()
    opens: bool = False
    heading: bool = False

    @property
    def fates(self) -> tuple[Fate, ...]:
        """Everything that became of the lines, what counts first."""
        found = {mention.fate for mention in self.mentions}
        if self.omitted:
            found.add(Fate.NOISE)
        if not self.mentions:
            found.add(self._bare())
        return tuple(fate for fate in Fate if fate in found)

    def _bare(self) -> Fate:
        if self.noise:
            return Fate.NOISE
        return Fate.HEADING if self.heading or self.opens else Fate.EMPTY


@dataclass(slots=True)
class _Span:
    """A row while it is put together; `spoken` if any of it is about the document's matter."""

    first: int
    last: int
    noise: Noise | None = None
    heading: bool = False
    opens: bool = False
    spoken: bool = True
    mentions: list[Mention] = field(default_factory=list)
    omitted: list[str] = field(default_factory=list)


def rows(
    document: Document, unread: Sequence[Unread], placed: Sequence[Placed]
) -> tuple[Row, ...]:
    """All lines of a document that are not blank, in order, each in one row."""
    spans = _spans(document, {one.lines.first: one.noise for one in unread if not one.sentence})
    for one in unread:
        if one.sentence:
            _at(spans, one.lines)[0].omitted.append(one.sentence)
    for lines, mention in placed:
        for number, span in enumerate(_at(spans, lines)):
            span.mentions.append(replace(mention, whole=mention.whole and not number))
    return tuple(_row(document, span) for span in _gathered(spans))


def _spans(document: Document, left: dict[int, Noise | None]) -> list[_Span]:
    """The passages and, between them, headings and runs of lines left out for one reason."""
    owners = {n: s for s in _joined(_passages(document)) for n in range(s.first, s.last + 1)}
    found: list[_Span] = []
    for number, text in enumerate(document.lines, 1):
        if not text.strip():
            continue
        span = owners.get(number)
        if span is None:
            noise = left.get(number)
            if noise and found and _joins(found[-1].noise, noise, text):
                found[-1].last = number
                continue
            span = _Span(number, number, noise, heading=noise is None)
        if not found or found[-1] is not span:
            found.append(span)
    return found


def _joins(before: Noise | None, noise: Noise, text: str) -> bool:
    """Whether a line goes on the run before it; short words between menus belong to them."""
    menu = before is Noise.NAVIGATION and noise is Noise.OUTSIDE
    return before is noise or (menu and len(text.split()) <= _FEW_WORDS)


def _passages(document: Document) -> Iterator[_Span]:
    for at, passage in enumerate(document.passages):
        numbers = [line for _, line in passage.breaks]
        heads = _heads(passage, document.passages[at + 1 : at + 2])
        spoken = bool(passage.sentences) or passage.layout is Layout.ROW
        yield _Span(min(numbers), max(numbers), opens=heads, spoken=spoken)
        lead = passage.lead_in_lines
        if lead and not passage.index:
            yield _Span(lead.first, lead.last, opens=True)


def _heads(row: Passage, below: Sequence[Passage]) -> bool:
    """Whether a passage is the first row of a table, with the names of its columns."""
    return bool(row.cells) and any(passage.columns == row.cells for passage in below)


def _joined(spans: Iterator[_Span]) -> Iterator[_Span]:
    """Spans that share lines made one."""
    held: _Span | None = None
    for span in sorted(spans, key=lambda one: (one.first, one.last)):
        if held and span.first <= held.last:
            held.last = max(held.last, span.last)
            held.opens = held.opens and span.opens
            held.spoken = held.spoken or span.spoken
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _at(spans: Sequence[_Span], lines: Lines) -> Sequence[_Span]:
    """The spans on some lines; the one before where these are blank."""
    first = max(bisect_right(spans, lines.first, key=lambda span: span.first) - 1, 0)
    end = bisect_right(spans, lines.last, key=lambda span: span.first)
    if end > first + 1 and spans[first].last < lines.first:
        first += 1
    return spans[first : max(end, first + 1)]


def _gathered(spans: Sequence[_Span]) -> Iterator[_Span]:
    """Spans, each joined to the one before it where only the cards of that cite it."""
    held: _Span | None = None
    for span in spans:
        if held and _goes_on(held, span):
            held.last = span.last
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _goes_on(held: _Span, span: _Span) -> bool:
    if not span.mentions or span.omitted or span.heading or span.noise or held.noise:
        return False
    said = {(one.fate, one.card.id) for one in held.mentions}
    return not any(one.whole or (one.fate, one.card.id) not in said for one in span.mentions)


def _row(document: Document, span: _Span) -> Row:
    numbered = enumerate(document.lines[span.first - 1 : span.last], span.first)
    return Row(
        tuple((number, text) for number, text in numbered if text.strip()),
        tuple(span.mentions),
        span.noise if span.spoken else Noise.SITE,
        tuple(span.omitted) if span.spoken else (),
        span.opens,
        span.heading,
    )
