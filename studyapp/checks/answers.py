"""Whether an answer is short, whole, and not given away by its question."""

import re
from collections.abc import Iterator
from itertools import pairwise

from studyapp.checks.asking import Fault, tokens
from studyapp.checks.support import words_of
from studyapp.language.synonyms import canonical
from studyapp.language.words import folded, stem, stems

_WORDS, _LIST_WORDS, _PARTLY_WORDS, _ITEMS = 25, 40, 60, 5
_SHORT_ITEMS, _PARTLY_ITEMS = 8, 12
"""So many items are allowed where the whole answer is no longer than an answer that is no list,
and so many where the question asks for some of them only."""
_LAST = frozenset(
    """of to for from in at by with about into against between during as than and or but the a an
    their its because if that which who including include includes like such when where while
    whose is are was were be may can""".split()
)
_FIRST = frozenset("and or but than include includes including".split())
_NEXT_CLAUSE = frozenset({"if", "when", "while", "during", "unless", "because", "after"})
_STRANDED = frozenset(
    "of to for from in on at by with about into after before against under as through".split()
)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_VAGUE = frozenset(
    stem(word)
    for word in """various certain different several other many some multiple factor factors
    thing things way ways issue issues problem problems specific particular
    number range variety approach approaches effect effects type types condition
    conditions side treatment treatments option options method methods
    additional more reason reasons case cases important common possible
    potential significant example following above below""".split()
)
_POINTING = re.compile(
    r"^(?:this|these|such|those)\b|\b(?:the following|mentioned above|described (?:above"
    r"|below)|see (?:above|below))\b|\((?:see|refer to)\b",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(?:what|which|name)\s(?:are\s)?(?:\d\sof\s)?(?:the\s)?(?P<count>\d{1,2})\s(?!%|percent)",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"\b[2-5] of the \d{1,2}(?: listed\b|\?)")
_HINTED = re.compile(r"\b(?:which|the) (?P<count>\d{1,2})\?$")
_CHOICE = re.compile(r",\s[^,?]+\sor\s[^,?]+\?$")
_NONE = re.compile(r"(?:no|none|not|without)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\d|\b(?:half|third|quarter|most|all|none|majority|minority|few|once|single|every|each"
    r"|no|daily|weekly|monthly|yearly"
    r"|annually|both|fifth)\b",
    re.IGNORECASE,
)
_ASKS_AMOUNT = re.compile(
    r"\b(?:what|which)\s(?:\w+\s)?(?:percentage|proportion|dose|fraction)\b|\bhow (?:many|old)\b",
    re.IGNORECASE,
)


def answer_faults(question: str, answer: str, hint: str = "") -> Iterator[Fault]:
    """What is wrong with an answer to a question, which is blanked if it is a cloze card's.

    `hint` is what the blank is asked with: it may ask for some of the items, or say their number.
    """
    if not any(char.isalnum() for char in answer):
        yield "The answer is empty.", "Write it, or remove the card."
        return
    yield from differing_faults(question, answer, hint)
    yield from _count(question, answer, hint)


def differing_faults(question: str, answer: str, hint: str = "") -> Iterator[Fault]:
    """What is wrong with an answer that differs: it may name more or fewer things."""
    yield from _length(f"{question} {hint}", answer)
    yield from _whole(question, answer)
    yield from _content(question, answer)


def items_of(answer: str) -> tuple[str, ...]:
    """The items of a list answer; one for any other."""
    return tuple(item.strip() for item in answer.split(";"))


def _length(question: str, answer: str) -> Iterator[Fault]:
    items, words = items_of(answer), len(answer.split())
    most = _SHORT_ITEMS if words <= _WORDS else _ITEMS
    partly = _PARTLY.search(question) is not None
    most = _PARTLY_ITEMS if partly else most
    if len(items) > most:
        message = f"The answer has {len(items)} items; {most} are allowed."
        yield message, "Ask for the items one by one, or for a part of them."
    limit = _PARTLY_WORDS if partly else _LIST_WORDS if items[1:] else _WORDS
    if words > limit:
        message = f"The answer has {words} words; {limit} are allowed."
        yield message, "Shorten it, or make two cards."


def _whole(question: str, answer: str) -> Iterator[Fault]:
    words = [word.lower() for word in tokens(answer)]
    if words[-1] in _LAST and answer.rstrip()[-1] not in ')”"' and not _is_name(answer):
        yield f"The answer breaks off at '{words[-1]}'.", "Complete it, or remove the card."
    if words[0] in _FIRST:
        yield f"The answer opens with '{words[0]}'.", "Give the whole phrase."
    asked = [word.lower() for word in tokens(question)]
    stranded = {w for w, after in pairwise((*asked, "if")) if after in _NEXT_CLAUSE}
    if words[1:] and words[0] in _STRANDED & stranded:
        message = f"'{words[0]}' stands in the question and opens the answer."
        yield message, "Leave it out of the answer."
    for name, text in (("question", question), ("answer", answer)):
        if any(text.count(a) != text.count(b) for a, b in _PAIRS) or text.count('"') % 2:
            message = f"A bracket or quotation mark of the {name} has no partner."
            yield message, "Add or remove one."
    if not all(any(c.isalnum() for c in item) for item in items_of(answer)):
        yield "An item of the answer is empty.", "Remove the semicolon too many."


def _is_name(answer: str) -> bool:
    """'Hepatitis A' and 'vitamin A' do not break off."""
    return len(tokens(answer)[-1]) == 1 and tokens(answer)[-1].isupper()


def _content(question: str, answer: str) -> Iterator[Fault]:
    given, asked = stems(answer), set(stems(question))
    fair = _CHOICE.search(question) or _is_name(answer) or _NONE.match(answer)
    if given and set(given) <= asked and not fair:
        yield "The question holds its answer.", "Word the question without it."
    if not given or set(given) <= _VAGUE:
        yield "The answer says nothing definite.", "Give what the lines name, or remove the card."
    plain = folded(answer)
    for pattern in (_POINTING, _SECOND):
        found = pattern.search(plain)
        if found:
            message = f"'{found.group(0)}' in the answer means nothing on the card alone."
            yield message, "Name what is meant."
    if _ASKS_AMOUNT.search(question) and not _AMOUNT.search(canonical(answer)):
        yield "The question asks for a number, and the answer has none.", "Ask otherwise."


def _count(question: str, answer: str, hint: str) -> Iterator[Fault]:
    asked = _HINTED.search(hint) or _COUNT.search(canonical(question))
    if asked is None:
        return
    count = int(asked["count"])
    found = _numbers_of_items(answer)
    if found and count not in found:
        message = f"The question asks for {count}, and the answer has {max(found)}."
        yield message, "Correct the number, or the list."
    items = [frozenset(words_of(item)) for item in items_of(answer)]
    if len(set(items)) < len(items):
        yield "The answer names one item twice.", "Remove one."


def _numbers_of_items(answer: str) -> frozenset[int]:
    """How many items an answer may be read as; empty where it cannot be told."""
    if ";" in answer:
        return frozenset({len(items_of(answer))})
    bare = re.sub(r"\([^)]*\)", "", answer)
    if "," not in bare:
        return frozenset()
    parts = [part for part in re.split(r",\s(?:and\s|or\s)?", bare) if part.strip()]
    joined = sum(len(re.split(r"\s(?:and|or)\s", part)) for part in parts)
    return frozenset(range(len(parts), joined + 1))
