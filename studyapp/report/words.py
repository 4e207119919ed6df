"""How the report says things: counts, places, and what became of lines."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from studyapp.model import CLOZE, Citation, Gate, Problem
from studyapp.report.told import Fate

GROUPS = {
    Fate.CARD: "card",
    Fate.REFUSED: "refused",
    Fate.PASSED: "left",
    Fate.DELETED: "left",
    Fate.JOINED: "left",
    Fate.EMPTY: "empty",
    Fate.HEADING: "heading",
    Fate.NOISE: "noise",
}
"""Fates as the page groups them; the names of its classes."""

SHOWN = {
    "all": "Everything",
    "card": "Cards",
    "refused": "Refused",
    "left": "Left out",
    "empty": "No fact found",
    "noise": "Not content",
}
"""What a reader may choose to see."""

_BAR = {
    "card": "gave cards",
    "refused": "only refused cards",
    "left": "only cards left out",
    "empty": "no fact found",
    "heading": "headings and lead-ins",
    "noise": "not content",
}

_GATES = {
    Gate.PLACE: "The lines cited do not exist, are empty, or are too many to be read.",
    Gate.NUMBER: "A number, its unit or its comparator does not stand in the lines.",
    Gate.WHOLE: "The lines give the share of something else.",
    Gate.WORDS: "The answer says words that the lines do not.",
    Gate.HEDGE: "The lines say 'may', 'usually', 'not' or the like, and the card did not.",
    Gate.POPULATION: "The lines speak of some people only, and the card did not name them.",
    Gate.SUBJECT: "The lines and their headings do not name what is asked about.",
    Gate.QUESTION: "The question cannot be understood alone, or is not clear.",
    Gate.ANSWER: "The answer is too long, cut off, vague, or given away by the question.",
    Gate.TRACE: "Markup, an address or a citation mark is left in the card.",
}


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the bar that shows what became of all lines: where it begins, how wide it is."""

    group: str
    words: str
    lines: int
    start: str
    width: str
    percent: str


def shares(fates: Counter[Fate]) -> tuple[Share, ...]:
    """The parts of the bar, those that are not empty, in order."""
    grouped = Counter[str]()
    for fate, lines in fates.items():
        grouped[GROUPS[fate]] += lines
    every = fates.total() or 1
    found: list[Share] = []
    before = 0
    for group, words in _BAR.items():
        lines = grouped[group]
        if lines:
            start, width = (f"{100 * part / every:.2f}%" for part in (before, lines))
            percent = f"{100 * lines / every:.0f}%" if lines * 200 >= every else "under 1%"
            found.append(Share(group, words, lines, start, width, percent))
        before += lines
    return tuple(found)


def counted(number: int, noun: str, plural: str = "") -> str:
    """'1 card', '2,000 cards'."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def place(citation: Citation) -> str:
    """'page 3, lines 40–41'."""
    page = f"page {citation.page}, " if citation.page is not None else ""
    return f"{page}{citation.lines}"


def plain(question: str) -> str:
    """A question as text; the deletion of a cloze card is an ellipsis."""
    return CLOZE.sub("[…]", question)


def moment(at: datetime) -> str:
    """'22 November 2026, 10:00 UTC'."""
    return f"{at.day} {at:%B %Y, %H:%M %Z}"


def reason(problem: Problem) -> str:
    """What was wrong with a card, without the name of the lines that stand beside it."""
    said = problem.message
    return said[:1].upper() + said[1:]


def gate_name(gate: Gate) -> str:
    """The name of a gate with a capital."""
    return gate.value[:1].upper() + gate.value[1:]


def gate_means(gate: Gate) -> str:
    """What a gate refuses, in a sentence."""
    return _GATES[gate]


def groups(fates: tuple[Fate, ...]) -> str:
    """The classes of a row: which choices of the reader show it."""
    return " ".join(dict.fromkeys(f"is-{GROUPS[fate]}" for fate in fates))


FILTERS: dict[str, Callable[..., object]] = {
    "counted": counted,
    "place": place,
    "plain": plain,
    "moment": moment,
    "reason": reason,
    "gate_name": gate_name,
    "gate_means": gate_means,
    "groups": groups,
}
