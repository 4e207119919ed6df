"""How one amount stands to another, exactly: equal, inside, so many times too high."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from studyapp.language.amounts import Amount, Bound
from studyapp.language.numbers import is_ambiguous


class How(StrEnum):
    """The relations that can be told without doubt; everything else is OPEN."""

    SAME = "same"
    WITHIN = "within"
    NO_UNIT = "no unit"
    WITHIN_NO_UNIT = "within, no unit"
    NO_PER = "per what"
    LIMIT = "the same number, meant differently"
    TIMES_HIGH = "times too high"
    TIMES_LOW = "times too low"
    HIGH = "too high"
    LOW = "too low"
    ABOVE = "above the range"
    BELOW = "below the range"
    OPEN = "not to be told"


@dataclass(frozen=True, slots=True)
class Relation:
    """How a typed amount stands to the key; `times` for a power of ten."""

    how: How
    times: int = 1


_OPEN = Relation(How.OPEN)
_POWERS = (10, 100, 1000, 10**6)
_LIMITS = frozenset({Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST})
_YEARS = range(1500, 2200)
_THOUSAND = 1000
_FITS = frozenset({How.SAME, How.WITHIN, How.NO_UNIT, How.WITHIN_NO_UNIT})


def relate(typed: Amount, key: Amount) -> Relation:
    """How `typed` stands to `key`. A comma or point that may mean either tells nothing wrong."""
    relation = _relate(typed, key)
    if relation.how not in _FITS and is_ambiguous(typed.written):
        factor = Fraction(1, _THOUSAND) if "," in typed.written else Fraction(_THOUSAND)
        other = replace(typed, low=typed.low * factor, high=typed.high * factor)
        if _relate(other, key).how in _FITS:
            return _OPEN
    return relation


def _relate(typed: Amount, key: Amount) -> Relation:
    if typed.unit is None and key.unit is not None:
        return _without_unit(typed, key)
    if not typed.measures_as(key):
        return _without_per(typed, key)
    if typed.bound is Bound.EXACT and key.bound is Bound.RANGE:
        return _in_range(typed, key)
    if typed.bound is not key.bound:
        limit = {typed.bound, key.bound} & _LIMITS
        return Relation(How.LIMIT) if limit and typed.ends == key.ends else _OPEN
    if typed.ends == key.ends:
        return Relation(How.SAME)
    return _apart(typed, key)


def _without_unit(typed: Amount, key: Amount) -> Relation:
    how = _relate(replace(typed, unit=key.unit), key).how
    if how in {How.SAME, How.LIMIT}:
        return Relation(How.NO_UNIT)
    return Relation(How.WITHIN_NO_UNIT) if how is How.WITHIN else _OPEN


def _without_per(typed: Amount, key: Amount) -> Relation:
    if typed.unit is None or key.unit is None:
        return _OPEN
    begun = key.unit.shown.startswith(f"{typed.unit.shown}/")
    equal = (typed.low, typed.high, typed.bound) == (key.low, key.high, key.bound)
    return Relation(How.NO_PER) if begun and equal else _OPEN


def _in_range(typed: Amount, key: Amount) -> Relation:
    low, high = key.ends
    value, _ = typed.ends
    if low <= value <= high:
        return Relation(How.WITHIN)
    if typed.about or key.about:
        return _OPEN
    return Relation(How.BELOW if value < low else How.ABOVE)


def _apart(typed: Amount, key: Amount) -> Relation:
    """Two amounts of one kind that are not equal."""
    times = _power(typed, key)
    if times:
        return Relation(How.TIMES_HIGH if typed.ends[1] > key.ends[1] else How.TIMES_LOW, times)
    sure = key.bound is Bound.EXACT and not (typed.about or key.about or _is_year(key))
    if not sure:
        return _OPEN
    return Relation(How.HIGH if typed.ends > key.ends else How.LOW)


def _power(typed: Amount, key: Amount) -> int:
    """By which power of ten both ends differ; 0 when by none."""
    for times in _POWERS:
        for mine, other in ((typed.ends, key.ends), (key.ends, typed.ends)):
            if other[1] > 0 and mine == (other[0] * times, other[1] * times):
                return times
    return 0


def _is_year(key: Amount) -> bool:
    return key.unit is None and key.low.denominator == 1 and int(key.low) in _YEARS
