from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp import cards, checks, facts, reading
from studyapp.config.parser import Parser
from studyapp.model import Card


@pytest.fixture(scope="session")
def cards_of(parser: Parser) -> Callable[[Path], list[Card]]:
    """The cards of one document that pass the checks, in order."""

    def cards_of(path: Path) -> list[Card]:
        document = reading.read(path).document
        titles = {document.source.id: document.source.title}
        stated = facts.extract(document, parser)
        found = facts.reconcile(stated, cards.question_of, cards.answer_of, titles)
        library = {document.source.id: document}
        return [card for card in cards.make(found.facts) if not checks.faults(card, library)]

    return cards_of
