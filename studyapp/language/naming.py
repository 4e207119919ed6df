"""Where texts have a name, in any of its forms, and the abbreviation that they give beside it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from studyapp.language.words import folded, singular

_SHORT = 3


@lru_cache(maxsize=256)
def pattern_of(name: str) -> re.Pattern[str]:
    """Where a text has a name: in any capitals, of any number, with or without apostrophe."""
    *front, last = (word.replace("'s", "~") for word in folded(name).lower().split())
    one = singular(last) if last[_SHORT:] else last
    ends = {last, one, f"{one}s", f"{one}es"}
    forms = "|".join(re.escape(end) for end in sorted(ends, key=len, reverse=True))
    said = r"[\s-]".join([*map(re.escape, front), f"(?:{forms})"]).replace("~", "'?s")
    return re.compile(rf"(?<![\w-]){said}(?![\w-])", re.IGNORECASE)


_BESIDE = (
    r"(?:\s\([^)]*\))?,?\s(?:\(|or\s|(?:also\s)?(?:called|known\sas)\s)"
    r"(?P<short>(?-i:[A-Z][A-Za-z]{0,4}[A-Z]))\b"
)


def short_form(name: str, texts: Iterable[str]) -> str:
    """The abbreviation that texts give beside a name: 'chronic mountain sickness (CMS)'."""
    beside = re.compile(pattern_of(name).pattern + _BESIDE, re.IGNORECASE)
    found = (match["short"] for text in texts for match in beside.finditer(folded(text)))
    return next((short for short in found if _abbreviates(short, name)), "")


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation stand in a name in their order, the first first."""
    letters = re.escape(short[0]) + "".join(f".*{re.escape(letter)}" for letter in short[1:])
    return re.match(letters, name, re.IGNORECASE) is not None
