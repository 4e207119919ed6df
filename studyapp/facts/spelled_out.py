"""Abbreviations in questions, spelled out as the document spells them: a card stands alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from studyapp.model import Fact, FactKind


def spelled_out(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with each abbreviation that the document explains spelled out in the question."""
    full = {f.subject: f.value for f in facts if f.kind is FactKind.ABBREVIATION}
    return tuple(with_full_names(fact, full) for fact in facts)


def with_full_names(fact: Fact, full: Mapping[str, str]) -> Fact:
    """The fact with the abbreviations of some names spelled out in its question."""
    if not full:
        return fact
    return _spelled(fact, full, _any_of(tuple(full)))


@lru_cache(maxsize=64)
def _any_of(shorts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w(-])(?:" + "|".join(map(re.escape, shorts)) + r")(?![\w-])")


def _spelled(fact: Fact, full: Mapping[str, str], held: re.Pattern[str]) -> Fact:
    match = held.search(fact.question)
    if match is None or fact.kind in {FactKind.ABBREVIATION, FactKind.DEFINITION}:
        return fact
    short, long = match.group(), full[match.group()]
    said = fact.question.casefold()
    tail = f" in {long.casefold()}?"
    if said.endswith(tail):
        return replace(fact, question=f"{fact.question[: -len(tail)]}?")
    if long.casefold() in said or long.casefold() in fact.value.casefold():
        return fact
    first, last = match.span()
    asked = f"{fact.question[:first]}{long} ({short}){fact.question[last:]}"
    return replace(fact, question=asked) if len(asked.split()) <= _LONGEST else fact


_LONGEST = 26


_SPELLED = re.compile(r"(?P<words>(?:[A-Za-z][\w-]*\s){1,8})\((?P<short>[A-Z][A-Za-z]{1,6})\)")


def shortened(text: str) -> str:
    """Text with 'body mass index (BMI)' as 'BMI': the two wordings of one thing are then alike."""
    return _SPELLED.sub(_short, text) if "(" in text else text


def _short(match: re.Match[str]) -> str:
    words, short = match["words"].split(), match["short"]
    for count in range(1, len(words) + 1):
        parts = [p for word in words[-count:] for p in word.split("-") if p]
        if "".join(part[0] for part in parts).casefold() == short.casefold():
            return " ".join([*words[:-count], short])
    return match.group()
