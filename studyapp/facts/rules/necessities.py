"""'If X, patients may need Y', 'people with X need Y': which care a case makes necessary."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import is_cut, loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind

_PEOPLE = re.compile(
    r"^(?P<det>the\s|an?\s|some\s|most\s|many\s|all\s)?(?:[\w-]+\s){0,2}?(?P<who>patients?|people|person"
    r"|persons|infants?|babies|baby|child|children|adults?|women|woman|men|individuals?|newborns?)"
    r"(?P<limit>\s(?:with|who|whose|without|under|over|aged|on|taking|receiving|undergoing)\s[^,;]+)?$",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"\b(?:\w+(?:ectomy|otomy|ostomy|plasty|scopy)|surger(?:y|ies)|operations?|transplants?|therapy"
    r"|dialysis|transfusions?|injections?|antibiotics?|insulin|oxygen|vaccin\w+|supplements?|drugs?"
    r"|medicines?|medications?|doses?|tests?|counts?|scans?|biops(?:y|ies)|x[\s-]?rays?|monitoring"
    r"|fluids?|stents?|catheters?|shunts?|pacemakers?|hospitali[sz]ation|drainage|repair|replacement"
    r"|steroids?|corticosteroids?|chemotherapy|radiation|hydration|ventilation|graft\w*|examinations?"
    r"|screening|shots?|tube|exams?|diet|restriction|blockers?)\b",
    re.IGNORECASE,
)
_TAKE = re.compile(
    r"^to\s(?P<do>(?:\w+ly\s)?(?:take|have|receive|undergo|get|wear|use))\s(?P<what>.+)$"
)
_REMARK = re.compile(
    r",\s(?:which|who|although|though|but|because|since|so|and\sit)\s.*$|;.*$|\sbecause\s.*$"
)
_VAGUE = re.compile(
    r"^(?:an?\s)?(?:other|more|further|additional|several|special|different|only|medical|some)\b"
    r"|\bother\s\w+s?$",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"^(?P<what>.+?)\s(?P<aim>(?:every\s.+|for\s(?:the\srest\sof\s.+|life)|within\s.+))$"
)
_LONGEST = 22


def necessities(statement: Statement, context: Context) -> Iterator[Fact]:
    """Which treatment or test patients need, where it is said of which patients."""
    for clause in statement.clauses():
        people = _PEOPLE.match(clause.subject)
        if people is None or clause.passive or clause.negated or clause.narrates or is_cut(clause):
            continue
        do, what = _needed(clause)
        if not what or not _is_care(what) or loses_condition(clause, statement):
            continue
        known = restricts(clause.fronted)
        if (clause.fronted and not known) or points_elsewhere(
            f"{clause.subject} {what} {clause.fronted}"
        ):
            continue
        if not known and not _told_apart(people, context):
            continue
        if not says_something(what, f"{clause.subject} {clause.fronted}"):
            continue
        asked = f"{clause.ask('What')} {do}".strip()
        asked = asked.replace(clause.subject, _small(clause.subject), 1)
        yield Fact(
            FactKind.INDICATION,
            clause.fronted or clause.subject,
            f"{clause.lemma} {do}".strip(),
            what,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=context.about(capital(asked), "in", what) + "?",
        )


def _small(subject: str) -> str:
    return f"{subject[:1].lower()}{subject[1:]}"


def _needed(clause: Clause) -> tuple[str, str]:
    """'to take' or nothing, and what is needed; '' for both where nothing is."""
    rest = _REMARK.sub("", clause.rest).rstrip(" .,")
    if len(rest.split()) > _LONGEST:
        return "", ""
    if clause.lemma == "benefit" and rest.startswith("from "):
        return "from", rest.removeprefix("from ")
    if clause.lemma not in {"need", "require"}:
        return "", ""
    take = _TAKE.match(rest)
    if take is not None:
        return f"to {take['do']}", take["what"]
    return ("", "") if rest.startswith("to ") else ("", rest)


def _is_care(what: str) -> bool:
    head = _AIM.match(what)
    return _VAGUE.search(what) is None and _CARE.search(head["what"] if head else what) is not None


def _told_apart(people: re.Match[str], context: Context) -> bool:
    """Whether the people are told by more than that they are the page's patients."""
    limit = people["limit"] or ""
    if not limit or (context.names_subject(limit) and " who " not in limit):
        return False
    some = (people["det"] or "").lower().strip() in {"some", "many"}
    return not some or (limit.startswith(" with ") and " who " in limit)
