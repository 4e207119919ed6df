"""Verdicts and amounts in words, by the rules of display: 0.5, not .5 or 0.50; units in full."""

import re

from studyapp.language.amounts import Amount, Bound
from studyapp.language.numbers import written
from studyapp.language.units import UNITS
from studyapp.typed.relation import How, Relation

_TIMES = {10: "Ten", 100: "A hundred", 1000: "A thousand", 10**6: "A million"}
_DOSE_MEASURES = frozenset({"g", "mol", "Eq", "unit", "Gy", "L", "tablet", "capsule", "puff"})
_DOSE_WORDS = re.compile(r"\b(?:dos(?:e|es|age|ing)|regimen|bolus)\b", re.IGNORECASE)
_TIGHT = frozenset({"%"})
_LIMITS = {
    Bound.OVER: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.UNDER: "less than ",
    Bound.AT_MOST: "up to ",
}
_GAP = "\N{NO-BREAK SPACE}"
_DIRECTIONS = {
    How.TIMES_HIGH: ("high", "long"),
    How.HIGH: ("high", "long"),
    How.TIMES_LOW: ("low", "short"),
    How.LOW: ("low", "short"),
}


def noun(key: Amount, asked: str = "") -> str:
    """What an amount is called: a dose only where the question or, unasked, its unit says so."""
    unit = key.unit
    if unit is None:
        return "number"
    if unit.measure == "%":
        return "share"
    if unit.is_time:
        return "time"
    by_unit = unit.measure in _DOSE_MEASURES and "L" not in unit.per
    return "dose" if by_unit and (not asked or _DOSE_WORDS.search(asked)) else "amount"


def numbers(amount: Amount) -> str:
    """The number or range alone: '6–10'."""
    low = written(amount.low)
    return low if amount.low == amount.high else f"{low}–{written(amount.high)}"


def shown(amount: Amount) -> str:
    """An amount for display; a share 'in 20' as it was written."""
    if " in " in amount.written:
        return amount.written[:1].lower() + amount.written[1:]
    return _LIMITS.get(amount.bound, "") + with_unit(numbers(amount), amount)


def with_unit(number: str, amount: Amount) -> str:
    """A number with its unit: '500 micrograms', '1 hour', '40%'."""
    if amount.unit is None:
        return number
    unit = amount.unit.shown
    if number == "1" and unit.endswith("s") and unit[:-1] in UNITS:
        unit = unit[:-1]
    return f"{number}{'' if unit in _TIGHT or unit.startswith('/') else _GAP}{unit}"


def same(typed: Amount, key: Amount, asked: str) -> str:
    """'Same dose: 0.5 mg = 500 micrograms'."""
    mine, other = shown(typed), shown(key)
    what = f"Same {noun(key, asked)}"
    return f"{what}: {other}" if mine == other else f"{what}: {mine} = {other}"


def told(relation: Relation, typed: Amount, key: Amount) -> str:
    """An unequal relation in words."""
    if relation.how in _DIRECTIONS:
        return _direction(relation, key)
    sentences = {
        How.WITHIN: f"Within {shown(key)}",
        How.WITHIN_NO_UNIT: f"Within {numbers(key)}, unit missing",
        How.NO_UNIT: f"Right {_figure(typed)}. {numbers(typed)} what?",
        How.NO_PER: f"Right number. {shown(typed)} per what?",
        How.LIMIT: f"Right number. The card says “{key.written}”",
        How.ABOVE: f"Above {shown(key)}",
        How.BELOW: f"Below {shown(key)}",
    }
    return sentences.get(relation.how, "")


def _figure(amount: Amount) -> str:
    return "range" if amount.bound is Bound.RANGE else "number"


def _direction(relation: Relation, key: Amount) -> str:
    way = _DIRECTIONS[relation.how][1 if key.is_time else 0]
    return f"{_TIMES[relation.times]} times too {way}" if relation.times > 1 else f"Too {way}"
