"""Percentages and shares, each with what it is a percentage of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from studyapp.facts.context import Context
from studyapp.facts.statement import Group, Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import is_plural
from studyapp.model import Citation, Fact, FactKind

_SHARE_VERBS = {"account": "for", "comprise": "", "represent": "", "make": "up", "constitute": ""}
_VAGUE_WHOLE = {"cases", "case", "them", "those", "instances", "time", "these"}
_FRACTION = re.compile(
    r"(?:(?:about|nearly|almost|over|more than|less than|approximately|roughly|up to)\s)?"
    r"(?:half|one[- ](?:half|third|quarter|fifth)|two[- ]thirds|three[- ]quarters|(?:a|one)\s"
    r"(?:third|quarter))",
    re.IGNORECASE,
)
_PARTS = ("half", "third", "quarter", "fifth")
_REST = r"(?:,\s(?:the\s(?:\w+\s)?(?:majority|rest|remainder|others?)|most)\b[^;]*)?"
"""What becomes of the share or of the rest of the whole: 'the rest being small'."""

_FOLLOW_UP = re.compile(
    r"\b(?:study|trial|survey|cohort|respondents|participants)\b", re.IGNORECASE
)


_LINKED = re.compile(r"^(?:in|among|for|at|over|after|within|during|compared|when|with)\s")
"""'By 60% in women': no whole of the share, but where it holds."""
_OR_ELSE = re.compile(r"\sor\s(?:have|has|had|are|do|will|develop)\s", re.IGNORECASE)
"""'Half have X or have had Y': the share is of both together."""


@lru_cache(maxsize=64)
def _shares(text: str) -> tuple[str, ...]:
    """The shares of a text as written: percentages, and fractions in words."""
    found = [text[q.start : q.end] for q in quantities(text) if q.dimension is Dimension.SHARE]
    worded = _FRACTION.finditer(text) if any(map(text.lower().count, _PARTS)) else ()
    fractions = [m.group(0) for m in worded if m.group(0)[-1].isalpha()]
    return tuple(value.strip() for value in (*found, *fractions))


def shares(statement: Statement, context: Context) -> Iterator[Fact]:
    """A percentage in a sentence, asked with the whole it belongs to."""
    if _FOLLOW_UP.search(statement.text) or _OR_ELSE.search(statement.text):
        return
    if len(_shares(statement.text)) != 1:
        yield from _rates(statement, context)
        return
    value = _shares(statement.text)[0]
    for clause in statement.clauses():
        if value not in f"{clause.subject} {clause.rest}":
            continue
        asked = _of_subject(clause, value)
        if clause.negated and not asked.startswith("What"):
            continue
        asked = asked or _in_rest(clause, value, context)
        if asked and not points_elsewhere(asked):
            yield Fact(
                FactKind.FIGURE,
                context.subject,
                asked,
                value,
                statement.citations,
                question=_proportion(_about(asked, context), value) + "?",
            )
            return


def _about(asked: str, context: Context) -> str:
    """The question with the page's subject, unless it asks of another disease."""
    return asked.replace(". ", " ") if names_disease(asked) else context.about(asked)


_REACHES = frozenset("achieve provide give yield show have reach obtain".split())
_RATE = re.compile(
    r"(?P<value>(?:(?:about|approximately|nearly|almost|over|up to|more than|less than)\s)?[\d.]+"
    r"(?:[-–][\d.]+)?%)\s"
    r"(?P<what>(?!of\b|to\b|and\b)[a-z][\w\s-]+?)(?=\sand\s|\swith\s|,|$)"
)


def _rates(statement: Statement, context: Context) -> Iterator[Fact]:
    """'S achieves 70% healing at 2 months and 20% recurrence': each rate of S."""
    for clause in statement.clauses():
        achieves = clause.lemma in _REACHES
        if not achieves or clause.negated or clause.fronted or not is_nameable(clause.subject):
            continue
        subject = context.inside(clause.subject)
        for match in _RATE.finditer(clause.rest):
            asked = clause.ask(f"What rate of {match['what']}").replace(clause.subject, subject, 1)
            yield Fact(
                FactKind.FIGURE,
                subject,
                match["what"],
                match["value"],
                statement.citations,
                question=context.about(asked) + "?",
            )


def _proportion(question: str, value: str) -> str:
    return (
        question
        if re.search(r"%|percent|per cent", value)
        else question.replace("percentage", "proportion", 1)
    )


def _of_subject(clause: Clause, value: str) -> str:
    """'About 10% of adults with gout have tophi': the share is the subject."""
    if value.lower() not in clause.subject.lower():
        return ""
    match = re.match(
        rf"^(?:(?P<lead>.*\b(?:that|estimates?|estimated|show|shows|suggests?|indicates?)\b)\s)?"
        rf"{re.escape(value)}\sof\s(?P<whole>.+)$",
        clause.subject,
        re.IGNORECASE,
    )
    if match is None or not _whole(match["whole"]):
        return ""
    predicate = re.split(
        r",\s(?:with|which|although|though|but|while|making|compared)\b", clause.predicate
    )[0]
    predicate = re.sub(
        r"\s(?:during|over|throughout|in)\stheir\s(?:illness|disease)$",
        "",
        predicate,
    )
    predicate = re.sub(r",?\s(?:and|or|but)(?:\s\w+ly)?$", "", predicate).rstrip(".")
    return f"{_front(clause)}hat percentage of {match['whole']} {predicate}"


