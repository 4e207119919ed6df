"""'X is due to Z', 'X must be done to Y': the cause and the purpose."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_DUE = re.compile(r"^(?P<what>.*?),?\s(?:because\sof|due\sto|owing\sto)\s(?P<why>.+)$")
_PURPOSE = re.compile(
    r"^(?P<what>.*?)\s(?:in\sorder\s)?to\s(?P<why>(?:prevent|reduce|minimi[sz]e|avoid|improve"
    r"|optimi[sz]e|relieve|exclude|rule\sout|confirm|detect|protect|ensure|allow|maintain|preserve"
    r"|lower|control|treat|stabili[sz]e|decrease|identify|increase|prolong|slow)\s.+)$"
)
_LONGEST = 28


def reasons(statement: Statement, context: Context) -> Iterator[Fact]:
    """The reason or the purpose that a sentence gives."""
    for clause in statement.clauses():
        if clause.negated or not is_nameable(clause.subject) or clause.fronted or clause.narrates:
            continue
        for pattern in (_DUE, _PURPOSE):
            match = pattern.match(clause.rest)
            if match is not None and _fits(clause, match, pattern):
                yield _fact(clause, match, statement, context, purpose=pattern is _PURPOSE)
                break


def _fits(clause: Clause, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    why = re.sub(r"^(?:it|they)\s", "", match["why"])
    if (
        points_elsewhere(why)
        or len(match["why"].split()) > _LONGEST
        or points_elsewhere(match["what"])
    ):
        return False
    cut = re.search(r"(?:,|\bor|\band|\btry|\bhelp)$", match["what"].strip())
    if " and " in match["what"] or cut is not None:
        return False
    if pattern is _PURPOSE:
        return (
            clause.passive
            or clause.aux.lower() in {"should", "must"}
            or clause.lemma in {"use", "aim"}
        )
    return clause.copula and not match["what"]


def _fact(
    clause: Clause, match: re.Match[str], statement: Statement, context: Context, *, purpose: bool
) -> Fact:
    subject = context.inside(clause.subject)
    due = clause.copula and not match["what"]
    asked = clause.ask("What" if due else "Why").replace(clause.subject, subject, 1)
    asked = f"{asked} due to" if due else asked
    if purpose and match["why"].startswith("treat ") and not match["what"]:
        asked = clause.ask("What").replace(clause.subject, subject, 1)
        return Fact(
            FactKind.INDICATION,
            subject,
            "to treat",
            match["why"].removeprefix("treat ").rstrip("."),
            statement.citations,
            question=context.about_general(f"{asked} to treat", clause.subject) + "?",
        )
    why = f"to {match['why']}" if purpose else match["why"]
    return Fact(
        FactKind.PURPOSE if purpose else FactKind.MECHANISM,
        subject,
        "why",
        why.rstrip("."),
        statement.citations,
        question=context.about_general(f"{asked} {match['what']}".strip(), clause.subject) + "?",
    )
