"""'X is mandatory', under 'For patients with Y:': what is to be done for whom."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Entry, Group
from studyapp.facts.subjects import points_elsewhere
from studyapp.model import Citation, Fact, FactKind

_FOR = re.compile(
    r"^(?:For|In)\s(?P<who>(?:all\s|most\s)?(?:\w+\s){0,3}(?:patients|people|adults|children|women"
    r"|men|infants|persons)\b.*)$"
)
_NEEDED = re.compile(
    r"^(?P<what>.+?)\s(?P<verb>is|are)\s(?P<how>mandatory|essential|recommended|required|indicated"
    r"|contraindicated|first[- ]line)$"
)
_IF = re.compile(r"^(?P<what>[A-Z][\w\s-]{2,40}?)\s(?P<when>(?:if|when|as)\s.+)$")
_LONGEST = 25


def conditions(group: Group, context: Context) -> Iterator[Fact]:
    """Items that say what is mandatory, recommended ... for the people of the lead-in."""
    if group.lead_in is None or group.lead_in_citation is None:
        return
    match = _FOR.match(group.lead_in.text.strip().rstrip(":"))
    who = match["who"] if match else ""
    if not who or points_elsewhere(who):
        return
    for entry in group.entries:
        yield from _needed(entry, who, group.lead_in_citation, context)


def _needed(entry: Entry, who: str, place: Citation, context: Context) -> Iterator[Fact]:
    needed = _NEEDED.match(entry.text)
    when = _IF.match(entry.text)
    places = (entry.citation, place)
    if needed and len(needed["what"].split()) <= _LONGEST:
        yield Fact(
            FactKind.INDICATION,
            who,
            needed["how"],
            needed["what"],
            places,
            population=who,
            question=f"What {needed['verb']} {needed['how']} in {who}?",
        )
    elif when and not points_elsewhere(when["when"]):
        yield Fact(
            FactKind.INDICATION,
            context.inside(when["what"]),
            "when",
            when["when"],
            places,
            population=who,
            question=f"When is {_article(context.inside(when['what']))} indicated in {who}?",
        )


def _article(phrase: str) -> str:
    if re.match(r"^(?:a|an|the)\s", phrase) or phrase.rsplit(maxsplit=1)[-1].endswith("s"):
        return phrase
    return f"{'an' if phrase[0] in 'aeiou' else 'a'} {phrase}"
