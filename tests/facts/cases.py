"""The cases of `fixtures/`: one document or a folder of several, and what is made of them."""

from dataclasses import dataclass
from pathlib import Path

from studyapp import cards, checks, facts, reading
from studyapp.config.parser import Parser
from studyapp.model import Card, Disagreement
from tests.facts.expected import Expected, read_expected

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Made:
    """The cards that pass the checks, in order, and the disagreements of the documents."""

    cards: list[Card]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A document (or a folder of them) and the file beside it that says what it must give."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def document(self) -> Path:
        (found,) = (
            path for path in FIXTURES.iterdir() if path.stem == self.name and path != self.path
        )
        return found

    @property
    def several(self) -> bool:
        return self.document.is_dir()

    def expected(self) -> Expected:
        return read_expected(self.path)

    def made(self, parser: Parser) -> Made:
        """What the documents give, as a build makes it: facts, checks, reconciling, checks."""
        found = [reading.read(path).document for path in reading.find((self.document,))]
        library = {document.source.id: document for document in found}
        stated = [fact for document in found for fact in facts.extract(document, parser)]
        sound = [f for f in stated if not checks.faults(cards.make((f,))[0], library)]
        titles = {document.source.id: document.source.title for document in found}
        told = facts.reconcile(sound, cards.question_of, cards.answer_of, titles)
        kept = [card for card in cards.make(told.facts) if not checks.faults(card, library)]
        return Made(kept, told.disagreements)

    def blanks(self, parser: Parser) -> list[Card]:
        """The sentences with a blank that the documents give beside their questions."""
        made: list[Card] = []
        for path in reading.find((self.document,)):
            document = reading.read(path).document
            told = facts.told(document, parser)
            library = {document.source.id: document}
            sound = [f for f in told.facts if not checks.faults(cards.make((f,))[0], library)]
            for choices in facts.clozes(told, sound):
                found = (cards.make((fact,))[0] for fact in choices)
                made += [card for card in found if not checks.faults(card, library)][:1]
        return made


CASES = [Case(path) for path in sorted(FIXTURES.glob("*.expected"))]
