"""Lists under a sentence or heading that announces them: one card for the whole list."""

import re
from collections.abc import Iterator

from studyapp.facts.announced import announced
from studyapp.facts.context import Context
from studyapp.facts.items import items_of, some_of
from studyapp.facts.statement import Group, cite
from studyapp.facts.subjects import points_elsewhere
from studyapp.model import Citation, Fact, Lines

_WIDEST = 12
_OTHERS = re.compile(r"\b(?:of|in|for)\sother\s(?:patients|people|cases|adults|children)\b")
"""Who 'other patients' are, only the text before says."""


def lists(group: Group, context: Context) -> Iterator[Fact]:
    """The list as one fact when all its items are of one kind and few enough to be asked."""
    items = items_of(group, context.names)
    if not items:
        return
    asked = announced(group, context)
    if asked is None:
        return
    question, kind = some_of(asked[0], items), asked[1]
    if _OTHERS.search(question):
        return
    if not question or points_elsewhere(question) or question.count("(") != question.count(")"):
        return
    yield Fact(
        kind,
        context.subject,
        question,
        "; ".join(items),
        _places(group),
        items=items,
        question=question + "?",
    )


def _places(group: Group) -> tuple[Citation, ...]:
    """One citation from the lead-in to the last item when it is narrow, else several."""
    spans = [entry.citation.lines for entry in group.entries]
    if group.lead_in_citation is not None:
        spans.insert(0, group.lead_in_citation.lines)
    first = group.first
    runs: list[Lines] = []
    for span in spans:
        joined = runs[-1].joined(span) if runs else span
        if runs and len(joined) <= _WIDEST:
            runs[-1] = joined
        else:
            runs.append(span)
    return tuple(cite(first, lines) for lines in runs)
