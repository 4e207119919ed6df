"""How often: 'every six hours', 'q6h', '6-hourly', 'twice daily', 'bd', 'a day'."""

import re
from dataclasses import dataclass
from fractions import Fraction

from studyapp.language.amounts import Amount, read_amount
from studyapp.language.units import UNITS, simple_unit


@dataclass(frozen=True, slots=True)
class Timing:
    """So many times in each `period`."""

    times: Fraction
    period: Amount

    @property
    def rates(self) -> tuple[Fraction, Fraction]:
        """How often at most and at least, in the base of time."""
        low, high = self.period.ends
        return self.times / low, self.times / high


def every(number: int, unit: str, times: int = 1) -> Timing:
    """So many times in each `number` of `unit`."""
    value = Fraction(number)
    return Timing(Fraction(times), Amount(value, value, UNITS[unit]))


_LATIN = {
    "od": every(1, "day"), "qd": every(1, "day"), "bd": every(1, "day", 2),
    "bid": every(1, "day", 2), "tds": every(1, "day", 3), "tid": every(1, "day", 3),
    "qds": every(1, "day", 4), "qid": every(1, "day", 4), "qod": every(2, "day"),
}  # fmt: skip
_ADVERBS = {
    "hourly": every(1, "hour"), "daily": every(1, "day"), "nightly": every(1, "day"),
    "weekly": every(1, "week"), "fortnightly": every(2, "week"), "monthly": every(1, "month"),
    "yearly": every(1, "year"), "annually": every(1, "year"),
}  # fmt: skip
_ONCE = {"once": 1, "twice": 2, "thrice": 3}
_WORD_END = r"(?![^\W\d_])"
_SHORT = re.compile(rf"({'|'.join(_LATIN)}){_WORD_END}", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[a-z]\.\s?){2,3}", re.IGNORECASE)
_ADVERB = re.compile(rf"({'|'.join(_ADVERBS)}){_WORD_END}", re.IGNORECASE)
_OTHER_DAY = re.compile(r"(?:every (?:other|second) day|(?:on )?alternate days)", re.IGNORECASE)
_EVERY = re.compile(r"(?:(?:once\s)?every|each)\s|q\s?(?=\d)|(?:per\s|/\s?)(?=\d)", re.IGNORECASE)
_PER = re.compile(r"/\s?|(?:per|an?|every|each)\s", re.IGNORECASE)
_TIMES = re.compile(rf"(once|twice|thrice){_WORD_END}\s?", re.IGNORECASE)
_HOURLY = re.compile(r"(?P<number>[\w\s-]{1,20}?)[\s-]?hourly", re.IGNORECASE)


def read_timing(text: str, at: int) -> tuple[Timing, int] | None:
    """How often something is given, as said at `at`, and where that ends."""
    for reader in (_named, _spaced_out, _per_period, _counted, _hourly):
        found = reader(text, at)
        if found:
            return found
    return None


def _named(text: str, at: int) -> tuple[Timing, int] | None:
    other = _OTHER_DAY.match(text, at)
    if other:
        return every(2, "day"), other.end()
    adverb = _ADVERB.match(text, at)
    if adverb:
        return _ADVERBS[adverb[1].lower()], adverb.end()
    short = _SHORT.match(text, at)
    if short:
        return _LATIN[short[1].lower()], short.end()
    dotted = _DOTTED.match(text, at)
    timing = _LATIN.get(re.sub(r"[.\s]", "", dotted[0]).lower()) if dotted else None
    return (timing, dotted.end()) if dotted and timing else None


def _spaced_out(text: str, at: int) -> tuple[Timing, int] | None:
    opening = _EVERY.match(text, at)
    found = read_amount(text, opening.end()) if opening else None
    if found is None or not found[0].is_time or found[0].low <= 0:
        return None
    return Timing(Fraction(1), found[0]), found[1]


def _per_period(text: str, at: int) -> tuple[Timing, int] | None:
    per = _PER.match(text, at)
    unit = simple_unit(text, per.end()) if per else None
    if unit is None or not unit[0].is_time:
        return None
    return Timing(Fraction(1), Amount(Fraction(1), Fraction(1), unit[0])), unit[1]


def _counted(text: str, at: int) -> tuple[Timing, int] | None:
    times = _TIMES.match(text, at)
    if times is None:
        return None
    period = _named(text, times.end()) or _per_period(text, times.end())
    if period is None:
        return None
    timing, end = period
    return Timing(timing.times * _ONCE[times[1].lower()], timing.period), end


def _hourly(text: str, at: int) -> tuple[Timing, int] | None:
    """'6-hourly', '4 to 6 hourly': the number is read with the unit put in its place."""
    hourly = _HOURLY.match(text, at)
    hours = f"{hourly['number']} hours" if hourly else ""
    found = read_amount(hours)
    if hourly is None or found is None or found[1] != len(hours) or found[0].low <= 0:
        return None
    return Timing(Fraction(1), found[0]), hourly.end()
