"""Amounts with all that is said of them: '30–40 Gy', '≥ 7 mmol/L', 'up to 1 in 20', '5 ± 1 mL'."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from studyapp.language.numbers import read_number
from studyapp.language.quantities import ABOUT, AT_LEAST, AT_MOST
from studyapp.language.units import UNITS, Unit, read_unit


class Bound(StrEnum):
    """What the number of an amount is: itself, one of two ends, or a limit."""

    EXACT = "exactly"
    RANGE = "range"
    OVER = "more than"
    AT_LEAST = "at least"
    UNDER = "less than"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high` in `unit` (None: only a number); a limit has both alike.

    `about` says that the text calls it approximate, `written` are the words of the text.
    """

    low: Fraction
    high: Fraction
    unit: Unit | None = None
    bound: Bound = Bound.EXACT
    about: bool = False
    written: str = ""

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Both ends in the base of the measure."""
        size = self.unit.size if self.unit else 1
        return self.low * size, self.high * size

    def measures_as(self, other: "Amount") -> bool:
        """Whether the two can be compared as they stand."""
        if self.unit is None or other.unit is None:
            return self.unit is other.unit
        return self.unit.measures_as(other.unit)

    @property
    def is_time(self) -> bool:
        """Whether it says how long."""
        return self.unit is not None and self.unit.is_time


_AS_HIGH = {"at most", "as many as", "as much as", "as high as", "max", "maximum"}
_INCLUDED = {
    "at least", ">=", "≥", "a minimum of", "up to", "no more than", "not more than", "within",
    "<=", "≤", "a maximum of", *_AS_HIGH,
}  # fmt: skip
_NEARLY = ABOUT | {"approx", "circa"}
_OPENINGS = sorted(AT_LEAST | AT_MOST | _NEARLY | _AS_HIGH, key=len, reverse=True)
_COMPARATOR = re.compile(
    rf"({'|'.join(re.escape(one).replace(chr(92) + ' ', ' ') for one in _OPENINGS)})"
    rf"(?![^\W\d_])\s?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:between|from)\s", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s?(?:-|to\b|±)\s?", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_MORE = re.compile(
    r"\+(?![\d\w])|\s(?:or|and)\s(?:more|higher|greater|above|older|over|longer)(?!\w|\sthan)",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\s(?:or|and)\s(?:less|fewer|lower|below|younger|under|shorter)(?!\w|\sthan)", re.IGNORECASE
)
_OUT_OF = re.compile(r"\s(?:in|out of|of every)\s(?:every\s)?", re.IGNORECASE)
_GLUED = re.compile(r"-?[^\W\d_]")
_OVER = re.compile(r"/\s?\d")
_GAP = re.compile(r"[\s-]?")

_PERCENT = UNITS["%"]
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _Value:
    number: Fraction
    unit: Unit | None
    end: int


def _value(text: str, at: int) -> _Value | None:
    number = read_number(text, at)
    if number is None:
        return None
    value, end = number
    gap = _GAP.match(text, end)
    unit = read_unit(text, gap.end() if gap else end)
    if unit is None and text[at:end].lower() == "half":
        return _Value(value * _HUNDRED, _PERCENT, end)
    return _Value(value, *unit) if unit else _Value(value, None, end)


def read_amount(text: str, at: int = 0) -> tuple[Amount, int] | None:
    """The amount that stands at `at`, and where it ends; None where there is none."""
    comparator = _COMPARATOR.match(text, at)
    begin = comparator.end() if comparator else at
    between = _BETWEEN.match(text, begin)
    first = _value(text, between.end() if between else begin)
    if first is None:
        return None
    second = _second(text, first, between=between is not None)
    end = second.end if second else first.end
    if _GLUED.match(text, end) or (first.unit is None and _OVER.match(text, end)):
        return None
    amount = _joined(text, first, second)
    if amount is None or amount.low > amount.high:
        return None
    bound, end = _bound(text, end, comparator[1] if comparator else "", amount.bound)
    about = comparator is not None and comparator[1].lower() in _NEARLY
    written = text[at:end].strip()
    return Amount(amount.low, amount.high, amount.unit, bound, about, written), end


def _second(text: str, first: _Value, *, between: bool) -> _Value | None:
    """The other end of a range, or what a share is out of."""
    for pattern in (_SEPARATOR, _AND) if between else (_SEPARATOR,):
        separator = pattern.match(text, first.end)
        found = _value(text, separator.end()) if separator else None
        if found:
            return found
    out_of = _OUT_OF.match(text, first.end) if first.unit is None else None
    found = _value(text, out_of.end()) if out_of else None
    return found if found and found.unit is None and found.number >= first.number else None


def _joined(text: str, first: _Value, second: _Value | None) -> Amount | None:
    if second is None:
        return Amount(first.number, first.number, first.unit)
    between = text[first.end : second.end]
    if _OUT_OF.match(between):
        share = first.number / second.number * _HUNDRED if second.number else first.number
        return Amount(share, share, _PERCENT)
    unit = second.unit or first.unit
    if "±" in between:
        return Amount(
            first.number - second.number, first.number + second.number, unit, Bound.RANGE
        )
    low = first.number
    if first.unit and unit:
        if not first.unit.measures_as(unit):
            return None
        low = low * first.unit.size / unit.size
    return Amount(low, second.number, unit, Bound.RANGE)


def _bound(text: str, end: int, comparator: str, bound: Bound) -> tuple[Bound, int]:
    word = " ".join(comparator.lower().split())
    if bound is Bound.RANGE:
        return bound, end
    if word in AT_LEAST:
        return (Bound.AT_LEAST if word in _INCLUDED else Bound.OVER), end
    if word in AT_MOST or word in _AS_HIGH:
        return (Bound.AT_MOST if word in _INCLUDED else Bound.UNDER), end
    for pattern, limit in ((_MORE, Bound.AT_LEAST), (_LESS, Bound.AT_MOST)):
        found = pattern.match(text, end)
        if found:
            return limit, found.end()
    return bound, end
