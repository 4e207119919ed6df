"""Sentences whose verb the parser took for a noun: 'Delays in treatment increase the risk …'."""

from spacy.tokens import Doc, Token

from studyapp.language.lexicon import kinds

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_BEHIND = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "ADV", "NUM", "PRON"})
_INNER = frozenset({"relcl", "acl", "advcl"})
_FEWEST = 5


def verb_taken_for_noun(doc: Doc) -> int:
    """Where the verb of a sentence stands that has none in its parse; 0 where that is not certain.

    It is the first word that can be a verb, stands behind a noun and agrees with the subject.
    """
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    ended = len(doc) > _FEWEST and doc[-1].text == "."
    if root is None or not ended or root.pos_ in {"VERB", "AUX"} or any(map(_is_finite, doc)):
        return 0
    return next((t.i for t in doc[1:-2] if _may_be_verb(t) and _agrees(doc, t)), 0)


def stand_in(doc: Doc, verb: int) -> str:
    """The sentence with 'It' or 'They' for its subject, which no parser misreads."""
    word = "They" if _is_plural(_head(doc, verb)) else "It"
    return f"{word} {doc[verb:].text}"


def _is_finite(token: Token) -> bool:
    return token.tag_ in _FINITE and token.dep_ not in _INNER


def _may_be_verb(token: Token) -> bool:
    """Whether a word behind a noun and before more may be a verb."""
    before, after = token.nbor(-1), token.nbor(1)
    placed = before.tag_ in _NOUNS and after.pos_ in _BEHIND
    return placed and token.tag_ in {"NN", "NNS"} and "VERB" in kinds(token.lower_)


def _agrees(doc: Doc, token: Token) -> bool:
    """Whether a word could be the verb of the sentence's subject: 'delays … increase'."""
    if any(t.text in {",", ";", ":", "—"} or t.pos_ == "VERB" for t in doc[: token.i]):
        return False
    return _is_plural(_head(doc, token.i)) != (token.tag_ == "NNS")


def _head(doc: Doc, verb: int) -> Token:
    """The head of the subject: the last noun before its first preposition."""
    end = next((t.i for t in doc[:verb] if t.tag_ == "IN"), verb)
    return next((t for t in reversed(doc[:end]) if t.tag_ in _NOUNS), doc[0])


def _is_plural(token: Token) -> bool:
    return token.tag_ in _PLURALS
