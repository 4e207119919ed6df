"""The next card and the counts among a million: `python -m tests.benchmarks.bench_queue`.

One library with the cards of many learners; the same learner's queue is asked, beside the bare
statement that finds a due card by an index of its own.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from studyapp.model import Card, CardId, Citation, Deck, DeckId, FactKind, Lines, Source, SourceId
from studyapp.schedule import LEARN_AHEAD
from studyapp.store import Library
from studyapp.store.following import Following
from studyapp.store.turns import count_turns
from studyapp.study import Desk, load_deck, next_card, open_desk, open_library
from studyapp.web.current import utc_now

OWN = 10_000
SIZES = (10_000, 1_000_000)
ASKED = 2000


def deck(number: int) -> Deck:
    """A deck of ten thousand cards."""
    place = Citation(SourceId("page.txt"), ("Page",), Lines(1, 1))
    cards = tuple(
        Card(CardId(f"c-{n:016x}"), FactKind.FIGURE, f"What is {n}?", f"It is {n}", (place,))
        for n in range(OWN)
    )
    return Deck(DeckId(f"{number:032x}"), "Deck", (Source(SourceId("page.txt"), "Page"),), cards)


def crowd(file: Path, size: int) -> None:
    """Cards of others around the learner's: the rows of the learner's own, under other numbers."""
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        names = [row[1] for row in connection.execute("PRAGMA table_info(memory)")]
        connection.execute("CREATE TEMP TABLE own AS SELECT * FROM memory")
        for copy in range(1, size // OWN):
            moved = {"card_row": f"card_row + {copy * OWN}", "user_id": f"user_id + {copy}"}
            moved["deck_row"] = f"deck_row + {copy}"
            columns = ", ".join(moved.get(name, name) for name in names)
            connection.execute(f"INSERT INTO memory SELECT {columns} FROM own")  # noqa: S608  # our own names
        connection.execute("ANALYZE")


def median(ask: Callable[[], object]) -> float:
    """Microseconds, in the middle."""
    times = []
    for _ in range(ASKED):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


def bare(file: Path) -> float:
    """The next due card of one user by one prepared statement and an index that is made for it."""
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE INDEX bare ON memory (user_id, due)")
        told = "SELECT card_row FROM memory WHERE user_id = 1 ORDER BY due LIMIT 1"
        found = median(lambda: connection.execute(told).fetchone())
        connection.execute("DROP INDEX bare")
    return found


def asked(library: Library, desk: Desk) -> dict[str, float]:
    """The next card, the counts, and the card with all that Review shows of it."""
    with library.reading() as session:
        connection = session.connection()
        now = utc_now()
        chosen = median(lambda: Following(connection, desk.user, now, LEARN_AHEAD, None).card())
        counted = median(lambda: count_turns(session, desk.user))
    shown = median(lambda: next_card(desk, utc_now()))
    return {"next": chosen, "count": counted, "shown": shown}


def main() -> None:
    """Print the times and their ratios."""
    found = dict[int, dict[str, float]]()
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "library.sqlite"
            library = open_library(f"sqlite:///{file}")
            desk = open_desk(library, utc_now() - timedelta(days=1))
            load_deck(desk, deck(1), utc_now())
            next_card(desk, utc_now())
            crowd(file, size)
            found[size] = asked(library, desk) | {"bare": bare(file)}
            library.close()
        told = ", ".join(f"{key} {value:.0f} µs" for key, value in found[size].items())
        print(f"{size} cards: {told}; next / bare {found[size]['next'] / found[size]['bare']:.1f}")
    small, large = (found[size] for size in SIZES)
    for key in ("next", "count"):
        print(f"{key}, 1M / 10k: {large[key] / small[key]:.2f}")


if __name__ == "__main__":
    main()
