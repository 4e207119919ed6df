"""Finds the facts of a document: rules over statements, and rules over lists."""

from itertools import chain

from studyapp.facts.ahead import ahead
from studyapp.facts.besides import besides
from studyapp.facts.cloze import clozes, is_asked
from studyapp.facts.context import Context
from studyapp.facts.course import placed
from studyapp.facts.pairs import pairs
from studyapp.facts.reconcile import reconcile
from studyapp.facts.sieve import distinct, finished, is_worth, paged, widens
from studyapp.facts.spelled_out import spelled_out
from studyapp.facts.statement import Parse, groups, prose
from studyapp.facts.supply import statements
from studyapp.facts.table_of_rules import (
    LIST_RULES,
    PAIR_RULES,
    ROW_RULES,
    RULES,
    TABLE_RULES,
    TERM_RULES,
)
from studyapp.facts.tables import table_groups, table_rows
from studyapp.facts.telling import Told
from studyapp.facts.undivided import is_undivided
from studyapp.facts.witnesses import borne_out, witnesses
from studyapp.facts.words import brief_of, names_of, short_forms_of
from studyapp.model import Document, Fact

__all__ = [
    "LIST_RULES",
    "ROW_RULES",
    "RULES",
    "TABLE_RULES",
    "TERM_RULES",
    "Fact",
    "Parse",
    "ahead",
    "borne_out",
    "clozes",
    "extract",
    "is_asked",
    "reconcile",
    "told",
    "witnesses",
]


def extract(document: Document, parse: Parse) -> tuple[Fact, ...]:
    """The facts of a document in reading order; what is not certain is left out."""
    return told(document, parse).facts


def told(document: Document, parse: Parse) -> Told:
    """The facts of a document, and the sentences that they were read from."""
    names, brief = names_of(document), brief_of(document)
    context = Context(document.subject, names, short_forms_of(document), brief=brief)
    listed = tuple(groups(document.passages, parse))
    tabled = tuple(table_groups(document.passages, parse))
    facts: list[Fact] = []
    for rules, found in ((LIST_RULES, listed), (TABLE_RULES, tabled)):
        for group in found:
            here = context.at(group.first.headings)
            facts.extend(fact for rule in rules for fact in rule(group, here))
    for row in table_rows(document.passages):
        here = context.at(row.passage.headings)
        facts.extend(fact for rule in ROW_RULES for fact in rule(row, here))
    running = tuple(prose(document.passages, parse, context))
    entries = tuple(statements((*listed, *tabled), parse, context))
    for before, statement in pairs(running, entries):
        here = context.at(statement.passage.headings)
        facts.extend(f for rule in PAIR_RULES for f in rule(before, statement, here))
    for statement in chain(running, entries):
        here = context.at(statement.passage.headings)
        claimed = (f for rule in RULES for f in rule(statement, here))
        said = distinct(f for f in claimed if is_undivided(f, statement))
        facts.extend(fact for fact in said if not widens(fact, statement.passage.label))
        facts.extend(f for rule in TERM_RULES for f in rule(statement, here))
    worth = (f for f in facts if is_worth(f, document.subject))
    fit = (finished(fact, document, context) for fact in worth)
    spelled = spelled_out(tuple(placed(fact, document.subject) for fact in fit if fact))
    placed_on = (paged(fact, document) for fact in spelled)
    every = tuple(besides(sorted(placed_on, key=lambda fact: fact.citations[0].lines)))
    return Told(document, context, every, (*running, *entries), listed)
