"""A second verb that hides in what follows the first: 'slow the heart and lower the pressure'."""

from collections.abc import Iterator
from dataclasses import replace

from studyapp.language.clause import Clause
from studyapp.language.verbs import base_of, is_noun_too

_INNER = {"relcl", "acl", "advcl", "ccomp", "pcomp"}


def apart(clause: Clause) -> Iterator[Clause]:
    """A clause whose object holds a second verb ('slow the heart and lower the pressure') as two.

    The parser often takes that verb for a noun or an adjective.
    """
    at = second_verb(clause)
    doc = clause.root.doc
    if at is None or doc[at - 1].lower_ != "and" or at - 1 <= clause.rest_start:
        yield clause
        return
    end = at - 2 if doc[at - 2].text == "," else at - 1
    yield replace(clause, rest=doc[clause.rest_start : end].text, rest_end=end)
    verb = doc[at]
    if verb.lemma_.lower() == base_of(verb.lower_):
        yield replace(
            clause,
            root=verb,
            verb=verb.text,
            base=verb.lemma_.lower(),
            rest=doc[at + 1 : clause.rest_end].text,
            rest_start=at + 1,
        )


def second_verb(clause: Clause) -> int | None:
    """The index of a second verb of the subject in what follows the first; None for none."""
    doc = clause.root.doc
    for token in doc[clause.rest_start + 1 : clause.rest_end - 1]:
        if token.nbor(-1).lower_ not in {"and", "or", ","} or token.nbor(1).is_punct:
            continue
        verb = base_of(token.lower_) == token.lower_ and not is_noun_too(token.lower_)
        object_follows = token.nbor(1).tag_ in {"DT", "JJ", "NN", "NNS", "PRP$", "IN", "NNP"}
        inner = any(a.dep_ in _INNER and a.i > clause.root.i for a in (token, *token.ancestors))
        to = any(t.lower_ == "to" for t in doc[clause.rest_start : token.i])
        finite = token.tag_ in {"VBZ", "VBP"} and token.dep_ == "conj"
        clause_inside = any(
            a.dep_ in _INNER - {"pcomp"} for a in token.ancestors if a.i > clause.root.i
        )
        if (verb and object_follows and not inner and not to) or (finite and not clause_inside):
            return int(token.i)
    return None
