"""Tables that compare: each row a finding or a measure, each column a form of the disease."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import cite
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tables import Row
from studyapp.language.quantities import quantities
from studyapp.language.words import is_plural, stems
from studyapp.model import Fact, FactKind

_LONGEST, _LONGEST_NAME = 12, 5
_EMPTY = re.compile(r"^(?:[–—-]+|yes|no|\+{1,4}|[✓✗×x]|n/?a|none|varies|variable)$", re.IGNORECASE)
_STAR = re.compile(r"[*†‡§]")


def grids(row: Row, context: Context) -> Iterator[Fact]:
    """What a measure is in each case: 'What is the platelet count in severe dengue?'."""
    if not row.compares or not is_nameable(row.head):
        return
    for column, value in row.cells:
        long = len(value.split()) > _LONGEST or len(column.split()) > _LONGEST_NAME
        told = bool(value) and not _EMPTY.match(value) and not _STAR.search(value)
        if not column or long or not told or points_elsewhere(value):
            continue
        head = context.inside(re.sub(r"\s*\([^)]*\)$", "", row.head))
        be = "are" if is_plural(head.split()[-1]) else "is"
        figure = any(quantities(value))
        state = _STATE.search(value) is not None and not figure
        single = " " not in head
        asked = (
            f"How {be} {head if single else f'the {head}'} described"
            if state
            else (f"What {be} the {head}")
        )
        yield Fact(
            FactKind.THRESHOLD if figure else FactKind.FINDING,
            head,
            column,
            value,
            (cite(row.passage, row.passage.lines),),
            question=f"{asked} {_case(column, context)}?",
        )


def _case(column: str, context: Context) -> str:
    """The case that a column stands for, as the end of a question.

    A column that names the disease, or one of its forms, is said plainly; any other is quoted,
    since a table's head alone does not say how it would be put in a sentence.
    """
    name = context.inside(column)
    if not context.subject:
        return f"in “{column}”"
    if set(stems(context.subject)) <= set(stems(column)):
        return f"in {name}"
    if re.fullmatch(r"[A-Za-z-]+", name) and name.lower().endswith(_ADJECTIVES):
        return f"in {name.lower()} {context.subject}"
    return context.about(f"listed under “{column}”")


_STATE = re.compile(
    r"\b(?:absent|present|rare|common|uncommon|frequent|infrequent|low|high|normal|abnormal|elevated|raised"
    r"|increased|decreased|reduced|mild|moderate|severe|negative|positive|likely|unlikely|gradual"
    r"|sudden|slow|rapid|good|poor|painful|painless|early|late)$",
    re.IGNORECASE,
)
_ADJECTIVES = (
    "al", "ic", "ive", "ary", "ous", "ional", "mild", "moderate", "severe", "acute", "chronic",
    "early", "late", "primary", "central", "peripheral", "mixed",
)  # fmt: skip
