"""What is said of a typed answer. It informs; it rates nothing."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a typed answer stands to the card's."""

    SAME = "same"
    WITHIN = "within"
    PARTLY = "partly"
    OFF = "off"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict in words; OPEN says nothing, for the learner to compare."""

    verdict: Verdict
    said: str = ""

    @property
    def is_right(self) -> bool:
        """Whether it is to be ticked."""
        return self.verdict in {Verdict.SAME, Verdict.WITHIN}


OPEN = Comparison(Verdict.OPEN)
