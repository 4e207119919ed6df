"""Whether two documents may be editions of one work, and which of them is the newer."""

import re

from studyapp.language.words import folded, stems
from studyapp.model import Source

_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS.split(), 1)}
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_WORD = re.compile(r"[A-Za-z0-9]+")
_YEAR = re.compile(r"(?:[a-z]{3,})?((?:19|20)\d\d)", re.IGNORECASE)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_NAMED = re.compile(
    r"\b(?:(\d{1,2})\s+)?([A-Z][a-z]{2})[a-z]*\.?\s+(?:(\d{1,2}),?\s+)?((?:19|20)\d\d)\b"
)
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_VERSION = re.compile(
    r"\bv(?:er(?:sion)?)?[\s._-]?(\d{1,3})\b|\b(\d{1,2})(?:st|nd|rd|th)[\s._-]ed", re.IGNORECASE
)
_ABOUT_EDITION = frozenset(
    "v ver version edition ed st nd rd th revised revision update updated new draft final".split()
)
_MOST = 0.5

Age = tuple[int, ...]


def may_be_editions(one: Source, other: Source) -> bool:
    """Whether two documents bear one title, or one file name, but for a year or a version.

    Not if they name different publishers. That much is no proof: their texts have to agree.
    """
    if one.id == other.id:
        return False
    publishers = {folded(source.publisher).casefold() for source in (one, other)} - {""}
    if len(publishers) > 1:
        return False
    title, other_title = _name(one.title), _name(other.title)
    if title and title == other_title:
        return True
    files = _name(_stem(one)), _name(_stem(other))
    shared = len(title & other_title) > _MOST * len(title | other_title)
    return bool(files[0]) and files[0] == files[1] and shared


def is_newer(one: Source, other: Source) -> bool | None:
    """Whether the first is the newer edition; None where nothing tells, or two marks differ."""
    said = set()
    for mark in (_years, _reviewed, _version):
        a, b = mark(one), mark(other)
        size = min(len(a), len(b))
        if size and a[:size] != b[:size]:
            said.add(a[:size] > b[:size])
    return said.pop() if len(said) == 1 else None


def _stem(source: Source) -> str:
    return source.id.rpartition(".")[0] or source.id


def _name(text: str) -> frozenset[str]:
    """The words of a title or a file name, without those that tell its edition."""
    words = (w.lower() for w in _TOKEN.findall(text))
    kept = [
        w for w in words if not w.isdigit() and w[:3] not in _MONTH and w not in _ABOUT_EDITION
    ]
    return frozenset(stems(" ".join(kept)))


def _years(source: Source) -> Age:
    """The latest year in the file name or, without one there, in the title."""
    for text in (_stem(source), source.title):
        found = [match for word in _WORD.findall(text) if (match := _YEAR.fullmatch(word))]
        if found:
            return (max(int(match[1]) for match in found),)
    return ()


def _reviewed(source: Source) -> Age:
    """The date of the last review as far as it can be read without guessing."""
    iso = _ISO.search(source.reviewed)
    if iso:
        return tuple(map(int, iso.groups()))
    named = _NAMED.search(source.reviewed)
    if named and named[2].lower() in _MONTH:
        day = named[1] or named[3]
        return (int(named[4]), _MONTH[named[2].lower()], *([int(day)] if day else []))
    year = _ANY_YEAR.search(source.reviewed)
    return (int(year[1]),) if year else ()


def _version(source: Source) -> Age:
    found = _VERSION.search(f"{_stem(source)} {source.title}".replace("_", " "))
    return (int(found[1] or found[2]),) if found else ()
