"""'Patients with X should receive Y within 4 hours of Z': by when it is due."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.tails import placed_among
from studyapp.language.clause import Clause, modal
from studyapp.language.quantities import Dimension, quantities
from studyapp.model import Fact, FactKind

_PEOPLE = re.compile(
    r"^(?:(?:all|most)\s)?(?:[\w-]+\s){0,3}?(?:patients|people|persons|adults|children|women|men|infants"
    r"|newborns|individuals|contacts)\b",
    re.IGNORECASE,
)
_GETS = frozenset(
    "receive undergo have start begin get give treat reassess evaluate see refer".split()
)
_WITHIN = re.compile(r"^(?P<what>[^,;()]*?)\s?\bwithin\s~(?P<of>\s(?:of|after|from)\s[^,;()]+)?$")
_EVERY = re.compile(
    r"^(?P<what>[^,;()]+?)\s(?P<often>every\s~(?:,\sstarting\s[^,;()]+)?)(?P<why>\sto\s[^,;()]+)?$"
)
_FEWEST, _LONGEST = 2, 14


def deadlines(statement: Statement, context: Context) -> Iterator[Fact]:
    """Within what time patients should have something."""
    for clause in statement.clauses():
        asked, value = _asked(clause)
        if not asked or points_elsewhere(asked):
            continue
        subject = context.inside(clause.subject)
        yield Fact(
            FactKind.DURATION,
            subject,
            f"{clause.lemma} within",
            value,
            statement.citations,
            condition=clause.fronted,
            modality=modal(clause),
            question=placed_among(asked.replace(clause.subject, subject, 1), context) + "?",
        )


def _asked(clause: Clause) -> tuple[str, str]:
    """The question and the time; '' where nobody in particular must have it in a set time."""
    if modal(clause) not in {"should", "must"} or clause.lemma not in _GETS or clause.negated:
        return "", ""
    if not _PEOPLE.match(clause.subject) or len(clause.subject.split()) < _FEWEST:
        return "", ""
    around, bare = _marked(clause.rest.rstrip(" ."))
    often, within = _EVERY.match(around), _WITHIN.match(around)
    match = often or within
    if match is None or len(match["what"].split()) > _LONGEST:
        return "", ""
    if often is not None:
        asked = f"{clause.ask('How often')} {often['what']}{often['why'] or ''}"
        return asked, often["often"].replace("~", bare)
    if not match["what"] and not clause.passive:
        return "", ""
    parts = (clause.ask(f"Within what time{match['of'] or ''}"), match["what"])
    return " ".join(part for part in parts if part), f"within {bare}"


def _marked(rest: str) -> tuple[str, str]:
    """The words with a mark in the place of their only time, and that time; '' for none."""
    found = [q for q in quantities(rest) if q.dimension is Dimension.TIME]
    if not found or (len(found) > 1 and ", starting " not in rest):
        return "", ""
    value = rest[found[0].start : found[0].end].strip()
    bare = value.removeprefix("within ").removeprefix("every ")
    at = rest.find(bare, found[0].start)
    return f"{rest[:at]}~{rest[at + len(bare) :]}", bare
