"""'X helps prevent Y', 'X helps the body absorb Y': what a thing helps against, or helps along."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context, is_general
from studyapp.facts.reliefs import relief
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import is_cut, loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_WHO = (
    r"(?P<who>(?:the|people(?:\swith\s[\w\s-]+?)?|patients|your|newborn"
    r"|growing)\s?(?:[a-z]+\s){0,2}?)?"
)
_HELPS = re.compile(
    rf"^{_WHO}(?:to\s)?(?P<verb>prevent|reduce|relieve|control|remove|treat|protect(?:\sagainst)?|lower"
    r"|ease|slow|stop|absorb|digest|fight|kill|clear|maintain|regulate|restore|seal|diagnose"
    r"|confirm|detect|identify|rule\sout|get\srid\sof|filter|balance|promote|increase|strengthen"
    r"|break\sdown|break\sup|eliminate|flush|defend\sagainst|lessen|shrink|dissolve|neutralize"
    r"|suppress|delay|loosen|thin|correct|replace|stimulate|transport|drain|widen)\s(?P<what>.+)$"
)
_KIND = {
    "diagnose": FactKind.DIAGNOSIS,
    "confirm": FactKind.DIAGNOSIS,
    "detect": FactKind.DIAGNOSIS,
    "identify": FactKind.DIAGNOSIS,
    "rule out": FactKind.DIAGNOSIS,
}
_REMARK = re.compile(
    r",\s(?:which|who|where|although|though|but|because|since|so|and\sit)\s.*$|;.*$"
)
_SECOND = re.compile(
    r"\s(?:and|or)\s(?:to\s)?(?:may|can|also|keep|improve|make|bring|help|move|dilute)\b"
)
_LONGEST = 22


def helps(statement: Statement, context: Context) -> Iterator[Fact]:
    """What something helps prevent, relieve, absorb ..., asked with that verb."""
    for clause in statement.clauses():
        if (
            clause.lemma != "help"
            or clause.passive
            or clause.negated
            or clause.narrates
            or is_cut(clause)
        ):
            continue
        if relief(clause) != ("", ""):
            continue
        helped = _HELPS.match(_REMARK.sub("", clause.rest).rstrip(" .,"))
        if helped is None or not _fits(clause, helped) or loses_condition(clause, statement):
            continue
        asked = clause.ask("What").replace(" actually ", " ")
        subject = context.inside(clause.subject)
        asked = asked.replace(clause.subject, subject, 1)
        asked = f"{asked} {(helped['who'] or '').strip()}".strip() + f" {helped['verb']}"
        yield Fact(
            _KIND.get(helped["verb"], FactKind.PURPOSE),
            subject,
            f"help {helped['verb']}",
            helped["what"],
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=(context.about(asked) if _leans(subject, helped["what"]) else asked) + "?",
        )


def _leans(subject: str, what: str) -> bool:
    """Whether the question needs the page's disease: for 'medicines', or for 'the disease'."""
    return (
        is_general(subject)
        or re.search(r"\bthe\s(?:disease|condition|disorder)\b", what) is not None
    )


_HISTORY = re.compile(r"^(?:taking|having|getting|knowing|talking)\b|\bhistory$", re.IGNORECASE)


def _fits(clause: Clause, helped: re.Match[str]) -> bool:
    what = helped["what"]
    if not is_nameable(clause.subject) or _HISTORY.search(clause.subject):
        return False
    if points_elsewhere(f"{what} {clause.fronted}") or (
        clause.fronted and not restricts(clause.fronted)
    ):
        return False
    if len(what.split()) > _LONGEST or _SECOND.search(what):
        return False
    return says_something(what, f"{clause.subject} {clause.fronted}")
