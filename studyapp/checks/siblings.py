"""Whether a question has one answer only: 'X also causes Y' says that X causes something else."""

import re
from collections.abc import Sequence

from studyapp.checks.claims import held, holding, is_naming, roots
from studyapp.checks.evidence import Claim, Evidence
from studyapp.language.words import folded, stem, stems

_ALSO = re.compile(
    r"\balso\b(?!\s(?:called|known\sas|named|referred|termed|has\sbeen\scalled|abbreviated))",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^(?:[^?,]{3,80},\s)?(?:what|who|whom|to\swhom|in\swhom|when|where|by\swhat|with\swhat)\s"
    r"(?:does|do|did|can|may|might|could|should|must|is|are|has|have|will)\s",
    re.IGNORECASE,
)
_SPREADS = re.compile(r"^how\s(?:does|do|can|may)\s", re.IGNORECASE)
_SAYS_SO = re.compile(r"\b(?:also|besides|another|other|called|known\sas)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"^(?P<who>[^,;]{2,60}?)\s(?:(?:can|may|might)\s)?also\s(?P<verb>[a-z]+)")


def one_of_several(question: str, answer: str, claims: Sequence[Claim], one: Evidence) -> bool:
    """Whether the lines tell another answer to the same question beside the card's.

    On a page or under a heading about Y, 'X also causes Y' adds a cause of Y, not an effect of X.
    """
    if not any("also" in claim.text.lower() for claim in claims):
        return False
    told, subject = set(stems(answer)), set(stems(one.document.subject))
    of_subject = bool(subject) and subject <= told
    if of_subject or (told <= set(stems(one.about)) and not subject <= set(stems(question))):
        return False
    asks = _OPEN.match(question) or _SPREADS.match(question)
    if not asks or _SAYS_SO.search(question) or is_naming(question) or "; " in answer:
        return False
    claim = holding(question, answer, claims)
    if claim is None:
        return False
    if _OPEN.match(question):
        text = held(question, answer, claims, listed=False)
        if _ALSO.search(folded(text.answering)) and _before(answer, text.answering):
            return True
    return any(_goes_on(other, question) for other in claims if other != claim)


def _before(answer: str, text: str) -> bool:
    """Whether the 'also' stands before the answer, and so adds it to what was said."""
    also = _ALSO.search(folded(text))
    first = stems(answer)[:1]
    rest = folded(text)[also.end() :] if also else ""
    return bool(first) and first[0] in stems(rest)


def _goes_on(other: Claim, question: str) -> bool:
    """'X also causes Z' beside the question of what X causes."""
    match = _GOES_ON.match(folded(other.text))
    if match is None or stem(match["verb"]) not in stems(question):
        return False
    who = roots(match["who"])
    return bool(who) and who <= roots(question)
