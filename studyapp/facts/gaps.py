"""What to call the items of a list whose lead-in breaks off: 'It spreads through:' asks routes."""

import re

from studyapp.facts.attributes import attribute_kind, head_noun
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Group
from studyapp.language.clause import Clause
from studyapp.language.words import is_plural
from studyapp.model import FactKind

_CLASS_OF_VERB = {
    "cause": "effects",
    "present": "features",
    "address": "areas",
    "focus": "areas",
    "involve": "measures",
    "ensure": "aims",
    "include": "measures",
    "require": "things",
    "treat": "problems",
    "help": "points",
    "have": "features",
    "indicate": "situations",
    "recommend": "situations",
    "account": "factors",
    "cope": "problems",
    "reduce": "things",
    "provide": "things",
    "affect": "structures",
    "spread": "routes",
    "need": "things",
    "consider": "situations",
    "depend": "factors",
    "base": "factors",
    "use": "purposes",
    "reserve": "situations",
}
"""What to call the things that a verb is about."""

LINKED = {
    "with": "features",
    "for": "situations",
    "on": "areas",
    "through": "routes",
    "to": "things",
    "in": "situations",
    "by": "means",
    "of": "parts",
    "from": "sources",
}
"""What to call the things after a preposition, when the verb names nothing better."""

_UNNAMED = "points"
"""What to call items that neither the verb nor the heading names."""


def shape(group: Group) -> Shape:
    """The grammar of a list's first item."""
    return group.entries[0].shape


def heading(group: Group) -> str:
    """The heading right above the list; '' for none."""
    return group.first.headings[-1] if group.first.headings else ""


_GROUP = re.compile(
    r"^(?:\w+\s){0,2}?(?:people|patients|adults|children|infants|women|men|persons|newborns)\b",
    re.IGNORECASE,
)


def asked_after(link: str, noun: str, group: Group) -> str:
    """How to ask for the items after `link`; '' when their grammar does not go on from it."""
    form, count = shape(group), len(group.entries)
    if link == "by" and form is Shape.GERUND:
        return f"In what {count} ways"
    if link == "to" and form in {Shape.BASE, Shape.VERB}:
        return f"For which {count} purposes"
    if form not in {Shape.NOUN, Shape.GERUND} and not (form is Shape.CLAUSE and link == "for"):
        return ""
    if not link:
        return f"Which {count} {noun}"
    named = LINKED.get(link, noun) if noun == _UNNAMED else noun
    if (
        named == "situations"
        and sum(bool(_GROUP.match(e.text)) for e in group.entries) * 2 > count
    ):
        named = "groups"
    return f"{link.capitalize()} which {count} {named}"


def noun_of(clause: Clause, group: Group) -> str:
    """What to call the items: the heading's noun when it names findings, else by the verb."""
    above = heading(group)
    last = re.search(r"(\w+)\s+(?:with|for|on)$", clause.rest.rstrip(" :"))
    if clause.passive and clause.lemma == "treat" and clause.rest.rstrip(" :") == "with":
        return "treatments"
    if last and last.group(1).lower() in _CLASS_OF_VERB:
        return _CLASS_OF_VERB[last.group(1).lower()]
    causal = clause.lemma in {"cause", "present", "include", "produce"}
    findings = attribute_kind(above) in {FactKind.FINDING, FactKind.COMPLICATION}
    if causal and findings and is_plural(head_noun(above)):
        return head_noun(above)
    return _CLASS_OF_VERB.get(clause.lemma, _UNNAMED)
