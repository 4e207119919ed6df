"""Parses what documents will be asked for in one go: many short batches take longer than one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.tokens import Doc

from studyapp.facts.statement import Parse, group_texts, prose_texts
from studyapp.facts.tables import table_texts
from studyapp.model import Document


def ahead(documents: Sequence[Document], parse: Parse) -> Parse:
    """A parser that has parsed the lists, tables and sentences of some documents.

    It hands out each parse once, and parses what it does not have.
    """
    texts = tuple(chain.from_iterable(map(_texts, documents)))
    ready: dict[str, list[Doc]] = {}
    for text, doc in zip(texts, parse(texts), strict=True):
        ready.setdefault(text, []).append(doc)

    def parsed(asked: Iterable[str]) -> Iterator[Doc]:
        wanted = tuple(asked)
        known = [ready[text].pop() if ready.get(text) else None for text in wanted]
        missing = [text for text, doc in zip(wanted, known, strict=True) if doc is None]
        rest = iter(parse(missing) if missing else ())
        return (next(rest) if doc is None else doc for doc in known)

    return parsed


def _texts(document: Document) -> Iterator[str]:
    passages = document.passages
    yield from group_texts(passages)
    yield from table_texts(passages)
    yield from prose_texts(passages)
