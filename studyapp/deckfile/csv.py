"""A deck as a table for spreadsheets and other card programs, one row a card."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from studyapp.model import CLOZE, Card, Citation, Deck, SourceId

_COLUMNS = ("question", "answer", "kind", "topic", "sources", "extra")
_GAP = "[…]"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*\s?%?")


def format_csv(deck: Deck) -> str:
    """The table with its header, every cell quoted, rows ended by CR LF.

    A cloze question shows a gap. A cell that a spreadsheet would compute begins with an
    apostrophe. Answers of other sources stand under `extra`. Save it as UTF-8 with a byte
    order mark: without one Excel misreads µ, – and the like.
    """
    titles = {source.id: source.title or source.id for source in deck.sources}
    return format_table(_COLUMNS, (_row(card, titles) for card in deck.cards))


def format_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their columns, every cell quoted and none that a spreadsheet would compute."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return table.getvalue()


def plain(question: str) -> str:
    """A question whose deletion is a gap, or its hint."""
    return CLOZE.sub(lambda gap: f"[{gap['hint']}]" if gap["hint"] else _GAP, question)


def _row(card: Card, titles: dict[SourceId, str]) -> tuple[str, ...]:
    question = plain(card.question)
    others = (f"Sources differ: {s.value} ({_places(s.citations, titles)})" for s in card.differs)
    extra = "\n".join(text for text in (card.extra, *others) if text)
    sources = _places(card.citations, titles)
    return question, card.answer, card.kind.value, card.topic, sources, extra


def _places(citations: tuple[Citation, ...], titles: dict[SourceId, str]) -> str:
    return "; ".join(_place(citation, titles) for citation in citations)


def _place(citation: Citation, titles: dict[SourceId, str]) -> str:
    page = "" if citation.page is None else f"page {citation.page}, "
    headings = " › ".join(citation.headings)
    title = titles.get(citation.source_id, citation.source_id)
    return " · ".join(part for part in (title, headings, f"{page}{citation.lines}") if part)


def _inert(cell: str) -> str:
    """The cell as text: a formula in it would run when the table is opened."""
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
