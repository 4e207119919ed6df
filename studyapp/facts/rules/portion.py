"""'X kills up to 30% of patients', 'Y lowers Z by 16%': shares behind a verb."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.language.quantities import Dimension, quantities
from studyapp.model import Fact, FactKind

_STUDY = re.compile(
    r"\b(?:study|studies|trial|survey|cohort|respondents|participants)\b", re.IGNORECASE
)
_SHARING = {"account", "comprise", "represent", "make", "constitute"}
_CHANGES = {
    "reduce",
    "increase",
    "lower",
    "raise",
    "decrease",
    "cut",
    "improve",
    "shorten",
    "slow",
}
_EXCEEDS = {"exceed", "reach", "approach"}
_BARE_RISK = re.compile(r"^(?:the|their|its)\s(?:risks?|chances?|odds|rates?|likelihood)$")
_VAGUE = re.compile(r"^(?:cases?|them|those|these|instances|(?:the\s)?time|all)\b(?!\sof\b)")
_ASIDE = re.compile(r",\s(?:which|and|but|or|so|usually|mostly|often|although|while)\b.*$")
_LONGEST = 22


def portions(statement: Statement, context: Context) -> Iterator[Fact]:
    """Which share of a whole something causes, kills, affects; by which share it changes it."""
    if _STUDY.search(statement.text):
        return
    if not any(statement.clauses()):
        yield from _unparsed(statement, context)
    whole = ""
    for clause in statement.clauses():
        value, around = _share(clause)
        if not value or clause.negated or clause.narrates or not _is_fit(clause):
            continue
        asked, whole = _asked(clause, around, whole)
        if not asked or points_elsewhere(asked) or len(asked.split()) > _LONGEST:
            continue
        asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
        question = asked if names_disease(asked) else context.about(asked)
        yield Fact(
            FactKind.FIGURE,
            context.inside(clause.subject),
            f"{clause.lemma} {whole}".strip(),
            value,
            statement.citations,
            condition=clause.fronted,
            question=question + "?",
        )


_PLAIN = re.compile(
    r"^(?P<value>\S.{0,30}?(?:%|\bpercent|\bhalf|\b(?:one|a)[- ]"
    r"(?:third|quarter|fifth)|\btwo[- ]thirds))\sof\s"
    r"(?P<whole>(?:(?!all\b|them\b|those\b)[\w-]+\s){1,6}?)"
    r"(?P<does>(?:have|are|die|develop|survive|recover|relapse|respond|need|require|experience|report"
    r"|suffer|carry|progress|recur|occur|involve)\b[^,;()]*?)\.?$"
)


def _unparsed(statement: Statement, context: Context) -> Iterator[Fact]:
    """'Up to 50% of adults develop X', which the parser takes for a phrase without a verb."""
    match = _PLAIN.match(statement.text)
    found = [q for q in quantities(statement.text) if q.dimension is Dimension.SHARE]
    counted = match is not None and (len(found) == 1 or match["value"][-1].isalpha())
    if match is None or not counted or points_elsewhere(match["does"]):
        return
    noun = "percentage" if re.search(r"%|percent", match["value"]) else "proportion"
    asked = f"What {noun} of {match['whole']}{match['does']}"
    yield Fact(
        FactKind.FIGURE,
        context.subject,
        asked,
        match["value"],
        statement.citations,
        question=(asked if names_disease(asked) else context.about(asked)) + "?",
    )


def _share(clause: Clause) -> tuple[str, str]:
    """The only share behind a verb, and the rest with a mark in its place; '' for none or two."""
    particle = clause.verb.rsplit(maxsplit=1)[-1] if " " in clause.verb else ""
    rest = f"{particle} {clause.rest}" if particle in {"in", "by"} else clause.rest
    rest = _ASIDE.sub("", rest).rstrip(" .")
    found = [q for q in quantities(rest) if q.dimension is Dimension.SHARE]
    if len(found) != 1:
        return "", ""
    one = found[0]
    return rest[one.start : one.end].strip(), f"{rest[: one.start]}~{rest[one.end :]}"


def _is_fit(clause: Clause) -> bool:
    return is_nameable(clause.subject) and not clause.copula and clause.lemma not in _SHARING


def _asked(clause: Clause, around: str, whole: str) -> tuple[str, str]:
    """The question, and the whole that the share is of; a bare share takes the one before it."""
    changed = re.fullmatch(
        r"(?P<what>[^~,;]+?) by ~(?P<who> (?:in|among|over|at|within) [^~,;()]+)?", around
    )
    if clause.lemma in _CHANGES and changed and not _BARE_RISK.match(changed["what"]):
        where = changed["who"] or ""
        return f"{clause.ask('By what percentage')} {changed['what']}{where}", whole
    occurs = re.fullmatch(r"in ~ of (?P<whole>[^~,;()]+)", around)
    if occurs and not clause.passive and not _VAGUE.match(occurs["whole"]):
        bare = re.sub(r"\sin$", "", clause.ask(f"In what percentage of {occurs['whole']}"))
        return bare, occurs["whole"]
    if clause.lemma in _EXCEEDS and around == "~" and not clause.passive:
        return clause.ask("What percentage"), whole
    of = re.fullmatch(r"~(?:\sof\s(?P<whole>[^~,;()]+))?", around)
    if of is None or clause.passive:
        return "", whole
    named = of["whole"] or whole
    if not named or _VAGUE.match(named):
        return "", whole
    return clause.ask(f"What percentage of {named}"), named
