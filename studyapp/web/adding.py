"""Documents on their way to drafts: one build at a time, beside the pages."""

import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory, mkdtemp
from threading import Lock, Thread

from flask import Flask, current_app

from studyapp.model import Deck, DeckId, Document, StudyappError
from studyapp.study import Desk, LibraryError, load_documents, load_drafts
from studyapp.web.aside import Made, Step, StoppedError, build_aside

_log = logging.getLogger(__name__)

_NAME = "studyapp-adding"
_SHOWN = 10
"""So many that are over are still told of, the newest."""
_KEEPING = "Keeping"
_WAITS = (1.0, 5.0, 15.0)
"""Seconds until the library is tried again that cannot be written."""
_BROKEN = "Something went wrong, and nothing was added. Try again, or one document at a time."


@dataclass(frozen=True, slots=True)
class Adding:
    """Documents that were given together, and how far they are.

    `stage` says what is done now, and `done` of `total` documents are through it. When it is
    `over`: `deck` has the drafts that were made, if there are any, and `problems` says what
    could not be read, each with what to do.
    """

    number: int
    title: str
    files: tuple[str, ...]
    stage: str = "Waiting"
    done: int = 0
    total: int = 0
    over: bool = False
    stopped: bool = False
    deck: DeckId | None = None
    drafts: int = 0
    documents: int = 0
    problems: tuple[str, ...] = ()


class Adder:
    """Makes drafts of documents, in a thread that waits for them and a process for each build."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock
        self._lock = Lock()
        self._all: dict[int, Adding] = {}
        self._numbers = count(1)
        self._waiting: SimpleQueue[tuple[int, Path]] = SimpleQueue()
        self._thread: Thread | None = None
        self._keeping = Lock()
        self._home: TemporaryDirectory[str] | None = None

    def folder(self) -> Path:
        """A new folder for files that are to be given; it is gone at the program's end."""
        with self._lock:
            if self._home is None:
                self._home = TemporaryDirectory(prefix="studyapp-")
            return Path(mkdtemp(dir=self._home.name))

    def take(self, title: str, folder: Path, files: Sequence[str]) -> None:
        """Make drafts of the files in a folder, which is removed afterwards.

        `title`: that of the deck; empty to call it after what was given.
        """
        with self._lock:
            number = next(self._numbers)
            self._all[number] = Adding(number, title, tuple(files))
            over = [one.number for one in self._all.values() if one.over]
            for old in over[:-_SHOWN]:
                del self._all[old]
            if self._thread is None:
                thread = Thread(target=self._work, name="adding", daemon=True)
                thread.start()
                self._thread = thread
        self._waiting.put((number, folder))

    def each(self) -> tuple[Adding, ...]:
        """All of them, the newest first."""
        with self._lock:
            return tuple(reversed(self._all.values()))

    def stop(self, number: int) -> bool:
        """Make nothing of these documents; False when it is too late for that."""
        with self._lock:
            one = self._all.get(number)
            if one is None or one.over or one.stage == _KEEPING:
                return False
            self._all[number] = replace(one, over=True, stopped=True)
            return True

    @contextmanager
    def emptying(self) -> Iterator[None]:
        """While the library is emptied nothing comes into it; nothing more is made afterwards."""
        with self._keeping:
            yield
            with self._lock:
                self._all.clear()

    def _work(self) -> None:
        while True:
            number, folder = self._waiting.get()
            try:
                self._make(number, folder)
            except StoppedError:
                pass  # `stop` has told of it
            except StudyappError as error:
                self._end(number, problems=(f"{error.message} {error.hint}",))
            except Exception as error:  # noqa: BLE001  # the thread must outlive it
                _log.exception("documents could not be added", exc_info=error)
                self._end(number, problems=(_BROKEN,))
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def _make(self, number: int, folder: Path) -> None:
        if not self._is_wanted(number):
            return
        paths = tuple(folder / name for name in self._all[number].files)

        def tell(at: Step) -> None:
            self._change(number, stage=at.stage, done=at.done, total=at.total)

        made = build_aside(paths, tell, self._clock(), lambda: self._is_wanted(number))
        self._keep(number, made, folder)

    def _keep(self, number: int, made: Made, folder: Path) -> None:
        """Bring what was made into the library."""
        # where the files lie for the moment says nothing to their reader
        told = tuple(str(one).replace(f"{folder}{os.sep}", "") for one in made.problems)
        count = len(made.documents)
        if made.deck is None or not made.deck.cards:
            self._end(number, documents=count, problems=told)
            return
        with self._keeping:
            deck = replace(made.deck, title=self._kept_as(number) or _called(made.documents))
            drafts = self._loaded(deck, made.documents)
        self._end(
            number,
            title=deck.title,
            deck=deck.id,
            drafts=drafts,
            documents=count,
            problems=told,
        )

    def _loaded(self, deck: Deck, documents: Sequence[Document]) -> int:
        """How many drafts there are now. What took minutes is not lost to a moment's lock."""
        for wait in _WAITS:
            try:
                return self._load(deck, documents)
            except LibraryError:
                time.sleep(wait)
        return self._load(deck, documents)

    def _load(self, deck: Deck, documents: Sequence[Document]) -> int:
        load_documents(self._desk, documents, self._clock())
        return load_drafts(self._desk, deck, self._clock()).added

    def _is_wanted(self, number: int) -> bool:
        with self._lock:
            one = self._all.get(number)
            return one is not None and not one.over

    def _kept_as(self, number: int) -> str:
        """From here on it cannot be stopped; the title that its learner gave."""
        with self._lock:
            one = self._all.get(number)
            if one is None or one.over:
                raise StoppedError
            self._all[number] = replace(one, stage=_KEEPING, done=0, total=0)
            return one.title

    def _change(self, number: int, **changes: object) -> None:
        with self._lock:
            one = self._all.get(number)
            if one is None or one.stopped:
                return
            self._all[number] = replace(one, **changes)  # type: ignore[arg-type]  # names and kinds are ours

    def _end(self, number: int, **changes: object) -> None:
        self._change(number, over=True, **changes)


def _called(documents: Sequence[Document]) -> str:
    """What a deck is called whose learner gave no title."""
    source = documents[0].source
    name = source.title or Path(source.id).stem
    more = len(documents) - 1
    return f"{name} and {more} more" if more else name


def provide(app: Flask, adder: Adder) -> None:
    """Let the pages of `app` give documents to its adder."""
    app.extensions[_NAME] = adder


def adder() -> Adder:
    """The adder of this app."""
    found = current_app.extensions[_NAME]
    if not isinstance(found, Adder):
        msg = f"another extension has taken the name {_NAME}"
        raise TypeError(msg)
    return found
