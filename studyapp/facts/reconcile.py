"""Facts of many documents made one set: equal claims merged, different answers side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from studyapp.facts.claims import Verdict, verdict
from studyapp.facts.echoes import without_repeats
from studyapp.facts.orders import against_each_other
from studyapp.facts.shares import at_odds
from studyapp.facts.topics import Name, Topics, hedges
from studyapp.facts.witnesses import without_implied
from studyapp.language.words import stems
from studyapp.model import CLOZE, Citation, Disagreement, Fact, FactKind, Side, SourceId

Ask = Callable[[Fact], str]
Say = Callable[[Fact], str]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One fact a question, in the order of the documents.

    `disagreements` are the questions that sources answer differently.
    """

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]


def reconcile(
    facts: Sequence[Fact], ask: Ask, say: Say, titles: Mapping[SourceId, str]
) -> Reconciled:
    """Merges equal claims and finds disagreements; independent of the order of the facts.

    `ask` gives the question of a fact and `say` its answer, as they will stand on the card;
    `titles` name the documents where a question must say whose answer it wants.
    """
    ordered = sorted(facts, key=_place)
    topics = Topics.of(tuple(sorted({fact.topic for fact in facts})))
    merged: list[Fact] = []
    disagreements: list[Disagreement] = []
    for group in _by_what_they_ask(ordered, ask, topics):
        answers, disagreement = _answers(group, ask, say, titles)
        merged.extend(answers)
        disagreements.extend([disagreement] if disagreement else [])
    told = without_repeats(_without_echoes(sorted(merged, key=_place)), ask)
    kept = without_implied(told, ask)
    ranked, by_order = against_each_other(kept, ask, say, topics)
    shared, by_share = at_odds(ranked, ask, say, topics)
    return Reconciled(shared, _by_question((*disagreements, *by_order, *by_share)))


