"""How long, how often, within what time."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.shapes import Shape
from studyapp.facts.statement import Group, Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, Quantity, quantities
from studyapp.model import Citation, Fact, FactKind

_LINK = {
    "for": "For how long",
    "over": "Over what period",
    "within": "Within what time",
    "every": "How often",
    "after": "After what time",
}
_AGE = re.compile(r"\b(?:age[ds]?|old|older|younger)\b", re.IGNORECASE)
_STORY = re.compile(
    r"\b(?:study|trial|followed up|survey|ago|since|centur(?:y|ies)|recent)\b", re.IGNORECASE
)
_VERBS = {"last", "take", "persist", "continue"}
_ENDS = {"get", "recover", "feel", "heal", "clear", "improve", "resolve", "go", "disappear"}
_SOON = re.compile(
    r"^(?:(?P<what>better|well|away|up|on\stheir\sown)\s)?(?:with)?in\s(?P<value>.+)$"
)
_COUNTED = r"later|after|before|earlier"
"""Words that make a time one that is counted from an event; 'for' says how long it lasts."""


def times(statement: Statement, context: Context) -> Iterator[Fact]:
    """A time that ends its clause, asked by the word before it."""
    found = [q for q in quantities(statement.text) if q.dimension is Dimension.TIME]
    if (
        len(found) != 1
        or _STORY.search(statement.text)
        or _AGE.search(_around(statement, found[0]))
    ):
        return
    value = statement.text[found[0].start : found[0].end].strip().removeprefix("within ")
    for clause in statement.clauses():
        asked, answer = _ended(clause, value) or _asked(clause, value)
        most = _MOST.match(clause.subject) is not None and clause.lemma in _MENDS
        if asked and (most or is_nameable(clause.subject)) and not points_elsewhere(asked):
            yield Fact(
                FactKind.DURATION,
                context.inside(clause.subject),
                clause.lemma,
                answer,
                statement.citations,
                question=_about(
                    asked.replace(clause.subject, context.inside(clause.subject), 1),
                    clause.subject,
                    context,
                )
                + "?",
            )
            return


def _about(asked: str, subject: str, context: Context) -> str:
    if _MOST.match(subject):
        return context.about(asked, "from" if " recover" in asked else "in")
    return context.about_general(asked, subject)


_MOST = re.compile(r"^[Mm]ost\s(?:people|patients|children|adults)$")
_MENDS = {"recover", "take", "need", "use"}


def _around(statement: Statement, quantity: Quantity) -> str:
    return statement.text[max(0, quantity.start - 12) : quantity.end + 12]


def _ended(clause: Clause, value: str) -> tuple[str, str] | None:
    """'Most people with X get better in 2 weeks'; None for another time."""
    soon = _SOON.match(clause.rest.rstrip(" ."))
    plain = not (clause.negated or clause.narrates or clause.fronted)
    if soon is None or soon["value"] != value or clause.lemma not in _ENDS or not plain:
        return None
    return f"{clause.ask('Within what time')} {soon['what'] or ''}".strip(), value


def _asked(clause: Clause, value: str) -> tuple[str, str]:
    if clause.negated or clause.narrates or clause.fronted or value not in clause.rest:
        return "", ""
    if clause.lemma == "define":  # a time inside what a thing is defined as
        return "", ""
    if clause.lemma in _VERBS and clause.rest.startswith((value, f"for {value}")):
        tail = clause.rest.split(value, 1)[1].strip()
        return f"{clause.ask('How long')} {tail}".strip(), value
    match = re.match(
        rf"^(?P<before>.*?)\b(?P<link>{'|'.join(_LINK)})\s{re.escape(value)}(?P<after>\s.*)?$",
        clause.rest,
    )
    counted = r"later|before|earlier" if match and match["link"] == "for" else _COUNTED
    if match is None or re.search(rf",|^\s(?:{counted})\b", match["after"] or ""):
        return "", ""
    named = clause.copula and match["before"].strip()
    unsure = re.search(r"\b(?:if|when|unless|until|because|that|who|which)\b", match["before"])
    if named or unsure:  # 'is a fever after 2 days': what it is, with a time in it
        return "", ""
    wh = _LINK[match["link"]]
    answer = f"every {value}" if match["link"] == "every" else value
    after = (match["after"] or "").strip()
    if match["link"] == "within" and after.startswith(("of ", "after ")):
        wh, after = f"{wh} {after}", ""
    parts = (clause.ask(wh), match["before"].strip(), after)
    return " ".join(part for part in parts if part), answer


_EVERY = re.compile(
    r"^(?P<what>[A-Za-z][\w\s-]*?)\s(?P<value>every\s.*?(?:hours?|days?|weeks?|months?|years?))"
    r"(?P<rest>\s.*)?$",
    re.IGNORECASE,
)


_ORDERED = re.compile(r"^\w+(?<!ing)\s(?:and\s[a-z]+\s)?(?:the|a|an|your)\s")


def listed_intervals(group: Group, context: Context) -> Iterator[Fact]:
    """'Follow-up every 6–16 weeks' as an item: how often that is done."""
    for entry in group.entries:
        match = _EVERY.match(entry.text)
        if match is None or not is_nameable(match["what"]) or entry.passage.label:
            continue
        ordered = entry.shape in {Shape.VERB, Shape.BASE} or _ORDERED.match(match["what"])
        if ordered:  # 'Check the dressing every day' orders it
            continue
        topic = _topic(group)
        what = context.inside(match["what"])
        named = f"{what} {topic}".strip() if topic and topic.lower() not in what.lower() else what
        yield Fact(
            FactKind.DURATION,
            named,
            "interval",
            f"{match['value']}{match['rest'] or ''}",
            _places(entry.citation, group, topic),
            question=context.about(f"How often should {named} be done") + "?"
            if _should(group)
            else context.about(f"How often is {named} done") + "?",
        )


def _places(place: Citation, group: Group, topic: str) -> tuple[Citation, ...]:
    """The item's line, and the lead-in's where that says what is done or that it should be."""
    told = topic or _should(group)
    lead = group.lead_in_citation
    return (place, lead) if told and lead is not None and lead != place else (place,)


def _should(group: Group) -> bool:
    return group.lead_in is not None and any(t.lower_ == "should" for t in group.lead_in)


def _topic(group: Group) -> str:
    """The kind of thing the list is about ('imaging' in 'Imaging frequency should be:')."""
    if group.lead_in is None:
        return ""
    match = re.match(
        r"^(\w+)\s(?:frequency|interval|schedule|follow-up)\b", group.lead_in.text, re.IGNORECASE
    )
    return match.group(1).lower() if match else ""
