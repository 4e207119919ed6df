"""'Without treatment, X fails', 'small X go away without treatment': what becomes of them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.known_before import is_told_before
from studyapp.facts.plainly import inside, says_also
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import tailed
from studyapp.language.clause import Clause, modal
from studyapp.model import Fact, FactKind

_UNTREATED = re.compile(
    r"^(?:without\s(?:(?:prompt|proper|early|any|timely|adequate|medical)\s)?treatment"
    r"|(?:if|when)\s(?:(?:it\sis|they\sare)\s)?(?:left\s)?(?:untreated|not\streated(?:\spromptly)?))$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s?\b(?P<alone>without\s(?:any\s)?treatment)$")
_ENDS = frozenset(
    """go disappear resolve heal pass shrink improve clear close regress fade subside fail
    collapse die worsen progress grow return recur rupture burst stop swell harden weaken
    narrow thicken become deteriorate""".split()
)
_CLOSE = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|who|so|because|causing|and)\b"
)
_LONGEST = 18


def fates(statement: Statement, context: Context) -> Iterator[Fact]:
    """What becomes of something that is not treated, or is left to itself."""
    for whole in statement.clauses():
        clause = inside(whole, context)
        if (
            clause.negated
            or clause.narrates
            or is_told_before(whole)
            or says_also(whole)
            or clause.copula
        ):
            continue
        subject = re.sub(r"^the\s(?=[a-z-]+$)", "", clause.subject)
        if not is_nameable(subject):
            continue
        told = _death(clause, context) or (
            _told(clause, context) if clause.lemma in _ENDS else None
        )
        if told is None:
            continue
        asked, answer = told
        if points_elsewhere(re.sub(r"^(?:It|They)\s", "", answer)) or points_elsewhere(asked):
            continue
        yield Fact(
            FactKind.COMPLICATION,
            clause.subject,
            "fate",
            answer,
            statement.citations,
            condition=clause.fronted or "left alone",
            modality=clause.aux.lower(),
            question=f"{asked}?",
        )


_DEATH = re.compile(
    r"^(?:(?:to|in)\s)?(?:sudden\s|early\s)?death\s(?:due\sto|from|because\sof|by)\s(?P<what>[^,;:]+)$"
)
_DIES = re.compile(
    r"^(?:[^;:]*?\s)?(?:from|of)\s(?P<what>(?!(?:the|this|that|it|their|its|age|old)\b)[^,;:]+)$"
)


def _death(clause: Clause, context: Context) -> tuple[str, str] | None:
    """'X can result in death from Y', 'children with X usually die of Y'."""
    rest = _CLOSE.split(clause.rest)[0].strip(" .,") if clause.lemma != "die" else clause.rest
    if clause.lemma == "die":
        match = _DIES.match(rest.strip(" .,"))
        told = match is not None and context.names_subject(clause.subject)
        return (clause.ask("From what"), match["what"]) if match and told else None
    match = _DEATH.match(rest) if clause.lemma in {"lead", "result", "cause"} else None
    verb = f"{modal(clause)} cause" if modal(clause) else "causes"
    if match is None or clause.fronted:
        return None
    return f"What {verb} death in {clause.subject}", match["what"]


def _told(clause: Clause, context: Context) -> tuple[str, str] | None:
    """The question without its mark, and the answer; None where nothing is left alone."""
    rest = _CLOSE.split(clause.rest)[0].strip(" .,")
    alone = _ALONE.search(f" {rest}")
    who = "They" if clause.plural else "It"
    happens = f"{modal(clause)} happen" if modal(clause) else "happens"
    if clause.fronted and _UNTREATED.match(clause.fronted):
        condition = clause.fronted[0].lower() + clause.fronted[1:]
        left = rest
    elif not clause.fronted and alone is not None:
        condition, left = alone["alone"], f" {rest}"[: alone.start()].strip()
    else:
        return None
    if len(left.split()) > _LONGEST or re.search(r"\b(?:if|unless|when|until)\b", left):
        return None
    answer = f"{who} {replace(clause, rest=left).predicate}"
    asked = f"What {happens} to {clause.subject} {condition}"
    return tailed(asked, clause.subject, context), answer
