"""'Seek care at once if you have X', 'Call your doctor if the pain lasts': when to seek help."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.model import Fact, FactKind

_HELP = re.compile(
    r"^(?:(?:You|People|Parents)\sshould\s(?=[a-z]))?(?P<act>(?:Seek|Get|Call|See|Contact|Go\sto|Dial|Visit)\s(?:[^.;:,]|,(?=\s(?:or|and)\s))*?)"
    r"\s(?P<link>if|when|as\ssoon\sas)\s(?P<what>(?:you|the|a|an|any|symptoms?|pain|fever|bleeding)\b[^;:]+?)\.?$",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"^you\s(?P<verb>have|are|develop|experience|notice|get|feel|cannot|can['’]t|faint|vomit|cough"
    r"|start|lose)\s"
)
_CHAT = re.compile(
    r"\b(?:questions?|concerns?|want|would\slike|wish|need\sto|think|interested|unsure|not\ssure"
    r"|information|appointment)\b",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_ACT = 25, 12


def urgencies(statement: Statement, context: Context) -> Iterator[Fact]:
    """When patients should call for help; asked only on a page about a disease."""
    match = _HELP.match(statement.text)
    if match is None or not context.subject or _CHAT.search(statement.text):
        return
    act, what = match["act"], match["what"]
    act = re.sub(r"\byour\s", "the ", act[0].lower() + act[1:])
    if what.startswith("you"):
        if _YOU.match(what) is None:
            return
        what = f"they {what.removeprefix('you ')}"
    bare = what.removeprefix("they ")
    if points_elsewhere(f"{act} {bare}") or len(act.split()) > _LONGEST_ACT:
        return
    if len(what.split()) > _LONGEST or not says_something(bare, act):
        return
    yield Fact(
        FactKind.RED_FLAG,
        context.subject,
        act,
        f"{match['link']} {what}",
        statement.citations,
        modality="should",
        question=f"When should patients with {context.subject} {act}?",
    )
