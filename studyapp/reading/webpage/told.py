"""What a page says of itself in its head: its title, its publisher, when it was reviewed."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from studyapp.reading.lined import Lined
from studyapp.reading.webpage.run import tidy
from studyapp.reading.webpage.tree import Element, Enter, elements, walk

_SUFFIX = re.compile(r"\s+[|–—-]\s+(?=[^|]*\Z)")
_REVIEWED = re.compile(r"\breviewed(?:\s+on)?\s*:?\s*\Z", re.IGNORECASE)
_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_HEAD = 4096
_KNOWN = re.compile(
    r"utf-?8|windows-125\d|cp125\d|iso-8859-\d{1,2}|koi8-[ru]|macintosh|shift_jis|euc-jp|euc-kr"
    r"|big5|gb18030"
)
_LIKE_WINDOWS = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"})
_REVIEWED_NAMES = ("lastreviewed", "last-reviewed", "dcterms.reviewed", "article:reviewed_time")
_LONGEST_DATA = 1_000_000
_NEAR = 60


def charset_of(data: bytes) -> str:
    """The encoding that a page declares in its first 4 kB, as Python calls it; '' for none."""
    found = _CHARSET.search(data[:_HEAD])
    told = found.group(1).decode("ascii", "replace").lower() if found else ""
    if told in _LIKE_WINDOWS:
        return "cp1252"
    if told in {"gbk", "gb2312"}:
        return "gb18030"
    return told if _KNOWN.fullmatch(told) else ""


def told_by(root: Element) -> Mapping[str, str]:
    """What is certain of 'title', 'publisher' and 'reviewed'; what is not is left out.

    The tree has to be whole still: a page tells programs most in its scripts.
    """
    metas = _metas(root)
    data = list(_linked_data(root))
    title = _title(root, metas)
    site = metas.get("og:site_name", "") or _named(data, "publisher")
    reviewed = _first(data, "lastReviewed") or next(
        (metas[name] for name in _REVIEWED_NAMES if metas.get(name)), ""
    )
    found = {"title": title, "publisher": site, "reviewed": reviewed or _reviewed_time(root)}
    return {key: value for key, value in found.items() if value}


def _metas(root: Element) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for element in elements(root):
        if element.name == "meta":
            told = element.attributes
            name = (told.get("property") or told.get("name", "")).lower()
            found.setdefault(name, " ".join(told.get("content", "").split()))
    return found


def _title(root: Element, metas: Mapping[str, str]) -> str:
    """The page's name without the site's: as told to other sites, as headed, as in the tab."""
    headings = [_text(e) for e in elements(root) if e.name == "h1"]
    headed = next(filter(None, headings), "")
    site = metas.get("og:site_name", "")
    shared = metas.get("og:title", "")
    tab = next((_text(e) for e in elements(root) if e.name == "title"), "")
    for title in (shared, headed, tab):
        if title:
            return _without_site(title, headings, site)
    return ""


def _without_site(title: str, headings: list[str], site: str) -> str:
    suffix = _SUFFIX.search(title)
    if suffix is None:
        return title
    name, rest = title[: suffix.start()], title[suffix.end() :]
    known = name in headings or (site and rest.casefold() == site.casefold())
    return name if known else title


def _text(element: Element) -> str:
    pieces = [step for step in walk(element) if isinstance(step, Lined)]
    return tidy(Lined.joined(pieces, glue="")).text


def _linked_data(root: Element) -> Iterator[Mapping[str, Any]]:
    """The objects that the page describes itself with to search engines (JSON-LD)."""
    for element in elements(root):
        if element.attributes.get("type", "").lower() == "application/ld+json":
            text = "".join(c.text for c in element.children if isinstance(c, Lined))
            try:
                told = json.loads(text[:_LONGEST_DATA])
            except (ValueError, RecursionError):
                continue
            told = told.get("@graph", told) if isinstance(told, dict) else told
            for one in told if isinstance(told, list) else [told]:
                if isinstance(one, dict):
                    yield one


def _first(data: list[Mapping[str, Any]], key: str) -> str:
    told = (one[key] for one in data if isinstance(one.get(key), str))
    return next(told, "").strip()


def _named(data: list[Mapping[str, Any]], key: str) -> str:
    """The name of the one organisation that stands there; '' when there are two."""
    told = {one[key].get("name") for one in data if isinstance(one.get(key), dict)}
    names = {name.strip() for name in told if isinstance(name, str)}
    return names.pop() if len(names) == 1 else ""


def _reviewed_time(root: Element) -> str:
    """The time that the page gives right after the word 'reviewed'."""
    before = ""
    for step in walk(root):
        if isinstance(step, Lined):
            before = (before + step.text)[-_NEAR:]
        elif isinstance(step, Enter) and step.element.name == "time" and _REVIEWED.search(before):
            return _text(step.element) or step.element.attributes.get("datetime", "")
    return ""
