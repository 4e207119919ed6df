"""How an answer looks among others: the right one must not be known by its looks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studyapp.language.anatomy import head_of
from studyapp.language.words import capital, is_plural

_ARTICLE = re.compile(r"^(?P<article>an?|the)\s", re.IGNORECASE)
_KEEPS = re.compile(r"^[a-z]+[A-Z]|^p[A-Z]")
_LONGER = 1.3
_FEW = 4
"""So many letters more or less are not seen."""


@dataclass(frozen=True, slots=True)
class Looks:
    """`signs` are compared one by one, `length` is in letters."""

    signs: tuple[str, ...]
    length: int


def looks_of(shown: str, *more: str) -> Looks:
    """How an answer looks; `more` are further signs of its kind."""
    return Looks(
        (
            article_of(shown),
            number_of(shown),
            "(" if "(" in shown else "",
            ";" if ";" in shown else "",
            "," if "," in shown else "",
            "digit" if re.search(r"\d", shown) else "",
            "short" if re.search(r"[A-Z]{2}", shown) else "",
            *more,
        ),
        len(shown),
    )


def article_of(shown: str) -> str:
    """'a', 'the' or ''."""
    found = _ARTICLE.match(shown)
    return found["article"].lower()[:1].replace("t", "the") if found else ""


def number_of(shown: str) -> str:
    """Whether a noun phrase is of one thing or of many: 'losses of blood' are many."""
    head = head_of(shown)
    return "many" if head and is_plural(head) else "one"


def shown(answer: str) -> str:
    """An answer as an option: with a capital, unless its first word has one inside ('mRNA')."""
    text = answer.strip().rstrip(".")
    return text if _KEEPS.match(text) else capital(text)


def stands_out(right: Looks, others: Sequence[Looks]) -> bool:
    """Whether the right option differs in one sign from all others alike, or is the longest."""
    lengths = [one.length for one in others]
    least, most = min(lengths), max(lengths)
    nearest = min(max(right.length, least), most)
    if not near_in_length(right.length, nearest, _LONGER):
        return True
    signs = zip(right.signs, *(one.signs for one in others), strict=True)
    return any(len(set(rest)) == 1 and own != rest[0] for own, *rest in signs)


def near_in_length(one: int, other: int, most: float) -> bool:
    """Whether neither of two lengths is `most` times the other."""
    return max(one, other) <= most * min(one, other) or abs(one - other) < _FEW
