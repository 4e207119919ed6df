"""What a learner may do to a card with one press, and what is said when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from studyapp.model import CardRef
from studyapp.study import Act, Acted, Desk, bury, flag, reset, suspend, unflag, unsuspend


@dataclass(frozen=True, slots=True)
class Verb:
    """An act: how it is done to a card, what is said of it, and of many cards after a number."""

    act: Act
    do: Callable[[Desk, CardRef, datetime], Acted]
    said: str
    of_many: str
    so_already: str


VERBS = {
    "suspend": Verb(
        Act.SUSPEND,
        suspend,
        "Suspended. It will not come up until you resume it.",
        "suspended",
        "already suspended",
    ),
    "resume": Verb(
        Act.RESUME,
        unsuspend,
        "Resumed. Its schedule is as it was.",
        "resumed",
        "not set aside",
    ),
    "bury": Verb(
        Act.BURY,
        bury,
        "Buried. It comes up again tomorrow at the earliest.",
        "buried until tomorrow",
        "already buried",
    ),
    "flag": Verb(
        Act.FLAG, flag, "Flagged. You find it under Flagged.", "flagged", "already flagged"
    ),
    "unflag": Verb(Act.UNFLAG, unflag, "Flag taken away.", "no longer flagged", "without a flag"),
    "reset": Verb(
        Act.RESET,
        reset,
        "Started over. It comes up among the new cards; its history stays.",
        "started over",
        "never studied",
    ),
}
"""By the word that stands in an address."""
