"""What supports a card: each citation with its source and, where at hand, its passage."""

import re
from dataclasses import dataclass

from sqlalchemy.orm import Session

from studyapp.model import Card, Citation, Side, Source, SourceId, UserId
from studyapp.store.decks import sources_of
from studyapp.store.documents import lines_of

_CONTEXT = 2
_NOT_A_WORD = re.compile(r"[^\w%<>≤≥=+]+")
_BETWEEN_ITEMS = re.compile(r"[\n;]+")


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One line of a document, counted from 1; `cited` when it supports the card."""

    number: int
    text: str
    cited: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """The cited lines of a document with the two lines before and after them."""

    name: str
    lines: tuple[PassageLine, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation; `passage` is None when the document is not at hand."""

    citation: Citation
    source: Source
    passage: PassageView | None


@dataclass(frozen=True, slots=True)
class CitedSide:
    """The answer that other sources give, and where."""

    value: str
    cited: tuple[Cited, ...]


class Shelf:
    """Sources and documents as one request meets them: each is fetched once."""

    def __init__(self, session: Session, user: UserId) -> None:
        self._session = session
        self._user = user
        self._sources: dict[int, dict[SourceId, Source]] = {}
        self._lines: dict[Source, tuple[str, ...] | None] = {}

    def source(self, deck_row: int, name: SourceId) -> Source:
        """A source as its deck describes it; one the deck forgot keeps its file name."""
        if deck_row not in self._sources:
            every = sources_of(self._session, deck_row)
            self._sources[deck_row] = {one.id: one for one in every}
        return self._sources[deck_row].get(name, Source(id=name, title=name))

    def lines(self, source: Source) -> tuple[str, ...] | None:
        """The lines of the document a source describes; None when it is not at hand."""
        if source not in self._lines:
            self._lines[source] = lines_of(self._session, self._user, source)
        return self._lines[source]

    def passage(self, deck_row: int, citation: Citation) -> PassageView | None:
        """The cited lines in their context."""
        lines = self.lines(self.source(deck_row, citation.source_id))
        if lines is None or citation.lines.last > len(lines):
            return None
        first = max(1, citation.lines.first - _CONTEXT)
        last = min(len(lines), citation.lines.last + _CONTEXT)
        return PassageView(
            name=citation.source_id,
            lines=tuple(
                PassageLine(
                    number=number,
                    text=lines[number - 1],
                    cited=citation.lines.first <= number <= citation.lines.last,
                )
                for number in range(first, last + 1)
            ),
        )

    def cited(self, deck_row: int, citations: tuple[Citation, ...]) -> tuple[Cited, ...]:
        """Each citation with its source and passage."""
        return tuple(
            Cited(one, self.source(deck_row, one.source_id), self.passage(deck_row, one))
            for one in citations
        )

    def sides(self, deck_row: int, differs: tuple[Side, ...]) -> tuple[CitedSide, ...]:
        """The answers of other sources, each with its passages."""
        return tuple(CitedSide(one.value, self.cited(deck_row, one.citations)) for one in differs)


def _words(text: str) -> str:
    return f" {_NOT_A_WORD.sub(' ', text.casefold()).strip()} "


def verbatim(card: Card, cited: tuple[Cited, ...]) -> bool | None:
    """Whether the answer, or each item of it, stands word for word in the cited lines.

    None when no passage is at hand.
    """
    passages = [one.passage for one in cited if one.passage is not None]
    if not passages:
        return None
    text = _words(" ".join(line.text for one in passages for line in one.lines if line.cited))
    items = (_words(item) for item in _BETWEEN_ITEMS.split(card.answer))
    return all(item in text for item in items if item.strip())
