"""Whether a fact holds all that its sentence says in its place, and no more."""

import re

from spacy.tokens import Span, Token

from studyapp.facts.statement import Statement
from studyapp.language.verbs import base_of
from studyapp.model import Fact, FactKind

_ALSO = re.compile(
    r"\balso\b(?!\s(?:called|known|named|referred|termed|has\sbeen\scalled|abbreviated))",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(r"\b(?:also|besides|another|other|called|known\sas)\b", re.IGNORECASE)
_WAYS = re.compile(
    r"^(?:[^?,]{3,80},\s)?(?:how\s(?:is|are|can|may|does|do|should|must)|in\swhat|in\swhom"
    r"|for\swhom)\s",
    re.IGNORECASE,
)
_MANY_USES = re.compile(r"\bused\sfor\b|\brecommended\b|\bcaused\sby\b|\bTo\swhom\b")
_RUNS_ON = re.compile(
    r",\s(?:and|or)\s(?:when|if|as|then|because|while|it|they)\b"
    r"|^(?!.*\b(?:that|which|who|where|when|if)\b).*\s(?:and|but)\s(?:may|can|will|must|should|might)\s[a-z]"
)
"""What goes on with another sentence, or with another verb of the sentence's subject."""
_MEASURED = {
    FactKind.FIGURE,
    FactKind.DURATION,
    FactKind.DOSE,
    FactKind.THRESHOLD,
    FactKind.ABBREVIATION,
    FactKind.DEFINITION,
}
_NAMED = {"NOUN", "PROPN"}
_ONWARD = {"to", "into", "on", "up", "via", "through", "from", "at", "by", "off", "away"}
_BASE = {"VB", "VBP"}
_LEADS = {"WDT", "WP", "WRB", "IN"}
_INNER = {"relcl", "acl", "advcl", "csubj"}
_LISTED_ON = re.compile(
    r"^(?:\s\([^)]*\))?(?:,\s[\w\s’'-]{2,40}){1,4},\s(?:and|or)\s(?:[\w-]+\s?){1,4}[.;]?$"
)


def is_undivided(fact: Fact, statement: Statement) -> bool:
    """Whether the answer is a whole part of its sentence, and the only one the sentence knows.

    'X may be a sign of A, B or C' is not answered by A alone; 'older people also are at risk' adds
    to people named before; 'to kill bacteria and antivirals can treat the rest' holds a second
    sentence.
    """
    if fact.items or fact.kind in _MEASURED:
        return fact.kind is not FactKind.DEFINITION or not _breaks_off(fact.value, statement)
    if _adds(fact, statement.text) or _RUNS_ON.search(fact.value):
        return False
    span = _span_of(fact.value, statement)
    return span is None or not (_is_cut(span) or _swallows(span) or _goes_on(span))


def _breaks_off(value: str, statement: Statement) -> bool:
    """Whether a definition stops before a verb of its own: '… little mucus | thickens'."""
    span = _span_of(value, statement)
    if span is None or span.end >= len(span.doc) or not span.start:
        return False
    after, before = span.doc[span.end], span.doc[span.start - 1]
    if after.tag_ not in {"VBZ", "VBP", "VBD"}:
        return False
    unclosed = before.text == ","  # 'X, a disease in which …', with no comma behind it
    return unclosed or any(t.dep_ == "ROOT" and t.i <= before.i for t in span.doc)


def _adds(fact: Fact, text: str) -> bool:
    """Whether an 'also' says that the question has another answer, told before."""
    also = _ALSO.search(text)
    if also is None or not also.start() or _SAYS_SO.search(fact.question):
        return False
    told = re.match(rf"{re.escape(fact.value)}\s(?:[\w-]+\s){{0,2}}also\b", text, re.IGNORECASE)
    more = _WAYS.match(fact.question) or _MANY_USES.search(fact.question)
    answered = text.lower().find(fact.value.lower(), also.end()) >= 0
    return told is not None or (answered and more is not None)


def _span_of(value: str, statement: Statement) -> Span | None:
    start = statement.doc.text.lower().find(value.lower())
    if start < 0:
        return None
    return statement.doc.char_span(start, start + len(value), alignment_mode="expand")


def _is_cut(span: Span) -> bool:
    """Whether a member of the answer's own list stands behind it."""

    def goes_on(token: Token) -> bool:
        joined = token.i >= span.end and token.dep_ == "conj" and token.pos_ in _NAMED
        onward = token.i + 1 < len(span.doc) and token.nbor(1).lower_ in _ONWARD
        return joined and not onward and base_of(token.lower_) in {"", token.lower_}

    after = span.doc[span.end + 1] if span.end + 1 < len(span.doc) else None
    named = after is not None and after.pos_ in {*_NAMED, "ADJ"}
    if named and _LISTED_ON.match(span.doc.text[span.end_char :]):
        return True
    heads = (t for t in span if t.pos_ in _NAMED)
    return any(goes_on(child) for token in heads for child in token.children)


def _swallows(span: Span) -> bool:
    """Whether a verb of the answer goes on with the sentence's verb ('… and begins to grow')."""
    aims = len(span) > 1 and span[0].lower_ == "to" and span[1].tag_ == "VB"
    return not aims and any(
        token.dep_ == "conj"
        and token.tag_ in _BASE
        and base_of(token.lower_) == token.lower_
        and token.head.i < span.start
        and token.head.dep_ == "ROOT"
        for token in span
    )


def _goes_on(span: Span) -> bool:
    """Whether a second sentence stands in the answer, but no first one ('to kill A and B may')."""
    finite = next((t for t in span if t.tag_ in {"VBZ", "VBP", "VBD", "MD"}), None)
    if finite is None:
        return False
    before = span.doc[span.start : finite.i]
    joint = max((t.i for t in before if t.dep_ == "cc" and t.lower_ in {"and", "but"}), default=-1)
    second = [t for t in (*before, finite) if t.i > joint]
    led = any(t.tag_ in _LEADS and t.dep_ != "prep" for t in before)
    if joint < 0 or led or any(t.dep_ in _INNER for t in second):
        return False  # 'to find out if A is …', 'cells that are …' have their own clause
    return finite.tag_ == "MD" or any(t.dep_ in {"nsubj", "nsubjpass"} for t in second)
