"""Answers that name a thing, and the class of things it is of: a disease, a drug, a microbe."""

import re
from collections.abc import Callable
from functools import lru_cache

from studyapp.language.anatomy import names_part
from studyapp.language.classes import class_of
from studyapp.language.diseases import disease_named

_ARTICLE = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)
_SHORT = re.compile(r"\s\([A-Z][A-Za-z-]{1,6}\)$")
_NO_NAME = re.compile(
    r"[,;:()“”\"/\d]|\b(?:and|or|that|which|who|whose|where|with|without|such|like|including|due"
    r"|because|their|its|other|these|those|this|all|some|many|most|only|both|than|not|no|when"
    r"|during|after|before|from|by|to|for|on|at|in|into|over|under|between|is|are|people|patients?|persons?|women|men|children|taking|using|(?:type|kind|form)s?\sof)\b",
    re.IGNORECASE,
)
_LONGEST = 5
_MICROBE = re.compile(
    r"^(?:[A-Z]\.\s[a-z]{4,}|[A-Z][a-z]{3,}\s[a-z]+(?:us|um|is|ae|ii?|ens|ans|osa|ica|ila|oli"
    r"|cia|ium|eri|ella)|[\w-]+(?:virus|coccus|cocci|bacter|bacillus|plasma)|[\w\s-]+\svirus)$"
)
_STATES = re.compile(
    r"\w{3}(?:megaly|uria|pnea|pnoea|tonia|kinesia|phagia|phasia|esthesia|philia|cytosis|chezia"
    r"|glycemia|natremia|kalemia|volemia|emesis|lithiasis)$",
    re.IGNORECASE,
)
_INFLAMED = re.compile(
    r"\w{3}itis\b|\b(?:deafness|blindness|palsy|vertigo|tinnitus)$", re.IGNORECASE
)
_EVENTS = re.compile(
    r"\b(?:labou?r|pregnanc(?:y|ies)|births?|ruptures?|injur(?:y|ies)|menopause|burns?|poisoning|overdose"
    r"|rejection|blockages?|obstruction)$",
    re.IGNORECASE,
)
"""Heads that tell of what happens to somebody rather than of a disease with a name."""
_CELLS = re.compile(r"(?:\bcells?|cytes?|phages?|phils?|blasts?|clasts?)$", re.IGNORECASE)
_HORMONES = re.compile(
    r"(?:insulin|glucagon|relaxin|gastrin|renin|calcitonin|thyroxine|hormone|testosterone|estradiol"
    r"|aldosterone|epinephrine|adrenaline|somatostatin|leptin|erythropoietin|vasopressin)s?$",
    re.IGNORECASE,
)
_MOLECULES = re.compile(
    r"(?:hormones?|proteins?|enzymes?|antibod(?:y|ies)|antigens?|collagen|h(?:a)?emoglobin|insulin"
    r"|glucagon|cortisol|bilirubin|cholesterol|receptors?|factors?|(?<!dise)(?<!ph)ases?"
    r"|ins?|(?<!b)ones?|ogens?|gens?|ens)$",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"\b(?:which|what)\s(?P<kind>(?:(?:class|group|family|type|kind)\sof\s)?[\w-]+)\s(?:is|are|does"
    r"|do|has|have|was|were|of|called)\b",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"^(?:an?\s|the\s)?(?:antibiotics?|drugs?|medicines?|medications?|antimicrobials?|analgesics?"
    r"|painkillers?|hormones?|vaccines?|bacteria|viruses|virus|cells?|proteins?|enzymes?|tumou?rs?"
    r"|cancers?|infections?|diseases?|blood|tissues?|organs?|inflammation|surgery|the\sbody"
    r"|muscles?|bones?|nerves?|glands?|swelling|injury|patients?|people|women|men|children)$",
    re.IGNORECASE,
)
"""Names so wide that they hold most others of their class."""


@lru_cache(maxsize=8192)
def bare(answer: str) -> str:
    """A name without its article and without an abbreviation in brackets behind it."""
    return _SHORT.sub("", _ARTICLE.sub("", answer.strip().rstrip(".")))


def is_name(answer: str) -> bool:
    """Whether an answer is one short noun phrase, with nothing in brackets or behind it."""
    name = bare(answer)
    short = 0 < len(name.split()) <= _LONGEST
    return short and not _NO_NAME.search(name) and not _BROAD.match(name)


@lru_cache(maxsize=8192)
def class_named(answer: str) -> str:
    """The class of things that a name is of; '' when its words do not tell."""
    name = bare(answer)
    first = "hormones" if _HORMONES.search(name) else "signs" if _STATES.search(name) else ""
    known = first or class_of(name)
    return known or next((kind for kind, is_of in _CLASSES if is_of(name)), "")


def _is_disease(name: str) -> bool:
    known = disease_named(name) or _INFLAMED.search(name)
    return bool(known) and not _EVENTS.search(name)


def _is_molecule(name: str) -> bool:
    return names_part(name) and _MOLECULES.search(name) is not None


def _found(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda name: pattern.search(name) is not None


_CLASSES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("diseases", _is_disease),
    ("microbes", _found(_MICROBE)),
    ("cells", _found(_CELLS)),
    ("molecules", _is_molecule),
    ("parts", names_part),
)
NARROW = frozenset({"drugs", "hormones", "microbes", "cancers", "imaging tests", "cells"})
"""Classes whose names are of one kind, whatever the document."""


def kind_asked(text: str) -> str:
    """The noun behind 'which' or 'what' ('class of drugs'); '' where none stands there."""
    found = _KINDS.search(text)
    return found["kind"].lower() if found else ""
