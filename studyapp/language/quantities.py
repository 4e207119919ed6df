"""Quantities as medical pages write them: value or range, comparator, unit, place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from studyapp.language.words import spaced

_NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "half": 0.5,
}  # fmt: skip
_WORDS = "|".join(_NUMBER_WORDS)
_NUMBER = (
    rf"(?:\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORDS})\b)"
    r"(?:\s(?:million|billion|thousand)\b)?"
)
_COMPARATOR = (
    r"(?:about|approximately|approx\.|around|roughly|nearly|almost|some|over|more\sthan|at\sleast"
    r"|up\sto|as\s(?:many|much|little|few|high|low)\sas|no\smore\sthan|not\smore\sthan|less\sthan"
    r"|fewer\sthan|under|below|above|greater\sthan|higher\sthan|lower\sthan|exceeding|between"
    r"|within|an\sestimated|only|a\sminimum\sof|a\smaximum\sof|[<>≤≥~≈]=?)"
)
_TIME = r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|decades?)"
_UNIT = (
    rf"(?:%|percent\b|per\scent\b|mg/kg(?:/day)?|mcg/kg|µg/kg|mg/d[lL]|g/d[lL]|mmol/[lL]"
    rf"|m[Ee]q/[lL]|µmol/[lL]|ng/m[lL]|mg|mcg|µg|micrograms?|milligrams?|grams?|kg|m[lL]"
    rf"|[lL]iters?|litres?|units?|IU|Gy|cGy|mm\s?Hg|mmHg|cm|mm|°\s?[CF]|degrees|[kK]cal|calories"
    rf"|pounds|lbs?|inches|times|fold|{_TIME})"
)
_SEPARATOR = r"\s?(?:-|–|—|\bto\b|\band\b|\bor\b)\s?"
_QUANTITY = re.compile(
    rf"(?<![\w.,/-])(?:(?P<cmp>{_COMPARATOR})\s?)?(?P<low>{_NUMBER})"
    rf"(?:\s?(?P<unit1>{_UNIT})(?![A-Za-z]))?"
    rf"(?:(?P<sep>{_SEPARATOR})(?P<high>{_NUMBER}))?"
    rf"(?:[\s-]?(?P<unit>{_UNIT})(?![A-Za-z]))?"
    r"(?P<post>\s(?:or|and)\s(?:more|higher|greater|above|less|fewer|lower|older|younger|over)\b(?!\sthan\b))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"(?=[\dotfsenh])(?:\d|(?:{_WORDS})\b)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST = 24
"""A comparator is shorter, so a quantity begins so few letters before its number at most."""
AT_LEAST = {
    "at least", "more than", "over", "above", "greater than", "higher than", ">", ">=", "≥",
    "exceeding", "a minimum of",
}  # fmt: skip
AT_MOST = {
    "up to", "no more than", "not more than", "less than", "fewer than", "under", "below",
    "lower than", "within", "<", "<=", "≤", "a maximum of",
}  # fmt: skip
ABOUT = {
    "about", "approximately", "approx.", "around", "roughly", "nearly", "almost", "some", "~", "≈",
    "an estimated",
}  # fmt: skip
_TIME_UNIT = re.compile(rf"^{_TIME}$", re.IGNORECASE)


class Dimension(StrEnum):
    """What a quantity measures."""

    SHARE = "share"
    TIME = "time"
    AMOUNT = "amount"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text: `text[start:end]` with comparator and unit.

    `low` and `high` are its bounds in the written unit (None for an open end), `about`
    whether the page calls it approximate. `unit` is as written, lower case.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    about: bool
    dimension: Dimension


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text in order. 'two to four weeks' is one, open ends kept open."""
    return tuple(_quantities(text)) if _may_count(text) else ()


def _may_count(text: str) -> bool:
    """Whether a text holds a digit or the letters of a number word: most texts hold neither."""
    lower = text.lower()
    return _DIGIT.search(text) is not None or any(word in lower for word in _NUMBER_WORDS)


def _next(text: str, at: int) -> re.Match[str] | None:
    """The first match at `at` or later; the search skips what stands far before a number."""
    number = _NUMBERED.search(text, at)
    return _QUANTITY.search(text, max(at, number.start() - _LONGEST)) if number else None


def _quantities(text: str) -> Iterator[Quantity]:
    at = 0
    while (match := _next(text, at)) is not None:
        quantity = _read(match)
        if quantity is not None:
            yield quantity
        if quantity is None and match["sep"] is not None:
            first = _QUANTITY.search(text, match.start(), match.start("sep"))
            alone = _read(first) if first is not None else None
            yield from [alone] if alone is not None else []
            at = match.start("sep")
        else:
            at = match.end()


def _value(number: str) -> float:
    word = number.lower().split()[0].replace(",", "")
    value = float(_NUMBER_WORDS[word]) if word in _NUMBER_WORDS else float(word)
    for name, factor in (("million", 1e6), ("billion", 1e9), ("thousand", 1e3)):
        if number.lower().endswith(name):
            value *= factor
    return value


def _read(match: re.Match[str]) -> Quantity | None:
    comparator = spaced((match["cmp"] or "").lower())
    separator = (match["sep"] or "").strip().lower()
    unit = (match["unit"] or match["unit1"] or "").lower()
    if separator == "and" and comparator != "between":
        return None
    if not unit and match["low"].lower() in {"one", "half"}:
        return None
    low, high = _bounds(match, comparator)
    return Quantity(
        match.start(), match.end(), low, high, unit, comparator in ABOUT, _dimension(unit)
    )


def _bounds(match: re.Match[str], comparator: str) -> tuple[float | None, float | None]:
    low = _value(match["low"])
    if match["high"]:
        return low, _value(match["high"])
    post = (match["post"] or "").split()[-1:]
    if comparator in AT_LEAST or post in (
        ["more"],
        ["higher"],
        ["greater"],
        ["older"],
        ["above"],
    ):
        return low, None
    if comparator in AT_MOST or post in (["less"], ["fewer"], ["lower"], ["younger"]):
        return None, low
    return low, low


def _dimension(unit: str) -> Dimension:
    if unit in {"%", "percent", "per cent"}:
        return Dimension.SHARE
    if _TIME_UNIT.match(unit):
        return Dimension.TIME
    return Dimension.AMOUNT if unit else Dimension.COUNT
