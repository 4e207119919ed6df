"""Traces of a page or a program left in a card: markup, addresses, citation marks."""

import re
from collections.abc import Iterator

from studyapp.checks.asking import Fault
from studyapp.language.words import folded

_Trace = tuple[str, re.Pattern[str]]

_OF_NUMBERS: tuple[_Trace, ...] = (
    (
        "a citation mark",
        re.compile(
            r"\[\s?\d{1,3}(?:[\s,–-]+\d{1,3})*\s?\]|[a-z)][.,;]\d{1,3}\b"
            r"|\b[a-z]{4,}\d{1,2}\b(?![-/])|[a-z)]\.\s\d{1,2}$|[⁰-⁹¹²³]+(?=\s|$|[.,;])(?<!m[²³])"
        ),
    ),
    ("a power whose raised digits were lost", re.compile(r"\b10(?:3|6|9|12|13)/(?:[LlµμmM]|dL)")),
)
_REPEATED: _Trace = (
    "a word twice",
    re.compile(
        r"\b(?!that\b|had\b)([a-z]{2,}|[a-z-]+(?:\s[a-z-]+){1,3})\s\1(?![\w-])", re.IGNORECASE
    ),
)
_TRACES: tuple[_Trace, ...] = (
    ("an address", re.compile(r"https?://|www\.|\b[\w.]+@\w+\.\w+")),
    (
        "markup",
        re.compile(
            r"\*\*|(?<!\w)__|__(?!\w)|`|\]\(|</?[A-Za-z]{1,10}(?:[\s/][^<>]*)?>|&(?:[a-z]{2,8}"
            r"|#\d{1,5});|^\s*#+\s|\||<[!?]|-->"
            r"|(?<![\w*])\*\w|\{\{|\}\}"
        ),
    ),
    (
        "a placeholder",
        re.compile(
            r"\*{2,}|\bTODO\b|\bTBD\b|\bXXX+\b|\blorem ipsum\b|_{3,}|\[(?:insert|your"
            r"|name)\b|\?{2,}",
            re.IGNORECASE,
        ),
    ),
    *_OF_NUMBERS,
    ("a double space", re.compile(r"\S\s{2,}\S|[\n\t]")),
    ("a space before punctuation", re.compile(r"\w\s[,;?.!:](?:\s|$)|\(\s|\s\)")),
    ("a comma without a space", re.compile(r"[a-z)],[A-Za-z]|[,;:]\s?\?$|^[,;:.]\s")),
    _REPEATED,
    ("letters that are not readable", re.compile("[\ufffd\u200b-\u200f\ufeff\u0000-\u0008]")),
)
_USUAL = re.compile(r"[A-Za-z\d ,.;:()'\"…?%/–-]*")
_ODD = re.compile(r"\s[\s,;?.!:)]|\(\s|,[A-Za-z]|[,;:?]\?|^[,;:.]|//|www\.")
_FILLED_IN = ("todo", "tbd", "xxx", "lorem")
_RUN = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_LAST_NUMBER = re.compile(
    r"(?P<word>[a-z]{3,}|\))[.,]?\s(?P<number>\d{1,2}(?:,\s?\d{1,2})*)\??$", re.IGNORECASE
)
_NUMBERED = frozenset(
    """grade type stage class level phase day week month year group score age factor vitamin
    category tier step criterion number to of than about over under least and or from at chapter
    cohort line until is are was between per in approximately exceeds reaches nearly around
    above below interleukin chromosome trisomy mutation scale only""".split()
)

_LOST_DASH = re.compile(
    r"(?<![\d.,/-])(?=\d{4}(?:\d\d)?\b)(?P<least>\d\d\d?)(?P<most>[1-9]\d\d?)\s?"
    r"(?:%|(?:percent|m?c?g|mg/\w+|milli\w+|micro\w+|m[lL]|mm\s?Hg|hours?|days?|weeks?|months?|minutes?"
    r"|years?)\b)"
)
_TWICE = 2


def _lost_range(text: str) -> str:
    """A number that is two, the dash between lost ('1020 mg'): nobody can tell which was meant."""
    for found in _LOST_DASH.finditer(text):
        least, most = int(found["least"]), int(found["most"])
        even = len(found["least"]) == len(found["most"])
        if even and least < most <= _TWICE * least:
            return found.group(0)
    return ""


def trace_faults(question: str, answer: str) -> Iterator[Fault]:
    """Traces in a question or an answer."""
    for name, text in (("question", question), ("answer", answer)):
        plain = folded(text)
        for what, pattern in _possible(plain):
            found = pattern.search(plain)
            if found:
                shown = found.group(0).strip()
                yield f"The {name} holds {what} ('{shown}').", "Remove it."
        if _DIGIT.search(plain):
            yield from _number_faults(name, plain)


def _possible(plain: str) -> tuple[_Trace, ...]:
    """The traces that a text may hold: of most texts a glance at their signs excludes nearly all.

    A word can stand there twice only where a run of letters does, or a run of hyphens.
    """
    lower = plain.lower()
    if not _USUAL.fullmatch(plain) or _ODD.search(plain) or any(m in lower for m in _FILLED_IN):
        return _TRACES
    runs = _RUN.findall(lower)
    repeats = len(set(runs)) < len(runs) or "- -" in plain
    numbered = _OF_NUMBERS if _DIGIT.search(plain) else ()
    return (*numbered, _REPEATED) if repeats else numbered


def _number_faults(name: str, plain: str) -> Iterator[Fault]:
    """What the numbers of a question or an answer may be: a range in one, a citation mark."""
    lost = _lost_range(plain)
    if lost:
        message = f"The {name} holds '{lost}', which may be a range without its dash."
        yield message, "Remove it."
    last = _LAST_NUMBER.search(plain)
    if last and last["word"].lower() not in _NUMBERED:
        message = f"The {name} ends with '{last['number']}', which looks like a citation mark."
        yield message, "Remove it, or say what it counts."
