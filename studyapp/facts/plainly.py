"""A clause as a question can carry it: without the 'also' that leans on the sentence before."""

import re
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.language.clause import Clause

_ALSO = re.compile(r"\balso\s")


def without_also(clause: Clause) -> Clause:
    """The clause without an 'also' before its verb or behind its auxiliary."""
    verb, base, rest = (_ALSO.sub("", words) for words in (clause.verb, clause.base, clause.rest))
    return replace(clause, verb=verb, base=base, rest=rest)


def says_also(clause: Clause) -> bool:
    """Whether the clause adds itself to what was said before."""
    said = f"{clause.aux} {clause.verb} {clause.rest[:6]} "
    return _ALSO.search(said) is not None


def inside(clause: Clause, context: Context) -> Clause:
    """The clause with its subject as it stands inside a question."""
    return replace(clause, subject=context.inside(clause.subject))
