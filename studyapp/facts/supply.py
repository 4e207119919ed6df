"""Supplies the subject that an item lacks, from its label, its lead-in or its heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from studyapp.facts.context import Context
from studyapp.facts.referents import namesake, resolved, with_article
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Entry, Group, Parse, Statement
from studyapp.facts.subjects import is_nameable
from studyapp.language.clause import clauses
from studyapp.language.verbs import is_third_person
from studyapp.language.words import capital, is_plural, stems
from studyapp.model import Citation, Passage

_ATTRIBUTES = re.compile(
    r"\b(?:symptoms?|signs?|causes?|risk\sfactors?|factors?|complications?|side\seffects?|effects?"
    r"|goals?|aims?|types?|procedures?|methods?|measures?|considerations?|tests?|options?"
    r"|characteristics|features?|steps?|strategies|principles|benefits|indications"
    r"|contraindications|uses|examples|points|tips|pitfalls)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement before its parse: `said` is what is to be parsed, where `doc` is not there."""

    text: str
    passage: Passage
    citations: tuple[Citation, ...]
    name: str = ""
    said: str = ""
    doc: Doc | None = None


def statements(groups: Sequence[Group], parse: Parse, context: Context) -> Iterator[Statement]:
    """Items as whole sentences; an item whose subject is not certain is left out."""
    drafts = (
        *_sentences(groups, context),
        *_announcements(groups, context),
        *_terms(groups),
    )
    docs = iter(parse([draft.said for draft in drafts if draft.doc is None]))
    for one in drafts:
        doc = next(docs) if one.doc is None else one.doc
        yield Statement(one.text, doc, one.passage, one.citations, one.name)


def _sentences(groups: Sequence[Group], context: Context) -> Iterator[_Draft]:
    for group in groups:
        for entry in group.entries:
            said = _said(entry, group, context)
            if said:
                text, places, name = said
                yield _Draft(text, entry.passage, places, name, _stand_in(text, name))


def _terms(groups: Sequence[Group]) -> Iterator[_Draft]:
    """Items that look like nouns: for the terms they explain, and for a verb that was missed."""
    for entry in (e for group in groups for e in group.entries if e.shape is Shape.NOUN):
        place = (entry.citation,)
        known = None if "(" in entry.text else entry.doc
        yield _Draft(entry.text, entry.passage, place, entry.text, entry.text, known)


_GAP = re.compile(
    r"\b(?:to|by|for|in|with|of|on|through|from|as|are|is|be|include[sd]?|including|may|can"
    r"|cause[sd]?|when|if|who|that|following|affect[sd]?|address(?:es)?|involve[sd]?|ensure[sd]?"
    r"|require[sd]?|an?|the|his|her|their|your|recommends?|prescribes?|orders?|suggests?|treat|prevent"
    r"|relieve|feel|become|because|often|you|especially|they|will)$",
    re.IGNORECASE,
)


_COUNTS = re.compile(
    r"\b(?:into|by|along|through|in|on|with|from|of)\s(?:at\sleast\s)?(?:two|three|four|five|six|seven"
    r"|eight|several|the\sfollowing)\s(?:[\w-]+\s){0,3}\w+s$"
)
"""What only counts the items that come: 'can be divided into three groups'."""


_AS_FOLLOWS = re.compile(r",?\sas\sfollows\s*$")


def _announcements(groups: Sequence[Group], context: Context) -> Iterator[_Draft]:
    """Lead-ins that are whole sentences and so claim something themselves."""
    whole: list[_Draft] = []
    for group in groups:
        if group.lead_in is None or group.lead_in_citation is None:
            continue
        text = _AS_FOLLOWS.sub("", group.lead_in.text.strip().rstrip(":")).strip()
        claims = any(True for _ in clauses(group.lead_in))
        places = (group.lead_in_citation,)
        if claims and not _GAP.search(text) and not _COUNTS.search(text):
            said, _ = resolved(group.lead_in, None, group.first, context)
            said = f"{_AS_FOLLOWS.sub('', said.strip().rstrip(':')).strip()}."
            whole.append(_Draft(said, group.first, places, said=said))
        elif not claims:
            yield _Draft(text, group.first, places, doc=group.lead_in)
    yield from whole


