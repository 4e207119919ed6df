"""'When Y, X is essential', 'In Y, X should be avoided', 'If Y, it is best to X': what is due."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import names_own_disease
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind

_NEEDED = re.compile(
    r"^(?P<how>(?:(?:usually|often|generally|always|typically|also)\s)?"
    r"(?:the\s)?(?:essential|necessary|required|preferred|preferable|best|indicated|mandatory"
    r"|recommended|appropriate|primary\s(?:therapy|treatment)|(?:treatment|drug|drugs|therapy"
    r"|test|procedure)\sof\schoice|first[- ]line(?:\s(?:therapy|treatment|drugs?|agents?))?"
    r"|contraindicated))(?P<rest>(?:\s(?:for|to|in|before|because|as|when|if)\s.*|,.*)?)$"
)
_DONE_WORDS = """
    avoid recommend prefer indicate require need use give consider perform monitor start initiate
    diagnose do take insert place
    prescribe administer choose select offer suspect contraindicate warrant try add advise
"""
_DONE = frozenset(_DONE_WORDS.split())
_TO_END = re.compile(
    r"^(?:In\sorder\s)?[Tt]o\s(?:treat|diagnose|confirm|prevent|detect|relieve|reduce|control|test|check"
    r"|remove|replace|alleviate|kill|lower|find\sout|determine|see|exclude|rule\sout|measure|identify"
    r"|stop|slow|correct|repair|keep|protect|drain|look)\b"
)
_TAKEN = frozenset("use give prescribe perform do need require recommend add place insert".split())
_CASES = re.compile(r"^In\s(?P<sort>severe|advanced|rare|mild|acute|chronic|extreme)\scases$")
_SOON = re.compile(r"^(?:immediately|promptly|right\saway|at\sonce|urgently|first)$")
_WITH = re.compile(r"^(?:along|together|in\scombination)\swith\s[^;]+$")
_FOR = re.compile(
    r"^(?:(?:for|as)\s[^,;]+|to\s(?:treat|prevent|diagnose|confirm|detect|relieve|reduce|control"
    r"|exclude|rule\sout|lower|manage|stop|kill|improve|avoid)\s[^,;]+)?$"
)
_BRACKET = re.compile(r"^\((?:i\.e\.,?|that is,?)?\s?[^()]+\)$")
_BEST = re.compile(
    r"^(?P<when>(?:If|When|In|For|During|Before|After|Once)\s[^,]{4,90}),\sit\s(?P<be>is)\s"
    r"(?P<how>best|essential|necessary|recommended|advisable|preferable|important|crucial)\sto\s"
    r"(?P<do>.+?)\.?$"
)
_WHY = re.compile(r"(?:^|,?\s)(?:because|since|as\slong)\b.*$|,\s.*$")
_ONE = {"are": "is", "were": "was", "have": "has"}
_LONGEST = 25


def wanted(statement: Statement, context: Context) -> Iterator[Fact]:
    """What is essential, preferred, to be avoided ... on an occasion or in a group of patients."""
    yield from _best(statement, context)
    for clause in statement.clauses():
        if not clause.fronted or clause.negated or clause.narrates:
            continue
        asked, extra = _asked(clause)
        fronted = _opening(clause, context)
        if not asked or not _names(clause) or not fronted:
            continue
        answer = f"{context.inside(clause.subject)} {extra}".strip()
        if len(answer.split()) > _LONGEST or not says_something(answer, asked):
            continue
        forbids = clause.lemma in {"avoid", "contraindicate"} or "contraindicated" in asked
        yield Fact(
            FactKind.CONTRAINDICATION if forbids else FactKind.INDICATION,
            fronted,
            f"{clause.lemma} {clause.rest}"[:60],
            answer,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=_about(fronted, _worded(fronted, asked), answer, context) + "?",
        )


def _opening(clause: Clause, context: Context) -> str:
    """The condition, the people or the purpose that a sentence opens with; '' for another."""
    cases = _CASES.match(clause.fronted)
    if cases is not None and context.ill:
        return f"{clause.fronted} of {context.subject}"
    purpose = _TO_END.match(clause.fronted) is not None and clause.lemma in _TAKEN
    if purpose and clause.passive and not points_elsewhere(clause.fronted):
        return clause.fronted
    return clause.fronted if restricts(clause.fronted) else ""


def _about(fronted: str, asked: str, answer: str, context: Context) -> str:
    """The question with the page's disease, unless its purpose names another."""
    own = _TO_END.match(fronted) is not None and names_own_disease(fronted)
    return asked if own else context.about(asked, "in", answer)


def _worded(fronted: str, asked: str) -> str:
    """The question with its purpose behind it, with anything else before it."""
    if _TO_END.match(fronted):
        aim = re.sub(r"^In\sorder\s|,\s(?:which|who)\s.*$", "", fronted)
        return f"{capital(asked)} {aim[0].lower()}{aim[1:]}"
    return f"{capital(fronted)}, {asked}"


def _names(clause: Clause) -> bool:
    return is_nameable(clause.subject) and says_something(clause.subject, clause.fronted)


def _asked(clause: Clause) -> tuple[str, str]:
    """The question without its condition, and what the answer has behind the subject."""
    aux = _ONE.get(clause.aux.lower(), clause.aux.lower())
    bracket = _BRACKET.match(clause.rest)
    rest = _WHY.sub("", clause.rest).rstrip(" .")
    if clause.passive and clause.lemma in _DONE:
        extra = clause.rest if bracket or _WITH.match(rest) else ""
        rest = "" if extra else rest
        if not (_FOR.match(rest) or _SOON.match(rest)) or points_elsewhere(rest):
            return "", ""
        return f"what {aux} {clause.verb} {rest}".strip(), extra
    if not clause.copula:
        return "", ""
    needed = _NEEDED.match(rest)
    if needed is None or points_elsewhere(needed["rest"]):
        return "", ""
    return f"what {aux} {clause.verb} {needed['how']}{needed['rest']}".replace("  ", " "), ""


def _best(statement: Statement, context: Context) -> Iterator[Fact]:
    """'If Y, it is best to X': what it is best to do."""
    match = _BEST.match(re.sub(r"^(?:However|Therefore|Thus), (\w)", _raised, statement.text))
    if match is None or not restricts(match["when"]) or points_elsewhere(match["do"]):
        return
    answer = f"to {match['do']}"
    if len(answer.split()) > _LONGEST or not says_something(answer, match["when"]):
        return
    asked = f"{match['when']}, what {match['be']} it {match['how']} to do"
    yield Fact(
        FactKind.INDICATION,
        match["when"],
        f"{match['how']} to do",
        match["do"],
        statement.citations,
        condition=match["when"],
        question=context.about(asked, "in", answer) + "?",
    )


def _raised(match: re.Match[str]) -> str:
    return match[1].upper()
