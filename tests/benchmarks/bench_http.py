"""A review over HTTP beside bare Flask and a commit: `python -m tests.benchmarks.bench_http`.

Both sides are served by the same server with as many threads and asked in turn, in bursts; each
commits to the disk at synchronous FULL. Ours is the route that Review uses, with everything on:
Host check, CSRF, idempotency, scheduling, and the card that comes next.
"""

import logging
import re
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, request
from waitress import serve as waitress_serve

from studyapp.config import Settings
from studyapp.model import Card, CardId, Citation, Deck, DeckId, FactKind, Lines, Source, SourceId
from studyapp.study import load_deck, open_desk, open_library, save_settings
from studyapp.study import settings as settings_of
from studyapp.web import create_app
from studyapp.web.current import utc_now

CARDS = 6000
BURST = 100
ROUNDS = 12
CONNECTIONS = 16
THREADS = 8
DECK = DeckId("0" * 32)
_PORTS = count(8731)


def serve(app: Flask, port: int) -> None:
    """Serve as the app does: waitress tells of every request that waits for a thread."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    waitress_serve(app, host="127.0.0.1", port=port, threads=THREADS, _quiet=True)


def bare(file: Path, port: int) -> None:
    """Flask that commits a row and an update and knows nothing else."""
    app = Flask("bare")
    lock, held = threading.Lock(), threading.local()

    def connection() -> sqlite3.Connection:
        if not hasattr(held, "connection"):
            held.connection = sqlite3.connect(file, isolation_level=None)
            held.connection.execute("PRAGMA synchronous=FULL")
        found: sqlite3.Connection = held.connection
        return found

    @app.post("/answer")
    def answer() -> Response:
        form = request.form
        with lock:
            ours = connection()
            ours.execute("BEGIN IMMEDIATE")
            row = (form["review"], form["card"], int(form["rating"]))
            ours.execute("INSERT INTO review VALUES (?, ?, ?)", row)
            ours.execute("UPDATE memory SET due = due + 1 WHERE card = ?", (form["card"],))
            ours.execute("COMMIT")
        return jsonify(review=form["review"])

    serve(app, port)


def prepare_bare(file: Path) -> None:
    """The tables of the bare side."""
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE review (id TEXT PRIMARY KEY, card TEXT, rating INTEGER)")
        connection.execute("CREATE TABLE memory (card TEXT PRIMARY KEY, due INTEGER)")
        rows = [(name(n), 0) for n in range(CARDS)]
        connection.executemany("INSERT INTO memory VALUES (?, ?)", rows)


def name(number: int) -> str:
    """The id of a card."""
    return f"c-{number:016x}"


def prepare_ours(file: Path) -> None:
    """A library of one deck."""
    library = open_library(f"sqlite:///{file}")
    desk = open_desk(library, utc_now())
    place = Citation(SourceId("page.txt"), ("Page",), Lines(1, 1))
    cards = tuple(
        Card(CardId(name(n)), FactKind.FIGURE, f"What is {n}?", f"It is {n}", (place,))
        for n in range(CARDS)
    )
    load_deck(desk, Deck(DECK, "Deck", (Source(SourceId("page.txt"), "Page"),), cards), utc_now())
    save_settings(desk, settings_of(desk))
    library.close()


def ours(file: Path, port: int) -> None:
    """The app."""
    app = create_app(Settings(f"sqlite:///{file}", file.with_name("key")))
    serve(app, port)


@dataclass
class Side:
    """A served app, and the form that answers a card there."""

    port: int
    path: str
    fields: dict[str, str]
    headers: dict[str, str]

    def connect(self) -> HTTPConnection:
        """A connection of its own, kept open."""
        connection = HTTPConnection("127.0.0.1", self.port)
        connection.connect()
        return connection

    def post(self, connection: HTTPConnection, number: int) -> float:
        """Seconds that one answer takes; it must be acknowledged."""
        form = {"review": f"{number:032x}", "card": name(number % CARDS), "rating": "3"}
        body = urlencode(self.fields | form)
        start = time.perf_counter()
        connection.request("POST", self.path, body, self.headers)
        response = connection.getresponse()
        said = response.read()
        took = time.perf_counter() - start
        if response.status != 200:  # anything else makes the figure worthless
            raise SystemExit(said.decode())
        return took


@contextmanager
def served(target: Callable[[Path, int], None], file: Path) -> Iterator[int]:
    """A process that serves, and its port."""
    port = next(_PORTS)
    process = get_context("spawn").Process(target=target, args=(file, port), daemon=True)
    process.start()
    for _ in range(200):
        try:
            HTTPConnection("127.0.0.1", port).connect()
            break
        except OSError:
            time.sleep(0.1)
    try:
        yield port
    finally:
        process.terminate()
        process.join()


def our_side(port: int) -> Side:
    """The route of Review with a learner's cookie and token."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/review")
    response = connection.getresponse()
    page = response.read().decode()
    cookie = (response.headers["Set-Cookie"] or "").partition(";")[0]
    token = re.findall(r'name="csrf_token" value="([^"]+)"', page)[0]
    kind = "application/x-www-form-urlencoded"
    headers = {"Cookie": cookie, "Content-Type": kind, "X-Studyapp-Part": "answer"}
    fields = {
        "deck": DECK,
        "csrf_token": token,
        "wording": "0" * 16,
        "milliseconds": "4000",
        "waited": "3",
    }
    return Side(port, "/review/answer", fields, headers)


