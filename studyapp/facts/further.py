"""'Other signs of gout include': what is told besides, asked so that the question stays true."""

import re
from collections.abc import Sequence

from studyapp.facts.attributes import attribute_kind, head_noun, is_plural_attribute
from studyapp.facts.context import Context
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.worth import LAY
from studyapp.language.words import is_plural, stems
from studyapp.model import FactKind

Asked = tuple[str, FactKind]
"""A question without its mark, and the kind of fact that answers it."""

_OTHER = (
    r"^(?:some\s)?others?\s(?:of\sthe\s)?(?P<noun>[^,:;]+?)\s(?:(?:can|may|might|could)\s)?(?:also\s)?"
    r"(?:include|are)"
)
_LEAD = re.compile(
    rf"{_OTHER}(?:\s(?:(?:any|one\sor\smore|some)\sof\s)?the\sfollowing)?$", re.IGNORECASE
)
_SAID = re.compile(rf"{_OTHER}\s(?P<list>.+)$", re.IGNORECASE)
_RANK = (
    r"(?P<rank>most\s(?:common|frequent|typical|important|serious)|main|major|primary|usual|classic"
    r"|leading|first|early|earliest)"
)
_OWNER = re.compile(r"\sof\s(?P<whose>[^,;:]+?)(?=\s(?:is|are|include|may|can|in|that)\b|$)")
_OF_ANY = {
    FactKind.FINDING: "of",
    FactKind.CAUSE: "of",
    FactKind.COMPLICATION: "of",
    FactKind.RISK_FACTOR: "for",
    FactKind.TREATMENT: "for",
}
_SCOPED = re.compile(r"\s(?:of|for|that|in|associated|related|linked|used|to)\s")
_VAGUE = frozenset(
    "people doctors specialists things steps ways questions tips topics links".split()
)
_LONGEST_NOUN, _MOST_EXAMPLES = 12, 8


def is_further(text: str) -> bool:
    """Whether a lead-in announces 'other' things of a kind than those told before."""
    return _LEAD.match(text) is not None


def further_lead(text: str, count: int, told: Sequence[str], context: Context) -> Asked | None:
    """The question of a lead-in that announces other things; None when it names none."""
    match = _LEAD.match(text)
    return _asked(match["noun"], count, told, context) if match else None


def further_said(text: str) -> tuple[str, str]:
    """The noun and the members of a sentence that lists other things; two '' for any other."""
    match = _SAID.match(text)
    return (match["noun"], match["list"]) if match else ("", "")


def further_asked(noun: str, count: int, told: Sequence[str], context: Context) -> Asked | None:
    """The question for so many other things of a kind than those told."""
    return _asked(noun, count, told, context)


def _asked(noun: str, count: int, told: Sequence[str], context: Context) -> Asked | None:
    noun = context.inside(noun)
    head, kind = head_noun(noun), attribute_kind(noun)
    named = is_plural_attribute(noun) or (" that " in noun and is_plural(head))
    named = named and not re.search(r"\bothers?\b", noun, re.IGNORECASE)
    if not named or head in _VAGUE or len(noun.split()) > _LONGEST_NOUN or points_elsewhere(noun):
        return None
    if not (_SCOPED.search(noun) or context.names_subject(noun)) or "effect" in head:
        if kind not in _OF_ANY or not context.ill or "effect" in head:
            return None
        noun = context.about(noun, _OF_ANY[kind])
    besides = _besides(noun, head, told, context)
    owner = _OWNER.search(noun)
    if owner is not None and set(stems(owner["whose"])) <= LAY:
        return None
    kind = kind or FactKind.LIST
    if besides:
        return f"Besides {besides}, what are the {count} listed {noun}", kind
    return (f"Which {count} {noun} are listed", kind) if count <= _MOST_EXAMPLES else None


def _besides(noun: str, head: str, told: Sequence[str], context: Context) -> str:
    """What was told of the same kind before: 'the most common ones'; '' when that is not known."""
    one = head.removesuffix("s")
    ranked = re.compile(rf"\b{_RANK}\s(?:[\w-]+,?\s){{0,4}}?(?P<head>{one}s?)\b", re.IGNORECASE)
    for sentence in reversed(told):
        whose = _OWNER.search(f"{sentence} ")
        mine = _OWNER.search(noun)
        same = whose is None or mine is None or _is_same(whose["whose"], mine["whose"])
        match = ranked.search(sentence)
        if match is not None and same:
            several = match["head"].lower().endswith("s")
            return f"the {match['rank'].lower()} {'ones' if several else 'one'}"
        if (
            same
            or whose is None
            or not re.match(rf"(?:the\s)?[\w\s]*{head}\sof\b", sentence, re.IGNORECASE)
        ):
            continue
        named = context.inside(whose["whose"])
        return "" if points_elsewhere(named) else f"the {head} of {named}"
    return ""


def _is_same(one: str, other: str) -> bool:
    return bool(set(stems(one)) & set(stems(other)))
