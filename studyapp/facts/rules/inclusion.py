"""'Signs of X include A, B and C': an attribute's members, listed inside a sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from studyapp.facts.attributes import attribute_kind, is_plural_attribute
from studyapp.facts.context import Context
from studyapp.facts.enumerations import members_of
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import names_own_disease
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_FEWEST, _MOST, _LONGEST = 2, 6, 36


def inclusions(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the symptoms, causes, goals ... of something are, when one sentence says it."""
    page = context
    for clause in statement.clauses():
        context = _whose(clause, statement, page)
        if (
            not _announces(clause, context)
            or clause.negated
            or clause.narrates
            or points_elsewhere(clause.rest)
        ):
            continue
        members = members_of(clause.rest, statement.doc)
        if not _FEWEST <= len(members) <= _MOST or len(clause.rest.split()) > _LONGEST:
            continue
        name = re.sub(
            r"^(?:the|some|common|other)\s",
            "",
            context.inside(clause.subject),
            flags=re.IGNORECASE,
        )
        bare = clause.copula and len(clause.subject.split()) == 1
        if clause.aux and not bare:
            asked = context.about_general(clause.ask("What"), clause.subject)
            asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
            yield _fact(clause, members, asked, statement, context)
            continue
        common = (
            "common " if re.match(r"^(?:the\s)?common\s", clause.subject, re.IGNORECASE) else ""
        )
        which = (
            f"{len(members)} examples of"
            if _OTHER.match(clause.subject)
            else (f"the {len(members)} listed")
        )
        asked = f"What are {which} {common}{name}"
        if not re.search(r"\sof\s[A-Z]{2,}\b", name) and not names_own_disease(name):
            asked = context.about(asked, "in" if _LINKED.search(name) else "of")
        yield _fact(clause, members, asked, statement, context)


_LINKED = re.compile(r"effect|\s(?:after|during|from|with|to)\s")
_OTHER = re.compile(
    r"^Other\s(?=(?:[\w-]+\s){0,2}?(?:signs?|symptoms|complications|causes|risk\sfactors|side\seffects)\b)"
)
_OPENS = re.compile(
    r"^(?P<what>[A-Z][\w’' -]{3,50}?)(?:\s\([^)]*\))?(?:,|\s(?:is|are|can|may|occurs|causes)\b)"
)


def _whose(clause: Clause, statement: Statement, context: Context) -> Context:
    """The context of the disease that 'common symptoms' are those of.

    A paragraph that opens with the name of a disease speaks of that, whatever the page is about.
    """
    opens = _OPENS.match(statement.passage.text)
    if opens is None or names_own_disease(clause.subject):
        return context
    named = opens["what"]
    if not names_disease(named) or not is_nameable(named) or context.names_subject(named):
        return context
    return replace(context, subject=context.inside(named), scoped=True)


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


def _names(token: Token) -> bool:
    """Whether what follows 'are' is named things; the first may be read as an adjective."""
    if token.dep_ == "acomp":
        return any(t.pos_ == "NOUN" for t in token.conjuncts)
    return token.dep_ == "attr" and token.pos_ in {"NOUN", "PROPN"}


def _announces(clause: Clause, context: Context) -> bool:
    nouns = any(map(_names, clause.root.rights))
    listing = clause.lemma == "include" or (clause.copula and clause.plural and nouns)
    if len(clause.subject.split()) == 1 and clause.aux and not clause.copula:
        return False
    named = _OTHER.sub("", clause.subject)
    other = named != clause.subject
    if other and "cause" in named.lower() and not context.names_subject(named):
        return False
    return listing and is_nameable(named) and is_plural_attribute(clause.subject)


def _bare(text: str) -> str:
    """The members without the explanations in brackets behind them."""
    return re.sub(r"\s*\([^()]*\)", "", text)
