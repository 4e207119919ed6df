"""The items of a list as a card answers them: all of them, short, and of one kind."""

import re
from collections.abc import Sequence

from studyapp.facts.attributes import attribute_kind, lists_effects
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Entry, Group
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import clauses
from studyapp.language.inflection import inflected
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.language.words import is_plural, starts_inside
from studyapp.model import FactKind

_FEWEST, _MOST = 2, 5
_MOST_SHORT, _SHORT = 8, 25
"""A list of more than five is asked whole when it is no longer than any other answer."""
_MOST_WORDS, _MOST_WORDS_PARTLY = 40, 60
_MOST_NAMED = 12
"""Of so many items and words, some are asked."""
_LONGEST_NAME = 7
_OTHER = re.compile(r"^(?:other|others|and|or|various|etc)\b", re.IGNORECASE)
_JOINED = re.compile(r"[,;]?\s(?:and|or)$|[,;]$")
_EXPLAINED = re.compile(
    r",\s(?:which|who|also\scalled|called|or\s(?=the\s|feeling\s)|an?\s(?=\w)|such\sas|including|causing)"
    r"\s?[^;]*$"
)
_RESTRICTED = re.compile(
    r",\s[^;]*\s(?:\w+(?:ed|[^i]en|orn|own|ght)\s(?:by|in|with|from|at|after|before)|that|who|if"
    r"|when|unless)\s"
)
"""Behind examples may stand what limits the item: 'toys, such as balls, used by'."""
_PERSON = re.compile(r"\b(?:person|people|patients?|adults?|child(?:ren)?|women|men|infants?)\b")
"""Whom an item speaks of is not what it is about."""
_GOES_ON = re.compile(r"\s(?:and|or)\s[^,;]+,\s(?:and|or)\s")
"""Behind examples may stand another thing too: 'cats, such as tigers and lions, and dogs'."""
_NAMED_KINDS = {FactKind.TREATMENT, FactKind.DIAGNOSIS, FactKind.CLASSIFICATION}


def items_of(group: Group, names: frozenset[str]) -> tuple[str, ...]:
    """The items as they will be answered; empty when the list is not fit to be asked whole."""
    entries = group.entries
    whole = len(entries) == len(group.first.siblings)
    # A long list that nothing announces may lack what its lost announcement restricts it to.
    most_items = _MOST if group.lead_in is None else _MOST_NAMED
    if not whole or not _FEWEST <= len(entries) <= most_items:
        return ()
    texts = _texts(group)
    texts = [*texts[:1], *(starts_inside(text, names) for text in texts[1:])]
    if any(_OTHER.match(t) or _points(t) or not t or "?" in t for t in texts):
        return ()
    return _short(texts)


def are_few(items: Sequence[str]) -> bool:
    """Whether items are few and short enough to be asked for all of them."""
    return len(items) <= _MOST or (len(items) <= _MOST_SHORT and _words(items) <= _SHORT)


def some_of(question: str, items: Sequence[str]) -> str:
    """The question of a list: for some of the items where they are too many to be asked whole.

    '' where its wording does not let it be asked for a part.
    """
    if are_few(items):
        return question
    listed = _LISTED.match(question)
    if listed is not None:
        return f"{listed['front']}{_MOST} of the {len(items)} listed {listed['rest']}"
    which, part = _WHICH.match(question), _INCLUDED.match(question)
    if part is not None:
        said = f"{part['what']} {part['modal']} include"
        return f"What are {_MOST} of the {len(items)} listed {part['noun']} that {said}"
    if which is None:
        return ""
    return f"What are {_MOST} of the {len(items)} listed {which['noun']} that {which['says']}"


_LISTED = re.compile(r"^(?P<front>(?:.*?, w|W)hat are )the \d+ (?:listed )?(?P<rest>.+)$")
_WHICH = re.compile(
    r"^Which \d+ (?P<noun>[^?,]+?) (?P<says>(?:(?:can|may|might|could) (?:be|cause|help|lead"
    r"|increase|raise|reduce|trigger|contribute|play|affect|make)|are|cause|increase|raise|lead"
    r"|help|mean) .+)$"
)


