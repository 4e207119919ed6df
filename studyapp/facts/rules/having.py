"""'People with gout may have A, B, or C': what those who have a disease have besides."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import attribute_kind, head_noun
from studyapp.facts.context import Context
from studyapp.facts.enumerations import joined, members_of
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.language.words import is_plural
from studyapp.model import Fact, FactKind

_WHO = re.compile(
    r"^(?:(?:an?|all|most|many|some|affected)\s)?(?:people|persons?|patients?|individuals|adults?"
    r"|child|children|infants?|newborns?|women|men|boys|girls)\s(?:with|who\shave)\s"
    r"(?P<what>[^,;]+)$",
    re.IGNORECASE,
)
_CALLED = {
    "have": "features",
    "show": "features",
    "experience": "symptoms",
    "report": "symptoms",
    "develop": "problems",
}
"""What to call the things that people have, by the verb."""
_KINDS = {FactKind.FINDING, FactKind.COMPLICATION}
_SUCH_AS = re.compile(
    r"^(?P<noun>(?:other\s|several\s)?(?:[\w-]+\s){0,2}[\w-]+s),?\s(?:such\sas|including)\s(?P<list>.+)$"
)
_LONGEST, _FEWEST = 25, 3


def havings(statement: Statement, context: Context) -> Iterator[Fact]:
    """The symptoms, features ... that people with a disease have, when several are listed."""
    for clause in statement.clauses():
        who = _WHO.match(clause.subject)
        if who is None or clause.lemma not in _CALLED or not is_nameable(who["what"]):
            continue
        if clause.negated or clause.narrates or clause.fronted or clause.passive:
            continue
        noun, listed = _listed(clause, statement)
        value = joined(listed, statement.text) if listed else ""
        if not value or len(value.split()) > _LONGEST or points_elsewhere(value):
            continue
        asked = clause.ask(f"Which {len(listed)} {noun}")
        asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
        yield Fact(
            attribute_kind(noun) or FactKind.FINDING,
            context.inside(who["what"]),
            asked,
            value,
            statement.citations,
            modality=clause.aux.lower(),
            items=listed,
            question=f"{asked}?",
        )


def _listed(clause: Clause, statement: Statement) -> tuple[str, tuple[str, ...]]:
    """What the listed things are called, and they; none when the verb's object is no list."""
    given = _SUCH_AS.match(clause.rest)
    if given is not None:
        listed = members_of(given["list"], statement.doc)
        return given["noun"], listed if _named(listed) else ()
    listed = members_of(clause.rest, statement.doc)
    # 'A swollen hand or foot' may be swollen in both: two are told from one by no comma.
    return _noun(clause, statement), listed if len(listed) >= _FEWEST and _named(listed) else ()


def _noun(clause: Clause, statement: Statement) -> str:
    """What the heading calls findings, or the verb."""
    above = statement.passage.headings[-1] if statement.passage.headings else ""
    head = head_noun(above)
    found = attribute_kind(above) in _KINDS and is_plural(head)
    return head if found and "effect" not in head else _CALLED[clause.lemma]


def _named(listed: tuple[str, ...]) -> bool:
    """Whether all members are named things: none goes on with a verb or a judgement."""
    return not any(_ACTS.match(m) or _is_verb(m.split()[0]) for m in listed)


_ACTS = re.compile(
    r"^(?:an?\s(?:increased|higher|lower|better|good|normal|chance|risk)|more|less|no|little|trouble$"
    r"|higher|lower|increased\srisk|often|may|can|some|many|feel|see|get|be|become|need|want)\b",
    re.IGNORECASE,
)


def _is_verb(word: str) -> bool:
    return base_of(word) == word and not is_noun_too(word)
