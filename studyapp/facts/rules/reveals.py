"""'The test shows how much X there is', 'a scan can show whether X': what a test finds out."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.model import Fact, FactKind

_TEST = re.compile(
    r"\b(?:tests?|testing|exams?|examinations?|scans?|imaging|x[\s-]?rays?|biops(?:y|ies)|cultures?"
    r"|ultrasound|smears?|screening|stud(?:y|ies)|MRI|CT|EKG|ECG|EEG|echo|assays?|counts?|panel"
    r"|\w+(?:scopy|scopies|graphy|grams?|metry|metr(?:ies|y)|centesis|lysis))\b",
    re.IGNORECASE,
)
_SHOWS = {"show", "reveal", "measure", "check", "determine", "indicate", "assess", "tell", "see"}
_HELPS = re.compile(
    r"^(?:to\s)?(?P<verb>show|determine|find\sout|figure\sout|see|tell|check|assess|decide)\s"
    r"(?P<what>.+)$"
)
_CLAUSE = re.compile(r"^(?:how|whether|if|where|what|which|when)\s(?!to\b)")
_REMARK = re.compile(
    r",\s(?:which|who|although|though|but|because|since|so|and\sit|a\s)\b.*$|;.*$"
)
_OWN = re.compile(r"\b(?:it|they|its|their)\b")
_LONGEST = 22


def reveals(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a test shows, where that is a clause: how much, whether, where."""
    for clause in statement.clauses():
        if clause.passive or clause.negated or clause.narrates or not _TEST.search(clause.subject):
            continue
        verb, what = _shown(clause)
        if not what or not is_nameable(clause.subject) or points_elsewhere(_OWN.sub("", what)):
            continue
        if _OWN.search(" ".join(what.split()[:3])) or len(what.split()) > _LONGEST:
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        subject = context.inside(clause.subject)
        if not says_something(what, f"{subject} {clause.fronted}"):
            continue
        asked = f"{clause.ask('What')} {verb}".strip().replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.DIAGNOSIS,
            subject,
            verb or clause.lemma,
            what,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=context.about_general(asked, clause.subject, what) + "?",
        )


def _shown(clause: Clause) -> tuple[str, str]:
    """The verb behind 'help', if any, and the clause that tells what is shown."""
    rest = _REMARK.sub("", clause.rest).rstrip(" .,")
    if clause.lemma == "help":
        helped = _HELPS.match(rest)
        found = helped is not None and _CLAUSE.match(helped["what"])
        return (helped["verb"], helped["what"]) if helped and found else ("", "")
    return ("", rest) if clause.lemma in _SHOWS and _CLAUSE.match(rest) else ("", "")
