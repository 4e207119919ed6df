"""How much of a document became cards, and how much was left out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from studyapp.model import Candidate, Document, Gate
from studyapp.report.rows import Row
from studyapp.report.told import Fate

_LEFT = {Fate.PASSED, Fate.DELETED, Fate.JOINED}


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of one document or of all. A card counts where it is shown in full.

    `lines` are those that are not blank, `empty` counts passages
    without a fact, `noise` lines that are not content, `left` cards left out though sound.
    """

    lines: int = 0
    passages: int = 0
    cards: int = 0
    refused: int = 0
    left: int = 0
    empty: int = 0
    noise: int = 0

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def totals(document: Document, rows: Sequence[Row]) -> Totals:
    """The counts of a document and its rows."""
    whole = Counter(one.fate for row in rows for one in row.mentions if one.whole)
    return Totals(
        lines=sum(len(row.lines) for row in rows),
        passages=len(document.passages),
        cards=whole[Fate.CARD],
        refused=whole[Fate.REFUSED],
        left=sum(whole[fate] for fate in _LEFT),
        empty=sum(Fate.EMPTY in row.fates for row in rows),
        noise=sum(len(row.lines) for row in rows if row.noise),
    )


def lines_by_fate(rows: Iterable[Row]) -> Counter[Fate]:
    """How many lines met each fate; of several fates of one row the first counts."""
    found: Counter[Fate] = Counter()
    for row in rows:
        found[row.fates[0]] += len(row.lines)
    return found


def by_gate(refused: Iterable[Candidate]) -> tuple[tuple[Gate, int], ...]:
    """How many cards each gate refused, most first; of several gates the first counts."""
    gates = Counter(one.problems[0].gate or Gate.QUESTION for one in refused)
    return tuple(sorted(gates.items(), key=lambda pair: (-pair[1], pair[0])))
