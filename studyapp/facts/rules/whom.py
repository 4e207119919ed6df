"""'Patients with Y should be screened': who is to be screened, treated, warned, or not."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.language.clause import Clause, modal
from studyapp.model import Fact, FactKind

_WHO = (
    r"(?:people|persons|patients|adults|children|women|men|infants|newborns|babies|individuals"
    r"|contacts|members|partners|relatives|siblings|donors|travelers|travellers|teenagers"
    r"|adolescents|athletes|workers|smokers|recipients|mothers|boys|girls)"
)
_GROUP = re.compile(
    rf"^(?:(?:all|any|most)\s)?(?:[\w-]+\s(?:and\s)?){{0,5}}?{_WHO}"
    r"(?P<limit>\s(?:with|without|who|whose|aged|age|under|over|older|younger|at|on|in|taking|of"
    r"|having|living|undergoing|receiving)\s.+)?$",
    re.IGNORECASE,
)
_DONE_WORDS = """
    treat check screen test vaccinate immunize hospitalize monitor evaluate refer assess examine
    offer give advise warn caution admit isolate exclude consider start counsel encourage watch
    reassess retreat rehydrate
"""
_DONE = frozenset(_DONE_WORDS.split())
_DUE = {"should", "must"}
_WHEN = re.compile(r"\b(?:if|when|unless|once|until|while)\b")
_OPEN = re.compile(r"^(?:the|these|those|other|some|many)\s", re.IGNORECASE)
_THOSE = re.compile(r"^[Tt]hose\s(?=(?:persons|patients|people|individuals|children|adults)\b)")
_LONGEST_REST, _LONGEST = 16, 25
_PLAIN = 2


def whom(statement: Statement, context: Context) -> Iterator[Fact]:
    """Which patients should have something done, or should not."""
    for clause in statement.clauses():
        if modal(clause) not in _DUE or not clause.passive or clause.lemma not in _DONE:
            continue
        if not _told(clause) or clause.narrates:
            continue
        rest = re.sub(r",\s(?:and|but|because|since|which|as)\b.*$", "", clause.rest).rstrip(" .,")
        if points_elsewhere(f"{rest} {clause.fronted}") or _WHEN.search(rest):
            continue
        if len(rest.split()) > _LONGEST_REST:
            continue
        front = f"{clause.fronted}, who" if clause.fronted else "Who"
        asked = f"{front} {clause.aux.lower()} {clause.verb} {rest}".strip()
        yield Fact(
            FactKind.CONTRAINDICATION if clause.negated else FactKind.INDICATION,
            rest or clause.lemma,
            f"who {clause.lemma}",
            _THOSE.sub("", clause.subject),
            statement.citations,
            condition=clause.fronted,
            modality=modal(clause),
            negated=clause.negated,
            question=context.about(asked, "in", clause.subject) + "?",
        )


def _told(clause: Clause) -> bool:
    """Whether the subject is a group of people that its own words tell from all others."""
    subject = _THOSE.sub("", clause.subject)
    group = _GROUP.match(subject)
    if group is None or points_elsewhere(subject) or len(subject.split()) > _LONGEST:
        return False
    bare = re.sub(r"^(?:all|any|most)\s", "", subject, flags=re.IGNORECASE)
    restricted = group["limit"] is not None or len(bare.split()) >= _PLAIN
    return restricted and _OPEN.match(subject) is None
