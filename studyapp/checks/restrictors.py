"""Whether a card keeps what limits its claim: its proviso, its patients, its 'at least'."""

import re
from collections.abc import Sequence
from functools import lru_cache

from studyapp.checks.asking import is_generic
from studyapp.checks.claims import Held, held, holding, is_naming, roots
from studyapp.checks.evidence import Claim
from studyapp.checks.support import words_of
from studyapp.language.words import folded, stem

_PROVISO = re.compile(
    r"\b(?:if|when|whenever|where|wherever|unless)\s(?:it\sis\s|they\sare\s)?(?:\w+ly\s)?"
    r"(?:feasible|possible|practical|needed|necessary|appropriate|available|tolerated"
    r"|not\s(?:feasible|possible|available|tolerated))\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\bat\sleast\s(?:two|three|four|five|six|seven|eight|nine|ten|\d)\s[a-z-]+", re.IGNORECASE
)
_CLASS = re.compile(r"^to which class of drugs\b", re.IGNORECASE)
_COUNTS = re.compile(r"\b(?:which|the|what)\s\d+\s", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:at\sleast|listed|examples?|among|some)\b", re.IGNORECASE)
_WHO = (
    r"(?:patients|people|persons|individuals|those|adults|children|women|men|infants)\s"
    r"(?:with|who\shave|who\sare|taking|receiving|undergoing|on)"
)
_FRONTED = re.compile(
    rf"^(?:for|in|among|with)\s(?:\w+\s){{0,3}}?{_WHO}\s(?P<what>[^,:;]{{3,70}}),", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"\b(?:in|for|among)\s(?:\w+\s){{0,2}}?{_WHO}\s(?P<what>(?!this\b|these\b|such\b|it\b|any\b)"
    r"(?:[\w’'-]+\s?){1,4})",
    re.IGNORECASE,
)
_ANY_WHO = re.compile(_WHO, re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:is|are|was|were|may|can|should|must|will|has|have|and|or|but|who|that|which|to|by|in|for"
    r"|from|as|than|at|on|after|before|during|because)\b.*$"
)


def lost_restrictor(question: str, answer: str, claims: Sequence[Claim], about: str) -> str:
    """The words with which the sources limit a claim and the card does not; or ''.

    `about` is what the page is about: patients who have that need not be named again.
    """
    if not _may_restrict(tuple(claims)):
        return ""
    item, *others = answer.split("; ")
    claim = holding(question, item, claims)
    if claim is None or _CLASS.match(question):
        return ""
    card = folded(f"{question} {answer}")
    proviso = _PROVISO.search(folded(claim.text))
    if proviso and not _PROVISO.search(card) and _beside(proviso, claim, question, item):
        return proviso.group(0)
    least = _AT_LEAST.search(folded(f"{claim.lead_in} {claim.text}"))
    if least and others and _COUNTS.search(question) and not _OPEN.search(question):
        return least.group(0)
    if is_naming(question) and not others:
        return ""
    text = held(question, item, claims, listed=bool(others))
    return _lost_people(text, claim, item, f"{card} {about}")


@lru_cache(maxsize=64)
def _may_restrict(claims: tuple[Claim, ...]) -> bool:
    """Whether claims hold any words that restrict what is said; most hold none."""
    said = folded("\n".join(f"{claim.lead_in} {claim.text}" for claim in claims))
    return any(pattern.search(said) for pattern in (_PROVISO, _AT_LEAST, _ANY_WHO))


def _beside(proviso: re.Match[str], claim: Claim, question: str, answer: str) -> bool:
    """Whether a proviso hangs on the words of the answer: it stands right behind some of them."""
    before = folded(claim.text)[: proviso.start()].rstrip(" ,")
    part = re.split(r"[;:.]|,\s(?:and|but|or)\s", before)[-1]
    return bool(roots(part) & roots(answer) - roots(question))


def _lost_people(text: Held, claim: Claim, answer: str, said: str) -> str:
    """The patients to whom a lead-in or a sentence restricts what it says."""
    known = roots(said)
    fronted = (_FRONTED.match(folded(part)) for part in (claim.lead_in, claim.text))
    found = [match for match in fronted if match]
    for part in re.split(r"[.;]\s", folded(text.answering)):
        found += _BEHIND.finditer(part) if roots(part) & roots(answer) else ()
    for match in found:
        what = _ENDS.sub("", match["what"])
        words = [w for w in words_of(what) if not is_generic(w) and stem(w) not in _ANY]
        if words and not any(roots(word) & known for word in words):
            return match.group(0).strip(" ,")
    return ""


_ANY = frozenset(stem(w) for w in "certain some various other any all condition likely".split())
