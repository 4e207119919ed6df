"""Lists under a sentence or heading that announces them: one card for the whole list."""

import re
from collections.abc import Iterator

from studyapp.facts.announced import announced
from studyapp.facts.attributes import lists_effects
from studyapp.facts.context import Context
from studyapp.facts.statement import Group, Shape, cite
from studyapp.facts.subjects import points_elsewhere
from studyapp.language.words import starts_inside
from studyapp.model import Citation, Fact, Lines

_FEWEST, _MOST = 2, 5
_SHORT, _MOST_WORDS = 25, 38
_WIDEST = 12
_OTHER = re.compile(r"^(?:other|others|and|or|various|etc)\b", re.IGNORECASE)


def lists(group: Group, context: Context) -> Iterator[Fact]:
    """The list as one fact when all its items are of one kind and few enough to be asked."""
    items = _items(group, context.names)
    if not items:
        return
    asked = announced(group, context)
    if asked is None:
        return
    question, kind = asked
    if points_elsewhere(question) or question.count("(") != question.count(")"):
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


def _items(group: Group, names: frozenset[str]) -> tuple[str, ...]:
    """The items as they will be answered; empty when the list is not fit to be asked whole."""
    entries = group.entries
    whole = len(entries) == len(group.first.siblings)
    if not whole or not _FEWEST <= len(entries) <= _MOST:
        return ()
    labels = [entry.passage.label for entry in entries]
    if any(label and lists_effects(label) for label in labels):
        return ()
    if all(labels) and not any("%" in entry.text for entry in entries):
        texts = [labels[0], *(starts_inside(label, names) for label in labels[1:])]
    elif any(labels) and any("%" in entry.text for entry in entries):
        return ()
    else:
        if not _alike(group):
            return ()
        texts = [_item(entry.passage.text) for entry in entries]
        texts = [texts[0], *(starts_inside(text, names) for text in texts[1:])]
    if any(_OTHER.match(t) or points_elsewhere(t) or not t or "?" in t for t in texts):
        return ()
    short = texts if _words(texts) <= _SHORT else [_without_brackets(t) for t in texts]
    return tuple(short) if _words(short) <= _MOST_WORDS else ()


def _alike(group: Group) -> bool:
    """Whether the items are of one grammar, so that one question can ask for them all."""
    shapes = [entry.shape for entry in group.entries]
    lead = group.lead_in.text.strip().rstrip(":").lower() if group.lead_in is not None else ""
    if lead.endswith(" to"):
        return sum(shape in {Shape.BASE, Shape.VERB} for shape in shapes) * 2 > len(shapes)
    return len(set(shapes)) == 1 or set(shapes) == {Shape.NOUN, Shape.GERUND}


def _item(text: str) -> str:
    first = re.split(r"(?<=[a-z)])\.\s", text)[0]
    first = re.sub(r"\s*\([^()]*%[^()]*\)$", "", first)
    return re.sub(r"\b[Yy]our\s", "", first.strip().rstrip(".;,")).strip(" ")


def _without_brackets(text: str) -> str:
    """An item without what only explains it; figures, limits and abbreviations stay."""
    bare = re.sub(r"\s*\((?![A-Z]{2,})[^()\d<>≤≥%]*\)", "", text)
    return re.sub(r"^[“\"]([^”\"]+)[”\"]$", r"\1", bare)


def _words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


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
