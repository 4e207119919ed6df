"""Citations and differing answers as one JSON text, and back."""

import json
from collections.abc import Sequence
from typing import Any

from studyapp.model import Citation, Lines, Side, SourceId


def _flat(citation: Citation) -> list[Any]:
    lines = citation.lines
    head = [citation.source_id, list(citation.headings), lines.first, lines.last]
    return [*head, citation.page, citation.quote]


def _citation(flat: list[Any]) -> Citation:
    source, headings, first, last, page, quote = flat
    return Citation(SourceId(source), tuple(headings), Lines(first, last), page, quote)


def dump(citations: tuple[Citation, ...], differs: tuple[Side, ...]) -> str:
    """One JSON text of both; `load` gives back the same values."""
    sides = [[side.value, [_flat(one) for one in side.citations]] for side in differs]
    return json.dumps([[_flat(one) for one in citations], sides], ensure_ascii=False)


def load(text: str) -> tuple[tuple[Citation, ...], tuple[Side, ...]]:
    """The citations and differing answers that `dump` wrote."""
    citations, sides = json.loads(text)
    return (
        tuple(_citation(flat) for flat in citations),
        tuple(Side(value, tuple(_citation(flat) for flat in flats)) for value, flats in sides),
    )


def documents_in(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """For each such text the documents that its citations name, each once, in their order."""
    every = json.loads(f"[{','.join(texts)}]")
    return [tuple(dict.fromkeys(flat[0] for flat in citations)) for citations, _ in every]
