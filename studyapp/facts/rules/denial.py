"""'X does not cause Y', 'no test can …', 'X occurs only in Y': what is not so, or only there."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context, is_general
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_ONLY = re.compile(
    r"^(?:almost\s)?only\s(?P<link>in|when|if|after|during|among|for|by|through|with)\s(?P<what>.+)$"
)
_PEOPLE = re.compile(
    r"^(?:the\s)?(?:\w+\s){0,3}?(?:patients|people|persons|adults|children|women|men|infants|males"
    r"|females|individuals|newborns|boys|girls|smokers)\b"
)
_WHEN = {"when", "if", "after", "during"}
_TOLD = {"occur", "happen", "develop", "use", "recommend", "give", "need", "perform", "spread"} | {
    "indicate",
    "find",
    "see",
    "do",
    "require",
    "appear",
    "transmit",
}
_OBJECTS_WORDS = """
    cause exclude have contain detect affect cross spread transmit prevent treat kill cure carry
    produce eliminate confirm reach remove lack
"""
_OBJECTS = frozenset(_OBJECTS_WORDS.split())
_LINKED = {
    "rule": "out",
    "relate": "to",
    "associate": "with",
    "respond": "to",
    "protect": "against",
    "lead": "to",
    "result": "in",
    "link": "to",
}
_NO = re.compile(
    r"^No\s(?P<what>(?:(?:single|specific|known)\s)?(?!one\b|person\b|evidence\b|other\b)[a-z]+)$"
)
_PARTIAL = re.compile(
    r"^(?:everyone|every|all|any|anything|anyone|enough|always|both|the\s(?:complete|whole|full|same)|many|much)\b"
)
_SOME = re.compile(r"^(?:some|many|most|not\s|few|all)\b", re.IGNORECASE)
_NEXT = re.compile(
    r";|,\s(?:but|however|although|so|because|and|while)\b|,?\s(?:and\s)?(?:therefore|thus|hence)\b"
)
_LONGEST = 22


def limits(statement: Statement, context: Context) -> Iterator[Fact]:
    """Where, when or in whom alone something happens or is done."""
    for clause in statement.clauses():
        match = _ONLY.match(clause.rest)
        if match is None or clause.lemma not in _TOLD or not _clear(clause):
            continue
        what = match["what"]
        if match["link"] in {"in", "among", "for"}:
            if not _PEOPLE.match(what):
                continue
            wh = f"{match['link'].capitalize()} whom"
        else:
            wh = "When" if match["link"] in _WHEN else "How"
        yield _fact(clause.ask(wh), clause, clause.rest, statement, context)


def denials(statement: Statement, context: Context) -> Iterator[Fact]:
    """What something does not cause, contain, rule out ..., and what no test can do."""
    for clause in statement.clauses():
        none = _NO.match(clause.subject)
        if none is not None and clause.aux.lower() in {"can", "is", "are"} and clause.rest:
            asked = f"What {none['what']} {clause.predicate}"
            value = f"no {none['what']}"
            joined = "," in asked or " and " in asked
            if not points_elsewhere(asked) and not clause.fronted and not joined:
                yield _fact(asked, clause, value, statement, context)
        elif re.search(r"\d\s?(?:%|percent)", clause.subject):
            continue
        elif clause.negated and _clear(clause) and not clause.copula:
            yield from _denied(_spelled(clause), statement, context)


def _spelled(clause: Clause) -> Clause:
    verb, base = (re.sub(r"\bn['’]?t\b", "not", said) for said in (clause.verb, clause.base))
    return replace(clause, verb=verb, base=base)


def _denied(clause: Clause, statement: Statement, context: Context) -> Iterator[Fact]:
    link = _LINKED.get(clause.lemma, "")
    known = clause.passive and clause.lemma == "know" and clause.rest.startswith("to ")
    value = _NEXT.split(clause.rest)[0]
    if known:
        verb, _, value = value.removeprefix("to ").partition(" ")
        asked = f"{clause.ask('What')} to {verb}"
        if verb not in _OBJECTS:
            return
    elif link and value.startswith(f"{link} "):
        value = value.removeprefix(f"{link} ")
        asked = f"{clause.ask('What')} {link}"
    elif _asks_what(clause):
        asked = clause.ask("What")
    else:
        return
    if _PARTIAL.match(value) or _SOME.match(clause.subject):
        return
    if (known or says_something(value, asked)) and not set(stems(value)) <= set(stems(asked)):
        yield _fact(asked, clause, value, statement, context)


def _asks_what(clause: Clause) -> bool:
    """Whether what follows the verb at once is what is denied."""
    term = clause.lemma == "mean" and clause.subject.lower().startswith("the term ")
    return term or (clause.lemma in _OBJECTS and not clause.passive and _object(clause))


def _object(clause: Clause) -> bool:
    return any(t.dep_ == "dobj" and t.i >= clause.rest_start for t in clause.root.rights)


def _clear(clause: Clause) -> bool:
    named = is_nameable(clause.subject) and not points_elsewhere(clause.rest)
    short = len(clause.rest.split()) <= _LONGEST
    return named and short and not clause.narrates and not points_elsewhere(clause.fronted)


def _fact(asked: str, clause: Clause, value: str, statement: Statement, context: Context) -> Fact:
    inside = context.inside(clause.subject)
    asked = asked.replace(clause.subject, inside, 1)
    asked = context.about_general(asked, inside, value) if is_general(inside) else asked
    return Fact(
        FactKind.PITFALL,
        inside,
        f"not {clause.lemma}",
        value,
        statement.citations,
        negated=clause.negated,
        question=f"{asked}?",
    )
