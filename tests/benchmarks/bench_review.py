"""One answer against a bare commit: `python tests/benchmarks/bench_review.py`."""

import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from studyapp.model import (
    Card,
    CardId,
    CardRef,
    Citation,
    Deck,
    DeckId,
    FactKind,
    Lines,
    Rating,
    ReviewId,
    Source,
    SourceId,
)
from studyapp.study import Submission, answer, load_deck, next_card, open_desk, open_library

COUNT = 500
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def cards() -> tuple[Card, ...]:
    """Cards that differ in nothing but their number."""
    place = Citation(SourceId("page.txt"), ("Page",), Lines(1, 1))
    return tuple(
        Card(CardId(f"c-{n:016x}"), FactKind.FIGURE, f"What is {n}?", f"It is {n}", (place,))
        for n in range(COUNT)
    )


def bare(path: Path) -> list[float]:
    """Seconds for each insert of a row and update of another, committed to the disk."""
    with sqlite3.connect(path, isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(
            "CREATE TABLE review (id TEXT PRIMARY KEY, card INTEGER, rating INTEGER)"
        )
        connection.execute("CREATE TABLE memory (card INTEGER PRIMARY KEY, due REAL)")
        times = []
        for number in range(COUNT):
            start = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO review VALUES (?, ?, 3)", (str(number), number))
            connection.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (number, 1.0))
            connection.execute("COMMIT")
            times.append(time.perf_counter() - start)
    return times


def ours(path: Path) -> tuple[list[float], list[float]]:
    """Seconds for each answer, and for finding each next card."""
    library = open_library(f"sqlite:///{path}")
    desk = open_desk(library, NOW)
    source = Source(SourceId("page.txt"), "Page")
    deck = Deck(DeckId("0" * 32), "Deck", (source,), cards())
    load_deck(desk, deck, NOW)
    answers, finds = [], []
    for number, card in enumerate(deck.cards):
        now = NOW + timedelta(seconds=number)
        start = time.perf_counter()
        next_card(desk, now)
        finds.append(time.perf_counter() - start)
        submission = Submission(ReviewId(f"r-{number}"), CardRef(deck.id, card.id), Rating.GOOD)
        start = time.perf_counter()
        answer(desk, submission, now)
        answers.append(time.perf_counter() - start)
    library.close()
    return answers, finds


def main() -> None:
    """The median answer, next card included, beside raw SQLite at the same durability."""
    with tempfile.TemporaryDirectory() as folder:
        answers, finds = ours(Path(folder) / "ours.sqlite")
        raw = bare(Path(folder) / "raw.sqlite")
    ms = [statistics.median(times) * 1000 for times in (answers, finds, raw)]
    print(
        f"\nanswer {ms[0]:.2f} ms, next card {ms[1]:.2f} ms, bare commit {ms[2]:.2f} ms (medians)"
    )
    print(f"answer / bare commit: {ms[0] / ms[2]:.1f}")


if __name__ == "__main__":
    main()
