"""A sentence with its deletion as a fact: what is shown, what is asked, where it stands."""

from studyapp.facts.cloze.constituents import Part
from studyapp.facts.cloze.hint import hint_of
from studyapp.facts.cloze.standing import Standing
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind


def offset(statement: Statement, token: int) -> int:
    """Where a token of the parse stands in the text, whose name the parse has as 'It'."""
    doc = statement.doc
    return int(doc[token].idx) + (len(statement.text) - len(doc.text) if token else 0)


def shown_as(shown: Standing, part: Part, context: Context) -> Fact:
    """The cloze fact of one part of a sentence.

    The page's subject stands in front where neither the sentence nor the one before names it.
    """
    statement, doc = shown.statement, shown.statement.doc
    first = offset(statement, part.start)
    last = offset(statement, part.end - 1) + len(doc[part.end - 1].text)
    if statement.text[first:last].endswith(".") and last == len(statement.text):
        last -= 1
    opening, closing = statement.text[shown.start : first], statement.text[last : shown.end]
    closing = closing if shown.end == len(statement.text) else f"{closing}."
    value = statement.text[first:last]
    value = capital(value) if not opening else value
    gap = f"{{{{c1::{value}::{hint_of(doc[part.start : part.end])}}}}}"
    said = " ".join(text for text in (shown.before, f"{capital(opening)}{gap}{closing}") if text)
    if context.subject and not context.names_subject(f"{shown.before} {opening} {closing}"):
        said = f"{capital(context.subject)}: {said}"
    places = statement.citations
    if shown.before and statement.before is not None:
        places = tuple(dict.fromkeys((*statement.before.citations, *places)))
    return Fact(
        FactKind.FINDING,
        subject=opening.strip() or value,
        attribute=closing.strip(),
        value=value,
        citations=places,
        question=said,
        topic=context.subject,
    )
