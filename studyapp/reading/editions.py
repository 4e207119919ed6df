"""Finds documents that are older editions of others: one title, one text but for changes."""

from collections.abc import Mapping, Sequence

from studyapp.language.editions import is_newer, may_be_editions
from studyapp.language.words import stems
from studyapp.model import Document, SourceId

_FEW, _HALF = 3, 0.5


def superseded(documents: Sequence[Document]) -> Mapping[SourceId, SourceId]:
    """Each older edition among some documents, with the newest edition of it.

    A document is one only when its title or file name, its subject and at least half of its
    sentences are those of the newer, and a year, a date or a version tells which that is.
    """
    by_subject: dict[str, list[Document]] = {}
    for document in documents:
        by_subject.setdefault(document.subject, []).append(document)
    found: dict[SourceId, SourceId] = {}
    for group in by_subject.values():
        for older in group if group[1:] else ():
            newer = [one for one in group if _replaces(one, older)]
            if newer:
                best = max(newer, key=lambda one: (_shared(one, older), one.source.id))
                found[older.source.id] = best.source.id
    return {older: _last(newer, found) for older, newer in found.items()}


def _last(newer: SourceId, found: Mapping[SourceId, SourceId]) -> SourceId:
    while newer in found:
        newer = found[newer]
    return newer


def _replaces(newer: Document, older: Document) -> bool:
    one, other = newer.source, older.source
    if not may_be_editions(one, other) or not is_newer(one, other):
        return False
    return _shared(newer, older) >= _HALF


def _shared(newer: Document, older: Document) -> float:
    """The share of the older document's sentences that the newer has; 0 for very few."""
    has, had = _sentences(newer), _sentences(older)
    return len(has & had) / len(had) if len(has & had) >= _FEW else 0.0


def _sentences(document: Document) -> frozenset[tuple[str, ...]]:
    return frozenset(
        words
        for passage in document.passages
        for start, end in passage.sentences
        if len(words := stems(passage.text[start:end])) >= _FEW
    )
