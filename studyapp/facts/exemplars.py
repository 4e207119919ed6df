"""A list that its lines leave open is asked as examples, never as the whole."""

import re
from dataclasses import replace

from studyapp.facts.attributes import head_noun
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.model import Fact

_OPEN = re.compile(
    r"\b(?:examples?\b(?:\sof\s[^.:]*?)?\s(?:are|include|is)|including|such\sas|for\sexample|e\.g\."
    r"|for\sinstance|among\sthem|like)(?:\sthe\sfollowing)?[:,]?\s*$",
    re.IGNORECASE,
)
_SOME = re.compile(r"^(?:some|other|additional|further)\s(?!of\b)", re.IGNORECASE)
_WHICH = re.compile(
    r"^Which (?P<count>\d) (?P<noun>[^?]+?)(?:, listed under “[^”]+”,)?"
    r"(?<!\bthat)(?<!\bwhich)(?<!\bwho) (?P<verb>can|may|might|could|should|must|will|are|have"
    r"|help|causes?|increase|reduce|lead|raise|lower|affect|contribute|set|make)"
    r"(?P<rest>(?: [^?]*)?)\?$"
)
_UNDER = re.compile(
    r"^Which (?P<count>\d) (?P<noun>[^?]+?) (?:is|are) listed(?: under “[^”]+”)?\?$"
)
_OF_THE = re.compile(r"^of\s(?P<noun>the\s.+)$")
_SORTS = re.compile(r"^(?:types|kinds|forms)\sof\s")
_ASKS = re.compile(r"\s(?:do|does|did|can|may)\s")
_RELATIVE = re.compile(r"\s(?:that|which|who)\s")
_MODAL = {"can", "may", "might", "could", "should", "must", "will"}
_DOES = frozenset("be cause lead help increase reduce raise trigger affect result cut set".split())
_MAY = re.compile(r"\b(?:may|can|might|could)\s(?:also\s)?include\b")
_START = 18
_BULLET = re.compile(r"^\s*(?:[-*•·–+]|\d{1,2}[.)])\s+")


def as_examples(fact: Fact, lines: tuple[str, ...]) -> Fact:
    """The fact, asked for 'examples' where its lines name some of more: 'such as', 'Some …'.

    `lines` are those that the fact cites. No question names the heading that its list is under.
    """
    if not fact.items or "listed " in fact.question.replace("listed under", ""):
        return fact
    headed = "listed under “" in fact.question
    under = _UNDER.match(fact.question)
    if not (headed or under) and not _is_open(fact, lines):
        return fact
    if under is not None:
        count = (
            f"{under['count']} listed" if _may_be(fact, under["noun"], lines) else under["count"]
        )
        return replace(fact, question=_examples(count, under["noun"], ""))
    match = _WHICH.match(fact.question)
    if match is None:
        return fact
    said = f"{match['verb']}{match['rest']}"
    follows = match["rest"].split()[:1]
    acts = match["verb"] not in _MODAL or (follows and _is_verb(follows[0]))
    if _ASKS.search(match["noun"]) or not acts:
        asked = re.sub(r"^Which (\d)", r"Which \1 listed", fact.question)
        return replace(fact, question=asked)
    link = "and" if _RELATIVE.search(match["noun"]) else "that"
    return replace(fact, question=_examples(match["count"], match["noun"], f" {link} {said}"))


def _may_be(fact: Fact, noun: str, lines: tuple[str, ...]) -> bool:
    """Whether 'Other causes may include' stands under a heading that speaks of causes.

    That they are 'listed' then says no more than the page does.
    """
    above = fact.citations[0].headings[-1:]
    told = "; " in fact.value and _MAY.search(" ".join(lines)) is not None
    return told and any(head_noun(noun) in heading.lower() for heading in above)


def _is_verb(word: str) -> bool:
    return word in _DOES or (base_of(word) == word and not is_noun_too(word))


def _examples(count: str, noun: str, said: str) -> str:
    noun = re.sub(r"^examples\sof\s", "", noun)
    part = _OF_THE.match(noun)
    if part is not None:
        return f"What are {count} of {part['noun']}{said}?"
    examples = "" if _SORTS.match(noun) else "examples of "
    return f"What are {count} {examples}{noun}{said}?"


def _is_open(fact: Fact, lines: tuple[str, ...]) -> bool:
    """Whether what stands in front of the first item says that there are more."""
    text = " ".join(_BULLET.sub("", line).strip() for line in lines)
    at = text.lower().find(fact.items[0].lower()[:_START])
    if at <= 0:
        return False
    before = text[:at].strip()
    sentence = re.split(r"(?<=[.?!])\s+", before)[-1]
    return _OPEN.search(before) is not None or _SOME.match(sentence) is not None
