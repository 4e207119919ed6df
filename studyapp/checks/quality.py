"""Whether a card is well made, as far as the card alone can tell."""

from collections.abc import Iterator

from studyapp.checks.answers import answer_faults, differing_faults
from studyapp.checks.asking import BLANK, Fault, hint_of, is_generic, without_deletion
from studyapp.checks.definites import definite_faults
from studyapp.checks.questions import question_faults
from studyapp.checks.support import words_of
from studyapp.checks.traces import trace_faults
from studyapp.model import CLOZE, Card, Deck, Gate, Problem

_FEW = 2


def quality(card: Card) -> Iterator[Problem]:
    """Every rule for a card that this one breaks; `where` is the card's id."""
    question = without_deletion(card.question)
    found = {
        Gate.QUESTION: [
            *_cloze(card),
            *question_faults(question),
            *definite_faults(question, card.answer),
        ],
        Gate.ANSWER: [*answer_faults(question, card.answer, hint_of(card.question))],
        Gate.TRACE: [*trace_faults(question, card.answer)],
    }
    for side in card.differs:
        found[Gate.ANSWER] += differing_faults(question, side.value)
        found[Gate.TRACE] += trace_faults(question, side.value)
    for gate, faults in found.items():
        for message, hint in dict.fromkeys(faults):
            yield Problem(card.id, message, hint, gate)


def _cloze(card: Card) -> Iterator[Fault]:
    deletions = [found["deletion"] for found in CLOZE.finditer(card.question)]
    if not deletions:
        if not words_of(card.question):
            yield "The question is empty.", "Write it, or remove the card."
        return
    if deletions[1:]:
        yield "The sentence has two deletions.", "Leave one, and make another card of the other."
    if deletions[0] != card.answer:
        message = f"The deletion '{deletions[0]}' is not the answer '{card.answer}'."
        yield message, "Make them equal."
    left = [w for w in words_of(without_deletion(card.question)) if not is_generic(w)]
    fewest = 1 if "; " in card.answer else _FEW  # a list needs only the name of what has it
    if len(left) < fewest:
        yield f"Too little stands around the blank ('{BLANK}').", "Delete less."


def ambiguity(deck: Deck) -> Iterator[tuple[Card, Problem]]:
    """Cards of a deck that ask what an earlier one asks; withdrawn cards do not count."""
    seen: dict[str, Card] = {}
    for card in deck.cards:
        if card.withdrawn:
            continue
        asked = " ".join(words_and_order(card.question))
        first = seen.setdefault(asked, card)
        if first is card:
            continue
        same = words_and_order(first.answer) == words_and_order(card.answer)
        message = f"It asks the same as {first.id}" + (
            "." if same else f", which answers '{first.answer}'."
        )
        hint = "Remove one." if same else "Say in both what tells them apart, or make them one."
        yield card, Problem(card.id, message, hint)


def words_and_order(text: str) -> tuple[str, ...]:
    """A text reduced to what a reader would call the same: words in order, small letters."""
    return tuple(
        "".join(c if c.isalnum() else " " for c in without_deletion(text).lower()).split()
    )
