"""Finds the facts of a document: rules over statements, and rules over lists."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from studyapp.facts.askable import is_askable
from studyapp.facts.besides import besides
from studyapp.facts.context import Context
from studyapp.facts.course import placed
from studyapp.facts.definite import resolved
from studyapp.facts.exemplars import as_examples
from studyapp.facts.pairs import pairs
from studyapp.facts.reconcile import reconcile
from studyapp.facts.rules.absence import absences
from studyapp.facts.rules.advice import advice, criteria
from studyapp.facts.rules.agent import deeds
from studyapp.facts.rules.alias import aliases, meanings
from studyapp.facts.rules.amount import amounts
from studyapp.facts.rules.approach import approaches
from studyapp.facts.rules.avoid import avoidances, avoided
from studyapp.facts.rules.because import becauses
from studyapp.facts.rules.bespeaks import bespoken
from studyapp.facts.rules.bracketed import bracketed_shares
from studyapp.facts.rules.called import called
from studyapp.facts.rules.caution import cautions
from studyapp.facts.rules.cell import cells
from studyapp.facts.rules.chain import chains, this_chains
from studyapp.facts.rules.classed import classed
from studyapp.facts.rules.command import commands
from studyapp.facts.rules.comparative import comparatives
from studyapp.facts.rules.condition import conditions
from studyapp.facts.rules.contrast import contrasts
from studyapp.facts.rules.cutoff import cutoffs
from studyapp.facts.rules.deadline import deadlines
from studyapp.facts.rules.defined import defined
from studyapp.facts.rules.definition import appositions, definitions
from studyapp.facts.rules.denial import denials, limits
from studyapp.facts.rules.dose import doses, listed_doses, tapers
from studyapp.facts.rules.embedded import embedded
from studyapp.facts.rules.fold import folds
from studyapp.facts.rules.goal import goals
from studyapp.facts.rules.grid import grids
from studyapp.facts.rules.happening import happenings
from studyapp.facts.rules.headcount import headcounts
from studyapp.facts.rules.inclusion import inclusions
from studyapp.facts.rules.infection import infections
from studyapp.facts.rules.kinds import kinds
from studyapp.facts.rules.label import (
    considered,
    labelled,
    named_by_lead_in,
    origins,
    seen_with,
    uses,
)
from studyapp.facts.rules.level import levels
from studyapp.facts.rules.listing import lists
from studyapp.facts.rules.means import means
from studyapp.facts.rules.measure import measures
from studyapp.facts.rules.members import members
from studyapp.facts.rules.membership import memberships
from studyapp.facts.rules.moment import moments
from studyapp.facts.rules.naming import named
from studyapp.facts.rules.occasion import occasions
from studyapp.facts.rules.occurrence import occurrences
from studyapp.facts.rules.odds import odds
from studyapp.facts.rules.onset import onsets
from studyapp.facts.rules.pitfall import pitfalls
from studyapp.facts.rules.plain import plains
from studyapp.facts.rules.portion import portions
from studyapp.facts.rules.predispose import predispositions
from studyapp.facts.rules.preference import preferences
from studyapp.facts.rules.quality import qualities
from studyapp.facts.rules.rank import ranks
from studyapp.facts.rules.reason import reasons
from studyapp.facts.rules.relation import relations
from studyapp.facts.rules.risk import risks
from studyapp.facts.rules.share import listed_shares, shares
from studyapp.facts.rules.sign import signs
from studyapp.facts.rules.spell import spells
from studyapp.facts.rules.term import abbreviations, glosses
from studyapp.facts.rules.thereby import therebys
from studyapp.facts.rules.therefore import therefores
from studyapp.facts.rules.time import listed_intervals, times
from studyapp.facts.rules.urgency import urgencies
from studyapp.facts.rules.wanted import wanted
from studyapp.facts.rules.whom import whom
from studyapp.facts.spelled_out import spelled_out
from studyapp.facts.statement import Group, Parse, Statement, groups, prose
from studyapp.facts.supply import statements
from studyapp.facts.tables import Row, table_groups, table_rows
from studyapp.facts.tail import without_loose_tail
from studyapp.facts.witnesses import borne_out, witnesses
from studyapp.facts.words import names_of, short_forms_of
from studyapp.facts.worth import only_counts
from studyapp.language.words import stems
from studyapp.model import Document, Fact, FactKind

__all__ = [
    "LIST_RULES",
    "ROW_RULES",
    "RULES",
    "TABLE_RULES",
    "TERM_RULES",
    "Fact",
    "borne_out",
    "extract",
    "reconcile",
    "witnesses",
]

StatementRule = Callable[[Statement, Context], Iterator[Fact]]
PairRule = Callable[[Statement, Statement, Context], Iterator[Fact]]
GroupRule = Callable[[Group, Context], Iterator[Fact]]
RowRule = Callable[[Row, Context], Iterator[Fact]]

RULES: tuple[StatementRule, ...] = (
    defined,
    folds,
    odds,
    predispositions,
    deadlines,
    cutoffs,
    cautions,
    therebys,
    shares,
    portions,
    headcounts,
    levels,
    classed,
    onsets,
    spells,
    moments,
    commands,
    preferences,
    avoidances,
    advice,
    criteria,
    wanted,
    whom,
    occasions,
    doses,
    deeds,
    goals,
    signs,
    times,
    measures,
    amounts,
    urgencies,
    absences,
    denials,
    limits,
    called,
    named,
    kinds,
    plains,
    happenings,
    ranks,
    definitions,
    appositions,
    contrasts,
    comparatives,
    members,
    embedded,
    inclusions,
    approaches,
    risks,
    qualities,
    becauses,
    means,
    chains,
    infections,
    bespoken,
    occurrences,
    reasons,
    relations,
)
"""Rules that read one sentence, surest first. A new rule is one line here."""

TERM_RULES: tuple[StatementRule, ...] = (
    glosses,
    abbreviations,
    memberships,
    aliases,
    meanings,
)
"""Rules that read the terms a sentence explains; they add to what the sentence itself says."""

PAIR_RULES: tuple[PairRule, ...] = (therefores, this_chains)
"""Rules that read two sentences that follow each other."""

LIST_RULES: tuple[GroupRule, ...] = (
    avoided,
    listed_doses,
    tapers,
    listed_shares,
    bracketed_shares,
    listed_intervals,
    pitfalls,
    conditions,
    lists,
    labelled,
    considered,
    named_by_lead_in,
    origins,
    seen_with,
    uses,
)
"""Rules that read a whole list."""


def _distinct(found: Iterator[Fact]) -> tuple[Fact, ...]:
    """Facts of one sentence that tell different things; the surest rule's comes first."""
    kept: list[Fact] = []
    for fact in found:
        new = set(stems(fact.value))
        if not any(new <= (old := set(stems(k.value))) or old <= new for k in kept):
            kept.append(fact)
    return tuple(kept)


