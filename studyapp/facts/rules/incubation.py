"""'After an incubation period of N days, …': how long a disease incubates, told in passing."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable
from studyapp.language.clause import Clause, modal
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_PERIOD = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts)\s(?:(?:short|long|typical)\s)?"
    r"(?P<name>(?:mean\s|average\s|usual\s)?incubation\speriod)\s"
    r"(?:of|that\s(?:is|lasts|ranges)|is|ranges|lasting|ranging)\s(?:(?:usually|typically|generally|from|between)\s)*"
    r"(?P<value>(?:(?:about|approximately|around|up\sto|roughly|nearly|at\sleast|less\sthan|more\sthan)\s)?"
    r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|a\sfew|several)"
    r"(?:\s?(?:to|and|or|-|–)\s?(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen))?"
    r"\s(?:hours?|days?|weeks?|months?|years?))\b"
)
_USUAL = re.compile(r"\b(?:usually|generally|typically|often|commonly)\b")
_OF = re.compile(
    r"^(?:the\s)?(?:(?:first|initial|early)\s)?(?:signs?\sand\s)?(?:symptoms?|onset|illness|signs?)\sof\s",
    re.IGNORECASE,
)


def incubations(statement: Statement, context: Context) -> Iterator[Fact]:
    """The incubation period of the disease that the sentence is about."""
    match = _PERIOD.search(statement.text)
    if match is None or len(_PERIOD.findall(statement.text)) > 1:
        return
    clause = next(statement.clauses(), None)
    name = _whose(clause, context) if clause is not None and not clause.narrates else ""
    if clause is not None and name:
        usual = "usual " if _USUAL.search(clause.verb) else ""
        asked = f"is the {usual}{match['name']} of {name}"
        if modal(clause):
            asked = f"{modal(clause)} the {match['name']} of {name} be"
        yield Fact(
            FactKind.DURATION,
            name,
            "incubation period",
            match["value"],
            statement.citations,
            question=f"What {asked}?",
        )


def _whose(clause: Clause, context: Context) -> str:
    """The disease that the main clause names; the page's where its symptoms are spoken of."""
    named = context.inside(_OF.sub("", clause.subject))
    if clause.lemma == "have" and is_nameable(clause.subject):
        return named
    known = names_disease(named) or context.names_subject(named)
    symptoms = re.match(r"^(?:the\s)?(?:symptoms?|signs?)\b", named) is not None
    if context.subject and (known or symptoms):
        own = symptoms or _is_page(named, context)
        return context.subject if own and context.ill else named
    return named if names_disease(named) and is_nameable(named) else ""


def _is_page(named: str, context: Context) -> bool:
    """Whether a name is the page's disease and no kind of it ('hepatitis A' on hepatitis)."""
    longer = len(named.split()) > len(context.subject.split())
    return context.names_subject(named) and not longer
