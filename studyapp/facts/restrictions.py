"""Which openings of a sentence restrict it: a condition, a group of patients, a disease."""

import re

from studyapp.facts.subjects import points_elsewhere

_OCCASION = re.compile(
    r"^(?:if|when|once|after|before|during|unless|until|while)\s", re.IGNORECASE
)
_THAT = re.compile(r"^\w+\s(?:that|he|she|one|both(?!\sparents)|either|neither)\s", re.IGNORECASE)
_AMONG = re.compile(r"^(?:in|for|with|among)\s(?P<who>.+)$", re.IGNORECASE)
_NO_GROUP = re.compile(
    r"\b(?:cases?|addition|years?|countr(?:y|ies)|practice|order|fact|particular|contrast|turn|part"
    r"|times?|past|general|reasons?|instances?|settings?|situations?|examples?|century|future"
    r"|studies|trials?|decades?|section|meantime|world|way|safety|sake|best|regions?|areas?|most|many|some)\b"
    r"|\d{4}|\b[A-Z][a-z]+\s?[A-Z][a-z]+|\bU\.?S\b",
)


def restricts(fronted: str) -> bool:
    """Whether what is fronted is a condition, or names a group of patients or a disease."""
    if points_elsewhere(fronted) or _THAT.match(fronted):
        return False
    if _OCCASION.match(fronted):
        return True
    among = _AMONG.match(fronted)
    return among is not None and _NO_GROUP.search(fronted) is None