def in_turn(sides: dict[str, Side], numbers: Iterator[int]) -> dict[str, list[float]]:
    """Milliseconds of each answer over one connection, the sides by bursts in turn."""
    found: dict[str, list[float]] = {key: [] for key in sides}
    connections = {key: side.connect() for key, side in sides.items()}
    for round_ in range(ROUNDS + 1):
        for key, side in sides.items():
            times = [side.post(connections[key], next(numbers)) * 1000 for _ in range(BURST)]
            if round_:  # the first only warms up
                found[key] += times
    return found


def at_once(side: Side, numbers: Iterator[int]) -> tuple[float, list[float]]:
    """Answers a second over many connections, and the milliseconds of each."""
    lock, times = threading.Lock(), list[float]()

    def client() -> None:
        connection = side.connect()
        for _ in range(BURST):
            with lock:
                number = next(numbers)
            took = side.post(connection, number) * 1000
            with lock:
                times.append(took)

    threads = [threading.Thread(target=client) for _ in range(CONNECTIONS)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times) / (time.perf_counter() - start), times


def percentile(times: list[float], share: float) -> float:
    """The time that this share of the answers did not take longer than."""
    return sorted(times)[int(share * (len(times) - 1))]


def told(times: list[float]) -> str:
    """The middle and the tail of some times."""
    return f"p50 {statistics.median(times):.2f} ms, p99 {percentile(times, 0.99):.2f} ms"


def one_by_one(sides: dict[str, Side], numbers: Iterator[int]) -> int:
    """Print the sides over one connection; how many answers ours took."""
    times = in_turn(sides, numbers)
    for key, found in times.items():
        print(f"{key}: {told(found)}")
    middle = {key: statistics.median(found) for key, found in times.items()}
    print(f"p50 ours / bare: {middle['ours'] / middle['bare']:.2f}")
    return len(times["ours"]) + BURST


def together(sides: dict[str, Side], numbers: Iterator[int]) -> int:
    """Print the sides over many connections; how many answers ours took."""
    rates: dict[str, list[float]] = {key: [] for key in sides}
    tails: dict[str, list[float]] = {key: [] for key in sides}
    for _ in range(3):
        for key, side in sides.items():
            rate, found = at_once(side, numbers)
            rates[key].append(rate)
            tails[key] += found
    middle = {key: statistics.median(found) for key, found in rates.items()}
    for key, found in tails.items():
        print(f"{key}, {CONNECTIONS} connections: {middle[key]:.0f} answers/s, {told(found)}")
    print(f"throughput ours / bare: {middle['ours'] / middle['bare']:.2f}")
    return len(tails["ours"])


def main() -> None:
    """Print both sides and their ratios; count that nothing was lost."""
    with tempfile.TemporaryDirectory() as folder:
        theirs, mine = Path(folder) / "bare.sqlite", Path(folder) / "ours.sqlite"
        prepare_bare(theirs)
        prepare_ours(mine)
        with served(bare, theirs) as bare_port, served(ours, mine) as port:
            plain = {"Content-Type": "application/x-www-form-urlencoded"}
            sides = {"bare": Side(bare_port, "/answer", {}, plain), "ours": our_side(port)}
            numbers = count(1)
            sent = one_by_one(sides, numbers) + together(sides, numbers)
        with sqlite3.connect(mine) as connection:
            kept = connection.execute("SELECT count(*) FROM reviews").fetchone()[0]
        print(f"acknowledged {sent}, kept {kept}")


if __name__ == "__main__":
    main()
