"""Decks of a few cards each, on topics of our own."""

from studyapp.choices import Choices, prepare
from studyapp.model import Card, CardId, Citation, FactKind, Lines, Side, SourceId

EAR = "ear.md"


def card(
    number: int,
    question: str,
    answer: str,
    *,
    differs: str = "",
    source: str = EAR,
) -> Card:
    places = (Citation(SourceId(source), (), Lines(number + 1, number + 1)),)
    sides = (Side(differs, places),) if differs else ()
    return Card(
        CardId(f"c-{number:016x}"), FactKind.FINDING, question, answer, places, differs=sides
    )


def cards(*pairs: tuple[str, str]) -> tuple[Card, ...]:
    return tuple(card(number, *pair) for number, pair in enumerate(pairs))


def offered(*pairs: tuple[str, str]) -> Choices | None:
    """What is offered for the first of these cards."""
    deck = cards(*pairs)
    return prepare(deck).offer(deck[0], 1)


def wrong(choices: Choices | None) -> set[str]:
    """The distractors that are offered; none where nothing is."""
    if choices is None:
        return set()
    return {one for at, one in enumerate(choices.options) if at != choices.right}


SHARES = (
    ("What percentage of divers get barotrauma of the middle ear?", "45%"),
    ("What percentage of toddlers have had an effusion by their second birthday?", "70%"),
    ("What percentage of perforations close without surgery?", "88%"),
    ("What percentage of hearing aids are worn daily?", "31%"),
    ("What percentage of grommets are lost within one winter?", "18%"),
)
ILLNESSES = (
    ("What is otosclerosis?", "A condition in which new bone fixes the stapes in its window"),
    ("What is mastoiditis?", "An infection of the air spaces in the bone behind the pinna"),
    ("What is labyrinthitis?", "An inflammation that brings spinning and sudden deafness"),
    ("What is presbycusis?", "A slow loss of the high tones that comes with old age"),
    ("What is cholesteatoma?", "A growth of skin that eats into the bone of the attic"),
)
NAMES = (
    ("What is a painful blister of the drum called?", "Myringitis"),
    ("What is pus in the bone behind the pinna called?", "Mastoiditis"),
    ("What is swelling of the cartilage of the pinna called?", "Perichondritis"),
    ("What is new bone around the stapes called?", "Otosclerosis"),
    ("What is spinning with sudden deafness called?", "Labyrinthitis"),
)
DOSES = (
    ("What is the dose of cinnarizine against seasickness?", "75 mg every 8 hours"),
    ("What is the dose of betahistine?", "48 mg every 24 hours"),
    ("What is the dose of prednisolone for sudden deafness?", "60 mg every 12 hours"),
    ("What is the dose of ciprofloxacin?", "500 mg every 12 hours"),
    ("What is the dose of paracetamol for earache?", "250 mg every 6 hours"),
)
