"""Questions that anyone could answer, or that many answers fit, told by their form."""

import re

from studyapp.facts.worth import EVERYDAY, is_empty_stem
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_PLAIN = EVERYDAY | frozenset(stems("infection infections damage"))
_BARE = re.compile(
    r"^(?:[^?]*,\s)?what\s(?:do|does|can|may|might|could|would|will)\s(?P<of>[^?]+)\?$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?P<agent>.+?)\s(?:\w+ly\s)?(?:cause|lead\sto|result\sin|slow|affect|produce|increase|decrease|reduce"
    r"|develop|damage|weaken|involve|require|include|have)$",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"^(?:some|many|most|other|certain|several)\s(?:people|patients|women|men|adults|children)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\b(?:most|mainly|chiefly|primarily|always|first)\b")
_MEANS = re.compile(r"\b(?:stand\sfor|mean)$")
_ENUMERATES = re.compile(r", |; |\sand\s")


def is_guessable(fact: Fact, topic: str) -> bool:
    """Whether a question needs no knowledge of its answer, or has many answers besides it.

    `topic` is what the document is about: what gout causes fills a page, what uric acid
    crystals cause does not.
    """
    if _gives_topic(fact, topic) or _names_itself(fact):
        return True
    bare = _BARE.match(fact.question)
    if bare is None or _MEANS.search(bare["of"]) or fact.items:
        return fact.kind is FactKind.DEFINITION and all(map(is_empty_stem, stems(fact.value)))
    if _ENUMERATES.search(fact.value):
        return False
    return _is_lay(fact) or _SOME.match(bare["of"]) is not None or _is_of(topic, bare["of"])


_AIMED = re.compile(r"^(?:to|when|by)\s(?:treat|treating|manage|managing|control|controlling)\s")
_NAMED = re.compile(r"\b(?:called|known\sas|termed)\s(?P<name>[^,;(]+)$")


def _gives_topic(fact: Fact, topic: str) -> bool:
    """'Why may cladribine be given? To treat hairy cell leukemia', on a page about just that."""
    aimed = _AIMED.match(fact.value.lower())
    told = set(stems(fact.value[aimed.end() :])) if aimed else set()
    return bool(told) and told <= set(stems(topic))


def _names_itself(fact: Fact) -> bool:
    """'What does a BNP test check? A hormone called BNP': the answer's name is in the question."""
    named = _NAMED.search(fact.value)
    told = set(stems(named["name"])) if named else set()
    return bool(told) and told <= set(stems(fact.question))


def _is_lay(fact: Fact) -> bool:
    """Whether all that the answer tells are words of every day, and no number."""
    told = set(stems(fact.value)) - set(stems(fact.question))
    measured = any(c.isdigit() for c in fact.value)
    return not measured and all(stem in _PLAIN or is_empty_stem(stem) for stem in told)


def _is_of(topic: str, asked: str) -> bool:
    """Whether a question asks what the whole topic does."""
    does = None if _RANKED.search(asked) else _DOES.match(asked)
    named = frozenset(stems(topic))
    return does is not None and bool(named) and frozenset(stems(does["agent"])) == named
