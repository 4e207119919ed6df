"""Doses: amount, route, how often, for how long, and what it is a dose of."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Entry, Group, Statement
from studyapp.facts.subjects import is_nameable
from studyapp.language.clause import clauses
from studyapp.language.words import is_plural
from studyapp.model import Citation, Fact, FactKind

_AMOUNT = re.compile(
    r"\d(?:[\d.,]*\d)?(?:\s?(?:-|–|—|to)\s?\d[\d.,]*)?\s?(?:mg/kg|mcg/kg|µg/kg|mg|mcg|µg"
    r"|micrograms?|milligrams?|g\b|grams|mL|ml|units?\b|IU|Gy|cGy|international units)(?![a-z])"
)
_DOSING = re.compile(r"\b(?:dos(?:e|es|ing|age)|regimen|schedule)\b", re.IGNORECASE)
_FLATTENED = re.compile(r"\d{4,}\s?(?:mg|mcg|g)\b|[A-Za-z]\d+\s?mg\b")
_LEVEL = re.compile(r"/(?:d[lL]|[lL]|m[lL])\b|\blevels?\b|\bconcentration\b")
_DELIVERS = {"deliver", "give", "administer", "use", "receive", "take", "require"}
_RECEIVER = re.compile(
    r"\b(?:patients?|people|persons?|adults?|child(?:ren)?|infants?|women|men|neonates?)\b",
    re.IGNORECASE,
)
_LONGEST = 30


def doses(statement: Statement, context: Context) -> Iterator[Fact]:
    """'Brachytherapy delivers 20–25 Gy over 5 days': the whole dose as one answer."""
    if not _AMOUNT.search(statement.text) or _unsafe(statement.text):
        return
    for clause in statement.clauses():
        if clause.lemma not in _DELIVERS or clause.negated or not _AMOUNT.match(clause.rest):
            continue
        if not is_nameable(clause.subject) or len(clause.rest.split()) > _LONGEST:
            continue
        if _RECEIVER.search(clause.subject) and " of " not in clause.rest:
            continue  # The dose of which drug only the sentences before tell.
        subject = context.inside(clause.subject)
        asked = clause.ask("What dose").replace(clause.subject, subject, 1)
        yield Fact(
            FactKind.DOSE,
            subject,
            "dose",
            clause.rest,
            statement.citations,
            question=context.about(asked) + "?",
        )


def _unsafe(text: str) -> bool:
    """Glued digits, laboratory levels and limits are no doses to ask."""
    return _FLATTENED.search(text) is not None or _LEVEL.search(text) is not None


def listed_doses(group: Group, context: Context) -> Iterator[Fact]:
    """'Typical dosing: 10 mg …' under or beside the drug it belongs to."""
    for index, entry in enumerate(group.entries):
        label = entry.passage.label
        if not label or not _AMOUNT.search(entry.text) or _unsafe(entry.text):
            continue
        if len(entry.text.split()) > _LONGEST:
            continue
        drug, place, population = _drug(group, index, label)
        if not drug:
            continue
        attribute = context.inside(label) if _DOSING.search(label) else "dose"
        yield Fact(
            FactKind.DOSE,
            context.inside(drug),
            attribute,
            entry.text,
            _places(entry.citation, place),
            population=population,
            condition=_stage(group, context),
        )


def _drug(group: Group, index: int, label: str) -> tuple[str, Citation | None, str]:
    """The drug, where it is named, and the population when the label names one."""
    if _DOSING.search(label):
        return (*_named_before(group.entries[:index]), "")
    people = re.match(
        r"^(?:adults?|children|infants|neonates|women|men|elderly|pregnan)", label, re.IGNORECASE
    )
    if people and group.lead_in is not None:
        for clause in clauses(group.lead_in):
            if is_nameable(clause.subject):
                return clause.subject, group.lead_in_citation, label
        return "", None, ""
    if people:
        return "", None, ""
    return label, None, ""


def _named_before(entries: tuple[Entry, ...]) -> tuple[str, Citation | None]:
    """The one drug that the items before speak of."""
    names: list[tuple[str, Citation]] = []
    for entry in entries:
        if entry.shape is Shape.CLAUSE and not entry.passage.label:
            found = [c.subject for c in clauses(entry.doc) if is_nameable(c.subject)]
            names.extend((name, entry.citation) for name in found[:1])
    return names[0] if len({name for name, _ in names}) == 1 else ("", None)


def _stage(group: Group, context: Context) -> str:
    """The stage of treatment that the lead-in speaks of ('initial treatment')."""
    if group.lead_in is None:
        return ""
    match = re.search(
        r"\b((?:initial|acute|chronic|emergency|maintenance|long-term|empiric|first-line)\s"
        r"(?:treatment|therapy|phase))\b",
        group.lead_in.text,
        re.IGNORECASE,
    )
    return f"the {context.inside(match.group(1))}" if match else ""


def _places(place: Citation, named: Citation | None) -> tuple[Citation, ...]:
    if named is None or named == place:
        return (place,)
    lines = named.lines.joined(place.lines)
    if len(lines) <= _NARROW:
        return (Citation(place.source_id, place.headings, lines),)
    return (place, named)


_NARROW = 6


def tapers(group: Group, context: Context) -> Iterator[Fact]:
    """'Gradually tapered over two weeks' under the drug that the list speaks of."""
    for index, entry in enumerate(group.entries):
        match = re.match(
            r"^(?P<how>(?:\w+ly\s)?(?:tapered|continued|given|repeated|stopped|administered))\s"
            r"(?P<time>(?:over|for|after|within|every)\s.*?(?:days?|weeks?|months?|hours?|years?))"
            r"(?P<rest>\s.*)?$",
            entry.text,
            re.IGNORECASE,
        )
        if match is None:
            continue
        drug, place = _named_before(
            tuple(e for e in group.entries[:index] if not _DOSING.search(e.passage.label))
        )
        if not drug:
            continue
        verb = "are" if is_plural(drug.split()[-1]) else "is"
        link, length = match["time"].split(maxsplit=1)
        wh = "How often" if link == "every" else f"{link.capitalize()} what period"
        answer = match["time"] if link == "every" else length
        done = f"{context.inside(match['how'])}{match['rest'] or ''}"
        asked = f"{wh} {verb} {context.inside(drug)} {done}"
        yield Fact(
            FactKind.DURATION,
            context.inside(drug),
            "period",
            answer,
            _places(entry.citation, place),
            question=context.about(asked) + "?",
        )
