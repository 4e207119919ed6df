from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from studyapp.model import (
    Card,
    CardId,
    Citation,
    Deck,
    DeckId,
    Document,
    FactKind,
    LearnerSettings,
    Lines,
    Source,
    SourceId,
)
from studyapp.study import Desk, open_desk, open_library, save_settings

DeckMaker = Callable[..., Deck]

SOURCE = Source(id=SourceId("gout.txt"), title="Gout", publisher="Joint Society", sha256="a" * 64)
TEXT = (
    "Gout",
    "",
    "Treatment of a flare",
    "Colchicine 500 micrograms twice a day is one choice.",
    "Naproxen is another.",
    "Allopurinol is not started during a flare.",
    "",
    "Long term",
    "Aim for a urate below 300 micromol/L.",
    "Check it after four weeks.",
)


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def desk(database: str, now: datetime) -> Iterator[Desk]:
    library = open_library(database)
    opened = open_desk(library, now)
    save_settings(opened, LearnerSettings(zone="Europe/London"))
    yield opened
    library.close()


@pytest.fixture
def make_deck() -> DeckMaker:
    """A deck of so many cards, the n-th asking 'Question n?'; `cards` replaces them."""

    def make(count: int = 3, cards: tuple[Card, ...] | None = None, number: int = 1) -> Deck:
        made = cards or tuple(
            Card(
                id=CardId(f"c-{place:016x}"),
                kind=FactKind.DOSE if place % 2 else FactKind.TREATMENT,
                question=f"Question {place}?",
                answer=f"Answer {place}",
                citations=(Citation(SOURCE.id, ("Gout", "Long term"), Lines(9, 9)),),
                topic="gout",
            )
            for place in range(1, count + 1)
        )
        return Deck(DeckId(f"{number:032x}"), f"Gout {number}", (SOURCE,), made, "For study.")

    return make


@pytest.fixture
def gout() -> Document:
    return Document(source=SOURCE, lines=TEXT, passages=())
