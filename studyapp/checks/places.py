"""Whether a citation points at a place that exists and is narrow enough to be read."""

import re
from collections.abc import Iterator, Mapping

from studyapp.checks.asking import Fault
from studyapp.checks.evidence import tidy
from studyapp.language.words import folded
from studyapp.model import Card, Citation, Document, FactKind, Layout, Lines, SourceId

WIDEST, WIDEST_LIST, WIDEST_BROKEN = 6, 12, 24
_FEW_WORDS = 6
_BULLETED = re.compile(r"[-*•·–+|#]\s")


def places(card: Card, documents: Mapping[SourceId, Document]) -> Iterator[Fault]:
    """What is wrong with the citations of a card, those of differing answers included."""
    sides = (*card.citations, *(c for side in card.differs for c in side.citations))
    for citation in dict.fromkeys(sides):
        document = documents.get(citation.source_id)
        if document is None:
            message = f"It cites {citation.source_id}, which is not among the documents."
            yield message, "Add the document, or cite another."
        elif citation.lines.last > len(document.lines):
            message = f"It cites {citation.lines} of {citation.source_id}, which has"
            hint = "Correct the lines."
            yield f"{message} {len(document.lines)} lines.", hint
        else:
            yield from _content(card, citation, document)


def _content(card: Card, citation: Citation, document: Document) -> Iterator[Fault]:
    where = f"{citation.source_id}, {citation.lines}"
    text = document.text(citation.lines)
    if not any(char.isalnum() for char in text):
        yield f"There is no text in {where}.", "Correct the lines."
    limit = _limit(card, citation.lines, document)
    if len(citation.lines) > limit:
        message = f"The citation {where} is {len(citation.lines)} lines wide; {limit} are allowed."
        yield message, "Cite only the lines that hold the answer."
    if citation.quote and _run(citation.quote) not in _run(text):
        message = f"The quote does not stand in {where}."
        yield message, "Copy it again, or remove it."
    yield from _headings(citation, document)


def _headings(citation: Citation, document: Document) -> Iterator[Fault]:
    for heading in citation.headings:
        if heading in document.headings:
            continue
        wanted = _run(heading)
        if not any(wanted in _run(line) for line in document.lines):
            message = f"{citation.source_id} has no heading '{heading}'."
            yield message, "Write the heading as the document has it."


def _run(text: str) -> str:
    return "".join(char for char in folded(tidy(text)).lower() if char.isalnum())


def _limit(card: Card, lines: Lines, document: Document) -> int:
    if is_broken_at_links(document.text(lines)):
        return WIDEST_BROKEN
    if is_list(card) or _holds_table(lines, document):
        return WIDEST_LIST
    return WIDEST


def is_list(card: Card) -> bool:
    """Whether the answer, or one that differs, is several items."""
    answers = (card.answer, *(side.value for side in card.differs))
    listed = any("; " in answer for answer in answers)
    return listed or card.kind in {FactKind.LIST, FactKind.CLASSIFICATION}


def _holds_table(lines: Lines, document: Document) -> bool:
    return any(
        p.layout is Layout.ROW and p.lines.first <= lines.last and lines.first <= p.lines.last
        for p in document.near((lines,))
    )


def is_broken_at_links(text: str) -> bool:
    """Whether the lines are mostly fragments that run on: a page cut at its links."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    pieces = [line for line in lines if _is_fragment(line)]
    runs_on = any(line[0].islower() or line[0] in ".,;:)(" for line in lines)
    return runs_on and len(pieces) * 2 >= len(lines)


def _is_fragment(line: str) -> bool:
    if not any(char.isalnum() for char in line):
        return True
    few = len(line.split()) <= _FEW_WORDS
    return few and not _BULLETED.match(line) and not line.endswith((".", "!", "?"))
