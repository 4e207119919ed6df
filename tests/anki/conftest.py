"""A real Anki to import into, and a small deck to export."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from anki.collection import Collection

from studyapp.model import (
    Card,
    CardId,
    Citation,
    Deck,
    DeckId,
    FactKind,
    Lines,
    Side,
    Source,
    SourceId,
)
from tests.anki.real_anki import Anki

GUIDE, LEAFLET = SourceId("guide.txt"), SourceId("leaflet.md")


@pytest.fixture
def now() -> datetime:
    """The time by Anki's own clock, which dates what a learner edits."""
    return datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def dose(now: datetime) -> Card:
    return Card(
        id=CardId("c-7f3a91c04be26d58"),
        kind=FactKind.DOSE,
        question="What dose of adrenaline does an adult with anaphylaxis get first?",
        answer="500 micrograms",
        citations=(
            Citation(GUIDE, ("Treatment", "First minutes"), Lines(14, 15)),
            Citation(LEAFLET, (), Lines(3, 3)),
            Citation(GUIDE, ("Summary",), Lines(90, 90), page=2),
        ),
        differs=(Side("300 micrograms", (Citation(LEAFLET, ("Pens",), Lines(9, 9)),)),),
        topic="First treatment",
        extra="Into the outer thigh.",
        changed=now - timedelta(days=30),
    )


@pytest.fixture
def cloze(now: datetime) -> Card:
    return Card(
        id=CardId("c-00000000000000aa"),
        kind=FactKind.RISK_FACTOR,
        question="The commonest trigger in adults is {{c1::an insect sting}}, not food.",
        answer="an insect sting",
        citations=(Citation(GUIDE, ("Triggers",), Lines(4, 4)),),
        changed=now - timedelta(days=20),
    )


@pytest.fixture
def deck(dose: Card, cloze: Card) -> Deck:
    sources = (
        Source(GUIDE, "Anaphylaxis in brief", "Invented Press", "guideline digest", "May 2021"),
        Source(LEAFLET, "Your pen & you", notice="Not yet reviewed."),
    )
    return Deck(DeckId("0123456789abcdef" * 2), "Anaphylaxis", sources, (dose, cloze), "A note.")


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    collection = Collection(str(tmp_path / "learner.anki2"))
    yield Anki(collection, tmp_path)
    collection.close()
