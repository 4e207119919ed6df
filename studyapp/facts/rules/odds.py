"""'X occurs in 1 of 4,000 births', 'a 40% lifetime risk of Y': how likely a thing is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import placed_among
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_ABOUT = r"(?:about|approximately|roughly|nearly|almost|up\sto|fewer\sthan|less\sthan|more\sthan)"
_ODDS = (
    rf"(?:{_ABOUT}\s)?(?:\d[\d.]*(?:\s(?:to|or)\s\d[\d.]*)?|one)"
    r"(?:\s(?:person|people|child|children|adults?|bab(?:y|ies)|infants?|newborns?|cases?|wom[ae]n|m[ae]n))?"
    r"\s(?:in|of|out\sof|per)\s(?:every\s|each\s)?"
    r"\d[\d,]*(?:\s(?:to|or)\s\d[\d,]*)?(?:\s(?:million|thousand|billion))?"
)
_AMONG = re.compile(rf"^(?:in\s)?(?P<value>{_ODDS})\s(?P<whole>[a-z][^,;()]*)$")
_HAPPENS = frozenset("occur develop arise appear affect strike complicate".split())
_RISK = re.compile(
    rf"^an?\s(?P<value>(?:{_ABOUT}\s)?\d[\d.]*(?:\s(?:to|[-–])\s\d[\d.]*|%\sto\s\d[\d.]*)?\s?(?:%|percent))\s"
    r"(?P<noun>(?:[\w-]+\s){0,2}?(?:risk|chance|likelihood|probability))\s(?P<of>of)\s(?P<what>[^,;]+)$"
)
_CHILD = re.compile(
    r"^(?:each|every)\s(?:child|pregnancy|offspring|of\stheir\schildren)$", re.IGNORECASE
)
_CHANCE = re.compile(
    rf"^an?\s(?P<value>(?:{_ABOUT}\s)?(?:\d[\d.]*\s?(?:%|percent)|\d+\s(?:in|out\sof)\s\d+)(?:\s\([^()]+\))?)\s"
    r"(?P<noun>chance|risk|likelihood|probability)\s(?P<what>(?:of|to)\s[^,;]+)$"
)
_OF_WHOM = re.compile(
    r"^(?:Of|Among)\s(?P<whole>(?:[\w-]+\s){0,2}?(?:patients|people|adults|children|women|men|infants)\s"
    r"(?:with|who)\s[^,;]+),\s(?P<value>(?:[a-z]+\s){0,2}?\d[\d.]*(?:%?\s?(?:to|[-–])\s?\d[\d.]*)?\s?(?:%|percent))\s"
    r"(?P<does>(?:will\s)?(?:have|are|die|develop|survive|recover|relapse|respond|need|require|progress"
    r"|experience)\b[^,;()]*?)\.?$"
)
_IN_CASES = re.compile(
    rf"^(?P<what>(?:to|in)\s[^,;%]+?|[^,;%]+?)\sin\s(?P<value>(?:{_ABOUT}\s)?\d[\d.]*(?:%?\s?(?:to|[-–])\s?\d[\d.]*)?\s?(?:%|percent))"
    r"\sof\s(?P<whole>(?!these\b|those\b|them\b)[^,;()]+)$"
)
_LEADS = frozenset("lead result cause progress".split())
_STUDY = re.compile(r"\b(?:study|studies|trial|survey|cohort|participants)\b", re.IGNORECASE)


def odds(statement: Statement, context: Context) -> Iterator[Fact]:
    """In how many of many a thing occurs, and how great a group's risk is."""
    if _STUDY.search(statement.text):
        return
    told = _OF_WHOM.match(statement.text)
    if told is not None:
        asked = f"What percentage of {told['whole']} {told['does']}"
        yield from _facts(asked, told["value"], context.subject, statement, context)
        return
    for clause in statement.clauses():
        if clause.negated or clause.narrates or clause.passive:
            continue
        inherited = _of_child(clause)
        if inherited is not None:
            yield from _facts(*inherited, context.inside(clause.subject), statement, context)
        if clause.fronted:
            continue
        asked, value = _asked(clause)
        if asked and is_nameable(clause.subject):
            subject = context.inside(clause.subject)
            asked = asked.replace(clause.subject, subject, 1)
            yield from _facts(asked, value, subject, statement, context)


def _facts(
    asked: str, value: str, subject: str, statement: Statement, context: Context
) -> Iterator[Fact]:
    if points_elsewhere(asked):
        return
    question = placed_among(asked, context)
    yield Fact(
        FactKind.FIGURE, subject, asked, value, statement.citations, question=f"{question}?"
    )


def _of_child(clause: Clause) -> tuple[str, str] | None:
    """'When both parents have one, each child has a 25% chance of having X'."""
    chance = _CHANCE.match(clause.rest.rstrip(" .")) if clause.lemma == "have" else None
    if chance is None or not _CHILD.match(clause.subject) or not restricts(clause.fronted):
        return None
    small = replace(clause, subject=clause.subject[0].lower() + clause.subject[1:])
    asked = small.ask(f"What {chance['noun']}")
    return f"{asked} {chance['what']}", chance["value"]


def _asked(clause: Clause) -> tuple[str, str]:
    """The question and the value; '' for both where the clause tells no odds."""
    rest = clause.rest.rstrip(" .")
    among = _AMONG.match(rest) if clause.lemma in _HAPPENS else None
    if among is not None:
        link = "In what" if rest.startswith("in ") else "What"
        return clause.ask(f"{link} proportion of {among['whole']}"), among["value"]
    cases = _IN_CASES.match(rest) if clause.lemma in _LEADS and not clause.narrates else None
    if cases is not None:
        noun = f"In what percentage of {cases['whole']}"
        return f"{clause.ask(noun)} {cases['what']}", cases["value"]
    risk = _RISK.match(rest) if clause.lemma == "have" and not clause.aux else None
    if risk is None:
        return "", ""
    whose = clause.subject[0].lower() + clause.subject[1:]
    asked = f"What is the {risk['noun']} of {risk['what']} in {whose}"
    return asked, risk["value"]