def _by_question(found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """One disagreement a question, with all that speaks against its first side."""
    one: dict[tuple[str, Side], Disagreement] = {}
    for each in found:
        held = one.get((each.question, each.sides[0]))
        sides = (*held.sides, *each.sides[1:]) if held else each.sides
        one[each.question, each.sides[0]] = Disagreement(each.question, sides)
    return tuple(one.values())


def _by_what_they_ask(
    facts: Sequence[Fact], ask: Ask, topics: Topics
) -> tuple[Sequence[Fact], ...]:
    """Facts grouped by their questions.

    A question that names the topic is the same as one of a document of that topic that does not
    ('What is a tophus in gout?').
    """
    asked = [(fact, *topics.question(fact, _shown(ask(fact)))) for fact in facts]
    plain = {(topics.topic_of(fact), said) for fact, said, named in asked if not named}
    groups: dict[tuple[Name, Name], list[Fact]] = {}
    for fact, said, named in asked:
        at_home = (topics.topic_of(fact), said) in plain
        groups.setdefault((said, frozenset() if at_home else named), []).append(fact)
    return tuple(groups.values())


def _shown(asked: str) -> str:
    """A question as it is shown: two blanks in one sentence ask for two things."""
    return CLOZE.sub("…", asked)


_ECHOES = {"indicate", "mean", "represent", "signify"}


def _without_echoes(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts without those that repeat part of a definition ('gout indicates urate crystals')."""
    defined: dict[frozenset[str], set[str]] = {}
    for fact in facts:
        if fact.kind is FactKind.DEFINITION:
            defined.setdefault(frozenset(stems(fact.subject)), set()).update(stems(fact.value))
    return tuple(
        fact
        for fact in facts
        if fact.attribute not in _ECHOES
        or not set(stems(fact.value)) <= defined.get(frozenset(stems(fact.subject)), set())
    )


def _place(fact: Fact) -> tuple[str, int, int, str, str]:
    first = fact.citations[0]
    return (first.source_id, first.lines.first, first.lines.last, fact.kind.value, fact.value)


def _answers(
    group: Sequence[Fact], ask: Ask, say: Say, titles: Mapping[SourceId, str]
) -> tuple[tuple[Fact, ...], Disagreement | None]:
    """The facts that answer one question as one fact, with the sides that answer otherwise.

    An answer that cannot be compared with it stays, asked as its document's own, when it
    comes from another document; a second one of the same document is left out.
    """
    sides: list[list[Fact]] = []
    for fact in group:
        home = next((s for s in sides if _verdict(s[0], fact, ask) is Verdict.SAME), None)
        if home is None:
            sides.append([fact])
        else:
            home.append(fact)
    sides.sort(key=lambda side: (-len(_documents(side)), _place(side[0])))
    chosen = _merged(sides[0])
    judged = [(side, _verdict(sides[0][0], side[0], ask)) for side in sides[1:]]
    against = [side for side, said in judged if said is Verdict.DIFFERENT]
    apart = [side for side, said in judged if said is Verdict.INCOMPARABLE]
    others = tuple(
        _attributed(_merged(side), ask, titles)
        for side in apart
        if not _documents(side) & _documents(sides[0]) and len(_documents(side)) == 1
    )[:_MOST_APART]
    if others and len(_documents(sides[0])) == 1:
        chosen = _attributed(chosen, ask, titles)
    rivals = [side for side in apart if _documents(side) == _documents(sides[0])]
    if rivals and not others and not against:
        return _all_of(chosen, [_merged(side) for side in rivals]), None
    if not against:
        return (chosen, *others), None
    differs = tuple(Side(say(one), one.citations) for one in map(_merged, against))
    question = ask(chosen)
    sides_said = (Side(say(chosen), chosen.citations), *differs)
    return (replace(chosen, differs=differs), *others), Disagreement(question, sides_said)


_MOST_APART = 2
_OCCASIONS = {FactKind.CONTRAINDICATION, FactKind.INDICATION}
_SEVERAL = {FactKind.CAUSE, FactKind.MECHANISM, FactKind.COMPLICATION, FactKind.PURPOSE}
_LONGEST = 38


def _all_of(chosen: Fact, rivals: Sequence[Fact]) -> tuple[Fact, ...]:
    """What one document answers with several things: all that it says, or nothing.

    Either of two effects would be a right answer, so neither can be the answer. Occasions are
    told together.
    """
    said = set(stems(chosen.value))
    if any(said & set(stems(rival.value)) for rival in rivals) or chosen.items:
        return (chosen,)
    values = (chosen.value, *(f"{r.value[0].lower()}{r.value[1:]}" for r in rivals))
    together = "; ".join(values)
    if chosen.kind in _OCCASIONS and len(together.split()) <= _LONGEST:
        places = (*chosen.citations, *(place for rival in rivals for place in rival.citations))
        ordered = tuple(sorted(dict.fromkeys(places), key=lambda place: place.lines))
        return (replace(chosen, value=together, items=values, citations=ordered),)
    return () if chosen.kind in _SEVERAL | _OCCASIONS else (chosen,)


def _verdict(one: Fact, other: Fact, ask: Ask) -> Verdict:
    """How two answers compare; what may be is not comparable with what is."""
    if hedges(one, ask(one)) != hedges(other, ask(other)):
        return Verdict.INCOMPARABLE
    return verdict(one, other)


def _attributed(fact: Fact, ask: Ask, titles: Mapping[SourceId, str]) -> Fact:
    """A fact asked as what its one document says."""
    title = titles[fact.citations[0].source_id]
    asked = ask(fact).rstrip("?")
    return replace(
        fact, question=f"{asked}, according to “{title}”?", time=f"according to {title}"
    )


def _documents(side: Sequence[Fact]) -> set[str]:
    return {citation.source_id for fact in side for citation in fact.citations}


def _merged(side: Sequence[Fact]) -> Fact:
    """One fact for equal claims: the shortest full wording, with every place that makes it.

    A question that stands without the topic is asked rather than one with the topic behind it.
    """
    best = min(side, key=lambda fact: (_tailed(fact), len(fact.value), _place(fact)))
    places: list[Citation] = list(best.citations)
    held = {(c.source_id, line) for c in places for line in _range(c)}
    for fact in side:
        new = [c for c in fact.citations if not all((c.source_id, n) in held for n in _range(c))]
        places.extend(new)
        held.update((c.source_id, line) for c in new for line in _range(c))
    return replace(best, citations=tuple(places))


def _tailed(fact: Fact) -> bool:
    return bool(fact.topic) and fact.question.endswith(f" in {fact.topic}?")


def _range(citation: Citation) -> range:
    return range(citation.lines.first, citation.lines.last + 1)