ROW_RULES: tuple[RowRule, ...] = (cells, grids)
"""Rules that read a row of a table by its columns."""

TABLE_RULES: tuple[GroupRule, ...] = (avoided, labelled)
"""Rules that read the sentences of a table's row, as entries under its head."""


_COUNTED = {FactKind.FIGURE, FactKind.DURATION, FactKind.DOSE, FactKind.THRESHOLD}


def _widens(fact: Fact, label: str) -> bool:
    """Whether a fact says of all abscesses what its passage says under 'Lung abscesses'."""
    named, own = stems(label), stems(fact.subject)
    narrower = len(named) > 1 and len(own) == 1 and own[0] == named[-1]
    return narrower and fact.kind is not FactKind.DEFINITION


_OPPOSED = ("Whereas ", "Although ", "Though ", "Unlike ")


def _is_worth(fact: Fact) -> bool:
    """Whether the answer names something, and the question is no half of a comparison."""
    counts = fact.kind not in _COUNTED and not fact.items and only_counts(fact.value)
    return not counts and not fact.question.startswith(_OPPOSED) and is_askable(fact)


_OF_ANYONE = re.compile(
    r"\bpercentage of (?:all )?(?:women|men|patients|people|children|adults|infants|cases)"
    r"\s(?:do|does|is|are|has|have|was|were|can|may|will)\b"
)


def _of_whom(fact: Fact, subject: str) -> bool:
    """Whether a share of 'women' or 'patients' is told to be of those with some disease."""
    return bool(subject) or _OF_ANYONE.search(fact.question) is None


def _paged(fact: Fact, document: Document) -> Fact:
    """A fact whose citations say on which page they stand, if the document has pages."""
    if not document.pages:
        return fact
    places = (replace(c, page=document.page_of(c.lines.first)) for c in fact.citations)
    return replace(fact, citations=tuple(places))


def _finished(fact: Fact, document: Document, context: Context) -> Fact | None:
    """A fact whose question names what it means, and no more than its lines say of it."""
    here = context.at(fact.citations[0].headings)
    named = resolved(without_loose_tail(fact, here), here)
    lines = tuple(document.text(place.lines) for place in fact.citations)
    return as_examples(named, tuple("\n".join(lines).split("\n"))) if named else None


def extract(document: Document, parse: Parse) -> tuple[Fact, ...]:
    """The facts of a document in reading order; what is not certain is left out."""
    context = Context(document.subject, names_of(document), short_forms_of(document))
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
        said = _distinct(f for rule in RULES for f in rule(statement, here))
        facts.extend(fact for fact in said if not _widens(fact, statement.passage.label))
        facts.extend(f for rule in TERM_RULES for f in rule(statement, here))
    worth = (f for f in facts if _is_worth(f) and _of_whom(f, document.subject))
    fit = (_finished(fact, document, context) for fact in worth)
    spelled = spelled_out(tuple(placed(fact, document.subject) for fact in fit if fact))
    told = (_paged(fact, document) for fact in spelled)
    return tuple(besides(sorted(told, key=lambda fact: fact.citations[0].lines)))
