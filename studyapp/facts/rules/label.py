"""'Laminectomy: removal of …', 'Spirometry – measures …': a labelled phrase says what it is."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import attribute_kind, lists_effects
from studyapp.facts.context import Context
from studyapp.facts.referents import with_article
from studyapp.facts.shapes import Shape
from studyapp.facts.shortened import shortened
from studyapp.facts.statement import Entry, Group
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import EVERYDAY
from studyapp.language.classes import class_of
from studyapp.language.clause import clauses
from studyapp.language.verbs import base_of
from studyapp.language.words import is_plural, stems
from studyapp.model import Fact, FactKind

_FOR = re.compile(r"^(?:[A-Za-z]+ing\s)?(?P<what>[^,;:()]+?)\sfor\s(?P<why>[^,;:()]+)$")
_DEFINES = re.compile(
    r"^(?:(?:a|an|the)\s)?(?:[\w-]+\s){0,3}?(?P<head>\w+)\s"
    r"(?:of|that|in|into|through|to|which|used)\b"
)
_LONGEST = 25


_OF_THIS = re.compile(r"\bthe\s(?:tumou?rs?|cancer|glands?|disease|stones?|defect|infection)\b")
"""What a label's explanation takes from its page, so that the page must stand in the question."""


def labelled(group: Group, context: Context) -> Iterator[Fact]:
    """What a label's noun phrase tells: its definition, or its listed effects."""
    for entry in group.entries:
        label = entry.passage.label
        if not label or entry.shape is not Shape.NOUN or not _plain(entry):
            continue
        if label.lower().endswith(" history"):
            continue
        if re.match(
            r"^(?:less|more|most|rarely|often|especially|mainly|usually|direct)\b",
            entry.text,
            re.IGNORECASE,
        ):
            continue
        if lists_effects(label):
            yield from _effects(entry, label, context)
        elif _is_name(label) and _defines(entry) and not re.search(r"\d", entry.text):
            asked = _what_is(context.inside(with_article(label, context)))
            everyday = set(stems(label)) <= EVERYDAY
            here = _OF_THIS.search(entry.text) is not None
            procedure = _PROCEDURE.match(entry.text) and not everyday and not here
            yield Fact(
                FactKind.DEFINITION,
                context.inside(label),
                "are" if is_plural(label.split()[-1]) else "is",
                shortened(entry.text),
                (entry.citation,),
                question=f"{asked if procedure else context.about(asked)}?",
            )


def _is_name(label: str) -> bool:
    """Whether a label names a thing; that a doctor asks and looks needs no definition."""
    return is_nameable(label) and not re.match(r"(?:physical|health|medical)\s\w+", label.lower())


_PROCEDURE = re.compile(
    r"^(?:(?:An?|The)\s)?(?:[\w-]+\s){0,3}?(?:procedure|test|exam|examination|removal|surgery|scan|operation|x-ray"
    r"|technique)\s",
    re.IGNORECASE,
)
"""What is done to a patient is the same in every disease, and is asked of none."""


_NO_CLASSES = frozenset(
    """ability tendency concern risk chance need lack loss increase decrease number use efficacy
    evidence result results effect effects""".split()
)
_LINKS = {"on", "of", "in", "at", "by", "for", "with", "to", "from", "through", "over", "under"}


def _defines(entry: Entry) -> bool:
    """Whether a noun phrase tells what its label is: it names a class, and no verb follows."""
    match = _DEFINES.match(entry.text)
    finite = any(t.i and t.tag_ in {"VBZ", "VBP"} and t.dep_ == "ROOT" for t in entry.doc)
    if match is None or finite or match["head"].lower() in _NO_CLASSES:
        return False
    before = entry.text[: match.start("head")].split()
    linked = any(word.lower() in _LINKS for word in before)
    return not linked and not any(word.endswith("s") and base_of(word) for word in before[1:])


def _what_is(name: str) -> str:
    return f"What {'are' if is_plural(name.rsplit(maxsplit=1)[-1]) else 'is'} {name}"


def _plain(entry: Entry) -> bool:
    said = shortened(entry.text)
    return not points_elsewhere(said) and 0 < len(said.split()) <= _LONGEST


def _effects(entry: Entry, label: str, context: Context) -> Iterator[Fact]:
    """'Steroid complications: A, B, C' and 'Opioid-related: A, B'."""
    count = len([part for part in re.split(r",\s(?:and\s)?|\sand\s", entry.text) if part])
    if count <= 1:
        return
    name = context.inside(label)
    effects = "side effects" if "side effect" in entry.passage.lead_in.lower() else "effects"
    related = name.endswith("related")
    noun = f"{name.removesuffix('-related')}-related {effects}" if related else name
    noun = re.sub(r"(?<!side )\beffects$", effects, noun)
    asked = context.about(f"What are the {count} listed {noun}")
    yield Fact(
        FactKind.COMPLICATION, name, "effects", entry.text, (entry.citation,), question=asked + "?"
    )


