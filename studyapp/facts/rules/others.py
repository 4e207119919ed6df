"""'Other signs of gout include A and B': what a sentence lists besides what was told before."""

from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.enumerations import joined, members_of
from studyapp.facts.further import further_asked, further_said
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.model import Fact

_LONGEST = 25


def others(statement: Statement, context: Context) -> Iterator[Fact]:
    """The members that a sentence lists as other ones of their kind."""
    noun, said = further_said(statement.text.strip())
    if not noun or statement.headed:
        return
    listed = members_of(said, statement.doc)
    told = (statement.before.text,) if statement.before is not None else ()
    asked = further_asked(noun, len(listed), told, context) if listed else None
    if asked is None or points_elsewhere(said):
        return
    value = joined(listed, statement.text)
    if len(value.split()) > _LONGEST:
        return
    question, kind = asked
    before = statement.before if question.startswith("Besides") else None
    places = (*before.citations, *statement.citations) if before else statement.citations
    yield Fact(
        kind,
        context.subject,
        question,
        value,
        tuple(dict.fromkeys(places)),
        items=listed,
        question=f"{question}?",
    )
