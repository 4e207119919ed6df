"""'X is a type of Y', 'X can be primary or secondary': what kind of thing it is."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import EVERYDAY
from studyapp.language.clause import Clause
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_OF = re.compile(
    r"^(?P<sort>an?\s(?:[a-z-]+\s){0,2}?(?:type|kind|form|subtype|variant))\sof\s"
    r"(?P<what>(?:[\w’'-]+\s){0,5}[\w’'-]+)\.?$"
)
_LOOSE = re.compile(
    r"\b(?:that|which|who|group|family|set|most|many|some|other|several|variety|range|life|process|plan|care|team"
    r"|program|treatment|aging|problem|research|people|everyone|reason|standard|routine|schedule)\b"
)
_PAIRS = (
    "primary secondary|acute chronic|benign malignant|congenital acquired|inherited acquired"
    "|localized generalized|focal generalized|sensory motor|sensory autonomic"
    "|unicellular multicellular|internal external|hereditary sporadic|genetic acquired"
    "|complete partial|open closed"
    "|ischemic hemorrhagic|superficial deep|bacterial viral|viral bacterial|simple complex"
    "|symptomatic asymptomatic|unilateral bilateral|resectable unresectable|central peripheral"
    "|direct indirect|obstructive nonobstructive|invasive noninvasive|temporary permanent"
)
_OPPOSED = tuple(frozenset(pair.split()) for pair in _PAIRS.split("|"))
_EITHER = re.compile(
    r"^(?:either\s)?(?P<one>[a-z-]+)(?:\s\([^()]*\))?,?\sor\s(?P<other>[a-z-]+)(?:\s\([^()]*\))?\.?$"
)
_LONGEST = 7


def sorts(statement: Statement, context: Context) -> Iterator[Fact]:
    """Of what a thing is a kind, and which forms it has."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or clause.lemma != "be" or clause.passive:
            continue
        if not _is_name(clause.subject) or clause.fronted:
            continue
        for read in (_kind_of, _forms):
            yield from read(clause, statement, context)


def _is_name(subject: str) -> bool:
    bare = re.sub(r"\s*\([^)]*\)", "", subject)
    return is_nameable(bare) and len(bare.split()) <= _LONGEST and not set(stems(bare)) <= EVERYDAY


def _kind_of(clause: Clause, statement: Statement, context: Context) -> Iterator[Fact]:
    """'Kuru is a form of prion disease': of what it is one."""
    found = _OF.match(clause.rest)
    if found is None or clause.aux.lower() not in {"is", "are"}:
        return
    what, said = found["what"], set(stems(found["what"]))
    vague = _LOOSE.search(what) is not None or points_elsewhere(what) or said <= EVERYDAY
    if vague or said <= set(stems(clause.subject)):
        return
    name = context.inside(clause.subject)
    asked = f"What {clause.aux.lower()} {name} {found['sort']} of?"
    yield _fact(name, asked, what, statement)


def _forms(clause: Clause, statement: Statement, context: Context) -> Iterator[Fact]:
    """'Gout can be primary or secondary': which forms it can take."""
    found = _EITHER.match(clause.rest)
    if found is None or clause.aux.lower() not in {"can", "may"}:
        return
    if frozenset((found["one"], found["other"])) not in _OPPOSED:
        return
    name, aux = context.inside(clause.subject), clause.aux.lower()
    asked = f"Which 2 forms {aux} {name} take?"
    yield _fact(name, asked, clause.rest.rstrip(". ").removeprefix("either "), statement)


def _fact(name: str, asked: str, value: str, statement: Statement) -> Fact:
    return Fact(FactKind.CLASSIFICATION, name, "sort", value, statement.citations, question=asked)
