"""What a learner typed before the answer was shown. It is compared, never kept and never rated."""

from dataclasses import dataclass

from studyapp.model import CLOZE, Card
from studyapp.typed import Verdict, compare, is_numeric

LONGEST = 200
"""More letters than that are cut off."""


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """The learner's `text` beside the card's answer; `said` is empty where both must speak."""

    text: str
    verdict: Verdict
    said: str
    is_right: bool


def takes_typing(card: Card) -> bool:
    """Whether the card's question offers a field to type in: its answer is in numbers."""
    return is_numeric(card.answer)


def typed_answer(card: Card, text: str) -> TypedAnswer | None:
    """What is to be shown of a typed answer; None where nothing was typed or is taken."""
    typed = " ".join(text[:LONGEST].split())
    if not typed or not takes_typing(card):
        return None
    asked = CLOZE.sub(" ", card.question)
    found = compare(typed, card.answer, asked)
    return TypedAnswer(typed, found.verdict, found.said, found.is_right)
