"""'X lowers Y by doing Z': by what means."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import tailed
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_PEOPLE = re.compile(
    r"^(?:people|patients|humans|individuals|adults|children|women|men|a\sperson\swith\s.+"
    r"|(?:most\s)?(?:people|patients|individuals|those|adults|children|women|men)\s(?:with|who)\s.+)$",
    re.IGNORECASE,
)
_OWN = re.compile(r"^(?:their|his|her)\s")
_LONGEST, _LONGEST_QUESTION = 25, 26
_CARE = frozenset("diagnose make measure calculate study ascertain obtain perform define".split())


def means(statement: Statement, context: Context) -> Iterator[Fact]:
    """How something does what it does, where the sentence says 'by' what."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or loses_condition(clause, statement):
            continue
        by = _by(clause)
        if by is None or (clause.fronted and not restricts(clause.fronted)):
            continue
        subject = re.sub(r"^most\s", "", clause.subject, flags=re.IGNORECASE)
        if not is_nameable(subject) and not _PEOPLE.match(clause.subject):
            continue
        what = re.sub(r"^also\s", "", clause.root.doc[clause.rest_start : by.i].text.strip(" ,"))
        how = clause.root.doc[by.i : _end(by, clause)].text.strip(" .,")
        if _sound(clause, what, how):
            yield _fact(clause, what, how, statement, context)


def _by(clause: Clause) -> Token | None:
    """The 'by' before a verb in -ing that hangs on the clause's own verb."""
    for token in clause.root.doc[clause.rest_start : clause.rest_end - 1]:
        if token.lower_ != "by" or token.dep_ != "prep":
            continue
        doing = next((t for t in token.rights if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
        own = token.head == clause.root or (
            token.head.dep_ == "xcomp" and token.head.head == clause.root
        )
        if doing is not None and own:
            return token
    return None


def _end(by: Token, clause: Clause) -> int:
    """Where the means end: before a remark that tells what comes of them."""
    doc = by.doc
    for token in doc[by.i + 1 : clause.rest_end]:
        if token.text in {";", ":"}:
            return int(token.i)
        after = token.nbor(1) if token.i + 1 < clause.rest_end else token
        remark = after.lower_ in {"which", "while", "but", "although", "so"} or (
            after.tag_ == "VBG" and after.dep_ == "advcl"
        )
        if token.text == "," and remark:
            return int(token.i)
    return clause.rest_end


def _sound(clause: Clause, what: str, how: str) -> bool:
    if (
        clause.copula
        or clause.lemma in _CARE
        or len(how.split()) > _LONGEST
        or what.endswith(("either", "and"))
    ):
        return False
    own = _OWN.sub("", what) if _PEOPLE.match(clause.subject) else what
    if points_elsewhere(f"{own} {clause.fronted}") or points_elsewhere(how):
        return False
    if re.search(r"\b(?:or|and|to|of|more|less|so)$", how) or re.search(
        r",\s(?:and|or|but)\b", what
    ):
        return False
    asked = f"{clause.subject} {what} {clause.fronted}"
    return says_something(how, asked) and len(asked.split()) <= _LONGEST_QUESTION


def _fact(clause: Clause, what: str, how: str, statement: Statement, context: Context) -> Fact:
    subject = context.inside(clause.subject)
    asked = clause.ask("How").replace(clause.subject, subject, 1)
    return Fact(
        FactKind.MECHANISM,
        subject,
        f"by {clause.lemma}",
        how,
        statement.citations,
        condition=clause.fronted,
        modality=clause.aux.lower(),
        question=tailed(f"{asked} {what}".strip(), clause.subject, context) + "?",
    )
