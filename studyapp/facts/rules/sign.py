"""'F may be the first sign of X', 'F may be a sign of X': what tells X."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_SIGN = re.compile(
    r"^(?:often\s|usually\s|typically\s|commonly\s|sometimes\s|also\s)?"
    r"(?P<the>an?\s|the\s)?(?P<rank>(?:only|first|earliest|early|late|classic|cardinal|hallmark"
    r"|main|best|most\s(?:common|important|specific|reliable)|warning|strong|reliable)\s)?"
    r"(?P<noun>signs?|symptoms?|evidence|indications?|indicators?|clues?|markers?|hallmarks?)\s"
    r"(?P<link>of|that|to)\s(?P<what>.+)$"
)
_UNIQUE = re.compile(r"^(?:only|first|earliest|classic|cardinal|hallmark|main|best|most\s\w+)\s$")
_DIAGNOSTIC = re.compile(
    r"^(?P<how>(?:\w+ly\s)?)(?P<word>diagnostic|pathognomonic|suggestive|indicative)\s"
    r"(?P<link>of|for)\s(?P<what>.+)$"
)
_OTHER = re.compile(r"\b(?:another|other|problem|something|underlying|certain)\b")
_LONGEST = 20


def signs(statement: Statement, context: Context) -> Iterator[Fact]:
    """Of what a finding is a sign, or which finding is its first one."""
    yield from _tests(statement, context)
    for clause in statement.clauses():
        if not clause.copula or clause.negated or clause.narrates or clause.fronted:
            continue
        if not is_nameable(clause.subject):
            continue
        asked, answer = _asked(clause, context)
        if not asked or len(answer.split()) > _LONGEST or points_elsewhere(f"{asked} {answer}"):
            continue
        if _OTHER.search(answer) or not says_something(answer, asked):
            continue
        yield Fact(
            FactKind.DIAGNOSIS,
            context.inside(clause.subject),
            clause.rest.split(" of ")[0],
            answer,
            statement.citations,
            modality=clause.aux.lower(),
            question=f"{asked}?",
        )


def _asked(clause: Clause, context: Context) -> tuple[str, str]:
    rest = re.sub(r",\s.*$|;.*$", "", clause.rest.rstrip(" ."))
    subject = context.inside(clause.subject)
    told = _DIAGNOSTIC.match(rest)
    if told is not None:
        asked = clause.ask("Of what").replace(clause.subject, subject, 1)
        return f"{asked} {told['how']}{told['word']}", told["what"]
    sign = _SIGN.match(rest)
    if sign is None:
        return "", ""
    if sign["rank"] and _UNIQUE.match(sign["rank"]) and (sign["the"] or "").strip() == "the":
        be = {"are": "is", "were": "was"}.get(clause.aux.lower(), clause.aux.lower())
        verb = f"{clause.verb} " if clause.verb else ""
        return f"What {be} {verb}{rest}", subject
    if sign["link"] != "of" or sign["what"].split()[0] in {"how", "what"}:
        return "", ""
    phrase = rest[: sign.start("link")].strip()
    asked = clause.ask("Of what").replace(clause.subject, subject, 1)
    return f"{asked} {phrase}", sign["what"]


_TELLS = {"confirm", "diagnose", "detect", "exclude", "rule"}
_DISEASE = re.compile(r"^(?:(?:out|the|a)\s)*(?:(?:definite\s|final\s)?diagnosis\sof\s)?")


def _tests(statement: Statement, context: Context) -> Iterator[Fact]:
    """'A biopsy can confirm the diagnosis of X' on a page about X: what can."""
    for clause in statement.clauses():
        rest = clause.rest.rstrip(" .")
        named = _DISEASE.sub("", rest)
        if clause.lemma not in _TELLS or clause.passive or clause.negated or clause.fronted:
            continue
        if clause.narrates or not is_nameable(clause.subject) or not context.subject:
            continue
        about = context.names_subject(named) and len(named.split()) <= len(rest.split())
        if not about or len(rest.split()) > _SHORT or re.search(r"[,;]", rest):
            continue
        be = clause.aux.lower() if clause.aux else ""
        verb = f"{be} {clause.verb}".strip() if be else _singular(clause.root.text)
        yield Fact(
            FactKind.DIAGNOSIS,
            context.subject,
            f"{clause.lemma} by",
            context.inside(clause.subject),
            statement.citations,
            modality=be,
            question=f"What {verb} {rest}?",
        )


_SHORT = 10


def _singular(verb: str) -> str:
    """A verb as it stands after 'what'."""
    return verb if verb.endswith("s") else f"{verb}s"
