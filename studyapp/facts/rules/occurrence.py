"""'If X, Y may occur': what comes of a condition."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.inflection import inflected
from studyapp.language.words import is_plural
from studyapp.model import Fact, FactKind, Passage

_HAPPENS = frozenset("occur develop appear arise result form happen follow ensue".split())
_SUFFERS = frozenset("compromise impair damage obstruct block injure destroy disrupt lose".split())
_IF = re.compile(
    r"^(?P<link>if|when|once|as(?=\s(?:the|an?)\s)|without|after|unless|during)\s(?P<case>.+)$",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|who|requiring|\w+ing|and)\b"
)
_LEADS = re.compile(r"^(?:they|it)\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"^(?:[\w-]+\s){0,3}(?:symptoms?|complications?|problems?|changes?|signs?|effects?|infections?"
    r"|reactions?|events?)$",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_CASE, _LONGEST_PLACE = 25, 22, 10


def occurrences(statement: Statement, context: Context) -> Iterator[Fact]:
    """What may occur if something else does."""
    for clause in statement.clauses():
        condition = _condition(clause, statement.passage)
        if not condition or not _happens(clause) or clause.negated:
            continue
        if clause.narrates or _PLAIN.match(clause.subject) or not is_nameable(clause.subject):
            continue
        place = _END.split(clause.rest)[0].strip(" .,")
        told = f"{condition} {place}"
        if points_elsewhere(told) or len(place.split()) > _LONGEST_PLACE:
            continue
        if not says_something(clause.subject, told) or len(clause.subject.split()) > _LONGEST:
            continue
        if re.search(r"\d\s?(?:%|percent)|\b(?:if|when|because)\b", place):
            continue
        asked = f"What {_verb(clause)} {place}".strip()
        yield Fact(
            FactKind.COMPLICATION,
            condition,
            f"what {clause.lemma}",
            context.inside(clause.subject),
            statement.citations,
            condition=condition,
            modality=clause.aux.lower(),
            question=context.about(f"{asked} {condition}", "in") + "?",
        )


def _happens(clause: Clause) -> bool:
    return clause.lemma in (_SUFFERS if clause.passive else _HAPPENS)


def _verb(clause: Clause) -> str:
    """The verb group after 'What', which is one thing."""
    adverbs = [word for word in clause.verb.split() if word != clause.root.text]
    if clause.aux:
        be = {"are": "is", "were": "was", "have": "has"}.get(clause.aux.lower(), clause.aux)
        return f"{be} {clause.verb}"
    return " ".join((*adverbs, inflected(clause.lemma, "VBZ")))


def _condition(clause: Clause, passage: Passage) -> str:
    """The condition in front, its 'they' named by the passage's label; '' for none."""
    match = _IF.match(clause.fronted)
    if match is None or len(clause.fronted.split()) > _LONGEST_CASE:
        return ""
    case = match["case"]
    lead = _LEADS.match(case)
    if lead is not None:
        label = passage.label
        many = bool(label) and is_plural(label.split()[-1])
        if not is_nameable(label) or many != (lead.group(0).lower() == "they"):
            return ""
        case = f"{label[0].lower()}{label[1:]}{case[lead.end() :]}"
    if points_elsewhere(case):
        return ""
    return f"{match['link'].lower()} {case}"
