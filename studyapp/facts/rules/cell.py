"""Cells of a table asked by their row and column: a dose, a time, a limit."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import cite
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tables import Row
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import is_plural
from studyapp.model import Fact, FactKind

_DOSE = re.compile(r"\b(?:dos(?:e|es|age|ages|ing))\b", re.IGNORECASE)
_TIME = re.compile(
    r"^(?:time\sto\s\w+|onset(?:\sof\saction)?|duration(?:\sof\s\w+)?|half-life|frequency|interval"
    r"|incubation(?:\speriod)?|peak(?:\seffect)?)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^(?P<name>[A-Z][A-Za-z\s-]{2,40}?)(?:\s\([^()]*\))?:\s(?P<value>\S.*)$")
_GIVEN = re.compile(r"drug|medic|treat|therap|agent|procedure|vaccine", re.IGNORECASE)
_JOINS = {"and", "or"}
_UNIT = re.compile(
    r"\((?:%|mg|g|kg|mL|L|mmol/L|mEq/L|mm ?Hg|years?|months?|weeks?|days?|hours?|h)\)$"
)
_STAR = re.compile(r"[*†‡§]|\bN/?A\b")
_LONGEST = 25
_LONGEST_NAME = 4


def cells(row: Row, context: Context) -> Iterator[Fact]:
    """What a row's cells say, where the columns' names tell what is said."""
    joined = _joined(row, context)
    if joined is not None:
        yield joined
        return
    if row.compares:
        return
    for column, value in row.cells:
        if _STAR.search(value) or not 0 < len(value.split()) <= _LONGEST:
            continue
        if _DOSE.search(column):
            yield from _dose(row, value, context)
        elif _TIME.match(column) and _is_time(value) and is_nameable(row.head):
            yield _fact(row, column.lower(), value, FactKind.DURATION, context)
        elif _is_figure(column, value) and is_nameable(row.head):
            yield _fact(row, context.small(column), value, FactKind.FIGURE, context)


def _fact(row: Row, attribute: str, value: str, kind: FactKind, context: Context) -> Fact:
    head = context.inside(row.head)
    noun = re.sub(r"\s*\([^)]*\)", "", attribute)
    verb = "are" if is_plural(noun.split()[-1]) else "is"
    link = "of" if " of " not in noun else "with" if _GIVEN.search(row.column) else "in"
    asked = f"What {verb} the {attribute} {link} {head}"
    return Fact(
        kind,
        head,
        attribute,
        value,
        (cite(row.passage, row.passage.lines),),
        question=context.about_general(asked, row.head) + "?",
    )


_RESTRICTS = re.compile(
    r"^(?:for|in|if|when|used\s(?:for|in)|reserved)\b|\b(?:only|reserved|except|unless)\b",
    re.IGNORECASE,
)


def _dose(row: Row, value: str, context: Context) -> Iterator[Fact]:
    """'Sennosides: 17.2 mg once daily', or a bare dose of the row's own drug."""
    match = _NAMED.match(value)
    name, dose = (match["name"], match["value"]) if match else (row.head, value)
    amount = any(q.dimension is Dimension.AMOUNT for q in quantities(dose))
    one = "; " not in dose and not _NAMED.match(dose)
    if not amount or not one or not is_nameable(name) or points_elsewhere(dose):
        return
    if any(_RESTRICTS.search(said) for _, said in row.cells if said != value):
        return  # For whom the dose is, a remark beside it says.
    drug = context.inside(name)
    asked = f"What is the dose of {drug}"
    given = "" if match else _given(row)
    if given:
        asked = f"What is the dose of {context.inside(given)} in {drug}"
        drug = context.inside(given)
    elif _ILLNESS.search(row.column):
        return
    yield Fact(
        FactKind.DOSE,
        drug,
        "dose",
        dose,
        (cite(row.passage, row.passage.lines),),
        question=(asked if given else context.about(asked)) + "?",
    )


_ILLNESS = re.compile(
    r"\b(?:disease|condition|indication|infection|diagnosis|disorder|stage|patients?|population)s?\b",
    re.IGNORECASE,
)
_DRUG_COLUMN = re.compile(r"^(?:drugs?|medic\w+|agents?|(?:drug\s)?names?)$", re.IGNORECASE)


def _given(row: Row) -> str:
    """The drug of a row whose head is the disease it is given for; '' for none or several."""
    drugs = [v for c, v in row.cells if _DRUG_COLUMN.match(c) and is_nameable(v)]
    return drugs[0] if len(drugs) == 1 and _ILLNESS.search(row.column) else ""


def _is_time(value: str) -> bool:
    return any(q.dimension is Dimension.TIME for q in quantities(value))


def _is_figure(column: str, value: str) -> bool:
    """Whether a column is named by a short noun phrase and the cell is one quantity."""
    found = list(quantities(value))
    named = 0 < len(column.split()) <= _LONGEST_NAME and not column.endswith("?")
    bare = len(found) == 1 and len(value) - (found[0].end - found[0].start) <= _LONGEST_NAME
    measured = bare and (bool(found[0].unit) or _UNIT.search(column) is not None)
    return named and measured and not any(c.isdigit() for c in column)


def _joined(row: Row, context: Context) -> Fact | None:
    """Two limits that a column of 'and' and 'or' joins: both together are the answer."""
    links = [k for k, (_, value) in enumerate(row.cells) if value.lower() in _JOINS]
    if len(links) != 1 or not 0 < links[0] < len(row.cells) - 1:
        return None
    (one, first), (_, link), (other, second) = row.cells[links[0] - 1 : links[0] + 2]
    if not (list(quantities(first)) and list(quantities(second)) and one and other):
        return None
    names = f"{context.inside(one)} and {context.inside(other)}"
    category = context.inside(row.column)
    return Fact(
        FactKind.THRESHOLD,
        row.head,
        names,
        f"{first}, {link.lower()} {second[:1].lower()}{second[1:]}",
        (cite(row.passage, row.passage.lines),),
        question=f"Which {names} define the {category} “{row.head}”?",
    )
