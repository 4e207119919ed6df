"""'The organism', 'the ulcer': a thing that a card means and names nowhere; words left hanging."""

import re
from collections.abc import Iterator

from studyapp.checks.asking import Fault
from studyapp.language.diseases import names_disease
from studyapp.language.words import folded, stem

_SICK = "disease|condition|disorder|illness|infection|syndrome"
_LIVING = "organism|pathogen|bacteri(?:a|um)|virus|parasite|fungus|microbe"
_FOUND = "ulcer|lesion|wound|mass|rash|clot|abscess|fracture|defect|graft|stone|polyp|cyst"
_GIVEN = (
    "drug|medicine|medication|substances?|agents?|antibiotic|vaccine|device|procedure|operation"
)
_QUALIFIED = (
    r"(?!['’]s?\s\w+\s(?:of|in)\b)(?!\s(?:of|that|who|which|whose|with|caused|causing|responsible|used"
    r"|involved|called|from|inside|within|itself|\w{3,}ed\sby)\b)"
)
_ANY = f"{_SICK}|{_LIVING}|{_FOUND}|{_GIVEN}"
_DEFINITE = re.compile(rf"\bthe\s(?P<noun>{_ANY})\b{_QUALIFIED}", re.IGNORECASE)
_SICK_ONE = re.compile(rf"^(?:{_SICK}|{_LIVING})$", re.IGNORECASE)
_ALONE = re.compile(rf"^the\s(?:{_ANY}|patients?|tumou?r|child|test|treatment)$", re.IGNORECASE)
_STRANDED = re.compile(
    r"^What\s(?:is|are)\s(?:[^?\s]+\s){1,6}(?:usually|often|generally|typically|commonly|sometimes"
    r"|normally|frequently)\?$"
)
_HEADING = re.compile(r"\b(?:listed|named|given)\sunder\s[“\"]")
_POINTS = "'{}' points at something outside the card."
_NAME_IT = "Name what is meant."


def definite_faults(question: str, answer: str) -> Iterator[Fault]:
    """Definite nouns of a card that nothing on it names, and words that hang in its question."""
    plain = folded(question)
    for found in _DEFINITE.finditer(plain):
        if not _is_named(found, plain):
            yield _POINTS.format(found.group(0)), _NAME_IT
    if _ALONE.match(folded(answer).strip()):
        yield _POINTS.format(answer), _NAME_IT
    if _STRANDED.match(plain):
        word = plain.rstrip("?").split()[-1]
        yield f"'{word}' hangs at the end of the question.", "Say it in the answer."
    if _HEADING.search(question):
        yield "The question names a heading of the page.", "Ask for what the list is of."


def _is_named(found: re.Match[str], plain: str) -> bool:
    """Whether the words before or around a definite noun tell which one is meant."""
    noun, before = found["noun"], plain[: found.start()]
    if any(stem(word) == stem(noun) for word in re.findall(r"[a-z]+", before.lower())):
        return True
    rest = before + plain[found.end() :]
    if _SICK_ONE.match(noun):
        named = names_disease(rest) or _NAMED.search(rest) or _TAIL.search(plain[found.end() :])
        return bool(named)
    return False


_TAIL = re.compile(r"\s(?:in|of|for|with)\s(?!the\b|an?\b)[\w’' -]+\?$")
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]+")
