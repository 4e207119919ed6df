"""Which part of a sentence is most worth asking for, and whether any is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from studyapp.facts.cloze.constituents import Part
from studyapp.facts.cloze.sentence import stems_within, stems_without
from studyapp.facts.cloze.terms import is_technical
from studyapp.facts.cloze.unfit import LIKELY, is_unfit
from studyapp.facts.worth import EVERYDAY, LAY, is_empty_stem
from studyapp.language.anatomy import names_part
from studyapp.language.classes import class_of
from studyapp.language.words import stem, stems

_MOST_WORDS, _EASY_WORDS = 20, 8
_ROLE = {
    "number": 2.0,
    "object": 0.3,
    "time": 0.5,
    "subject": -1.0,
    "name": -0.8,
    "rest": -0.8,
    "clause": -0.3,
    "deed": -0.8,
}
_COUNTS = re.compile(r"one|first|second|third|fourth|fifth|half|quarter")
_LEAST = 2.0
_LEFT = 3
_TELLING = 2
_NEAR = 5
_FAMILY, _ROOT = 6, 3
_SPLITS = 2.5


@dataclass(frozen=True, slots=True)
class Choice:
    """A part to leave out, and how much it is worth asking."""

    part: Part
    worth: float


def choices(
    doc: Doc, parts: Iterable[Part], around: tuple[str, str, str], known: frozenset[str]
) -> tuple[Choice, ...]:
    """The parts worth asking, best first.

    `around` is the sentence before, the topic, and the name that the parse has as 'It': what
    stands on the card besides the sentence; `known` are the stems that other cards of this
    sentence answer already.
    """
    rated = [Choice(part, _worth(doc, part, around, known)) for part in parts]
    lists = [c.part for c in rated if c.worth > 0 and _is_list(doc[c.part.start : c.part.end])]
    whole = (Choice(c.part, c.worth - _SPLITS * _splits(c.part, lists)) for c in rated)
    able = (choice for choice in whole if choice.worth >= _LEAST)
    return tuple(sorted(able, key=lambda c: (-c.worth, c.part.start, c.part.end)))


def _is_list(span: Span) -> bool:
    """Whether a part is a list of three and more."""
    return sum(1 for t in span if t.dep_ == "conj") > 1 and ", " in span.text


def _splits(part: Part, lists: Iterable[Part]) -> bool:
    """Whether a part is one member of a list that could be asked whole."""
    return any(
        (one.start <= part.start and part.end < one.end)
        or (one.start < part.start and part.end <= one.end)
        for one in lists
    )


def _worth(doc: Doc, part: Part, around: tuple[str, str, str], known: frozenset[str]) -> float:
    span = doc[part.start : part.end]
    words = [t for t in span if not t.is_punct]
    shown, topic, name = around
    context = set(stems(f"{shown} {topic}"))
    outside = stems_without(doc, part.start, part.end) | set(stems(name))
    rest, about = outside | context, set(stems(topic))
    inside = stems_within(doc, part.start, part.end)
    new = {s for s in inside - rest if not is_empty_stem(s)}
    left = {s for s in outside if not is_empty_stem(s)}
    if not new or len(new - known) * 2 <= len(new) or len(left) + _helps(span, context) < _LEFT:
        return 0.0
    if len(words) > _MOST_WORDS or _is_early(span, part.role) or is_unfit(span, part.role):
        return 0.0
    numbers = any(map(_counts, words))
    told = numbers and all(t.lower_ in known for t in words if _counts(t))
    given = bool(about) and about <= inside and len(new) <= len(about) + 1
    given = given or (not _members(span) and _is_given(span.root, rest))
    if told or (given and not numbers) or not _tells(span, part.role, new, name):
        return 0.0
    worth = _content(span, new, len(inside)) + _ROLE.get(part.role, 0.0)
    return worth - _left_behind(doc, part, numbers=numbers)


_BARE = frozenset(
    "be have make cause lead include use affect help need require get become treat".split()
)


def _helps(span: Span, context: set[str]) -> bool:
    """Whether the topic in front tells enough: not before 'has [what?]' or 'causes [what?]'."""
    named = any(is_technical(t.text) for t in span.doc if not span.start <= t.i < span.end)
    return bool(context) and (named or span.root.head.lemma_ not in _BARE)


def _is_given(head: Token, rest: set[str]) -> bool:
    """Whether the card shows the head of a part already, or a word of its family."""
    root = stem(head.lower_)
    return any(root[:_FAMILY] == word[:_FAMILY] for word in rest if len(word) > _ROOT)


def _counts(token: Token) -> bool:
    """Whether a token is a number that measures, and no 'first' or 'half'."""
    return bool(token.like_num) and _COUNTS.fullmatch(token.lower_) is None


def _members(span: Span) -> int:
    return sum(1 for t in span if t.dep_ == "conj")


def _terms(span: Span) -> float:
    return sum(1.0 if is_technical(t.text) else 0.4 * names_part(t.text) for t in span)


def _tells(span: Span, role: str, new: set[str], name: str) -> bool:
    """Whether a part is more than everyday words: a term, a figure, a list, a deed of a drug."""
    numbers = any(map(_counts, span))
    if not numbers and new <= LAY:
        return False
    before = any(map(is_technical, (*name.split(), *(t.text for t in span.doc[: span.start]))))
    deed = before and role in {"deed", "clause", "aim"}
    several = _members(span) > 1 or len(new - EVERYDAY) >= _TELLING
    return numbers or deed or several or _terms(span) >= 1


def _content(span: Span, new: set[str], every: int) -> float:
    """How much a part holds: new words, figures, terms, members of a list, less for length."""
    words = sum(1 for t in span if not t.is_punct)
    worth = 1.5 + min(len(new), 4) * 0.6 + 2.5 * any(map(_counts, span)) + min(_terms(span), 3.0)
    worth += min(_members(span), 3) * 0.8 + 1.0 * bool(class_of(span.text))
    worth -= max(0, words - _EASY_WORDS) * 0.2 + 1.5 * (new <= EVERYDAY)
    return worth - 1.5 * (len(new) * 2 < every)


def _left_behind(doc: Doc, part: Part, *, numbers: bool) -> float:
    """What a part loses because its sentence holds what were better asked with it or before it."""
    near = any(t.like_num for t in doc[part.end : part.end + _NEAR])
    others = any(t.like_num for t in doc if not part.start <= t.i < part.end)
    alone = part.role == "number" and "%" not in doc[part.start : part.end].text
    listed = part.role == "subject" and _members(doc[part.start : part.end]) > 0
    best = listed and LIKELY.search(doc[part.end :].text) is not None
    # 'more than three stools', but not 'in 24 hours'
    return (
        2.0 * (numbers and near)
        + 1.0 * (others and not numbers)
        + 1.5 * (others and alone)
        - 3.0 * best
    )


def _is_early(span: Span, role: str) -> bool:
    """Whether a part stands inside the subject or in what is put in front of it."""
    if role in {"subject", "clause", "time"}:
        return False
    verbs = [t.i for t in span.doc if t.dep_ == "ROOT" or _opens_sentence(t)]
    first = span.doc[0].lower_ in _OPENS and next((t.i for t in span.doc if t.text == ","), 0)
    return span.end <= max(min(verbs, default=0), first or 0)


def _opens_sentence(token: Token) -> bool:
    """Whether a token is the verb of a sentence joined to the main one by a semicolon."""
    own = any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.lefts)
    return token.dep_ in {"ccomp", "conj"} and token.pos_ in {"VERB", "AUX"} and own


_OPENS = frozenset(
    "if when once after because although while since as before until unless".split()
)
