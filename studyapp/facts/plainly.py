"""A clause as a question can carry it: without the 'also' that leans on the sentence before."""

import re
from dataclasses import replace
from functools import lru_cache

from studyapp.facts.context import Context
from studyapp.language.clause import Clause

_ALSO = re.compile(r"\balso\s")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "VB", "VBN"})


@lru_cache(maxsize=16)
def without_also(clause: Clause) -> Clause:
    """The clause without an 'also' before its verb or behind its auxiliary."""
    told = (clause.verb, clause.base, clause.rest)
    if not any("also" in words for words in told):
        return clause
    verb, base, rest = (_ALSO.sub("", words) for words in told)
    return replace(clause, verb=verb, base=base, rest=rest)


@lru_cache(maxsize=16)
def says_also(clause: Clause) -> bool:
    """Whether the clause adds itself to what was said before."""
    said = f"{clause.aux} {clause.verb} {clause.rest[:6]} "
    return _ALSO.search(said) is not None


@lru_cache(maxsize=16)
def inside(clause: Clause, context: Context) -> Clause:
    """The clause with its subject as it stands inside a question."""
    subject = context.inside(clause.subject)
    return clause if subject == clause.subject else replace(clause, subject=subject)


@lru_cache(maxsize=16)
def whole(clause: Clause) -> bool:
    """Whether nothing of the subject was cut off in front ('old, frail, or ill people').

    Only another clause may stand before an 'or' or 'and' that the subject follows.
    """
    doc = clause.root.doc
    first = clause.subject.split()[0].lower() if clause.subject else ""
    start = next((t.i for t in doc[: clause.root.i] if t.lower_ == first), 0)
    if start == 0 or doc[start - 1].lower_ not in {"or", "and"}:
        return True
    return any(t.tag_ in _FINITE for t in doc[: start - 1])
