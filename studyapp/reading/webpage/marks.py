"""Settles what is raised or lowered on a page: reference marks go, powers stay powers."""

import re
from collections.abc import Iterator

from studyapp.reading.lined import Lined
from studyapp.reading.webpage.tree import Element, Enter, walk

MARK = "\ue000"
"""Stands for a reference mark until the text around it is known."""

_NUMBERS = r"\d{1,3}[a-z]?(?:\s*[,;–-]\s*\d{1,3}[a-z]?)*,?"
_REFERENCE = re.compile(rf"\s*(?:[\[(]\s*)?(?:{_NUMBERS}|[a-z]|[*†‡§¶#^↑↩]+)(?:\s*[\])])?\s*")
_RAISED = re.compile(rf"\s*(?:{_NUMBERS}|\[\s*{_NUMBERS}\s*\]|[†‡§¶*]+)\s*")
_FOOTNOTE = re.compile(r"\s*[a-h†‡§¶*]\s*")
_AFTER_WORD = re.compile(r"(?:[a-z]{3}|[.,;:)\]\"'”’%]|" + MARK + r")\Z")
_AFTER_VALUE = re.compile(r"[a-z0-9.,;:)\]\"'”’%" + MARK + r"]\Z")
_POWER = re.compile(r"\s*[+−–-]?\d+\s*")
_RAISED_DIGITS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_NOTE = re.compile(
    r"(?:^|[^a-z])(?:cit|cite|citation|ref|refs|reference|references|bib|bibr|fn|footnote|note"
    r"|endnote|r|b|cr|en)(?:[^a-z]|$)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[\[(]\s*(?:" + MARK + r"\s*[,;–-]?\s*)*\Z")
_SETTLED = re.compile(
    rf"\s*[\[(]\s*{MARK}(?:[\s,;–-]*{MARK})*\s*[\])]|(?:\s+(?=[\s{MARK}]*(?:[.,;:)]|\Z)))?"
    rf"{MARK}(?:\s*[,;–-]?\s*{MARK})*"
)
_LONGEST = 40


def settle(root: Element) -> None:
    """Puts `MARK` for reference marks, and raised digits where a power would be misread.

    10<sup>9</sup> would read as 109, and 'drug<sup>3</sup>' as drug3.
    """
    before = ""
    for step in walk(root):
        if isinstance(step, Lined):
            before = (before + step.text)[-_LONGEST:]
        elif isinstance(step, Enter) and step.element.breaks:
            before = ""
        elif isinstance(step, Enter) and (step.element.name == "a" or _is_raised(step.element)):
            _settle_one(step.element, before)


def _is_raised(element: Element) -> bool:
    named = element.attributes.get("class", "") if element.name == "span" else ""
    return element.name == "sup" or named in {"sup", "superscript"}


def _settle_one(element: Element, before: str) -> None:
    text = _brief(element)
    if text is None or not text.text.strip():
        return
    is_mark = _linked_mark if element.name == "a" else _raised_mark
    if is_mark(element, text.text, before):
        element.children = [Lined.of(MARK, text.at[0])]
    elif element.name != "a" and before[-1:].isdigit() and _POWER.fullmatch(text.text):
        element.children = [Lined(text.text.translate(_RAISED_DIGITS), text.at)]


def _brief(element: Element) -> Lined | None:
    """The text of an element; None when it is longer than any mark."""
    pieces: list[Lined] = []
    length = 0
    for steps, step in enumerate(walk(element)):
        if isinstance(step, Lined):
            pieces.append(step)
            length += len(step.text)
        if length > _LONGEST or steps > _LONGEST:
            return None
    return Lined.joined(pieces, glue="")


def _raised_mark(element: Element, text: str, before: str) -> bool:
    """Whether raised characters point at a reference: by a link, or because they follow a word."""
    if any("#" in link.attributes.get("href", "") for link in _links(element)):
        return _REFERENCE.fullmatch(text) is not None
    if not before.strip():
        return _FOOTNOTE.fullmatch(text) is not None
    if _FOOTNOTE.fullmatch(text):
        return _AFTER_VALUE.search(before) is not None
    return _AFTER_WORD.search(before) is not None and _RAISED.fullmatch(text) is not None


def _links(element: Element) -> Iterator[Element]:
    return (s.element for s in walk(element) if isinstance(s, Enter) and s.element.name == "a")


def _linked_mark(link: Element, text: str, before: str) -> bool:
    """Whether a link within the page is a reference mark rather than 'Table 1'."""
    _, within, target = link.attributes.get("href", "").partition("#")
    if not within or not _REFERENCE.fullmatch(text):
        return False
    bracketed = text.strip()[0] in "[(" or _BRACKETED.search(before) is not None
    return bracketed or not text.strip()[0].isalnum() or _NOTE.search(target) is not None


def unmarked(text: Lined) -> Lined:
    """Text without the marks, the brackets around them, and the space before them."""
    return text.sub(_SETTLED, "") if MARK in text.text else text
