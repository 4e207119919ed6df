"""Whether the numbers of an answer stand in a text, with their units, comparators and ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from studyapp.language.quantities import Dimension, quantities
from studyapp.language.synonyms import NUMBERS, canonical
from studyapp.language.words import singular


class Sense(StrEnum):
    """How a number is meant; the value is how a message says it."""

    EXACT = "exactly"
    ABOUT = "about"
    OVER = "more than"
    LEAST = "at least"
    UNDER = "less than"
    MOST = "up to"
    WITHIN = "within"


_SENSES = {
    Sense.MOST: r"up to|as (?:many|much|high) as|no more than|not more than|maximum|≤|<="
    r"|(?:or|and) (?:less|fewer|lower|younger)(?! than)",
    Sense.LEAST: r"at least|as (?:few|little|low) as|minimum|≥|>="
    r"|(?:or|and) (?:more|higher|greater|above|older|over)(?! than)",
    Sense.WITHIN: r"within",
    Sense.ABOUT: r"about|approximately|approx\.?|around|roughly|nearly|almost|some|estimated|~|≈",
    Sense.OVER: r"over|more than|above|greater than|higher than|exceed\w*|>",
    Sense.UNDER: r"less than|fewer than|under|below|lower than|<",
}
"""The words of each sense, those that hold others' words first."""

_SENSE_PATTERNS = tuple(
    (sense, re.compile(rf"(?<!\w)(?:{words})(?![a-z])", re.IGNORECASE))
    for sense, words in _SENSES.items()
)
_PAIR = re.compile(r"(?P<one>\d[\w.%/]*(?: [a-z°%/]+)?) and (?=\d)")
_DIGITS = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d])")
_GRAMS = re.compile(r"(?<=\d) g\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or range of a text, in canonical form; `ends` are one or two numbers."""

    text: str
    ends: tuple[float, ...]
    unit: str
    sense: Sense
    is_time: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a text says in numbers. `loose` are digits that belong to no figure ('B12')."""

    text: str
    figures: tuple[Figure, ...]
    loose: frozenset[str]
    rest: str


@lru_cache(maxsize=2048)
def numbers(text: str) -> Numbers:
    """Every number of a text; `rest` is the canonical text without its figures."""
    if not may_count(text):
        said = canonical(text)
        return Numbers(said, (), frozenset(), said)
    plain = _GRAMS.sub(" grams", _apart(canonical(text)))
    found: list[Figure] = []
    rest: list[str] = []
    at = 0
    for quantity in quantities(plain):
        written = plain[quantity.start : quantity.end]
        ends = tuple(dict.fromkeys(e for e in (quantity.low, quantity.high) if e is not None))
        is_time = quantity.dimension is Dimension.TIME
        found.append(Figure(written, ends, _unit(quantity.unit), _sense(written), is_time))
        rest.append(plain[at : quantity.start])
        at = quantity.end
    rest.append(plain[at:])
    left = " ".join(rest)
    return Numbers(plain, tuple(found), frozenset(_DIGITS.findall(left)), left)


def may_count(text: str) -> bool:
    """Whether a text may hold a number, in digits or in words; most hold none."""
    lower = text.lower()
    return _DIGIT.search(text) is not None or any(word in lower for word in _NUMBER_WORDS)


_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = (*NUMBERS.holds, *"third quarter half twice once bid tid qid .i.d".split())
"""All that the canonical form of a text makes digits of."""


def _apart(text: str) -> str:
    """'2 and 3 days' are two numbers, unless 'between' makes them the ends of one range."""

    def cut(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 20) : match.start()]
        return match.group(0) if "between" in before else f"{match['one']} & "

    return _PAIR.sub(cut, text)


def _unit(unit: str) -> str:
    return "%" if unit.startswith("per") else singular(unit.replace(" ", ""))


def _sense(written: str) -> Sense:
    return next((s for s, pattern in _SENSE_PATTERNS if pattern.search(written)), Sense.EXACT)


def unsupported(answer: Numbers, asked: str, cited: str) -> Iterator[str]:
    """What is wrong with each number of an answer that does not stand in the cited text so.

    The question may carry a unit or a comparator for the answer ('Within how many hours …?').
    """
    if not answer.figures and not answer.loose:
        return
    question, source = numbers(asked), numbers(cited)
    for figure in answer.figures:
        fault = _fault(figure, question, source)
        if fault:
            yield fault
    in_source = set(_DIGITS.findall(source.text)) if answer.loose else set()
    for digits in sorted(answer.loose - in_source):
        yield f"the number {digits} does not stand there"


def _fault(figure: Figure, question: Numbers, source: Numbers) -> str:
    same = [one for one in source.figures if set(one.ends) == set(figure.ends)]
    if not same:
        return _no_such_number(figure, source)
    same_unit = [one for one in same if _units_agree(figure, one, question, source)]
    if not same_unit:
        units = " or ".join(sorted({one.unit or "no unit" for one in same}))
        return f"'{figure.text}' has another unit than there ({units})"
    if any(_senses_agree(figure, one, question) for one in same_unit):
        return ""
    return f"'{figure.text}' is '{same_unit[0].text}' there"


def _no_such_number(figure: Figure, source: Numbers) -> str:
    for one in source.figures:
        if one.ends[1:] and set(figure.ends) < set(one.ends):
            return f"'{figure.text}' is only one end of '{one.text}'"
    if set(_DIGITS.findall(figure.text)) <= set(_DIGITS.findall(source.text)) and not (
        figure.unit or figure.ends[1:]
    ):
        return ""
    return f"'{figure.text}' does not stand there"


def _units_agree(figure: Figure, one: Figure, question: Numbers, source: Numbers) -> bool:
    if figure.unit == one.unit:
        return True
    if not figure.unit:
        return _asked(one.unit, question.text)
    if figure.unit == "year" and not one.unit:
        return re.search(r"\b(?:ages?|aged|old)\b", source.text) is not None
    return figure.unit in {"time", "fold"} and one.unit in {"", "time", "fold"}


def _asked(unit: str, question: str) -> bool:
    if unit == "%":
        return re.search(r"percent|proportion|share|%|fraction", question) is not None
    if unit == "year" and re.search(r"\bages?\b|\bold\b", question):
        return True
    return re.search(rf"\b{re.escape(unit)}s?\b", question) is not None


def _senses_agree(figure: Figure, one: Figure, question: Numbers) -> bool:
    if figure.sense is one.sense:
        return True
    if Sense.OVER in {figure.sense, one.sense} and figure.is_time and figure.ends[1:]:
        return True  # 'over 2-4 weeks' is how long it takes
    return figure.sense is Sense.EXACT and one.sense in _senses_of(question.text)


def _senses_of(text: str) -> frozenset[Sense]:
    return frozenset(s for s, pattern in _SENSE_PATTERNS if pattern.search(text))
