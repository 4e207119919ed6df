"""'The disease', 'these infections': whether a class noun means what page or section is about."""

import re

from spacy.tokens import Doc

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.context import Context
from studyapp.language.diseases import GROWTHS, disease_named, names_disease
from studyapp.language.naming import pattern_of
from studyapp.language.words import is_plural, singular, stem, stems
from studyapp.model import Passage

_CLASS = frozenset(
    """syndrome infection cancer malignancy tumor injury infestation deficiency""".split()
)
_ANY = frozenset("condition disease disorder illness".split())
_GROWN = re.compile(r"\w+oma\b")


def means_subject(noun: str, passage: Passage, context: Context, *, pointing: bool) -> bool:
    """Whether a noun that opens a sentence ('this disorder') can only mean the subject."""
    about = context.subject
    if not about or passage.label or is_plural(noun) != context.plural:
        return False
    return _is_of(singular(noun), context, pointing=pointing) and _general(
        passage, context, pointing=pointing
    )


def _is_of(noun: str, context: Context, *, pointing: bool) -> bool:
    """Whether a noun can mean the subject: 'tumor' means no gout, 'syndrome' no fever."""
    if noun in _ANY:
        return True
    about = set(stems(context.subject))
    if stem(noun) in GROWTHS:
        grown = bool(about & GROWTHS) or _GROWN.search(context.subject) is not None
        return grown and pointing
    return noun in _CLASS and stem(noun) in about


def tells_no_other(before: Doc, context: Context) -> bool:
    """Whether the sentence before names no disease but the subject."""
    others = pattern_of(context.subject).sub(" ", before.text)
    return not names_disease(others)


def _general(passage: Passage, context: Context, *, pointing: bool) -> bool:
    """Whether the passage stands under headings that speak of the context's whole subject.

    'This condition' may be a thing that the heading names; 'the disease' is none but a disease.
    """
    for heading in reversed(passage.headings):
        if context.names_subject(heading):
            return True
        plain = len(stems(heading)) == 1 or attribute_kind(heading) is not None
        if names_disease(heading) or (pointing and not plain):
            return False
    return True


_BRACKET = re.compile(r"\s*\([^)]*\)")


def bracketless(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return _BRACKET.sub("", name).strip()


def defines_disease(before: Doc) -> bool:
    """Whether a sentence says of a disease what kind of one it is: 'it' in the next means that.

    'Gout is a disease of the joints', but not 'the cause of gout is a disorder of the kidneys'.
    """
    root = next((t for t in before if t.dep_ == "ROOT"), None)
    if root is None or root.lemma_ != "be":
        return False
    subject = next((t for t in root.lefts if t.dep_ == "nsubj"), None)
    kind = next((t for t in root.rights if t.dep_ == "attr"), None)
    if subject is None or kind is None or kind.lemma_.lower() not in _CLASS | _ANY:
        return False
    name = bracketless(before[subject.left_edge.i : subject.right_edge.i + 1].text)
    return disease_named(name) != ""
