"""'A glucose of 126 mg/dL or more confirms X', 'Y should be kept above 65 mm Hg': limits."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.tails import placed_among
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause, modal
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_FINDING = re.compile(
    r"^An?\s(?P<what>[a-zA-Z][\w/α-ωΑ-Ω\s-]{2,50}?)\s(?P<link>of\s|(?=(?:below|above|less\sthan|lower\sthan|more\sthan"
    r"|greater\sthan|higher\sthan|over|under|exceeding|at\sleast|[<>≥≤])\s?\d))(?P<value>(?=.*\d).+)$"
)
_SHOWS = frozenset(
    "confirm indicate define suggest establish exclude require warrant support".split()
)
_COUNTS = re.compile(
    r"^(?P<as>(?:as\s)?(?:positive|abnormal|normal|elevated|diagnostic|significant|high|low|severe"
    r"|hypertensive|hypotensive)\b[^,;]*)$"
)
_IS = re.compile(
    r"^(?P<how>diagnostic\sof|suggestive\sof|indicative\sof|consistent\swith|characteristic\sof|specific\sfor)\s[^,;]+$"
)
_KEPT = frozenset(
    "lower reduce raise maintain keep titrate increase correct hold bring control".split()
)
_LIMIT = re.compile(
    r"^(?P<at>(?:to\s|at\s)?(?:or\sabove|or\sbelow|less\sthan|below|above|at\sleast|greater\sthan|more\sthan|no\smore\sthan|under"
    r"|over|between|a\starget\sof|a\slevel\sof|[<>≥≤])?\s?~)(?P<tail>\s(?:before|during|in|for|after|when|if)\s[^,;]+)?$"
)
_SIZED = re.compile(r"(?:tumou?r|lesion|nodule|mass|stone|polyp|aneurysm|cyst)$")
_RATIO = re.compile(r"\b(?:INR|pH|ratio|score)$")
_PLAIN = re.compile(r"\d[\d.]*(?:\s(?:and|to)\s\d[\d.]*)?")
_PRESSURE = re.compile(r"\d{2,3}/\d{2,3}\smm\s?Hg")
_OF = re.compile(
    r"^(?P<value>(?:(?:At\sleast|About|Up\sto|No\smore\sthan)\s)?\d[\d.,]*(?:\sto\s\d[\d.,]*)?\s?"
    r"(?:mg|mcg|g|mL|L|mEq|mmol|units|IU|liters|grams)(?:/kg)?)\sof\s(?P<what>[a-zA-Z][\w\s-]+)$"
)
_GIVEN = frozenset("give infuse administer drink take consume".split())
_LONGEST = 14


def cutoffs(statement: Statement, context: Context) -> Iterator[Fact]:
    """From what value on a finding counts, and at what value a thing is kept."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or clause.fronted:
            continue
        for asked, value, kind in (*_counted(clause), *_kept(clause), *_given(clause)):
            if points_elsewhere(asked) or len(value.split()) > _LONGEST:
                continue
            yield Fact(
                kind,
                context.inside(clause.subject),
                f"{clause.lemma} limit",
                value,
                statement.citations,
                modality=clause.aux.lower(),
                question=placed_among(asked, context) + "?",
            )


def _counted(clause: Clause) -> Iterator[tuple[str, str, FactKind]]:
    """'An induration of 5 mm or more is considered positive in Y': what induration is."""
    match = _FINDING.match(clause.subject)
    if (
        match is None
        or len(list(quantities(match["value"]))) != 1
        or len(stems(match["what"])) < 1
    ):
        return
    if clause.passive:
        counts = _COUNTS.match(clause.rest.rstrip(" ."))
        told = counts is not None and clause.lemma in {"consider", "define"}
    elif clause.copula:
        told = _IS.match(clause.rest.rstrip(" .")) is not None
    else:
        told = clause.lemma in _SHOWS and says_something(clause.rest, clause.subject)
    if told:
        sized = "size of " if _SIZED.search(match["what"]) else ""
        asked = f"What {sized}{match['what']} {clause.predicate.rstrip(' .')}"
        yield asked, match["value"], FactKind.THRESHOLD


def _given(clause: Clause) -> Iterator[tuple[str, str, FactKind]]:
    """'At least 30 mL/kg of fluid should be given within 3 hours': how much fluid."""
    match = _OF.match(clause.subject)
    if match is None or not clause.passive or clause.lemma not in _GIVEN:
        return
    if modal(clause) in {"should", "must"}:
        asked = f"How much {match['what']} {clause.aux} {clause.verb} {clause.rest.rstrip(' .')}"
        yield asked.strip(), match["value"], FactKind.DOSE


def _kept(clause: Clause) -> Iterator[tuple[str, str, FactKind]]:
    """'Pressure must be lowered to less than 185 mm Hg before Y': to what level."""
    if not clause.passive or clause.lemma not in _KEPT or modal(clause) not in {"should", "must"}:
        return
    rest = clause.rest.rstrip(" .")
    found = [q for q in quantities(rest) if q.dimension not in {Dimension.TIME, Dimension.COUNT}]
    spans = [(q.start, q.end) for q in found] or [m.span() for m in _PRESSURE.finditer(rest)]
    if _RATIO.search(clause.subject):
        spans = spans or [m.span() for m in _PLAIN.finditer(rest)]
    if len(spans) != 1:
        return
    start, end = spans[0]
    around = f"{rest[:start]}~{rest[end:]}"
    match = _LIMIT.match(around)
    if match is None or clause.subject.lower().startswith(("the dose", "dose")):
        return
    value = match["at"].replace("~", rest[start:end].strip())
    to = value.startswith("to ") or clause.lemma in {"lower", "reduce", "raise", "increase"}
    wh = "To what level" if to else "At what level"
    subject = (
        clause.subject[0].lower() + clause.subject[1:]
        if clause.subject[1:2].islower()
        else clause.subject
    )
    asked = clause.ask(wh).replace(clause.subject, subject, 1)
    value = re.sub(r"^(?:to|at)\s(?!or\b)", "", value)
    yield f"{asked}{match['tail'] or ''}", value, FactKind.THRESHOLD
