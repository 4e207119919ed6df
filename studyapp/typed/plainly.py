"""Whether two answers are plain enough to be judged: amounts and how they are given, no more.

What stands beside the numbers may turn them round ('before', 'by', 'a child'). So every word
that is not read here must stand on both sides, in the same order, or there is no verdict.
"""

import re

from studyapp.language.units import UNITS

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_NUMBER = (
    rf"(?:\d[\d\u2009\u202f]*(?:[.,]\d+)*|[.,]\d+|½|half|(?:{_ONES})(?:[\s-](?:hundred|thousand))?|hundred"
    r"|thousand|a(?=\s))"
)
_TIME = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|months?|years?|yrs?)"
_PER = rf"(?:/\s?|\sper\s)(?:kg|kilograms?|m[²2]|m[Ll]|[Ll]|d[Ll]|{_TIME})"
_UNIT = "|".join(
    re.escape(form).replace(r"\ ", r"\s") for form in sorted(UNITS, key=len, reverse=True)
)
_AMOUNT = rf"{_NUMBER}(?:\s?(?:{_UNIT})(?![^\W\d_]))?(?:{_PER}(?![^\W\d_]))*"
_LINK = r"\s?(?:to|and|[-–])\s?"
_LIMIT = (
    r"(?:about|approximately|approx|around|roughly|between|at\s(?:least|most)|up\sto|(?:no\s)?(?:more|less)\sthan"
    r"|over|under|max|[<>≤≥]=?)"
)
_QUANTITY = rf"(?:{_LIMIT}\s?)?{_AMOUNT}(?:{_LINK}{_AMOUNT})?(?:\sor\s(?:more|less))?"
_ROUTE = r"(?:iv|i\.v\.|intravenous(?:ly)?|po|oral(?:ly)?|by\smouth|im|intramuscular(?:ly)?|sc)"
_OFTEN = rf"(?:once|twice|thrice|{_NUMBER}\stimes)"
_TIMING = (
    rf"(?:(?:every|each)\s{_QUANTITY}|q\s?\d+\s?h|\d+-hourly|{_OFTEN}\s(?:an?\s|per\s)?(?:day|daily|week|weekly)"
    r"|daily|a\sday|o\.?d\.?|b\.?d\.?|b\.?i\.?d\.?|t\.?d\.?s\.?|t\.?i\.?d\.?|q\.?d\.?s\.?|q\.?i\.?d\.?)"
)
_DURATION = rf"(?:for|over|in|within)\s{_QUANTITY}"
_END = r"(?![^\W\d_])"
_DOSE = re.compile(
    rf"\s*{_QUANTITY}(?:,?\s?{_ROUTE}{_END})?(?:\sbolus)?(?:,?\s?{_TIMING}{_END})?(?:,?\s{_DURATION})?\s*",
    re.IGNORECASE,
)
_THEN = re.compile(r",?\s(?:then|followed\sby)\s", re.IGNORECASE)
_READ = re.compile(
    rf"(?<![^\W\d_])(?:{_TIMING}|{_DURATION}|{_QUANTITY}|{_ROUTE}|bolus|of|the){_END}",
    re.IGNORECASE,
)
_LASTING = re.compile(rf"(?<![^\W\d_]){_DURATION}{_END}", re.IGNORECASE)
_DEGREES = re.compile(r"\d\s?°?\s?[CF](?![^\W\d_])")
"""Forty degrees is not ten times four."""
_RATE = re.compile(rf"(?:/\s?|\bper\s){_TIME}{_END}", re.IGNORECASE)
_GIVEN = re.compile(rf"(?<![^\W\d_]){_TIMING}{_END}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_MANY_WAYS = re.compile(
    r"[1-9]\d*\.\d{3}(?!\d)|\bper\s\d|\bor\b(?!\s(?:more|less)\b)"
    rf"|\b(?:\d+|{_ONES})\s(?:hourly|daily|weekly|monthly|yearly)\b",
    re.IGNORECASE,
)
"""'10.000', '5 per 1000', '3 monthly': what one writer means is not what another does."""
_PREFIXED = frozenset("mMsS")


def may_be_judged(typed: str, key: str, asked: str) -> bool:
    """Whether what stands beside the numbers is the same on both sides, or of the question."""
    if _MANY_WAYS.search(typed) or _MANY_WAYS.search(key) or _differ_in_case(typed, key):
        return False
    if _THEN.search(typed) or _THEN.search(key):
        return _is_regimen(typed) and _is_regimen(key)
    if _GIVEN.search(typed) and not _GIVEN.search(key):
        return False  # 'daily' is no '24 hours'
    mine, card = _beside(typed), _beside(key)
    return mine == card or (not mine and set(card) <= set(_WORD.findall(asked.casefold())))


def times_may_hide(typed: str, key: str) -> bool:
    """Whether one side tells how often, how long or at what rate, and the other does not.

    '30 Gy over 10 days' is no mistake for '3 Gy daily for 10 days'.
    """
    told = (_GIVEN, _LASTING, _RATE)
    return _DEGREES.search(key) is not None or any(
        bool(one.search(typed)) != bool(one.search(key)) for one in told
    )


def _is_regimen(text: str) -> bool:
    """Whether a text is doses that follow each other, each told amount first, and nothing more."""
    parts = _THEN.split(text.strip().rstrip("."))
    return all(_DOSE.fullmatch(part) for part in parts)


def _beside(text: str) -> list[str]:
    """The words that are no amount, route or timing, as they follow each other."""
    return [word.casefold() for word in _WORD.findall(_READ.sub(" ", text))]


def _differ_in_case(typed: str, key: str) -> bool:
    """Whether a unit differs by the case of a prefix alone: 'MIU' and 'mIU'."""
    units = {one.casefold(): one for one in _WORD.findall(key)}
    for one in _WORD.findall(typed):
        other = units.get(one.casefold(), one)
        apart = [a for a, b in zip(one, other, strict=True) if a != b]
        if len(apart) == 1 < len(one) and apart[0] in _PREFIXED:
            return True
    return False
