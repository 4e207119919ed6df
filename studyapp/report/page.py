"""The report as one HTML page that needs nothing but itself, written piece by piece."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from studyapp.model import Citation, Document
from studyapp.report import words
from studyapp.report.mentions import Mentions, mentions
from studyapp.report.rows import Row, rows
from studyapp.report.told import Fate, Told
from studyapp.report.totals import Totals, by_gate, lines_by_fate, totals

_PIECES = 200


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document as the page tells it; its anchors begin with `name`."""

    name: str
    document: Document
    rows: tuple[Row, ...]
    totals: Totals

    @property
    def fates(self) -> tuple[Fate, ...]:
        """Everything that became of any of its lines."""
        found = {fate for row in self.rows for fate in row.fates}
        return tuple(fate for fate in Fate if fate in found)


def page(told: Told, templates: str) -> Iterator[str]:
    """The page in pieces, in order; `templates` is the folder of the program's templates.

    Documents are told one after the other, so that a large build needs little memory. The same
    build and clock give the same page.
    """
    found = mentions(told)
    counted, fates = [], Counter[Fate]()
    for one in _documents(told, found):
        counted.append((one.name, one.document.source, one.totals))
        fates += lines_by_fate(one.rows)
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(words.FILTERS)
    environment.filters["href"] = _Places(told).href
    stream = environment.get_template("report/page.html").stream(
        told=told,
        counted=counted,
        total=sum((totals for _, _, totals in counted), Totals()),
        shares=words.shares(fates),
        gates=by_gate(told.refused),
        documents=_documents(told, found),
        elsewhere=found.elsewhere,
        shown=words.SHOWN,
    )
    stream.enable_buffering(_PIECES)
    yield from stream


def _documents(told: Told, found: Mentions) -> Iterator[Chapter]:
    for number, document in enumerate(told.documents, 1):
        told_rows = rows(document, told.unread(document), found.of(document.source.id))
        yield Chapter(f"d{number}", document, told_rows, totals(document, told_rows))


class _Places:
    """Where on the page the lines of each document stand."""

    def __init__(self, told: Told) -> None:
        self._documents = {
            document.source.id: (f"d{number}", document)
            for number, document in enumerate(told.documents, 1)
        }

    def href(self, citation: Citation) -> str:
        """The anchor of a citation's first line that is not blank; '' if it is not here."""
        name, document = self._documents.get(citation.source_id, ("", None))
        if document is None:
            return ""
        lines = range(citation.lines.first, citation.lines.last + 1)
        known = (n for n in lines if n <= len(document.lines) and document.lines[n - 1].strip())
        first = next(known, None)
        return f"#{name}-l{first}" if first else ""