_OWN_IT = re.compile(r"(?<=\w\s)(?P<link>where|when|whether|before|after|until|which)\sit\s")
"""'Surgery to remove the tumor from where it has spread' names in itself what 'it' is."""


def _points(text: str) -> bool:
    return points_elsewhere(_OWN_IT.sub(r"\g<link> ", text))


_INCLUDED = re.compile(
    r"^Which \d+ (?P<noun>[a-z]+) (?P<modal>can|may|might|could) (?P<what>[^?]+) include$"
)


def _short(texts: list[str]) -> tuple[str, ...]:
    """The items without their explanations, as far as their length asks for it."""
    if _words(texts) <= _SHORT:
        return tuple(texts)
    plain = [_without_brackets(text) for text in texts]
    if _words(plain) <= _MOST_WORDS:
        return tuple(plain)
    most = _MOST_WORDS_PARTLY if len(texts) > _MOST else _MOST_WORDS
    if any(_restricted(text) for text in plain):
        return tuple(plain) if _words(plain) <= most else ()
    bare = [_EXPLAINED.sub("", text) for text in plain]
    return tuple(bare) if _words(bare) <= most else ()


def unexplained(items: Sequence[str]) -> tuple[str, ...]:
    """Items without what explains them; empty where that may limit one."""
    if any(_restricted(item) for item in items):
        return ()
    return tuple(_EXPLAINED.sub("", _without_brackets(item)) for item in items)


def _restricted(text: str) -> bool:
    """Whether the words that would be cut off limit the item."""
    match = _EXPLAINED.search(text)
    cut = match.group(0) if match else ""
    examples = cut.startswith((", such as", ", including"))
    return examples and (_RESTRICTED.search(cut) or _GOES_ON.search(cut)) is not None


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
    if _of_persons(group):
        return []
    named = _names(group) if any(e.shape is Shape.CLAUSE for e in entries) else []
    if named or not _alike(group):
        return named
    texts = [_item(entry.passage.text) for entry in entries]
    return [] if _names_twice(texts) else texts


def _names_twice(texts: Sequence[str]) -> bool:
    """'Computed tomography (CT)' and then 'CT': what tells of the same thing is no second item."""
    short = {name for text in texts for name in re.findall(r"\(([A-Z]{2,})\)$", text)}
    return any(text in short for text in texts)


def _of_persons(group: Group) -> bool:
    """Whether an item tells whom it is for, where drugs, tests ... are announced."""
    lead = group.lead_in.text if group.lead_in is not None else ""
    announced = {attribute_kind(noun) for noun in re.findall(r"[a-z]+s\b", lead)} & _NAMED_KINDS
    told = (c.subject for e in group.entries if e.shape is Shape.CLAUSE for c in clauses(e.doc))
    return bool(announced) and any(_PERSON.search(subject) for subject in told)


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
    return name if len(name.split()) <= _LONGEST_NAME and not _PERSON.search(name) else ""


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
    shapes = [shape_of_item(entry) for entry in group.entries]
    lead = group.lead_in.text.strip().rstrip(":").lower() if group.lead_in is not None else ""
    if lead.endswith((" to", " can", " may", " might", " could")):
        return sum(shape in {Shape.BASE, Shape.VERB} for shape in shapes) * 2 > len(shapes)
    return len(set(shapes)) == 1 or set(shapes) == {Shape.NOUN, Shape.GERUND}


_QUALIFIES = re.compile(
    r"^(?:slow|clear|dry|open|low|lower|loose|clean|warm|cool|calm|thin)$", re.IGNORECASE
)
_DETERMINED = re.compile(r"^(?:the|an?|your|their|his|her|it|them|this|that)$", re.IGNORECASE)
_GLOSS = re.compile(r",\s(?:which|who|in\swhich|called|an?|or)\s|;\s")
_SHORT_NAME = 3
_HAPPENS = frozenset(
    """changes swings spasms cramps aches pains sores spots bumps attacks falls delays drops tics
    jerks lumps breaks bruises burns bleeds shakes tears scars clots""".split()
)
"""'Speech changes' names a finding, whatever a parser takes it for."""


