"""A review over HTTP beside bare Flask and a commit: `python -m tests.benchmarks.bench_http`.

Both sides are served by the same server with as many threads and asked in turn, in bursts; each
commits to the disk at synchronous FULL. Ours is the route that Review uses, with everything on:
Host check, CSRF, idempotency, scheduling, and the card that comes next.
"""

import logging
import re
import selectors
import socket
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
from studyapp.web.server import make_ready

CARDS = 6000
BURST = 100
ROUNDS = 12
CONNECTIONS = 16
THREADS = 16
DECK = DeckId("0" * 32)
_PORTS = count(8731)


def serve(app: Flask, port: int) -> None:
    """Serve as the app does: waitress tells of every request that waits for a thread."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    make_ready()
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

    def connect(self) -> socket.socket:
        """A connection of its own, kept open."""
        connection = socket.create_connection(("127.0.0.1", self.port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def asked(self, number: int) -> bytes:
        """The request that answers a card."""
        form = {"review": f"{number:032x}", "card": name(number % CARDS), "rating": "3"}
        body = urlencode(self.fields | form)
        lines = {"Host": f"127.0.0.1:{self.port}", "Content-Length": len(body), **self.headers}
        head = "".join(f"{key}: {value}\r\n" for key, value in lines.items())
        return f"POST {self.path} HTTP/1.1\r\n{head}\r\n{body}".encode()


class Waiting:
    """A connection and the answer under way on it.

    The client does next to nothing, so that it is the servers that are measured.
    """

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection

    def send(self, request: bytes) -> None:
        """Ask, once the last answer is here."""
        self._said = b""
        self._start = time.perf_counter()
        self.connection.sendall(request)

    def read(self) -> float | None:
        """The seconds it took, once all of it is here; it must have been acknowledged."""
        self._said += self.connection.recv(65536)
        head, _, body = self._said.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if length is None or len(body) < int(length[1]):
            return None
        if not self._said.startswith(b"HTTP/1.1 200"):  # anything else makes the figure worthless
            raise SystemExit(self._said.decode())
        return time.perf_counter() - self._start


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
    for round_ in range(ROUNDS + 1):
        for key, side in sides.items():
            _, times = at_once(side, numbers, 1)
            if round_:  # the first only warms up
                found[key] += times
    return found


def at_once(
    side: Side, numbers: Iterator[int], connections: int = CONNECTIONS
) -> tuple[float, list[float]]:
    """Answers a second over so many connections, and the milliseconds of each."""
    requests = [side.asked(next(numbers)) for _ in range(BURST * connections)]
    times: list[float] = []
    start = time.perf_counter()
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            waiting = Waiting(side.connect())
            selector.register(waiting.connection, selectors.EVENT_READ, waiting)
            waiting.send(requests.pop())
        while selector.get_map():
            for key, _ in selector.select():
                waiting = key.data
                took = waiting.read()
                if took is None:
                    continue
                times.append(took * 1000)
                if requests:
                    waiting.send(requests.pop())
                else:
                    selector.unregister(key.fileobj)
                    waiting.connection.close()
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
