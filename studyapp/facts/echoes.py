"""Two facts of one document that a learner would answer alike are one card."""

import re
from collections.abc import Callable, Sequence

from studyapp.facts.topics import hedges
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

Ask = Callable[[Fact], str]

_ADDING_NOTHING = frozenset(
    stem
    for word in """two three four five six main listed example examples given generally normally
    usually typically""".split()
    for stem in stems(word)
)
_CLASS = re.compile(r"^To which class of drugs (?:do|does) (?P<what>.+) belong\?$")
_GLOSS = re.compile(r"^What does the term “(?P<term>[^”]+)” mean\?$")
_EXACT = {FactKind.FIGURE, FactKind.DOSE, FactKind.DURATION, FactKind.THRESHOLD}


def without_repeats(facts: Sequence[Fact], ask: Ask) -> tuple[Fact, ...]:
    """Facts without those that another of the same document asks and answers more fully."""
    groups: dict[tuple[str, frozenset[str]], list[Fact]] = {}
    for fact in facts:
        for document in sorted({place.source_id for place in fact.citations}):
            groups.setdefault((document, _asked(ask(fact))), []).append(fact)
    dropped = {
        id(fact)
        for group in groups.values()
        for fact in group
        if any(_fuller(other, fact, ask) for other in group if other is not fact)
    }
    return tuple(fact for fact in facts if id(fact) not in dropped)


def _asked(question: str) -> frozenset[str]:
    """What a question asks, without words that tell nothing of which answer it wants."""
    if _CLASS.match(question):
        return frozenset({"?class"})
    gloss = _GLOSS.match(question)
    question = f"What is {gloss['term']}?" if gloss is not None else question
    first = re.match(r"\w+", question)
    opens = first.group(0).lower() if first else ""
    found = (s for s in stems(question) if not s.isdigit() and s not in _ADDING_NOTHING)
    return frozenset({*found, f"?{'what' if opens == 'which' else opens}"})


def _fuller(other: Fact, fact: Fact, ask: Ask) -> bool:
    """Whether what one fact answers is part of what the other does."""
    if fact.kind in _EXACT or other.kind in _EXACT:
        return False
    if hedges(fact, ask(fact)) != hedges(other, ask(other)):
        return False
    if len({p.source_id for p in fact.citations}) > len({p.source_id for p in other.citations}):
        return False
    gloss, defined = _GLOSS.match(ask(fact)), _GLOSS.match(ask(other)) is None
    spelled = gloss is not None and gloss["term"].rstrip("s").isupper()
    if gloss and defined and not spelled and fact.kind is other.kind is FactKind.DEFINITION:
        return True
    mine, yours = set(stems(fact.value)), set(stems(other.value))
    of, to = _CLASS.match(ask(fact)), _CLASS.match(ask(other))
    if of is not None and to is not None:
        return mine == yours and set(stems(of["what"])) < set(stems(to["what"]))
    return mine < yours or (mine == yours and _place(other) < _place(fact))


def _place(fact: Fact) -> tuple[str, int, str, str]:
    first = fact.citations[0]
    return (first.source_id, first.lines.first, fact.question, fact.value)
