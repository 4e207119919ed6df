"""Sentences that follow each other in one paragraph or item, for claims that take two."""

from collections.abc import Iterator, Sequence

from studyapp.facts.statement import Statement
from studyapp.model import Layout

_ENOUGH = 30


def pairs(
    running: Sequence[Statement], items: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Each sentence with the one before it.

    `running` holds the sentences of running text in order, `items` the first sentences of list
    items, which are read apart from the rest of their items.
    """
    first = {id(s.passage): s for s in items if s.text.rstrip(".")[-_ENOUGH:] in s.passage.text}
    before: Statement | None = None
    for statement in running:
        if before is not None and before.passage is statement.passage:
            yield before, statement
        elif statement.passage.layout is Layout.ITEM and id(statement.passage) in first:
            yield first[id(statement.passage)], statement
        before = statement
