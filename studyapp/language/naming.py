"""Where texts have a name, in any of its forms, and the abbreviation that they give beside it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from studyapp.language.words import folded, singular

_SHORT = 3
_PLAIN = re.compile(
    r"^\w{3,}(?:ic|al|oid|ous|ive|ary|ory|ar|ed|ing|ion|[aeiy]sis|[aeiy]ses|itis|emia|oma|pathy"
    r"|ity|ism|ency|ancy|ness|ment|ior|ant|ent|ine|ate|ogy|omy|trophy|hood|body|cyte|tract|iac)s?$"
)
"""Endings of words that are no names: 'lymphatic', 'fusion', 'nephritis'."""


@lru_cache(maxsize=256)
def pattern_of(name: str) -> re.Pattern[str]:
    """Where a text has a name: in any capitals, of any number, with or without apostrophe."""
    *front, last = (word.replace("'s", "~") for word in folded(name).lower().split())
    one = singular(last) if last[_SHORT:] else last
    ends = {last, one, f"{one}s", f"{one}es"}
    forms = "|".join(re.escape(end) for end in sorted(ends, key=len, reverse=True))
    said = r"[\s-]".join([*map(re.escape, front), f"(?:{forms})"]).replace("~", "'?s")
    return re.compile(rf"(?<![\w-]){said}(?![\w-])", re.IGNORECASE)


_BESIDE = re.compile(
    r"(?:\s\([^)]*\))?,?\s(?:\(|or\s|(?:also\s)?(?:called|known\sas)\s)"
    r"(?P<short>(?-i:[A-Z][A-Za-z]{0,4}[A-Z]))\b",
    re.IGNORECASE,
)


_SHORTENED = re.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]")


def short_form(name: str, texts: Iterable[str]) -> str:
    """The abbreviation that texts give beside a name: 'chronic mountain sickness (CMS)'."""
    named = pattern_of(name)
    plain = (text for text in map(folded, texts) if _SHORTENED.search(text))
    ends = ((text, match.end()) for text in plain for match in named.finditer(text))
    beside = (_BESIDE.match(text, end) for text, end in ends)
    found = (match["short"] for match in beside if match)
    return next((short for short in found if _abbreviates(short, name)), "")


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation stand in a name in their order, the first first."""
    letters = re.escape(short[0]) + "".join(f".*{re.escape(letter)}" for letter in short[1:])
    return re.match(letters, name, re.IGNORECASE) is not None


def is_plain(word: str) -> bool:
    """Whether the ending of a small-letter word shows that it is nobody's name."""
    return _PLAIN.match(word) is not None


def brief_among(name: str, shorts: Iterable[str]) -> str:
    """The one abbreviation of several that is made of a name's words; '' for none or two.

    Each word must give its initial, and may give more letters: 'NGU' for 'nongonococcal
    urethritis'.
    """
    words = re.findall(r"[a-z]+", name.lower())
    found = [short for short in shorts if words and _spells(short.lower(), words)]
    return found[0] if len(found) == 1 else ""


def _spells(letters: str, words: list[str]) -> bool:
    """Whether letters can be dealt to words in their order, to each its initial first."""
    if not words:
        return not letters
    first, *rest = words
    if not letters or letters[0] != first[0]:
        return False
    ends = (end for end in range(1, len(letters) + 1) if _among(letters[1:end], first[1:]))
    return any(_spells(letters[end:], rest) for end in ends)


def _among(letters: str, word: str) -> bool:
    """Whether letters stand in a word in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)
