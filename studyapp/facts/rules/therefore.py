"""'Z. Therefore, X is Y', 'X is Y. This is because Z': a reason in a sentence of its own."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.why import claimed, why
from studyapp.model import Fact

_FOLLOWS = re.compile(
    r"^(?:Therefore|Thus|Hence|Consequently|As a result|For (?:this|these) reasons?"
    r"|Because of this|Accordingly),\s"
)
_BECAUSE = re.compile(r"^(?:This|That) is (?:mainly |largely |partly )?because (?P<why>.+)$")
_MANY = re.compile(r"^For these reasons")
_LONGEST = 25


def therefores(before: Statement, statement: Statement, context: Context) -> Iterator[Fact]:
    """Why something is so, where two sentences say it."""
    because = _BECAUSE.match(statement.text)
    clause = next((before if because else statement).clauses(), None)
    if clause is None or clause.root.dep_ != "ROOT" or not is_nameable(clause.subject):
        return
    if clause.narrates:
        return
    reason = ""
    if because is not None:
        reason = because["why"]
    elif _FOLLOWS.match(statement.text) and not _MANY.match(statement.text):
        reason = _whole(before)
    if reason:
        places = tuple(dict.fromkeys((*before.citations, *statement.citations)))
        fact = why(clause, claimed(clause.rest), reason, places, context)
        if fact is not None:
            yield fact


def _whole(before: Statement) -> str:
    """A sentence as the reason for the next; '' where it leans on others or only counts."""
    text = re.sub(r"^(?:However|Unfortunately|In addition|Moreover),\s", "", before.text)
    subject = next((c.subject for c in before.clauses()), "")
    if not is_nameable(subject) or points_elsewhere(text) or len(text.split()) > _LONGEST:
        return ""
    return text.rstrip(".")
