"""The rules that find facts, in the order in which they are asked."""

from collections.abc import Callable, Iterator

from studyapp.facts.context import Context
from studyapp.facts.rules.absence import absences
from studyapp.facts.rules.advice import advice, criteria
from studyapp.facts.rules.afflicted import afflictions
from studyapp.facts.rules.agent import deeds
from studyapp.facts.rules.aimed import aimed
from studyapp.facts.rules.alias import aliases, meanings
from studyapp.facts.rules.amount import amounts
from studyapp.facts.rules.approach import approaches
from studyapp.facts.rules.avoid import avoidances, avoided, unadvised
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
from studyapp.facts.rules.fate import fates
from studyapp.facts.rules.fold import folds
from studyapp.facts.rules.goal import goals
from studyapp.facts.rules.grid import grids
from studyapp.facts.rules.happening import happenings, processes
from studyapp.facts.rules.having import havings
from studyapp.facts.rules.headcount import headcounts
from studyapp.facts.rules.helping import helps
from studyapp.facts.rules.inclusion import inclusions
from studyapp.facts.rules.incubation import incubations
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
from studyapp.facts.rules.methods import methods
from studyapp.facts.rules.moment import moments
from studyapp.facts.rules.naming import named
from studyapp.facts.rules.necessities import necessities
from studyapp.facts.rules.needs import needs
from studyapp.facts.rules.occasion import occasions
from studyapp.facts.rules.occurrence import occurrences
from studyapp.facts.rules.odds import odds
from studyapp.facts.rules.onset import onsets
from studyapp.facts.rules.origin import origins_of
from studyapp.facts.rules.others import others
from studyapp.facts.rules.pace import paces
from studyapp.facts.rules.peril import perils
from studyapp.facts.rules.pitfall import pitfalls
from studyapp.facts.rules.plain import plains
from studyapp.facts.rules.portion import portions
from studyapp.facts.rules.predispose import predispositions
from studyapp.facts.rules.preference import preferences
from studyapp.facts.rules.quality import qualities
from studyapp.facts.rules.rank import ranks
from studyapp.facts.rules.reaction import reactions
from studyapp.facts.rules.reason import reasons
from studyapp.facts.rules.regimen import regimens
from studyapp.facts.rules.relation import relations
from studyapp.facts.rules.remedies import remedies
from studyapp.facts.rules.reveals import reveals
from studyapp.facts.rules.risk import risks
from studyapp.facts.rules.share import listed_shares, shares
from studyapp.facts.rules.sign import signs
from studyapp.facts.rules.sorts import sorts
from studyapp.facts.rules.spell import spells
from studyapp.facts.rules.staging import staged
from studyapp.facts.rules.stated import stated
from studyapp.facts.rules.term import abbreviations, glosses
from studyapp.facts.rules.thereby import therebys
from studyapp.facts.rules.therefore import therefores
from studyapp.facts.rules.time import listed_intervals, times
from studyapp.facts.rules.urgency import urgencies
from studyapp.facts.rules.volume import volumes
from studyapp.facts.rules.wanted import wanted
from studyapp.facts.rules.whereabouts import whereabouts
from studyapp.facts.rules.whom import whom
from studyapp.facts.rules.workings import workings
from studyapp.facts.statement import Group, Statement
from studyapp.facts.tables import Row
from studyapp.model import Fact

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
    unadvised,
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
    stated,
    sorts,
    contrasts,
    comparatives,
    havings,
    aimed,
    members,
    others,
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
    methods,
    remedies,
    necessities,
    staged,
    needs,
    regimens,
    reveals,
    helps,
    reasons,
    volumes,
    whereabouts,
    workings,
    origins_of,
    perils,
    afflictions,
    fates,
    paces,
    relations,
    processes,
    reactions,
)
"""Rules that read one sentence, surest first. A new rule is one line here."""

TERM_RULES: tuple[StatementRule, ...] = (
    glosses,
    abbreviations,
    incubations,
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

ROW_RULES: tuple[RowRule, ...] = (cells, grids)
"""Rules that read a row of a table by its columns."""

TABLE_RULES: tuple[GroupRule, ...] = (avoided, labelled)
"""Rules that read the sentences of a table's row, as entries under its head."""
