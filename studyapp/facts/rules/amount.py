"""'Approved for children 2 years and older', 'eat no more than 5 g a day': how much, how old."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.model import Fact, FactKind

_APPROVED = re.compile(
    r"^(?P<rest>(?:.*?\s)?(?:in|on|for|of))\s(?P<who>children|adults|people|persons|infants|patients"
    r"|women|men|adolescents)\s(?:aged\s|ages\s|who\sare\s)?(?P<age>(?:at\sleast\s)?\d+(?:\s(?:to|-)\s"
    r"\d+)?\s(?:months?|years?|weeks?)(?:\sof\sage)?(?:\s(?:and|or)\s(?:older|above|over|up|younger))?)$"
)
_YEARLY = re.compile(
    r"^(?:an?\sestimated\s|about\s|approximately\s|around\s|more\sthan\s|over\s|nearly\s|up\sto\s)?"
    r"\d[\d.,]*(?:\s(?:million|thousand|billion))?(?:\s?(?:to|-|–)\s?\d[\d.,]*"
    r"(?:\s(?:million|thousand|billion))?)?",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(r"\b(?:each|every|per|a)\syear\b|\bannually\b|\byearly\b")
_DIET = re.compile(
    r"(?:^|\b(?:should|must)\s|\b[Tt]ry\sto\s)(?P<verb>[Ee]at|[Dd]rink|[Cc]onsume|[Tt]ake|[Gg]et"
    r"|[Ll]imit\s\w+\sto|[Ss]leep)\s(?P<value>(?:no\smore\sthan|at\sleast|less\sthan|up\sto|fewer\sthan"
    r"|about)\s\d[\d.,]*(?:\s?(?:to|-|–)\s?\d[\d.,]*)?\s(?P<unit>milligrams?|mg|grams?|g|liters?"
    r"|litres?|cups?|glasses|hours|servings|ounces|calories|micrograms|mcg))(?:\sof\s"
    r"(?P<what>(?:[\w-]+\s){0,2}?[\w-]+))?\s(?P<per>a|per|each|every)\s(?P<time>day|week|night)\.?$"
)
_USE = re.compile(r"^(?:for\s(?:the\s)?(?:use|treatment)|for|in|on)$")
_HAPPENS = {"occur", "happen", "die", "develop", "get", "contract", "require", "undergo"}
_LONGEST = 15


def amounts(statement: Statement, context: Context) -> Iterator[Fact]:
    """The age from which a thing is approved, the amount advised a day, the number a year."""
    yield from _advised(statement, context)
    yield from _proportions(statement, context)
    for clause in statement.clauses():
        subject = context.inside(clause.subject)
        approved = _APPROVED.match(clause.rest.rstrip(" ."))
        if clause.lemma in {"approve", "license"} and clause.passive and approved is not None:
            if not is_nameable(clause.subject) or clause.negated or clause.fronted:
                continue
            use = _USE.sub("", approved["rest"].rsplit(maxsplit=1)[0]).strip()
            asked = f"{clause.ask('')} {use}".replace(clause.subject, subject, 1).strip()
            yield Fact(
                FactKind.INDICATION,
                subject,
                "approved age",
                approved["age"],
                statement.citations,
                question=f"For {approved['who']} of what age {asked}?",
            )
        number = _YEARLY.match(clause.subject)
        noun = clause.subject[number.end() :].strip() if number is not None else ""
        if number is None or not noun or clause.lemma not in _HAPPENS or clause.negated:
            continue
        if clause.narrates or clause.fronted or not _EACH_YEAR.search(clause.rest):
            continue
        if points_elsewhere(f"{noun} {clause.rest}") or len(noun.split()) > _LONGEST:
            continue
        yield Fact(
            FactKind.FIGURE,
            noun,
            "number a year",
            number.group(0).strip(),
            statement.citations,
            question=context.about(f"How many {noun} {clause.predicate.rstrip(' .')}", "in") + "?",
        )


def _advised(statement: Statement, context: Context) -> Iterator[Fact]:
    """How much of something is advised a day."""
    match = _DIET.search(statement.text)
    if match is None or len(statement.text.split()) > _LONGEST:
        return
    verb = match["verb"].lower()
    limited = re.match(r"limit\s(?P<what>\w+)\sto$", verb)
    what = limited["what"] if limited else match["what"] or ""
    done = {"eat": "eaten", "drink": "drunk", "consume": "consumed", "take": "taken", "get": "got"}
    if verb not in done or not what or points_elsewhere(what):
        return
    yield Fact(
        FactKind.FIGURE,
        what,
        f"{verb} a {match['time']}",
        match["value"],
        statement.citations,
        question=context.about(
            f"How much {what} should be {done[verb]} {match['per']} {match['time']}", "in"
        )
        + "?",
    )


_PROPORTION = re.compile(
    r"^(?P<value>(?:(?:about|approximately|around|nearly|almost|as\smany\sas|up\sto|at\sleast|an"
    r"\sestimated|more\sthan|fewer\sthan|roughly|only)\s)?(?:\d+|one|two|three|four|five)\s(?:in"
    r"|out\sof)\s(?:every\s)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten))\s(?P<who>\D.+)$",
    re.IGNORECASE,
)


def _proportions(statement: Statement, context: Context) -> Iterator[Fact]:
    """'About 1 in 8 women with X has Y': what proportion of them has it."""
    for clause in statement.clauses():
        part = _PROPORTION.match(clause.subject)
        if part is None or clause.negated or clause.narrates or clause.fronted:
            continue
        said = re.sub(r",\s(?:and|but|which|while|compared)\b.*$", "", clause.predicate)
        said = said.rstrip(" .")
        if points_elsewhere(f"{part['who']} {said}") or len(said.split()) > _LONGEST:
            continue
        asked = f"What proportion of {part['who']} {said}"
        yield Fact(
            FactKind.FIGURE,
            part["who"],
            said,
            part["value"],
            statement.citations,
            population=part["who"],
            modality=clause.aux.lower(),
            question=context.about(asked, "in") + "?",
        )
