"""What 'it', 'they' and 'this disease' mean, told by the sentence before; refuses if unsure."""

import re

from spacy.tokens import Doc, Token

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.class_nouns import bracketless, defines_disease, means_subject, tells_no_other
from studyapp.facts.context import Context
from studyapp.facts.pointed import is_meant
from studyapp.facts.subjects import is_nameable
from studyapp.language.clause import clauses
from studyapp.language.words import capital, is_plural, singular, stems
from studyapp.model import Passage

_NETWORK = {
    "system": {"network", "plexus", "system", "tract", "circuit"},
    "drug": {"drug", "medicine", "agent", "antibiotic", "medication"},
    "medicine": {"drug", "medicine", "agent", "antibiotic", "medication"},
    "test": {"test", "scan", "exam", "examination", "assay", "measurement"},
    "procedure": {"procedure", "surgery", "operation", "technique", "biopsy"},
    "treatment": {"treatment", "therapy", "drug", "surgery", "procedure", "medicine"},
    "organism": {"bacterium", "virus", "parasite", "fungus", "organism"},
}
_THIS_KIND = re.compile(
    r"^(?:[Tt]his|[Tt]hese)\s(?:\w+\s){0,2}?(?:type|test|treatment|procedure|kind|form|scan"
    r"|condition|disease|disorder|infection|problem|syndrome|medicine|drug)s?"
    r"(?:\sof\s(?:(?:\w+\s)?(?:test|treatment|scan|procedure|surgery|disease|cancer)|\w+))?\b"
)
_THIS_IS = re.compile(
    r"^(?:This|These)\s(?:is|are)\s(?!(?:why|because|how|what|when|where|not|due|especially|in\spart|one\s(?:reason|of)|another|also|the\s(?:reason|case))\b)"
)
"""'This is why …' means what was said, and no thing that a heading names."""
_POINTER = re.compile(r"^(It|They|This|These|The)\b(?:\s+(\w+))?")


def resolved(doc: Doc, before: Doc | None, passage: Passage, context: Context) -> tuple[str, bool]:
    """The sentence with a leading 'it', 'they' or 'this <class>' named, if that is certain.

    Returns the text and whether the name came from the sentence before.
    """
    text = doc.text
    labelled = _THIS_KIND.match(text)
    named = labelled is not None and passage.label and is_nameable(passage.label)
    if labelled and named and is_meant(labelled.group(0), passage.label, before):
        return capital(with_article(passage.label, context)) + text[labelled.end() :], False
    headed = _THIS_IS.match(text)
    if headed and before is None and len(passage.headings) > 1:
        heading = passage.headings[-1]
        plural = is_plural(heading.split()[-1])
        if is_nameable(heading) and attribute_kind(heading) is None:
            verb = "are" if plural else "is"
            return f"{capital(heading)} {verb} {text[headed.end() :]}", False
    match = _POINTER.match(text)
    if match is None:
        return text, False
    word, noun = match.group(1), (match.group(2) or "").lower()
    if word in {"It", "They"}:
        name = _only_candidate(before, plural=word == "They") if before is not None else ""
        return (name + text[len(word) :], True) if name else (text, False)
    name, earlier = _class_noun(noun, before, passage, context, pointing=word != "The")
    if not name:
        return text, False
    return name + text[match.end() :], earlier


_COUNTED = re.compile(
    r"\b(?:scan|test|exam|examination|x-ray|biopsy|transplant|procedure|study|\w+ogram)$",
    re.IGNORECASE,
)


def with_article(label: str, context: Context) -> str:
    """'Bone scan' as a subject: 'a bone scan'."""
    if not _COUNTED.search(re.sub(r"\s*\([^()]*\)$", "", label)) or re.match(
        r"^(?:a|an|the)\s", label, re.IGNORECASE
    ):
        return label
    inside = context.inside(label)
    return f"{'An' if inside[0].lower() in 'aeiou' else 'A'} {inside}"


def _subject_of(doc: Doc) -> Token | None:
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    return next((t for t in root.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)


def _only_candidate(before: Doc, *, plural: bool) -> str:
    """The subject of the sentence before, when nothing else in it could be meant."""
    subject = _subject_of(before)
    if subject is None:
        return ""
    name = before[subject.left_edge.i : subject.right_edge.i + 1].text
    if not plural and defines_disease(before) and is_nameable(bare := bracketless(name)):
        return bare
    if not is_nameable(name) or _counts_as_plural(subject) != plural:
        return ""
    rivals = [
        t
        for t in before
        if t.pos_ in {"NOUN", "PROPN"}
        and t.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "conj"}
        and not subject.is_ancestor(t)
        and t != subject
        and _counts_as_plural(t) == plural
    ]
    return "" if rivals else name


def _counts_as_plural(token: Token) -> bool:
    if any(t.dep_ == "conj" for t in token.children):
        return True
    return token.tag_ in {"NNS", "NNPS"} and is_plural(token.text)


def _class_noun(
    noun: str, before: Doc | None, passage: Passage, context: Context, *, pointing: bool
) -> tuple[str, bool]:
    """What 'this condition' or 'this drug' means, and whether the sentence before says it."""
    if before is not None and pointing and noun in _NETWORK:
        found = _named_kind(before, _NETWORK[noun])
        if found:
            return found, True
    here = context.at(passage.headings)
    if not means_subject(noun, passage, here, pointing=pointing):
        return "", False
    stays = _stays(before, here) if pointing else before is None or tells_no_other(before, here)
    return (capital(here.subject), before is not None) if stays else ("", False)


def namesake(noun: str, before: Doc) -> str:
    """The one thing in a sentence that 'this <noun>' in the next can mean; '' if not certain."""
    subject = _subject_of(before)
    if subject is not None and subject.lemma_.lower() == singular(noun):
        clause = next(iter(clauses(before)), None)
        return clause.subject if clause is not None and is_nameable(clause.subject) else ""
    return _named_kind(before, _NETWORK.get(noun, set()))


def _stays(before: Doc | None, context: Context) -> bool:
    """Whether the sentence before speaks of the document's subject and of no other thing."""
    if before is None:
        return True
    subject = _subject_of(before)
    if subject is None:
        return False
    name = before[subject.left_edge.i : subject.right_edge.i + 1].text
    return context.names_subject(name) and len(stems(name)) <= len(stems(context.subject)) + 1


def _named_kind(before: Doc, kinds: set[str]) -> str:
    """The one name in a sentence that is said to be, or is by its head, of one of the kinds."""
    names: list[str] = []
    for token in before:
        if token.lemma_.lower() not in kinds:
            continue
        named = token.head if token.dep_ in {"appos", "attr"} else token
        if named.pos_ in {"VERB", "AUX"}:
            subject = next((t for t in named.lefts if t.dep_ == "nsubj"), None)
            name = before[subject.left_edge.i : subject.right_edge.i + 1].text if subject else ""
            named = subject if subject is not None and is_nameable(name) else token
        end = min(
            [t.left_edge.i - 1 for t in named.children if t.dep_ == "appos"] or [named.i + 1]
        )
        start = named.left_edge.i
        text = before[start : max(end, named.i + 1)].text.rstrip(" ,")
        if is_nameable(text) and text not in names:
            names.append(text)
    return names[0][0].upper() + names[0][1:] if len(names) == 1 else ""
