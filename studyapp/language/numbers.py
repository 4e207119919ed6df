"""Numbers as people write and type them, exactly: '1,200', '0,5', '.5', '2½', 'forty-two'."""

import re
from fractions import Fraction

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_HALF = Fraction(1, 2)
_ONES = "|".join(sorted(_SMALL, key=len, reverse=True))
_DIGITS = (
    r"\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?:\.\d+)?(?![\d,])"
    r"|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?|\.\d+"
)
_NUMBER = re.compile(
    rf"(?:(?P<whole>\d+)\s)?(?P<part>[1-7]/[2-8])(?![\d/])"
    rf"|(?P<digits>{_DIGITS})(?:\s?[x×]\s?10(?:\^(?P<power>\d\d?)|(?P<raised>[⁰¹²³⁴-⁹]{{1,2}})))?"
    rf"|(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<ones>{_ONES}))?(?![a-z])"
    rf"|(?P<small>{_ONES})(?P<half>\sand\sa\shalf)?(?![a-z])"
    rf"|(?P<alone>half)(?:\san?(?![a-z]))?(?![a-z])",
    re.IGNORECASE,
)
_SCALE = re.compile(rf"[\s-]?({'|'.join(_SCALES)})(?![a-z])", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GROUPED = re.compile(r"[,\u2009\u202f\u00a0](?=\d{3}(?!\d))")
_ONE_OR_OTHER = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")


def read_number(text: str, at: int = 0) -> tuple[Fraction, int] | None:
    """The number that stands at `at` and where it ends; None where there is none."""
    found = _NUMBER.match(text, at)
    if found is None:
        return None
    value, end = _value(found), found.end()
    while (scale := _SCALE.match(text, end)) is not None:
        value, end = value * _SCALES[scale[1].lower()], scale.end()
    return value, end


def is_ambiguous(text: str) -> bool:
    """Whether a comma or point may group thousands or open decimals: '1,500', '1.500'."""
    return _ONE_OR_OTHER.search(text) is not None


def _value(found: re.Match[str]) -> Fraction:
    if found["part"]:
        return Fraction(found["whole"] or 0) + Fraction(found["part"])
    if found["digits"]:
        return _from_digits(found)
    if found["tens"]:
        return Fraction(
            _TENS[found["tens"].lower()] + _SMALL.get((found["ones"] or "").lower(), 0)
        )
    if found["small"]:
        return Fraction(_SMALL[found["small"].lower()]) + (_HALF if found["half"] else 0)
    return _HALF


def _from_digits(found: re.Match[str]) -> Fraction:
    digits = (
        found["digits"] if found["digits"].startswith("0,") else _GROUPED.sub("", found["digits"])
    )
    value = Fraction(digits.replace(",", "."))
    power = found["power"] or (found["raised"] or "").translate(_RAISED)
    return value * int("1" + "0" * int(power or 0))


def written(value: Fraction) -> str:
    """A number for display: a leading zero, no trailing one, thousands from 10,000 grouped."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(value.numerator * 10**places // value.denominator).zfill(places + 1)
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return (f"{int(whole):,}" if whole[4:] else whole) + (f".{part}" if part else "")
