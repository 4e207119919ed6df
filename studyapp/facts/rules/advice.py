"""'Adults with X should not eat Y', 'X is considered Y if Z': what is due, what counts as what."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import modal
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_PEOPLE = re.compile(
    r"^(?:an?\s|all\s|most\s|every\s|the\s)?(?:[\w-]+\s){0,2}?(?:people|persons?|patients?|adults?"
    r"|children|women|men|infants|individuals?|anyone|everyone|contacts\sof|partners\sof|newborns"
    r"|relatives\sof|siblings\sof|recipients\sof|survivors\sof|smokers)\b",
    re.IGNORECASE,
)
_TOLD_APART = re.compile(
    r"\s(?:with|without|who\shave|who\sare|who\stake|aged|older\sthan|younger\sthan|undergoing|taking"
    r"|receiving)\s|^\S*\s?(?:contacts|partners|relatives|siblings|recipients|survivors)\sof\s"
)
_DUE = {"should", "must"}
_LOOSE = frozenset("ask talk tell call contact see know discuss try speak be consult seek".split())
_REMARK = re.compile(
    r",?\s(?:because|since)\s(?!of\b).*$"
    r"|,\s(?:which|who|because|since|as|even|although|though|but)\b.*$|;.*$"
    r"|,\sand\s(?=(?:it|they|this|these|he|she|the|people|patients|some|most|should|must|may|can)\b).*$"
)
_JUDGED = {"consider", "define", "classify", "call", "diagnose", "regard"}
_CRITERION = re.compile(
    r"^(?P<what>(?:as\s)?[\w-]+(?:\s[\w-]+){0,4}?)\s(?P<link>if|when)\s(?P<limit>.+)$"
)
_OWN = re.compile(r"^(?:it|they)\b")
_CARED = re.compile(r"^(?:treatment|help|care|medical|attention|advice)\b")
_LONGEST = 20


def advice(statement: Statement, context: Context) -> Iterator[Fact]:
    """What people with a disease should have or do, or should not."""
    for clause in statement.clauses():
        if modal(clause) not in _DUE or clause.passive or clause.lemma in _LOOSE:
            continue
        subject = clause.subject
        if (
            not _PEOPLE.match(subject)
            or not _TOLD_APART.search(subject)
            or points_elsewhere(subject)
        ):
            continue
        answer = _REMARK.sub("", clause.rest).strip()
        after = clause.root.doc[clause.root.i + 1 : clause.root.i + 2]
        object_follows = any(
            t.pos_ in {"NOUN", "ADJ", "DET", "PROPN", "VERB", "NUM"} for t in after
        )
        if _CARED.match(answer):
            continue
        if not object_follows or not _fits(answer) or not says_something(answer, subject):
            continue
        asked = clause.ask("What").replace(" also ", " ")
        asked = asked.replace(subject, f"{subject[0].lower()}{subject[1:]}", 1)
        yield Fact(
            FactKind.CONTRAINDICATION if clause.negated else FactKind.INDICATION,
            context.inside(subject),
            clause.lemma,
            answer,
            statement.citations,
            condition=clause.fronted,
            modality=modal(clause),
            negated=clause.negated,
            question=_about(asked, subject, answer, context) + "?",
        )


def _about(asked: str, subject: str, answer: str, context: Context) -> str:
    """The question with the page's disease, unless its people have one of their own."""
    return asked if names_disease(subject) else context.about(asked, "in", answer)


_ANOTHER = re.compile(r",?\s(?:and|or)\s(?=(?:classified|considered|called|defined|said)\b)")


def criteria(statement: Statement, context: Context) -> Iterator[Fact]:
    """When a finding counts as something: 'Blood pressure is considered high if …'."""
    for clause in statement.clauses():
        if not clause.passive or clause.lemma not in _JUDGED or clause.negated:
            continue
        match = _CRITERION.match(clause.rest)
        if match is None or clause.narrates or not is_nameable(clause.subject):
            continue
        limit = _ANOTHER.split(_REMARK.sub("", match["limit"]))[0].strip()
        if points_elsewhere(_OWN.sub("", limit).strip()) or not _fits(limit):
            continue
        asked = f"{clause.ask('When')} {match['what']}"
        asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
        yield Fact(
            FactKind.THRESHOLD,
            context.inside(clause.subject),
            f"{clause.lemma} {match['what']}",
            f"{match['link']} {limit}",
            statement.citations,
            condition=clause.fronted,
            question=f"{asked}?",
        )


def _fits(answer: str) -> bool:
    return 0 < len(answer.split()) <= _LONGEST and not points_elsewhere(_OWN.sub("", answer))