def _stand_in(text: str, name: str) -> str:
    """The sentence with 'It' or 'They' for the supplied name."""
    return f"{'They' if _is_plural(name) else 'It'}{text[len(name) :]}" if name else text


_ORDER = re.compile(
    r"^(?:give|take|apply|avoid|start|stop|repeat|consider|monitor|check|ask|call|keep|see)\b",
    re.IGNORECASE,
)
"""'Give on an empty stomach' under a drug's name orders; the drug gives nothing."""
_USE = re.compile(
    r"^(?P<use>(?:[A-Z][\w-]+\s)?(?:[Uu]se|[Oo]veruse|[Aa]buse|[Aa]dministration|[Ww]ithdrawal|amounts"
    r"|doses))\s(?P<rest>(?:may|can|causes?|leads?|increases?|reduces?|should|must)\b.+)$"
)
"""What is said of using a thing, without the thing: its label names it."""


def _said(
    entry: Entry, group: Group, context: Context
) -> tuple[str, tuple[Citation, ...], str] | None:
    used = _USE.match(entry.text) if entry.passage.label else None
    if used is not None:
        told = f"{used['use']} of {context.inside(entry.passage.label)} {used['rest']}"
        return f"{capital(told)}.", (entry.citation,), ""
    if _THEY.match(entry.text):
        return _named_there(entry, group)
    if entry.shape is Shape.CLAUSE:
        whole = not _conditional(group) and _speaks_of_label(entry)
        return (f"{capital(entry.text)}.", (entry.citation,), "") if whole else None
    return _completed(entry, group, context)


def _completed(
    entry: Entry, group: Group, context: Context
) -> tuple[str, tuple[Citation, ...], str] | None:
    """A predicate with the subject that its label, its lead-in or its heading gives."""
    if entry.shape not in {Shape.VERB, Shape.PREDICATE}:
        return None
    if entry.shape is Shape.VERB and (
        _broken_off(group) or _disagrees(entry) or _ORDER.match(entry.text)
    ):
        return None
    if entry.passage.label:
        subject = with_article(entry.passage.label, context)
        places: tuple[Citation, ...] = (entry.citation,)
    else:
        subject, places = _subject(entry, group, context)
    if not subject or not is_nameable(subject):
        return None
    return f"{_joined(subject, entry, _hedge(entry, group), context)}.", places, capital(subject)


_THEY = re.compile(r"^(?:It|They)\s(?!is\s\w+\s(?:to|that)\b)")


def _named_there(entry: Entry, group: Group) -> tuple[str, tuple[Citation, ...], str] | None:
    """'They suppress …' under 'Estrogens have these actions:': who 'they' are."""
    if group.lead_in is None or group.lead_in_citation is None or entry.passage.label:
        return None
    name = lead_in_subject(group.lead_in)
    if not name or entry.text.startswith("They") != _is_plural(name):
        return None
    said = f"{capital(name)} {entry.text.split(maxsplit=1)[1]}."
    return said, (entry.citation, group.lead_in_citation), capital(name)


def _speaks_of_label(entry: Entry) -> bool:
    """Whether an item's own sentence names what its label names, if it has one."""
    label = set(stems(entry.passage.label))
    return not label or bool(label & set(stems(entry.text)))


def _disagrees(entry: Entry) -> bool:
    """'Warfarin: target INR …': a bare verb form after a singular label is no verb."""
    words = tuple(token.text for token in entry.doc)
    label = entry.passage.label
    modal = bool(words) and words[0].lower() in {
        "may",
        "can",
        "must",
        "should",
        "could",
        "might",
        "will",
    }
    return bool(label) and not _is_plural(label) and not modal and not is_third_person(words)


def _conditional(group: Group) -> bool:
    """Whether the items are conditions, or parts of the lead-in's sentence, and no claims."""
    text = group.lead_in.text.strip().rstrip(":").lower() if group.lead_in is not None else ""
    ends = re.search(r"\b(?:if|when|who|whether|that|because|in\swhich|you|may|unless)$", text)
    return ends is not None or _CASE.search(text) is not None


_CASE = re.compile(
    r"\bif\syou\b|\bask\b|\bquestions?\b|\b(?:either|(?:one|any|all|some)\sof\sthe\sfollowing.*|true)$"
    r"|^(?:in|for|during|at)\s(?:[\w-]+\s){1,4}[\w-]+,|^(?:stage|type|grade|class|group|phase|level)\s\w+$"
)
"""'In the last phase, the skin is either:', 'Stage IVA:': what the items say is limited to it."""


