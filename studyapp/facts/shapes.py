"""The grammar of a piece of text: a clause, a predicate, a noun."""

from enum import StrEnum

from spacy.tokens import Doc

from studyapp.facts.subjects import is_nameable
from studyapp.language.clause import clauses
from studyapp.language.verbs import base_of, opens_with_verb


class Shape(StrEnum):
    """What an item is by its grammar."""

    CLAUSE = "clause"
    VERB = "verb"
    PREDICATE = "predicate"
    NOUN = "noun"
    BASE = "base"
    GERUND = "gerund"


_ADJECTIVES_TOO = frozenset({"lower", "slow", "clear"})


_NAME_WORDS = 5


def shape_of(doc: Doc) -> Shape:
    """What a text is: a clause of its own, a predicate that lacks its subject, or a noun."""
    words = tuple(token.text for token in doc)
    if not words:
        return Shape.NOUN
    if words[0].lower() in {"do", "don't", "avoid"}:
        return Shape.BASE
    compares = base_of(words[0]) in _ADJECTIVES_TOO and doc[0].tag_ == "JJR"
    if opens_with_verb(words) and not compares:
        return Shape.VERB
    if any(is_nameable(clause.subject) for clause in clauses(doc)) and _finite(doc):
        return Shape.CLAUSE
    return _shape_by_first_word(doc)


def _shape_by_first_word(doc: Doc) -> Shape:
    """The shape of an item without a finite verb, by its first word that is no adverb."""
    first = next((t for t in doc if t.tag_ not in {"RB", "RBR", "RBS"}), doc[0])
    if first.tag_ == "VBG" and base_of(first.lemma_):
        return Shape.GERUND
    described = first.tag_ in {"VBN", "VBD", "JJ", "JJR"} and first.dep_ == "ROOT"
    goes_on = first.i + 1 < len(doc) and doc[first.i + 1].tag_ in {"IN", "TO", "CC", "WRB", "RB"}
    return Shape.PREDICATE if described and goes_on else Shape.NOUN


def _finite(doc: Doc) -> bool:
    root = next((t for t in doc if t.dep_ == "ROOT"), doc[0])
    if root.i == len(doc) - 1 < _NAME_WORDS and not base_of(root.text):  # it is a name
        return False
    return root.tag_ in {"VBZ", "VBP", "VBD", "MD"} or any(
        t.dep_ in {"aux", "auxpass"} and t.tag_ in {"MD", "VBZ", "VBP", "VBD"} for t in root.lefts
    )
