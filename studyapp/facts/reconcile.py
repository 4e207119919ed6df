"""Facts of many documents made one set: equal claims merged, different answers set side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studyapp.facts.claims import Topics, Verdict, verdict
from studyapp.model import Citation, Disagreement, Fact, Side

Ask = Callable[[Fact], str]
Say = Callable[[Fact], str]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One fact a question, in the order of the documents, and the questions that sources answer
    differently.
    """

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]


def reconcile(facts: Sequence[Fact], ask: Ask, say: Say) -> Reconciled:
    """Merges equal claims and finds disagreements; independent of the order of the facts.

    `ask` gives the question of a fact and `say` its answer, as they will stand on the card.
    """
    ordered = sorted(facts, key=_place)
    topics = Topics.of(tuple(sorted({fact.topic for fact in facts})))
    groups: dict[frozenset[str], list[Fact]] = {}
    for fact in ordered:
        groups.setdefault(topics.question(fact, ask(fact)), []).append(fact)
    merged: list[Fact] = []
    disagreements: list[Disagreement] = []
    for group in groups.values():
        fact, disagreement = _one(group, ask, say)
        merged.append(fact)
        disagreements.extend([disagreement] if disagreement else [])
    return Reconciled(tuple(sorted(merged, key=_place)), tuple(disagreements))


def _place(fact: Fact) -> tuple[str, int, int, str, str]:
    first = fact.citations[0]
    return (first.source_id, first.lines.first, first.lines.last, fact.kind.value, fact.value)


def _one(group: Sequence[Fact], ask: Ask, say: Say) -> tuple[Fact, Disagreement | None]:
    """The facts that answer one question as one fact, with the sides that answer otherwise."""
    sides: list[list[Fact]] = []
    for fact in group:
        home = next((side for side in sides if verdict(side[0], fact) is Verdict.SAME), None)
        if home is None:
            sides.append([fact])
        else:
            home.append(fact)
    sides.sort(key=lambda side: (-len(_documents(side)), _place(side[0])))
    chosen = _merged(sides[0])
    against = [side for side in sides[1:] if verdict(sides[0][0], side[0]) is Verdict.DIFFERENT]
    if not against:
        return chosen, None
    differs = tuple(Side(say(_merged(side)), _merged(side).citations) for side in against)
    question = ask(chosen)
    sides_said = (Side(say(chosen), chosen.citations), *differs)
    return replace(chosen, differs=differs), Disagreement(question, sides_said)


def _documents(side: Sequence[Fact]) -> set[str]:
    return {citation.source_id for fact in side for citation in fact.citations}


def _merged(side: Sequence[Fact]) -> Fact:
    """One fact for equal claims: the shortest full wording, with every place that makes it."""
    best = min(side, key=lambda fact: (len(fact.value), _place(fact)))
    places: list[Citation] = list(best.citations)
    for fact in side:
        held = {(c.source_id, line) for c in places for line in _range(c)}
        new = [c for c in fact.citations if not all((c.source_id, n) in held for n in _range(c))]
        places.extend(new)
    return replace(best, citations=tuple(places))


def _range(citation: Citation) -> range:
    return range(citation.lines.first, citation.lines.last + 1)
