"""The items of a list as a card answers them: all of them, short, and of one kind."""

import re
from collections.abc import Sequence

from studyapp.facts.attributes import attribute_kind, lists_effects
from studyapp.facts.statement import Entry, Group, Shape
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import clauses
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.language.words import is_plural, starts_inside
from studyapp.model import FactKind

_FEWEST, _MOST = 2, 5
_MOST_SHORT, _SHORT = 8, 25
"""A list of more than five is asked whole when it is no longer than any other answer."""
_MOST_WORDS = 38
_LONGEST_NAME = 7
_OTHER = re.compile(r"^(?:other|others|and|or|various|etc)\b", re.IGNORECASE)
_JOINED = re.compile(r"[,;]?\s(?:and|or)$|[,;]$")
_EXPLAINED = re.compile(
    r",\s(?:which|who|also\scalled|called|or\s(?=the\s|feeling\s)|an?\s(?=\w)|such\sas|including)"
    r"\s?[^;]*$"
)
_RESTRICTED = re.compile(
    r",\s[^;]*\s(?:\w+(?:ed|[^i]en|orn|own|ght)\s(?:by|in|with|from|at|after|before)|that|who|if"
    r"|when|unless)\s"
)
"""Behind examples may stand what limits the item: 'toys, such as balls, used by'."""
_NAMED_KINDS = {FactKind.TREATMENT, FactKind.DIAGNOSIS, FactKind.CLASSIFICATION}


def items_of(group: Group, names: frozenset[str]) -> tuple[str, ...]:
    """The items as they will be answered; empty when the list is not fit to be asked whole."""
    entries = group.entries
    whole = len(entries) == len(group.first.siblings)
    # A long list that nothing announces may lack what its lost announcement restricts it to.
    most_items = _MOST if group.lead_in is None else _MOST_SHORT
    if not whole or not _FEWEST <= len(entries) <= most_items:
        return ()
    texts = _texts(group)
    texts = [*texts[:1], *(starts_inside(text, names) for text in texts[1:])]
    if any(_OTHER.match(t) or points_elsewhere(t) or not t or "?" in t for t in texts):
        return ()
    return _short(texts)


def _short(texts: list[str]) -> tuple[str, ...]:
    """The items without their explanations, as far as their length asks for it."""
    most = _MOST_WORDS if len(texts) <= _MOST else _SHORT
    if _words(texts) <= _SHORT:
        return tuple(texts)
    plain = [_without_brackets(text) for text in texts]
    if _words(plain) <= most:
        return tuple(plain)
    if any(_restricted(text) for text in plain):
        return ()
    bare = [_EXPLAINED.sub("", text) for text in plain]
    return tuple(bare) if _words(bare) <= most else ()


def _restricted(text: str) -> bool:
    """Whether the words that would be cut off limit the item."""
    match = _EXPLAINED.search(text)
    cut = match.group(0) if match else ""
    return cut.startswith((", such as", ", including")) and _RESTRICTED.search(cut) is not None


def _texts(group: Group) -> list[str]:
    """What each item says, or the name at its head; none when the items are not alike."""
    entries = group.entries
    labels = [entry.passage.label for entry in entries]
    if any(label and lists_effects(label) for label in labels):
        return []
    shares = any("%" in entry.text for entry in entries)
    if all(labels) and not shares:
        return labels
    if any(labels) and shares:
        return []
    named = _names(group) if any(e.shape is Shape.CLAUSE for e in entries) else []
    if named or not _alike(group):
        return named
    return [_item(entry.passage.text) for entry in entries]


def _names(group: Group) -> list[str]:
    """'Diuretics reduce …' under 'The following drugs …': the things that the items are about."""
    lead = group.lead_in.text.strip().rstrip(":") if group.lead_in is not None else ""
    kinds = [attribute_kind(noun) for noun in re.findall(r"[a-z]+s\b", lead)]
    people = re.search(r"\b(?:in|among)$", lead) is not None
    if not people and not any(kind in _NAMED_KINDS for kind in kinds):
        return []
    found = [_name(entry) for entry in group.entries]
    return found if all(found) else []


def _name(entry: Entry) -> str:
    """The subject of an item that is a sentence, or a short item itself."""
    if entry.passage.label:
        return entry.passage.label
    if entry.shape is Shape.NOUN:
        text = _before_verb(_item(entry.passage.text))
        return text if len(text.split()) <= _LONGEST_NAME else ""
    clause = next(iter(clauses(entry.doc)), None)
    if clause is None or clause.fronted or not is_nameable(clause.subject):
        return ""
    name = _before_verb(clause.subject)
    return name if len(name.split()) <= _LONGEST_NAME else ""


def _before_verb(text: str) -> str:
    """'ACE inhibitors lower the pressure': what stands before a verb read as something else."""
    words = text.split()
    for at, word in enumerate(words[1:_LONGEST_NAME], 1):
        acts = words[at + 1 : at + 2] and words[at + 1] in {"the", "a", "an", "as", "by"}
        verb = base_of(word) == word.lower() and (acts or not is_noun_too(word.lower()))
        if verb and is_plural(words[at - 1]):
            return " ".join(words[:at])
    return text


def _alike(group: Group) -> bool:
    """Whether the items are of one grammar, so that one question can ask for them all."""
    shapes = [entry.shape for entry in group.entries]
    lead = group.lead_in.text.strip().rstrip(":").lower() if group.lead_in is not None else ""
    if lead.endswith(" to"):
        return sum(shape in {Shape.BASE, Shape.VERB} for shape in shapes) * 2 > len(shapes)
    return len(set(shapes)) == 1 or set(shapes) == {Shape.NOUN, Shape.GERUND}


def _item(text: str) -> str:
    first = re.split(r"(?<=[a-z)])\.(?:\s|(?=[A-Z][a-z]))", text)[0]
    first = re.sub(r"\s*\([^()]*%[^()]*\)$", "", first)
    first = _JOINED.sub("", first.strip().rstrip(".;,"))
    return re.sub(r"\b[Yy]our\s", "", first).replace("; ", ", ").strip(" ")


def _without_brackets(text: str) -> str:
    """An item without what only explains it; figures, limits and abbreviations stay."""
    bare = re.sub(r"\s*\((?![A-Z]{2,})[^()\d<>≤≥%]*\)", "", text)
    return re.sub(r"^[“\"]([^”\"]+)[”\"]$", r"\1", bare)


def _words(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)
