"""What a learner typed before the answer was shown. It is compared, never kept and never rated."""

from dataclasses import dataclass

from studyapp.model import CLOZE, Card, Typing
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


def takes_typing(card: Card, wanted: Typing = Typing.NUMBERS) -> bool:
    """Whether the card's question offers a field to type in: its answer is in numbers."""
    match wanted:
        case Typing.OFF:
            return False
        case Typing.ALL:
            return True
        case Typing.NUMBERS:
            return is_numeric(card.answer)


def typed_answer(card: Card, text: str, wanted: Typing = Typing.NUMBERS) -> TypedAnswer | None:
    """What is to be shown of a typed answer; None where nothing was typed or is taken.

    Of an answer in words nothing is said: the learner compares the two.
    """
    typed = " ".join(text[:LONGEST].split())
    if not typed or not takes_typing(card, wanted):
        return None
    if not is_numeric(card.answer):
        return TypedAnswer(typed, Verdict.OPEN, "", is_right=False)
    asked = CLOZE.sub(" ", card.question)
    found = compare(typed, card.answer, asked)
    return TypedAnswer(typed, found.verdict, found.said, found.is_right)