def _broken_off(group: Group) -> bool:
    """Whether the items carry on the lead-in's own words ('… may be necessary to:')."""
    text = group.lead_in.text.strip().rstrip(":").strip() if group.lead_in is not None else ""
    return (
        re.search(r"\b(?:to|by|for|may|can|with|who|if|when|that|not)$", text, re.IGNORECASE)
        is not None
    )


_HEDGES = {"often", "usually", "typically", "commonly", "frequently", "sometimes", "rarely"}


def _hedge(entry: Entry, group: Group) -> str:
    """The 'often' of a lead-in that announces what a thing does ('It often has features:')."""
    if entry.passage.label or group.lead_in is None:
        return ""
    root = next((t for t in group.lead_in if t.dep_ == "ROOT"), None)
    if root is None or root.lemma_ not in {"have", "show", "share"}:
        return ""
    own = {token.lower_ for token in entry.doc}
    said = [t.lower_ for t in root.children if t.lower_ in _HEDGES]
    modal = own & {"may", "can", "might", "could", *_HEDGES}
    return said[0] if said and not modal else ""


def _joined(subject: str, entry: Entry, hedge: str, context: Context) -> str:
    words = tuple(token.text for token in entry.doc)
    text = f"{hedge} {context.inside(entry.text)}".strip()
    if entry.shape is Shape.PREDICATE:
        return f"{capital(subject)} {'are' if _is_plural(subject) else 'is'} {text}"
    if _is_plural(subject) and is_third_person(words):
        return f"{capital(subject)} each {text}"
    return f"{capital(subject)} {text}"


def _is_plural(subject: str) -> bool:
    bare = re.sub(r"\s*\([^)]*\)", "", subject)
    head = re.split(r"\s(?:of|in|for|with|to|from|that|by)\s", bare)[0]
    return " and " in head or is_plural(head.split()[-1])


def _carried(entry: Entry, group: Group, context: Context) -> tuple[str, tuple[Citation, ...]]:
    """In a list of key points, the document's subject that the point before names."""
    if entry.passage.label or group.entries[0] is entry:
        return "", ()
    before = group.entries[group.entries.index(entry) - 1]
    if before.shape is not Shape.CLAUSE:
        return "", ()
    name = next((c.subject for c in clauses(before.doc)), "")
    same = bool(context.subject) and context.names_subject(name)
    return (
        (name, (entry.citation, before.citation))
        if same and len(name.split()) <= _BARE
        else ("", ())
    )


_BARE = 4


def _subject(entry: Entry, group: Group, context: Context) -> tuple[str, tuple[Citation, ...]]:
    """The subject of an item without a label: the lead-in's, or the heading's for 'this'."""
    if group.lead_in is None or group.lead_in_citation is None:
        return _carried(entry, group, context)
    places = (entry.citation, group.lead_in_citation)
    name = lead_in_subject(group.lead_in) or _pointed_at(group)
    if name and not _ATTRIBUTES.search(name):
        return name, places
    opening = group.lead_in.text.split()[0].lower() if group.lead_in.text else ""
    headings = entry.passage.headings
    if opening in {"this", "these", "it", "they"} and len(headings) > 1:
        heading = headings[-1]
        if is_nameable(heading) and not heading.endswith("?"):
            return heading, places
    return "", ()


def _pointed_at(group: Group) -> str:
    """What 'This pain …' or 'This system …' means: its namesake in the sentence before."""
    if group.before is None or group.lead_in is None:
        return ""
    match = re.match(r"^(?:This|These)\s(\w+)\s(\w+)\b", group.lead_in.text)
    nouns = match.groups() if match else ()
    return next((n for noun in nouns if (n := namesake(noun.lower(), group.before))), "")


def lead_in_subject(lead_in: Doc) -> str:
    """What a lead-in is about: the subject of its sentence, or the whole of a bare noun phrase."""
    for clause in clauses(lead_in):
        return clause.subject if is_nameable(clause.subject) else ""
    text = lead_in.text.strip()
    return text if is_nameable(text) and not re.search(r"\b(?:to|by|for|with)$", text) else ""
