"""Answers while backups are made without a pause: `python -m tests.benchmarks.bench_backup`."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

from sqlalchemy import text

from studyapp.model import CardRef, Deck, DeckId, Rating, ReviewId, Source, SourceId
from studyapp.study import Desk, Submission, answer, load_deck, open_desk, open_library
from studyapp.study.backups import make_backup
from tests.benchmarks.bench_review import NOW, cards

BLOCKS, ANSWERS = 6, 250
REVIEWS = 100_000
_FILL = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
    " INSERT INTO reviews (user_id, card_row, review, rating, at, offset_minutes, wording, due)"
    " SELECT 1, i % 500 + 1, 'old-' || i, 3, i, 0, 'wwwwwwwwwwwwwwww', i FROM n"
)


def answers(desk: Desk, deck: Deck, name: str) -> list[float]:
    """Milliseconds of each answer, stored; they follow faster than any learner's."""
    times = []
    for number in range(ANSWERS):
        now = NOW + timedelta(seconds=number)
        ref = CardRef(deck.id, deck.cards[number % len(deck.cards)].id)
        submission = Submission(ReviewId(f"{name}-{number}"), ref, Rating.GOOD)
        start = time.perf_counter()
        answer(desk, submission, now)
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.005)
    return times


@contextmanager
def backing_up(desk: Desk, took: list[float]) -> Iterator[None]:
    """One backup after another in a thread; `took` gets the seconds of each."""
    stop = Event()

    def work() -> None:
        while not stop.is_set():
            start = time.perf_counter()
            make_backup(desk, NOW)
            took.append(time.perf_counter() - start)

    thread = Thread(target=work)
    thread.start()
    yield
    stop.set()
    thread.join()


def show(name: str, times: list[float]) -> None:
    """Median and the slowest hundredth."""
    slow = statistics.quantiles(times, n=100)[-1]
    print(f"answer {name}: median {statistics.median(times):.2f} ms, p99 {slow:.2f} ms")


def main() -> None:
    """Answers alone and beside backups, by turns, as the machine may change meanwhile."""
    took: list[float] = []
    alone: list[float] = []
    beside: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.sqlite"
        library = open_library(f"sqlite:///{file}")
        desk = open_desk(library, NOW)
        deck = Deck(DeckId("0" * 32), "Deck", (Source(SourceId("page.txt"), "Page"),), cards())
        load_deck(desk, deck, NOW)
        with library.connection() as connection:
            connection.execute(_FILL, {"count": REVIEWS})
        for block in range(BLOCKS):
            alone += answers(desk, deck, f"alone-{block}")
            with backing_up(desk, took):
                beside += answers(desk, deck, f"beside-{block}")
        show("alone", alone)
        show("beside backups", beside)
        library.close()
        size = file.stat().st_size / 1e6
    print(f"{len(took)} backups of {size:.0f} MB, median {statistics.median(took):.2f} s")


if __name__ == "__main__":
    main()