def says_something(entry: Entry) -> bool:
    """Whether an item has a finite verb of its own, whatever it was taken for."""
    finite = (t for t in entry.doc if t.tag_ in {"MD", "VBZ", "VBP"})
    verbs = (t.head if t.dep_ in {"aux", "auxpass"} else t for t in finite)
    return any(v.dep_ in {"ROOT", "ccomp"} and base_of(v.text) for v in verbs)


def shape_of_item(entry: Entry) -> Shape:
    """The grammar of an item as one of a list of names, where its parse took it for a sentence.

    'Slow growth' orders nothing, 'speech changes' is no clause, and 'gout, a disease that …' is
    named before its explanation.
    """
    words = entry.text.split()
    if entry.shape is Shape.VERB and words[1:]:
        names = _QUALIFIES.match(words[0]) and not _DETERMINED.match(words[1])
        return Shape.NOUN if names else entry.shape
    if entry.shape is Shape.PREDICATE:
        return entry.shape if says_something(entry) else Shape.NOUN
    if entry.shape is not Shape.CLAUSE:
        return entry.shape
    if len(words) <= _SHORT_NAME and words[-1].lower() in _HAPPENS:
        return Shape.NOUN
    gloss = _GLOSS.search(entry.text)
    if gloss is None or len(entry.text[: gloss.start()].split()) > _LONGEST_NAME:
        return entry.shape
    head = [t for t in entry.doc if t.idx < gloss.start()]
    acts = any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} and t.text.islower() for t in head)
    return entry.shape if acts else Shape.NOUN


_REMARK = re.compile(r";\s(?=(?:this|these|it|they|such|such\s\w+|the\s\w+)\s)")
"""'Gout; this is …': a second sentence, which only tells more of the item."""
_YOU = re.compile(
    r"\b(?P<when>when|while|after|before)\s(?:you['’]re\s|you\s(?P<verb>[a-z]+)\b"
    r"(?:(?P<how>(?:\s(?:in|out|up|down|deeply|hard))*\s(?:or|and)\s)(?P<second>[a-z]+)$)?)"
)


def _of_anyone(text: str) -> str:
    """'Pain when you breathe in' as 'pain when breathing in', 'your age' as 'age'."""
    text = re.sub(r"^[Yy]our\s", "", text)
    text = re.sub(r"\bthe\srest\sof\syour\slife\b", "life", text)
    return _YOU.sub(_done, re.sub(r"\byour\s", "the ", text))


def _done(match: re.Match[str]) -> str:
    done = inflected(match["verb"], "VBG") if match["verb"] else ""
    also = f"{match['how']}{inflected(match['second'], 'VBG')}" if match["second"] else ""
    return f"{match['when']} {done}{also}"


def _item(text: str) -> str:
    first = re.split(r"(?<=[a-z)])\.(?:\s|(?=[A-Z][a-z]))", text)[0]
    first = _REMARK.split(first)[0]
    first = re.sub(r"\s*\([^()]*%[^()]*\)$", "", first)
    first = _JOINED.sub("", first.strip().rstrip(".;,"))
    return _of_anyone(first).replace("; ", ", ").strip(" ")


_GENERAL = re.compile(
    r"^(?:surgery|therapy|medicines?|medications?|drugs?|tests?)$", re.IGNORECASE
)
"""'Surgery (debulking)' is told from other surgery by its brackets."""


def _without_brackets(text: str) -> str:
    """An item without what only explains it; figures, limits and abbreviations stay."""
    bare = re.sub(r"\s*\((?![A-Z]{2,})[^()\d<>≤≥%]*\)", "", text)
    if _GENERAL.match(bare):
        return text
    return re.sub(r"^[“\"]([^”\"]+)[”\"]$", r"\1", bare)


def _words(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)
