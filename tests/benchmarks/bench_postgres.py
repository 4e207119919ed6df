"""One answer against raw PostgreSQL: `python -m tests.benchmarks.bench_postgres`.

The server is the machine's, in a temporary folder, with fsync and synchronous_commit on. Raw
is psycopg alone that does what an answer writes: the same insert into `reviews`, the same
update of `memory`, in a transaction. Both take turns in one run, since a disk has its moods.
Before each round the tables are analysed, as a server does by itself while they grow.
"""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import psycopg

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
from studyapp.study import Desk, Submission, answer, load_deck, open_desk, open_library
from tests.postgres import running

COUNT = 500
DAYS = (0, 4, 20)
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
DURABLE = ("-c", "fsync=on", "-c", "synchronous_commit=on")
PLACE = Citation(SourceId("page.txt"), ("Page",), Lines(1, 1))

INSERT = (
    "INSERT INTO reviews (user_id, card_row, review, rating, at, offset_minutes, wording,"
    " milliseconds, due, days, fuzz) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
UPDATE = (
    "UPDATE memory SET queue = %s, due = %s, reviews = %s, lapses = %s, stability = %s,"
    " difficulty = %s, step = %s, last = %s, offset_minutes = %s, introduced = %s"
    " WHERE card_row = %s"
)


def deck(number: int) -> Deck:
    """A deck of cards that differ in nothing but their number."""
    cards = tuple(
        Card(CardId(f"c-{n:016x}"), FactKind.FIGURE, f"What is {n}?", f"It is {n}", (PLACE,))
        for n in range(COUNT)
    )
    source = Source(SourceId("page.txt"), "Page")
    return Deck(DeckId(f"{number:032x}"), f"Deck {number}", (source,), cards)


def timed(act: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def raw(connection: psycopg.Connection, user: int, row: int, at: int, number: int) -> None:
    """What an answer writes, for the card in a row."""
    with connection.transaction():
        review = (user, row, f"raw-{number}", 3, at, 0, "w" * 16, 900, at, 3, 0.5)
        connection.execute(INSERT, review)
        connection.execute(UPDATE, ("review", at, 1, 0, 2.5, 5.5, None, at, 0, at, row))


def ours(desk: Desk, ref: CardRef, now: datetime, number: int) -> None:
    """An answer."""
    review = ReviewId(f"ours-{number}")
    answer(desk, Submission(review, ref, Rating.GOOD, now, "w" * 16, 900), now)


def round_of(desk: Desk, other: psycopg.Connection, days: int) -> tuple[list[float], list[float]]:
    """Seconds for each answer to the cards of one deck, and for each raw one of the other."""
    answered, written = [], []
    rows = other.execute("SELECT id FROM cards ORDER BY id DESC LIMIT %s", (COUNT,)).fetchall()
    for place, (row,) in enumerate(rows):
        now = START + timedelta(days=days, seconds=place)
        at, number = int(now.timestamp()) * 1_000_000, days * COUNT + place
        ref = CardRef(DeckId(f"{1:032x}"), CardId(f"c-{place:016x}"))
        answered.append(timed(partial(ours, desk, ref, now, number)))
        written.append(timed(partial(raw, other, desk.user, row, at, number)))
    return answered, written


def main() -> None:
    """The answers a second that we take, and that raw PostgreSQL would."""
    with running(*DURABLE) as server:
        library = open_library(server.new("library"))
        desk = open_desk(library, START)
        for number in (1, 2):
            load_deck(desk, deck(number), START)
        with server.connect("library") as other:
            for name, days in zip(("first", "second", "third"), DAYS, strict=True):
                other.execute("VACUUM ANALYZE")
                both = round_of(desk, other, days)
                for what, of in (("all", sum), ("median", statistics.median), ("best", min)):
                    mine, theirs = (of(times) * 1000 for times in both)
                    print(
                        f"{name} answers, {what}: ours {mine:.2f} ms, raw {theirs:.2f} ms,"
                        f" {theirs / mine:.0%} of raw"
                    )
        library.close()


if __name__ == "__main__":
    main()
