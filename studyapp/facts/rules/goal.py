"""'The goal of X is to Y', 'X was developed to Y': what something aims at."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.language.inflection import inflected
from studyapp.language.words import is_plural, stems
from studyapp.model import Fact, FactKind

_AIM = re.compile(
    r"^(?:[Tt]he|[Oo]ne)\s(?:(?:main|primary|first|initial|overall|chief|key|next|usual|ultimate"
    r"|major|best|most\simportant|preferred|standard|only)\s){0,2}(?P<what>goals?|aims?|purposes?"
    r"|objectives?|priority|priorities|steps?|treatments?|therapy|management|intervention"
    r"|function|role|job)\s(?P<of>(?:of|in|for|when|with|during)\s.+)$"
)
_PLAIN = re.compile(r"^[Tt]he\s(?:treatments?|therapy|management|intervention|steps?)\s")
_MADE = {"develop", "design", "intend", "devise", "create", "construct", "invent"}
_MADE_FOR = re.compile(r"^(?P<what>(?:the\s|an?\s)?[\w\s-]{3,60}?)\s(?P<aim>to\s.+)$")
_MAKERS = re.compile(
    r"^(?:experts|researchers|doctors|scientists|physicians|specialists)$", re.IGNORECASE
)
_LONGEST = 25


def goals(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a treatment or a first step aims at, and what a score was made for."""
    for clause in statement.clauses():
        if clause.negated or clause.fronted:
            continue
        asked, aim = _asked(clause, context)
        aim = re.sub(r",\s(?:which|who|because|although|but)\b.*$", "", aim).rstrip(" .,")
        own = re.sub(r"\b(?:its|their|it)\b", "", aim)
        if not asked or points_elsewhere(own) or len(aim.split()) > _LONGEST:
            continue
        if not says_something(aim, asked):
            continue
        yield Fact(
            FactKind.GOAL,
            context.inside(clause.subject),
            "aim",
            aim,
            statement.citations,
            modality=clause.aux.lower(),
            question=f"{_about(asked, aim, context)}?",
        )


def _about(asked: str, aim: str, context: Context) -> str:
    """The question with the page's subject, unless it says a word of it."""
    told = set(stems(asked)) & set(stems(context.subject))
    return asked if told or names_disease(asked) else context.about(asked, "in", aim)


def _asked(clause: Clause, context: Context) -> tuple[str, str]:
    """The question and the aim; '' for both when the clause tells none."""
    rest = clause.rest.rstrip(" .")
    aimed = _AIM.match(clause.subject)
    if clause.copula and aimed is not None and rest.startswith("to "):
        if _PLAIN.match(clause.subject) or points_elsewhere(aimed["of"]) or clause.narrates:
            return "", ""
        subject = context.inside(clause.subject)
        return f"What {clause.aux.lower()} {subject}", rest
    if clause.lemma not in _MADE:
        return "", ""
    if clause.passive and rest.startswith("to ") and is_nameable(clause.subject):
        asked = clause.ask("What").replace(clause.subject, context.inside(clause.subject), 1)
        return f"{asked} to do", rest.removeprefix("to ")
    made = _MADE_FOR.match(rest) if clause.root.tag_ == "VBD" else None
    if made is None or _MAKERS.match(clause.subject) is None or not is_nameable(made["what"]):
        return "", ""
    be = "were" if is_plural(made["what"].split()[-1]) else "was"
    return f"What {be} {made['what']} {inflected(clause.lemma, 'VBN')} to do", made["aim"]
