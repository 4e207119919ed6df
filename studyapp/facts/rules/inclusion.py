"""'Signs of X include A, B and C': an attribute's members, listed inside a sentence."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import attribute_kind, is_plural_attribute
from studyapp.facts.context import Context
from studyapp.facts.enumerations import members_of
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_FEWEST, _MOST, _LONGEST = 2, 6, 36


def inclusions(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the symptoms, causes, goals ... of something are, when one sentence says it."""
    for clause in statement.clauses():
        if (
            not _announces(clause)
            or clause.negated
            or clause.narrates
            or points_elsewhere(clause.rest)
        ):
            continue
        members = members_of(clause.rest, statement.doc)
        if not _FEWEST <= len(members) <= _MOST or len(clause.rest.split()) > _LONGEST:
            continue
        name = re.sub(
            r"^(?:the|some|common)\s", "", context.inside(clause.subject), flags=re.IGNORECASE
        )
        if clause.aux:
            asked = context.about_general(clause.ask("What"), clause.subject)
            asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
            yield _fact(clause, members, asked, statement, context)
            continue
        common = (
            "common " if re.match(r"^(?:the\s)?common\s", clause.subject, re.IGNORECASE) else ""
        )
        asked = context.about(
            f"What are the {len(members)} listed {common}{name}",
            "in" if "effect" in name else "of",
        )
        yield _fact(clause, members, asked, statement, context)


def _fact(
    clause: Clause, members: tuple[str, ...], asked: str, statement: Statement, context: Context
) -> Fact:
    return Fact(
        attribute_kind(clause.subject) or FactKind.LIST,
        context.subject,
        asked,
        _bare(clause.rest),
        statement.citations,
        items=members,
        question=asked + "?",
    )


def _announces(clause: Clause) -> bool:
    nouns = any(t.dep_ == "attr" and t.pos_ in {"NOUN", "PROPN"} for t in clause.root.rights)
    listing = clause.lemma == "include" or (clause.copula and clause.plural and nouns)
    if len(clause.subject.split()) == 1 and clause.aux:
        return False
    return listing and is_nameable(clause.subject) and is_plural_attribute(clause.subject)


def _bare(text: str) -> str:
    """The members without the explanations in brackets behind them."""
    return re.sub(r"\s*\([^()]*\)", "", text)