_CONSIDERED = re.compile(
    r"^(?P<what>[^()]+?)\s\((?P<how>considered|known\sas|called)\s(?P<name>[^()]+)\)$"
)


def considered(group: Group, context: Context) -> Iterator[Fact]:
    """'Loss of control (considered an emergency)': what an item is taken for."""
    for entry in group.entries:
        match = _CONSIDERED.match(entry.text)
        if match is None or not is_nameable(match["what"]):
            continue
        what = context.inside(match["what"])
        verb = "are" if is_plural(what.split()[-1]) else "is"
        yield Fact(
            FactKind.RED_FLAG if "emergency" in match["name"] else FactKind.CLASSIFICATION,
            what,
            match["how"],
            match["name"],
            (entry.citation,),
            question=context.about(f"What {verb} {what} {match['how']}") + "?",
        )


def named_by_lead_in(group: Group, context: Context) -> Iterator[Fact]:
    """A bare name as lead-in, and under it 'rare tumours that …': what the name means."""
    if group.lead_in is None or group.lead_in_citation is None:
        return
    name = group.lead_in.text.strip().rstrip(":")
    first = group.entries[0]
    if (
        not is_nameable(name)
        or attribute_kind(name) is not None
        or any(True for _ in clauses(group.lead_in))
    ):
        return
    says = first.shape is Shape.NOUN and re.search(r"\b(?:that|which)\b", first.text) is not None
    if says and _DEFINES.match(first.text) and _plain(first):
        yield Fact(
            FactKind.DEFINITION,
            context.inside(name),
            "are" if is_plural(name.split()[-1]) else "is",
            first.text,
            (first.citation, group.lead_in_citation),
        )


_SEEN = re.compile(
    r"^(?P<what>[^,;]+),\s(?P<how>(?:most\s)?(?:commonly|often|usually|typically)\sseen)\s(?P<link>with|in)"
    r"\s(?P<who>[^,;]+)$"
)


def seen_with(group: Group, context: Context) -> Iterator[Fact]:
    """'Spread through arteries, commonly seen with kidney cancer': what goes with the thing."""
    for entry in group.entries:
        match = _SEEN.match(entry.text)
        if match is None or not is_nameable(match["what"]) or points_elsewhere(match["who"]):
            continue
        what = context.inside(match["what"])
        asked = f"What is {what} {match['how']} {match['link']}"
        yield Fact(
            FactKind.CAUSE,
            what,
            "seen with",
            match["who"],
            (entry.citation,),
            question=context.about(asked) + "?",
        )


_FROM = re.compile(
    r"^(?P<how>(?:most\s)?(?:commonly|often|usually|frequently|mainly))\sfrom\s(?P<what>.+)$",
    re.IGNORECASE,
)


def origins(group: Group, context: Context) -> Iterator[Fact]:
    """'Most commonly from the kidney' under a bare name: where that thing comes from."""
    if (
        group.lead_in is None
        or group.lead_in_citation is None
        or any(True for _ in clauses(group.lead_in))
    ):
        return
    name = group.lead_in.text.strip().rstrip(":")
    for entry in group.entries:
        match = _FROM.match(entry.text)
        if match is None or not is_nameable(name) or not _plain(entry) or entry.passage.label:
            continue
        inside = context.inside(name)
        do = "do" if is_plural(inside.split()[-1]) else "does"
        yield Fact(
            FactKind.CAUSE,
            inside,
            "origin",
            match["what"],
            (entry.citation, group.lead_in_citation),
            question=context.about(f"What {do} {inside} {match['how'].lower()} come from") + "?",
        )


def uses(group: Group, context: Context) -> Iterator[Fact]:
    """'NSAIDs and opioids for bone pain' as an item of a list of treatments."""
    if group.lead_in is None:
        return
    for entry in group.entries:
        match = _FOR.match(entry.text)
        if entry.passage.label or match is None:
            continue
        if class_of(match["what"]) != "drugs" or points_elsewhere(match["why"]):
            continue
        yield Fact(
            FactKind.TREATMENT,
            context.inside(match["why"]),
            "drugs",
            match["what"],
            (entry.citation,),
            question=context.about(f"Which drugs are used for {match['why']}") + "?",
        )
