"""Lists under a sentence or heading that announces them: one card for the whole list."""

import re
from collections.abc import Iterator

from studyapp.facts.announced import announced
from studyapp.facts.context import Context
from studyapp.facts.items import items_of, some_of
from studyapp.facts.list_places import places_of
from studyapp.facts.statement import Group
from studyapp.facts.subjects import points_elsewhere
from studyapp.model import Fact

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
        places_of(group),
        items=items,
        question=question + "?",
    )
