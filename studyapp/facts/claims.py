"""When two facts claim the same, when they differ, and when they cannot be compared."""

import re
from enum import StrEnum
from functools import lru_cache

from studyapp.language.opposites import opposite
from studyapp.language.quantities import Quantity, quantities
from studyapp.language.synonyms import canonical
from studyapp.language.words import folded, stems
from studyapp.model import Fact, FactKind

_ALIKE_DEFINED = 0.5


class Verdict(StrEnum):
    """How two answers to one question stand to each other."""

    SAME = "same"
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"


_MEASURED = {FactKind.FIGURE, FactKind.DOSE, FactKind.DURATION, FactKind.THRESHOLD}
_RANKED = {FactKind.CLASSIFICATION, FactKind.DIAGNOSIS}


def verdict(one: Fact, other: Fact) -> Verdict:
    """How the answers of two facts to the same question compare."""
    if one.kind in _MEASURED or other.kind in _MEASURED:
        return _measured(one, other)
    if same_words(one.value, other.value) or _defined_alike(one, other):
        return Verdict.SAME
    ranked = one.attribute == other.attribute == "rank" and _names(one) and _names(other)
    apart = not _said(one.value) & _said(other.value)
    return Verdict.DIFFERENT if ranked and apart else Verdict.INCOMPARABLE


def same_words(one: str, other: str) -> bool:
    """Whether two answers say the same in the same words: order, examples, second names aside."""
    return bool(names_in(one) & names_in(other)) and _denials(one) == _denials(other)


_EXAMPLES = re.compile(r",?\s(?:like|such as|for example|e\.g\.,?|including)\s.*$")
_CALLED = re.compile(r",?\s(?:also|sometimes|often)\s(?:called|known as)\s")
_SHORT = re.compile(r"^(?P<full>[^()]+)\s\((?P<short>[A-Z][\w-]+)\)(?P<rest>(?:\s\w+)?)$")
_SORT = re.compile(
    r"^(?:the|an?)\s(?:drug|medicine|test|procedure|hormone|virus|bacterium)\s(?=\w)"
)
_ASIDE = re.compile(r"\s?\([^()]*\)")


@lru_cache(maxsize=8192)
def names_in(text: str) -> frozenset[frozenset[str]]:
    """The roots of an answer, and of each of its names where it is one thing with several."""
    plain = _EXAMPLES.sub("", folded(text))
    found = [_ASIDE.sub("", plain)]
    match = _SHORT.match(plain)
    if match and match["short"].lower() == _initials(match["full"]):
        found.append(match["short"] + match["rest"])
    called = _CALLED.split(plain)
    if called[1:] and not any(re.search(r"[,;]|\b(?:and|or)\b", part) for part in called):
        found += called
    return frozenset(roots for part in found if (roots := _said(part)))


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", words) if word).lower()


@lru_cache(maxsize=8192)
def _said(text: str) -> frozenset[str]:
    plain = _SORT.sub("", text[:1].lower() + text[1:])
    return frozenset(stems(canonical(plain)))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


@lru_cache(maxsize=8192)
def _numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text, those in words ('twice') included."""
    return tuple(sorted(re.findall(r"\d+(?:\.\d+)?", canonical(text))))


_DENIAL = re.compile(r"\b(?:not?|never|none|without|neither|cannot)\b|n't\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _denials(text: str) -> int:
    return len(_DENIAL.findall(folded(text)))


def _defined_alike(one: Fact, other: Fact) -> bool:
    """Whether two definitions of a term share most of their words, and none says the opposite."""
    if not one.kind is other.kind is FactKind.DEFINITION or one.attribute != other.attribute:
        return False
    mine, yours = (_said(_ASIDE.sub("", folded(fact.value))) for fact in (one, other))
    a, b = _words(one.value), _words(other.value)
    apart = any(opposite(x, y) for x in a - b for y in b - a)
    told = _denials(one.value) == _denials(other.value) and not apart
    counted = _numbers(one.value) == _numbers(other.value)
    return (
        told
        and counted
        and len(mine & yours) >= max(1, min(len(mine), len(yours)) * _ALIKE_DEFINED)
    )


def _names(fact: Fact) -> bool:
    """Whether a ranked fact names the one holder of its rank, and does not describe it."""
    return fact.question.startswith(("What is", "What was")) and not _DESCRIBES.match(fact.value)


_DESCRIBES = re.compile(r"^(?:an?|one|some)\s", re.IGNORECASE)


def _measured(one: Fact, other: Fact) -> Verdict:
    mine, yours = _bounds(one.value), _bounds(other.value)
    if mine and yours:
        same = mine == yours and _numbers(one.value) == _numbers(other.value)
        return Verdict.SAME if same else Verdict.DIFFERENT
    same = same_words(one.value, other.value)
    return Verdict.SAME if same else Verdict.INCOMPARABLE


@lru_cache(maxsize=8192)
def _bounds(text: str) -> tuple[tuple[float | None, float | None, str], ...]:
    return tuple((q.low, q.high, _unit(q)) for q in quantities(text))


def _unit(quantity: Quantity) -> str:
    return {"percent": "%", "per cent": "%"}.get(quantity.unit, quantity.unit.rstrip("s"))
