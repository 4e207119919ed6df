"""'Avoid X in Y', 'Contraindicated in Y', 'Not advised for Y': what is not done, and when not."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Entry, Group, Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.words import is_plural
from studyapp.model import Citation, Fact, FactKind

_AVOID = re.compile(
    r"^(?:Avoid|Do not (?:use|give|take))\s(?:(?P<what>(?!in\b|if\b|when\b|with\b|during\b)"
    r"[^,;:]{3,60}?)\s)?(?P<link>in|if|when|with|during|within)\s(?P<who>[^;:]+?)"
    r"(?:;\s?(?:causes|it|this)\b.*)?$"
)
_WITH_FIRST = re.compile(
    r"^(?:In|With|For|During)\s(?P<who>[^,]{4,60}),\savoid\s(?P<what>.+?)"
    r"(?:\s(?:due\sto|because\sof|because|since)\s(?P<why>.+))?$"
)
_NOT = re.compile(
    r"^(?P<how>Not (?:advised|recommended|indicated|approved|effective)|Contraindicated)\s"
    r"(?P<link>for|in|if|when|with|during)\s(?P<who>[^;:]+)$"
)
_GIVING = re.compile(r"^(?:taking|using|giving|prescribing)\b")
_PEOPLE = re.compile(
    r"^(?:\w+\s){0,3}(?:patients|people|adults|children|women|men|infants|newborns)\b"
)
_UNDUE = {"recommend", "advise", "indicate", "encourage"}
_NOTHING = re.compile(r"^(?:treatment|screening|surgery|testing|therapy)s?$", re.IGNORECASE)
_LONGEST = 25


def avoided(group: Group, context: Context) -> Iterator[Fact]:
    """Items and cells that forbid: of the thing that their label or their own words name."""
    for entry in group.entries:
        yield from _forbidden(entry.text, _label(entry), (entry.citation,), context)


def avoidances(statement: Statement, context: Context) -> Iterator[Fact]:
    """Sentences of running text that forbid a thing that they name."""
    if not statement.headed:
        yield from _forbidden(statement.text.rstrip("."), "", statement.citations, context)


def unadvised(statement: Statement, context: Context) -> Iterator[Fact]:
    """'Use of X is not recommended', where the page tells in which disease."""
    for clause in statement.clauses():
        bare = clause.passive and clause.negated and not clause.rest.strip(" .")
        if not bare or clause.lemma not in _UNDUE or clause.narrates or clause.fronted:
            continue
        if not context.ill or not is_nameable(clause.subject) or _NOTHING.match(clause.subject):
            continue
        thing = context.inside(clause.subject)
        aux = {"are": "is"}.get(clause.aux.lower(), clause.aux.lower())
        yield Fact(
            FactKind.CONTRAINDICATION,
            thing,
            f"not {clause.lemma}",
            thing,
            statement.citations,
            negated=True,
            question=context.about(f"What {aux} {clause.verb}", "in") + "?",
        )


def _label(entry: Entry) -> str:
    return entry.passage.label if is_nameable(entry.passage.label) else ""


def _forbidden(
    text: str, label: str, places: tuple[Citation, ...], context: Context
) -> Iterator[Fact]:
    first = _WITH_FIRST.match(text)
    if first is not None:
        yield from _whom_first(first, places, context)
        return
    match = _AVOID.match(text) or _NOT.match(text)
    if match is None:
        return
    what = _GIVING.sub("", match.groupdict().get("what") or "").strip() or label
    who = match["who"].strip()
    if not what or not is_nameable(what) or points_elsewhere(f"{what} {who}"):
        return
    if len(who.split()) > _LONGEST:
        return
    thing, link = context.inside(what), match["link"]
    head = re.split(r"\s(?:of|for|with|in)\s", thing)[0]
    be = "are" if is_plural(head.split()[-1]) else "is"
    denied = match.groupdict().get("how") or ""
    whom = link in {"in", "with", "for"} and _PEOPLE.match(who) is not None
    wh = f"{link.capitalize()} whom" if whom else "When"
    done = f"{be} {thing} {denied.lower()}" if denied else f"should {thing} be avoided"
    if denied and link == "for" and not whom:
        asked, answer = f"What {done} for", who
    else:
        asked, answer = f"{wh} {done}", who if whom else f"{link} {who}"
    yield Fact(
        FactKind.CONTRAINDICATION,
        thing,
        "avoid",
        answer,
        places,
        negated=True,
        question=context.about(asked, "in", answer) + "?",
    )


def _whom_first(
    match: re.Match[str], places: tuple[Citation, ...], context: Context
) -> Iterator[Fact]:
    """'In older patients, avoid X because Y': why, or else what."""
    what, who, why = match["what"], match["who"], match["why"]
    said = f"{who} {what} {re.sub(r'^it ', '', why or '')}"
    if not is_nameable(what) or points_elsewhere(said):
        return
    thing = context.inside(what)
    asked = (
        f"Why should {thing} be avoided in {who}" if why else f"What should be avoided in {who}"
    )
    yield Fact(
        FactKind.CONTRAINDICATION,
        thing,
        f"avoid in {who}",
        why or what,
        places,
        negated=True,
        question=context.about(asked, "in", why or "") + "?",
    )
