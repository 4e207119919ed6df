"""A sentence with its deletion as a fact: what is shown, what is asked, where it stands."""

import re

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.cloze.constituents import Part
from studyapp.facts.cloze.hint import hint_of
from studyapp.facts.cloze.sentence import text_of
from studyapp.facts.cloze.standing import Standing
from studyapp.facts.cloze.terms import is_technical
from studyapp.facts.context import Context
from studyapp.facts.course import course_of
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable
from studyapp.language.words import capital, stems
from studyapp.model import Fact, FactKind


def offset(statement: Statement, token: int) -> int:
    """Where a token of the parse stands in the text, whose name the parse has as 'It'."""
    doc = statement.doc
    return int(doc[token].idx) + (len(statement.text) - len(text_of(doc)) if token else 0)


_ALSO = re.compile(r"\salso(?=\s)")
_WORDS = 5


def _label(shown: Standing, bare: str, context: Context) -> str:
    """What stands in front: the page's subject, and the heading that a sentence is told under.

    Neither is needed where the card names it.
    """
    said = f"{shown.before} {bare}"
    course = course_of(shown.statement.passage.headings[1:], context.subject)
    named = not context.subject or context.names_subject(said)
    told = named and (not course or course.split()[0] in said.lower())
    parts = () if told else (capital(course or context.subject),)
    for above in shown.statement.passage.headings[-1:]:
        words = set(stems(above))
        known = words & set(stems(f"{said} {context.subject}"))
        if words and not known and _names_thing(above):
            parts = (*parts, above if parts else capital(above))
    return ", ".join(parts)


def _names_thing(heading: str) -> bool:
    """Whether a heading names a disease, a drug or a test, and does not only sort its page."""
    few = len(heading.split()) <= _WORDS and "?" not in heading
    plain = attribute_kind(heading) is None and is_nameable(heading)
    return few and plain and any(is_technical(word) for word in heading.split())


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
    if not shown.before:
        said = _ALSO.sub("", said)
    label = _label(shown, f"{opening} {closing}", context)
    said = f"{label}: {said}" if label else said
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
