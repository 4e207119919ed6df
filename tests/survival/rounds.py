"""Kills the server under load, again and again: `python -m tests.survival.rounds 200`.

Each round starts the real program on the same library and lets several browsers answer cards as
fast as they can, over HTTP, with the route and the tokens of the shipped page. After a moment the
server gets kill -9. What was in flight is sent again, under its id, to the server of the next
round. Then every answer that was ever acknowledged must be there, exactly once, as it was given,
and every backup must be whole.
"""

import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from uuid import uuid4

from studyapp.config import SHIPPED_DECKS
from studyapp.deckfile.markdown import parse
from studyapp.model import CardRef
from studyapp.store.backups import backups
from studyapp.store.copying import check, contents, opened
from tests.survival.server import Browser, Server

BROWSERS = 4
_SHORTEST, _SPAN = 0.02, 1.0
"""Seconds from a round's first acknowledged answer to its kill: the first to the sum of both."""
_GOLDEN = 0.618034


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it was sent."""

    review: str
    ref: CardRef
    rating: int

    def form(self) -> dict[str, str]:
        """The fields of the form that gives it."""
        ref = self.ref
        return {
            "review": self.review,
            "deck": ref.deck,
            "card": ref.card,
            "rating": str(self.rating),
        }


@dataclass(slots=True)
class Learner:
    """Answers cards until the server is gone, and remembers what it was told."""

    refs: tuple[CardRef, ...]
    number: int
    browser: Browser = field(default_factory=Browser)
    acknowledged: list[Answer] = field(default_factory=list)
    pending: Answer | None = None
    repeated: int = 0
    unheard: int = 0
    refused: list[int] = field(default_factory=list)

    def study(self, address: str) -> None:
        """Until the connection breaks: an answer without its whole reply stays pending."""
        try:
            with closing(self.browser.open(address)) as connection:
                while True:
                    answer = self._next()
                    status = self.browser.post(connection, "/review/answer", answer.form())
                    if status != HTTPStatus.OK:
                        self.refused.append(status)
                        return
                    self.acknowledged.append(answer)
                    self.pending = None
        except (OSError, HTTPException):
            return

    def _next(self) -> Answer:
        if self.pending is not None:
            self.repeated += 1
            return self.pending
        given = len(self.acknowledged)
        ref = self.refs[(given * BROWSERS + self.number) % len(self.refs)]
        self.pending = Answer(uuid4().hex, ref, given % 4 + 1)
        return self.pending


@dataclass(frozen=True, slots=True)
class Figures:
    """What the rounds came to, in numbers of answers.

    `repeated` were sent again after a kill, and `unheard` of them had been stored before it.
    """

    rounds: int
    acknowledged: int
    repeated: int
    unheard: int
    stored: int
    lost: int
    altered: int
    doubled: int
    strange: int
    wrong_memory: int
    refused: int

    @property
    def sound(self) -> bool:
        """Whether every acknowledged answer is there once, as given, and nothing else is."""
        return not any(
            (self.lost, self.altered, self.doubled, self.strange, self.wrong_memory, self.refused)
        )


def compare(library: Path, learners: tuple[Learner, ...], rounds: int) -> Figures:
    """The library against what the learners were told."""
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute(
            "SELECT review, deck, card, rating FROM reviews"
            " JOIN cards ON cards.id = card_row JOIN decks ON decks.id = deck_row"
        ).fetchall()
        (wrong_memory,) = connection.execute(
            "SELECT count(*) FROM memory WHERE reviews !="
            " (SELECT count(*) FROM reviews WHERE reviews.card_row = memory.card_row)"
        ).fetchone()
    stored = {review: (deck, card, rating) for review, deck, card, rating in rows}
    times = Counter(review for review, *_ in rows)
    given = {one.review: one for learner in learners for one in learner.acknowledged}
    open_ones = {learner.pending.review for learner in learners if learner.pending}
    return Figures(
        rounds=rounds,
        acknowledged=len(given),
        repeated=sum(learner.repeated for learner in learners),
        unheard=sum(learner.unheard for learner in learners),
        stored=len(rows),
        lost=sum(review not in stored for review in given),
        altered=sum(
            review in stored and stored[review] != (one.ref.deck, one.ref.card, one.rating)
            for review, one in given.items()
        ),
        doubled=sum(count > 1 for count in times.values()),
        strange=sum(review not in given and review not in open_ones for review in stored),
        wrong_memory=wrong_memory,
        refused=sum(len(learner.refused) for learner in learners),
    )


def run(folder: Path, rounds: int) -> Figures:
    """So many rounds on a library in `folder`. Raises AssertionError at the first fault."""
    refs = _refs()
    learners = tuple(Learner(refs, number) for number in range(BROWSERS))
    for number in range(rounds):
        server = _checked(folder, learners, number)
        threads = [
            threading.Thread(target=learner.study, args=(server.address,)) for learner in learners
        ]
        before = _told(learners)
        for thread in threads:
            thread.start()
        while _told(learners) == before and any(thread.is_alive() for thread in threads):
            time.sleep(_SHORTEST)
        time.sleep(_SHORTEST + _SPAN * (number * _GOLDEN % 1))
        server.kill()
        for thread in threads:
            thread.join()
    _checked(folder, learners, rounds).kill()
    errors = (folder / "errors.txt").read_text(encoding="utf-8")
    assert not errors, errors
    assert backups(folder / "library-backups")
    return compare(folder / "library.sqlite", learners, rounds)


def _told(learners: tuple[Learner, ...]) -> int:
    """How many answers were acknowledged."""
    return sum(len(learner.acknowledged) for learner in learners)


def _checked(folder: Path, learners: tuple[Learner, ...], rounds: int) -> Server:
    """The next server: it takes up itself what the last one left, and nothing is missing."""
    _check_backups(folder / "library-backups")
    server = Server(folder)
    figures = compare(folder / "library.sqlite", learners, rounds)
    assert figures.sound, figures
    _note_unheard(folder / "library.sqlite", learners)
    return server


def _note_unheard(library: Path, learners: tuple[Learner, ...]) -> None:
    """Count the answers that are stored though the kill kept their reply back."""
    with closing(sqlite3.connect(library)) as connection:
        for learner in learners:
            if learner.pending is not None:
                asked = (learner.pending.review,)
                found = connection.execute("SELECT 1 FROM reviews WHERE review = ?", asked)
                learner.unheard += found.fetchone() is not None


def _check_backups(folder: Path) -> None:
    """Whatever moment the kill came at, what is named a backup is a sound library."""
    for _, path in backups(folder):
        with opened(path) as connection:
            check(connection)
            assert contents(connection).is_of_library, path


def _refs() -> tuple[CardRef, ...]:
    """The cards that every library has."""
    paths = sorted(SHIPPED_DECKS.glob("*.md"))
    decks = [parse(path.read_text(encoding="utf-8"), path.name) for path in paths]
    return tuple(CardRef(deck.id, card.id) for deck in decks for card in deck.cards)


def main() -> None:
    """As many rounds as asked for, and what they came to."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 200
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(Path(folder), rounds)
    for name, figure in asdict(figures).items():
        print(f"{name.replace('_', ' ')}: {figure}")
    print(f"seconds: {time.monotonic() - start:.0f}")


if __name__ == "__main__":
    main()
