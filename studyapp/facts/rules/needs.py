"""'X is required to treat Y', 'X may be necessary to prevent Y': what is needed for an end."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import names_own_disease
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.words import capital, stems
from studyapp.model import Fact, FactKind

_NEEDED = {"need", "require"}
_NECESSARY = re.compile(
    r"^(?P<how>(?:usually|often|sometimes|also|always)?\s?(?:necessary|needed|required|essential))\s"
)
_AIM = re.compile(
    r"^(?P<aim>to\s(?:treat|prevent|remove|relieve|control|reduce|maintain|correct|confirm|diagnose"
    r"|detect|exclude|rule\sout|replace|repair|drain|stop|slow|lower|manage|restore|cure|deliver"
    r"|kill|clear|protect|establish|make\sthe\sdiagnosis)\s.+?)$"
)
_REMARK = re.compile(r",\s(?:which|who|although|though|but|because|since|so|and|as)\s.*$")
_OPEN = re.compile(r"\bother\s\w+s?$")
_LONGEST, _LONGEST_AIM, _TELLING = 20, 22, 3


def needs(statement: Statement, context: Context) -> Iterator[Fact]:
    """What is required or necessary to treat, prevent, confirm ... something."""
    for clause in statement.clauses():
        how, aim = _aim(clause)
        subject = context.inside(clause.subject)
        if not aim or not is_nameable(clause.subject) or points_elsewhere(aim):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        if len(aim.split()) > _LONGEST_AIM or len(subject.split()) > _LONGEST:
            continue
        if not says_something(subject, f"{aim} {clause.fronted}") or _OPEN.search(subject):
            continue
        if not context.ill and not names_own_disease(aim) and len(stems(aim)) < _TELLING:
            continue
        aux = {"are": "is", "were": "was"}.get(clause.aux.lower(), clause.aux.lower())
        asked = f"what {aux} {how} {aim}"
        asked = f"{capital(clause.fronted)}, {asked}" if clause.fronted else capital(asked)
        yield Fact(
            FactKind.INDICATION,
            aim,
            "needed",
            subject,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=(asked if names_own_disease(asked) else context.about(asked)) + "?",
        )


def _aim(clause: Clause) -> tuple[str, str]:
    """How the need is told ('often required') and its aim; '' for both where it is not."""
    if clause.negated or clause.narrates:
        return "", ""
    rest = _REMARK.sub("", clause.rest).rstrip(" .,")
    if clause.passive and clause.lemma in _NEEDED:
        aim = _AIM.match(rest)
        return (clause.verb, aim["aim"]) if aim else ("", "")
    told = _NECESSARY.match(rest) if clause.copula else None
    aim = _AIM.match(rest[told.end() :]) if told else None
    return (f"{clause.verb} {told['how']}".strip(), aim["aim"]) if told and aim else ("", "")
