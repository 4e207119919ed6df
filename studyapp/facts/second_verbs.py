"""A second verb that hides in what follows the first: 'slow the heart and lower the pressure'."""

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from studyapp.language.clause import Clause
from studyapp.language.verbs import base_of, is_noun_too

_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp"})
_INNER = _CLAUSAL | {"pcomp"}


@lru_cache(maxsize=16)
def apart(clause: Clause) -> tuple[Clause, ...]:
    """A clause whose object holds a second verb ('slow the heart and lower the pressure') as two.

    The parser often takes that verb for a noun or an adjective.
    """
    at = second_verb(clause)
    doc = clause.root.doc
    if at is None or doc[at - 1].lower_ != "and" or at - 1 <= clause.rest_start:
        return (clause,)
    end = at - 2 if doc[at - 2].text == "," else at - 1
    first = replace(clause, rest=doc[clause.rest_start : end].text, rest_end=end)
    verb = doc[at]
    if verb.lemma_.lower() != base_of(verb.lower_):
        return (first,)
    second = replace(
        clause,
        root=verb,
        verb=verb.text,
        base=verb.lemma_.lower(),
        rest=doc[at + 1 : clause.rest_end].text,
        rest_start=at + 1,
    )
    return first, second


@lru_cache(maxsize=16)
def second_verb(clause: Clause) -> int | None:
    """The index of a second verb of the subject in what follows the first; None for none."""
    doc = clause.root.doc
    for token in doc[clause.rest_start + 1 : clause.rest_end - 1]:
        if token.nbor(-1).lower_ not in _JOINTS or token.nbor(1).is_punct:
            continue
        if _is_bare_verb(token, clause) or _is_joined_verb(token, clause):
            return int(token.i)
    return None


_JOINTS = frozenset({"and", "or", ","})
_OBJECTS = frozenset({"DT", "JJ", "NN", "NNS", "PRP$", "IN", "NNP"})


def _is_bare_verb(token: Token, clause: Clause) -> bool:
    """Whether a word is a known verb with its object, in no clause of its own, behind no 'to'."""
    word = token.lower_
    if base_of(word) != word or is_noun_too(word) or token.nbor(1).tag_ not in _OBJECTS:
        return False
    root = clause.root.i
    inner = any(a.dep_ in _INNER and a.i > root for a in (token, *token.ancestors))
    before = token.doc[clause.rest_start : token.i]
    return not inner and not any(t.lower_ == "to" for t in before)


def _is_joined_verb(token: Token, clause: Clause) -> bool:
    """Whether a word is a verb in the present that is joined to the clause's own."""
    if token.tag_ not in {"VBZ", "VBP"} or token.dep_ != "conj":
        return False
    root = clause.root.i
    return not any(a.dep_ in _CLAUSAL for a in token.ancestors if a.i > root)