def _front(clause: Clause) -> str:
    return f"{clause.fronted}, w" if clause.fronted else "W"


def _whole(text: str) -> bool:
    words = text.lower().split()
    vague = len(words) == 1 and words[0] in _VAGUE_WHOLE
    return not vague and not points_elsewhere(text)


def _in_rest(clause: Clause, amount: str, context: Context) -> str:
    if amount not in clause.rest or not is_nameable(clause.subject):
        return ""
    value = re.escape(amount)
    subject = context.inside(clause.subject)
    account = re.match(
        rf"^(?:{_SHARE_VERBS.get(clause.lemma, '~')}\s?){value}\sof\s(?P<whole>[^,;]+?){_REST}$",
        clause.rest,
    )
    if clause.lemma in _SHARE_VERBS and account and _whole(account["whole"]):
        question = clause.ask(f"What percentage of {account['whole']}").replace(
            clause.subject, subject, 1
        )
        return f"{question} {_SHARE_VERBS[clause.lemma]}".strip()
    within = re.match(
        rf"^(?P<middle>(?:present\s|found\s|detected\s)?in\sthe\s[^,;]+?)\sof\s{value}\sof\s"
        r"(?P<whole>[^,;()]+)$",
        clause.rest,
    )
    if within and _whole(within["whole"]):
        asked = clause.ask(f"In what percentage of {within['whole']}")
        return f"{asked.replace(clause.subject, subject, 1)} {within['middle']}"
    occurs = re.match(
        rf"^(?P<middle>.*?)\s?\b(?P<link>in|for|by|among)\s{value}(?:\sof)?\s(?P<whole>[^,;()]+)$",
        clause.rest,
    )
    if occurs and _whole(occurs["whole"]) and not _LINKED.match(occurs["whole"]):
        asked = clause.ask(f"{occurs['link'].capitalize()} what percentage of {occurs['whole']}")
        return f"{asked.replace(clause.subject, subject, 1)} {occurs['middle']}".strip()
    return ""


def listed_shares(group: Group, context: Context) -> Iterator[Fact]:
    """'Bladder: 5% of stones': each label's share, with the whole that the list names."""
    whole = _whole_of(group)
    if not whole:
        return
    for entry in group.entries:
        match = re.match(r"^(?P<value>\S.*?%|\S.*?\bpercent)(?:\sof\s(?P<whole>.+))?$", entry.text)
        label = entry.passage.label
        if (
            match is None
            or not label
            or not match["value"].startswith(_shares(entry.text))
            or len(_shares(entry.text)) != 1
            or not is_nameable(label)
        ):
            continue
        own = match["whole"] or ""
        stated = _stated(own, whole, context)
        if not stated:
            continue
        asked = f"What percentage of {stated} {_link(label, group, context)}"
        if own and stated != own and _affects(group):
            be = "are" if is_plural(label.split()[-1]) else "is"
            part = f"the {context.inside(label)}" if be == "is" else context.inside(label)
            asked = f"In what percentage of {stated} {be} {part} affected"
        yield Fact(
            FactKind.FIGURE,
            context.inside(label),
            f"share of {stated}",
            match["value"],
            (entry.citation,) if own else _places(entry.citation, group, stated),
            question=context.about(asked) + "?",
        )


def _stated(own: str, whole: str, context: Context) -> str:
    """The whole of one share: its own words, or the list's where it has none.

    'Cases' are cases of what the document is about, never the narrower whole of a neighbour
    ('70% of symptomatic lesions'); other vague words ('20% of those') name no whole: ''.
    """
    if not own:
        return whole
    first = own.split(maxsplit=1)[0].lower()
    if first not in _VAGUE_WHOLE:
        return own
    if own.lower() in {"cases", "all cases"} and context.subject:
        return f"{own} of {context.subject}"
    return ""


def _link(label: str, group: Group, context: Context) -> str:
    name = context.inside(label)
    verb = _affects(group)
    if verb:
        return f"{verb} the {name}" if not is_plural(name) else f"{verb} {name}"
    return f"{'do' if is_plural(name.split()[-1]) else 'does'} {name} account for"


def _affects(group: Group) -> str:
    """The lead-in's verb when the labels are its objects ('… most commonly affect:')."""
    if group.lead_in is None:
        return ""
    last = group.lead_in[-1]
    return (
        last.text if last.tag_ in {"VBP", "VBZ"} and last.lemma_ in {"affect", "involve"} else ""
    )


def _whole_of(group: Group) -> str:
    """The whole that the first share of a list with a definite one names."""
    for entry in group.entries:
        match = re.match(r"^\S.*?(?:%|percent)\sof\s(.+)$", entry.text)
        if match:
            named = match.group(1).strip()
            if named.split()[0].lower() not in _VAGUE_WHOLE:
                return named
    return ""


def _places(place: Citation, group: Group, whole: str) -> tuple[Citation, ...]:
    """The item's own line, and where the list names the whole that the item leaves out."""
    for entry in group.entries:
        if whole in entry.text:
            return (place,) if entry.citation == place else (place, entry.citation)
    return (place,)
