"""'People with X may develop Y': what those who have a disease come to have."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.known_before import is_told_before
from studyapp.facts.plainly import inside, says_also
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_WHO = re.compile(
    r"^(?:(?P<some>some|most|many|a\sfew)\s)?(?!no\b|not\b|these\b|those\b|this\b)(?:[\w-]+\s){0,2}?"
    r"(?:people|patients|persons|children|adults|individuals|women|men|infants|babies|newborns|adolescents)"
    r"\s(?:with|who\s(?:have|had))\s(?P<what>[^,;]+)$",
    re.IGNORECASE,
)
_COMES = frozenset("develop experience lose suffer contract".split())
_HAS = frozenset("have get".split())
_OFTEN = re.compile(r"\b(?:often|usually|commonly|frequently|typically)\b")
_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|who|so|as|because|and\s(?:it|they|many|some))\b"
    r"|\s(?:because|since|due\sto|so\sthat|when|if)\b"
)
_BARE = re.compile(
    r"^(?:(?:no|any|the|a|an|some|many|few|several|other|more|serious|severe|mild|minor|certain|health|medical"
    r"|additional|various|different)\s)*"
    r"(?:signs?|symptoms?|problems?|complications?|conditions?|diseases?|it|them|trouble|difficult\w+)\b"
)
_SOME = re.compile(r"\b(?:certain|some|other|various|several)\b", re.IGNORECASE)
_TROUBLE = re.compile(
    r"^(?P<how>trouble|difficulty|a\shard\stime|problems)\s(?P<what>[a-z]+ing\s[^,;]+)$"
)
_LONGEST = 20


def afflictions(statement: Statement, context: Context) -> Iterator[Fact]:
    """What people with a disease develop, lose or often have besides."""
    for whole in statement.clauses():
        clause = inside(whole, context)
        who = _WHO.match(clause.subject)
        if (
            who is None
            or is_told_before(whole)
            or clause.negated
            or clause.narrates
            or clause.passive
            or says_also(whole)
        ):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        if (
            points_elsewhere(clause.subject)
            or _SOME.search(who["what"])
            or not _ill(who["what"], context)
        ):
            continue
        what = _END.split(clause.rest)[0].strip(" .,")
        trouble = _TROUBLE.match(what) if clause.lemma in {"have", "experience"} else None
        if trouble is not None:
            asked = f"{clause.ask('What')} {trouble['how']} doing"
            yield _fact(clause, asked, trouble["what"], statement)
            continue
        if context.names_subject(what):
            continue  # Many things lead to the page's own disease.
        if not _answers(what, clause, frequent=(who["some"] or "").lower() in {"most", "many"}):
            continue
        kind = "Which condition" if clause.lemma in _HAS else "What"
        yield _fact(clause, clause.ask(kind), what, statement)


def _fact(clause: Clause, asked: str, what: str, statement: Statement) -> Fact:
    return Fact(
        FactKind.COMPLICATION,
        clause.subject,
        f"what {clause.lemma}",
        what,
        statement.citations,
        condition=clause.fronted,
        modality=clause.aux.lower(),
        question=f"{asked}?",
    )


def _ill(what: str, context: Context) -> bool:
    return names_disease(what) or (bool(context.subject) and context.names_subject(what))


def _answers(what: str, clause: Clause, *, frequent: bool) -> bool:
    """Whether an object follows that names something; what people have must be a disease."""
    start = clause.root.doc[clause.rest_start] if clause.rest_start < clause.rest_end else None
    objects = [t for t in clause.root.rights if t.dep_ == "dobj"]
    if start is None or not objects or objects[0].left_edge.i != clause.rest_start:
        return False
    if _BARE.match(what) or points_elsewhere(what) or len(what.split()) > _LONGEST:
        return False
    if re.search(r"\d\s?%|\bpercent|\bthan\b", what) or not says_something(what, clause.subject):
        return False
    if clause.lemma in _COMES:
        return True
    often = frequent or _OFTEN.search(clause.verb) is not None
    return clause.lemma in _HAS and often and names_disease(what)
