"""Lists inside a sentence: 'A, B, and C' taken apart, or refused when it is not certain."""

import re

from spacy.tokens import Doc

_AFTER = re.compile(
    r",\s(?:which|who|whom|where|whereas|although|though|while|but|because|since|so|as\swell\sas"
    r"|depending|respectively|among|especially|particularly|and\s(?:it|they|this|these|the\s\w+\s"
    r"(?:is|are|can|may|will))|all\sof|each\sof|with|due|most|both)\b.*$"
)
_OPEN = re.compile(
    r"\b(?:other|others|etc|such\sas|including|e\.g|for\sexample|for\sinstance|more|various|similar"
    r"|and\sso\son|none|either|neither|rather|instead|not\sonly|both|except|like)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^(?:is|are|was|were|can|may|might|will|should|must|that|which|who|whose|when|where|if|to"
    r"|then|it|they|them|this|these|those|there|you|your|his|her|has|have|had|not|also"
    r"|occurs?|causes?|leads?)\b",
    re.IGNORECASE,
)
_INNER = re.compile(r"\b(?:is|are|was|were|then)\b|^(?:and|or|even)\s")
_WITH = re.compile(r"\s(?:with|to)\s")
_LINK = re.compile(r"\s(?:of|to|in|for|with|from|by|on|at|that|which|who)\s|(?<=\S)\s\w{3,}ing\s")
_WITHIN = re.compile(r",?\s(?:such\sas|including|like)\s[^;]*")
_FEWEST, _MOST = 2, 8
_LONGEST_ITEM = 10


def members_of(text: str, sentence: Doc) -> tuple[str, ...]:
    """The members of a list that ends its sentence; none when it is open, nested or cut.

    With a comma before the last 'and' only commas part members ('bread and milk' is one then);
    without it one 'and' is allowed. In 'damage to bones, joints and skin' the parse tells that
    it is one thing.
    """
    listed = without_brackets(text).strip().rstrip(".;, ")
    listed = listed if ";" in listed else _AFTER.sub("", listed)
    closed = _WITHIN.sub("", listed) if ";" in listed else listed
    if _OPEN.search(closed) or ":" in listed or listed.count("(") or "“" in closed:
        return ()
    parts = _parts(listed)
    if not _FEWEST <= len(parts) <= _MOST or any(_SAYS.match(part) for part in parts):
        return ()
    whole = all(0 < len(p.split()) <= _LONGEST_ITEM and not _INNER.search(p) for p in parts)
    linked = _LINK.search(f" {parts[0]} ")
    if linked and ";" not in listed:
        vague = _WITH.search(parts[0]) and not all(map(_LINK.search, parts[1:]))
        if vague or not _opens(parts, linked.start() - 1, sentence):
            return ()
    return tuple(parts) if whole and len({p.lower() for p in parts}) == len(parts) else ()


def _opens(parts: list[str], link: int, sentence: Doc) -> bool:
    """Whether the last member is joined to the head of the first, not to what hangs on it."""
    first, last = sentence.text.find(parts[0]), sentence.text.rfind(parts[-1])
    span = sentence.char_span(last, last + len(parts[-1])) if last >= 0 else None
    if first < 0 or span is None:
        return False
    token = span.root
    while token.dep_ == "conj":
        token = token.head
    return first <= token.idx < first + link


def _parts(listed: str) -> list[str]:
    mark = ";" if ";" in listed else ","
    if mark in listed:
        pieces = [piece.strip() for piece in listed.split(mark)]
        last = re.match(r"^(?:and|or)\s(?P<rest>.+)$", pieces[-1])
        if last is not None:
            return [*pieces[:-1], last["rest"]]
        if mark == ";" or any(re.search(r"\s(?:and|or)\s", piece) for piece in pieces[:-1]):
            return []
        end = re.split(r"\s(?:and|or)\s", pieces[-1])
        return [*pieces[:-1], *end] if len(end) == _FEWEST else []
    pair = re.split(r"\s(?:and|or)\s", listed)
    return pair if len(pair) == _FEWEST else []


def without_brackets(text: str) -> str:
    """A text without what stands in brackets, but for abbreviations."""
    return re.sub(r"\s*\((?![A-Z][A-Za-z]{0,5}[A-Z0-9]s?\))[^()]*\)", "", text)


_LAST_LINK = re.compile(r"(?=(?P<link>,?\s(?:and|or)\s))")


def joined(members: tuple[str, ...], text: str) -> str:
    """The members as an answer, linked as the text does; by semicolons when they are many."""
    inner = any(re.search(r",|\s(?:and|or)\s", member) for member in members)
    if inner or len(members) > _FEWEST + 1:
        return "; ".join(members)
    links = _LAST_LINK.finditer(text)
    ends = (match for match in links if text.startswith(members[-1], match.end("link")))
    end = next(ends, None)
    link = " and " if len(members) == _FEWEST else ", and "
    link = end["link"] if end is not None else link
    return f"{', '.join(members[:-1])}{link}{members[-1]}"
