"""Lists that no question asks: the lead-in as it stands, and all the items as the one blank."""

import re
from collections.abc import Iterator, Sequence

from studyapp.facts.attributes import is_plural_attribute
from studyapp.facts.cloze.announcing import FOLLOWING, announced_by
from studyapp.facts.context import Context
from studyapp.facts.gaps import heading
from studyapp.facts.items import are_few, items_of, says_something, shape_of_item, unexplained
from studyapp.facts.list_places import places_of
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Group
from studyapp.language.words import capital, stems
from studyapp.model import Fact, FactKind

_PART = 5
"""Of a list too long to be asked whole, so many are asked."""
_LONGEST_ITEM, _LONGEST_LIST = 14, 40
_BRIEF = 4
_UNFIT_UNDER = re.compile(
    r"^.$|\bwhich\sof\s(?:the|these)|\b(?:research|clinical\strials?|evidence|learn\smore"
    r"|more\sinformation|for\smore|resources|references|further\sreading|questions?\sto|quiz"
    r"|websites?|links|contact\sus|about\sus|publications?)\b",
    re.IGNORECASE,
)
"""Headings under which nothing is listed that a learner should know."""
_OPEN_ITEM = re.compile(
    r"^(?:if|see|ask|click|visit|read|for\smore)\b|\b(?:others?|etc|listed|so\sforth|and\smore)$"
    r"|\b(?:among\sothers|elsewhere|above|below)\b|:$|\?|https?:|www\.|@",
    re.IGNORECASE,
)
"""Items that leave the list open, or that are links."""
_TO_DO = re.compile(r"\b(?:to|can|may|might|could|should|must|will)$", re.IGNORECASE)
_ASKS = re.compile(r"^What\s(?:are|is)\s(?:the\s)?(?P<what>[^?]+)$", re.IGNORECASE)
_WHEN_TO_CALL = re.compile(
    r"^When\s(?:to|should\s\w+)\s(?:call|see|seek|contact)\s(?:an?\s|your\s)?[^?]+$", re.IGNORECASE
)


_WHO_OR_WHAT = re.compile(
    r"^(?:Who\s(?:is|are)\s(?:most\s|more\s)?(?:at\s(?:[\w-]+\s)?risk|likely)\b"
    r"|What\s(?:can\s|may\s)?(?:causes?|triggers?|increases?|raises?|worsens?|lowers?|reduces?|prevents?)\s)[^?]*$",
    re.IGNORECASE,
)
"""Headings that ask what stands right below them."""


def of_groups(
    found: Sequence[tuple[Group, Context]], sound: Sequence[Fact]
) -> Iterator[tuple[Fact, ...]]:
    """The cloze facts of each list, best first. `sound` are the facts that make cards.

    A list that the page gives twice is asked once.
    """
    told = [frozenset(stems(fact.value)) for fact in sound]
    for group, context in found:
        facts = of_group(group, context)
        if facts and not _is_asked(facts[0].items, told):
            told.append(frozenset(stems(facts[0].value)))
            yield facts


def of_group(group: Group, context: Context) -> tuple[Fact, ...]:
    """The cloze facts of one list; none where it cannot be shown whole and understood alone."""
    if any(_UNFIT_UNDER.search(above) for above in group.first.headings[1:]):
        return ()
    items = items_of(group, context.names)
    if any(len(item.split()) > _LONGEST_ITEM for item in items):
        items = unexplained(items)
    long = sum(len(item.split()) for item in items) > _LONGEST_LIST
    if not items or long or not _are_names(items, group) or _hold_subject(items, context):
        return ()
    leads = announced_by(group, context) or _headed(group, context)
    return tuple(_shown(lead, items, group, context) for lead in leads)


def _shown(lead: str, items: tuple[str, ...], group: Group, context: Context) -> Fact:
    """The lead-in and the blank, behind the page's subject where the lead-in does not name it."""
    value = "; ".join(items)
    gap = f"{{{{c1::{value}::{_hint(items)}}}}}"
    before, pointer, behind = lead.rpartition(FOLLOWING)
    said = f"{before}{gap} {behind}." if pointer else f"{lead}: {gap}"
    if context.subject and not context.names_subject(lead):
        said = f"{capital(context.subject)}: {said}"
    return Fact(
        FactKind.LIST,
        subject=lead,
        attribute="",
        value=value,
        citations=places_of(group),
        items=items,
        question=said,
        topic=context.subject,
    )


def _hint(items: Sequence[str]) -> str:
    """'which 4?', or for a part of them where they are too many."""
    count = len(items)
    return f"which {count}?" if are_few(items) else f"which {_PART} of the {count}?"


def _are_names(items: Sequence[str], group: Group) -> bool:
    """Whether the items are short names, deeds after 'to …', or labels, and of one list."""
    if any(_OPEN_ITEM.search(item) or len(item.split()) > _LONGEST_ITEM for item in items):
        return False
    if _are_of_two(group):
        return False
    if all(entry.passage.label for entry in group.entries):
        return True
    shapes = {shape_of_item(entry) for entry in group.entries}
    if group.lead_in is not None and _TO_DO.search(group.lead_in.text.strip().rstrip(":")):
        return shapes <= {Shape.BASE, Shape.VERB}
    brief = all(len(item.split()) <= _BRIEF for item in items)
    return shapes <= {Shape.NOUN, Shape.GERUND} and (
        brief or not any(says_something(entry) for entry in group.entries)
    )


def _hold_subject(items: Sequence[str], context: Context) -> bool:
    """Whether an item is what the page is about: then the list is of something else."""
    about = set(stems(context.subject))
    return any(about and set(stems(item)) <= about for item in items)


def _are_of_two(group: Group) -> bool:
    """Whether some items open with a capital and some do not, but for abbreviations.

    Then what stands between two lists was taken for items of one.
    """
    opened = [entry.passage.text[:2] for entry in group.entries]
    small = {start[0].islower() for start in opened if start.isalpha() and not start.isupper()}
    return len(small) > 1


def _headed(group: Group, context: Context) -> tuple[str, ...]:
    """The heading of a list that nothing announces, where it names what is listed right below."""
    above = heading(group).rstrip("?: ")
    if group.lead_in is not None or group.told or not above:
        return ()
    asked = _ASKS.match(above)
    phrase = asked["what"] if asked else above
    if _WHEN_TO_CALL.match(above) or _WHO_OR_WHAT.match(above):
        return (capital(context.small(above).replace(" your ", " a ")),)
    return (capital(context.small(phrase)),) if is_plural_attribute(phrase) else ()


def _is_asked(items: Sequence[str], told: Sequence[frozenset[str]]) -> bool:
    """Whether one answer names half of the items: then the list is asked already."""
    wanted = [set(stems(item)) for item in items]
    return any(
        sum(len(words & answer) * 3 >= len(words) * 2 for words in wanted) * 2 >= len(items)
        for answer in told
    )
