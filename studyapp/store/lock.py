"""Locks between threads and programs that share a library: one for writing, one for its place."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from studyapp.store.failures import LibraryError

try:
    import fcntl
except ImportError:  # Windows has none: there the locks serve one process
    fcntl = None  # type: ignore[assignment]  # the module is absent, and asked for below

_PAUSE = 0.002
"""Seconds between two tries at a lock that another program holds."""


class WriteLock:
    """Held around every write, by one thread of one process that share a database file.

    It waits in line, where SQLite's own lock would sleep and retry, but no longer than
    `patience` seconds: whoever asks then gets a `LibraryError`, and may ask again.
    """

    def __init__(self, library: Path, patience: float) -> None:
        self._where = str(library)
        self._patience = patience
        self._threads = threading.Lock()
        self._file: IO[bytes] = library.with_name(library.name + ".lock").open("ab")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the lock, hold it for the block, give it back. Raises `LibraryError`."""
        with self.turn(), self.claimed():
            yield

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Among the threads of this program alone. Raises `LibraryError`."""
        self.take_turn()
        try:
            yield
        finally:
            self.end_turn()

    def take_turn(self) -> None:
        """Wait for this program's other threads, and keep them out. Raises `LibraryError`."""
        if not self._threads.acquire(timeout=self._patience):
            raise self._taken()

    def end_turn(self) -> None:
        """Let the next thread have it."""
        self._threads.release()

    @contextmanager
    def claimed(self) -> Iterator[None]:
        """Among programs, for the thread whose turn it is. Raises `LibraryError`."""
        self.claim()
        try:
            yield
        finally:
            self.give_up()

    def claim(self) -> None:
        """Wait for other programs, and keep them out. Raises `LibraryError`."""
        end = time.monotonic() + self._patience
        while not _flocked(self._file, shared=False):
            if time.monotonic() >= end:
                raise self._taken()
            time.sleep(_PAUSE)

    def give_up(self) -> None:
        """Let other programs write."""
        if fcntl is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _taken(self) -> LibraryError:
        message = "Another program is writing to the database."
        return LibraryError(self._where, message, "Close the other program, then try again.")

    def close(self) -> None:
        """Close the lock file; it stays on disk, empty."""
        self._file.close()


class Place:
    """Tells other programs that the library at a path is open, or about to be replaced.

    Any number of libraries may be open there, or one program may replace the file.
    """

    def __init__(self, library: Path, *, alone: bool = False) -> None:
        """Raises LibraryError when the place is taken in a way that does not go with this."""
        self._file: IO[bytes] = library.with_name(library.name + ".open").open("ab")
        if _flocked(self._file, shared=not alone):
            return
        self._file.close()
        if alone:
            hint = "Stop it (Ctrl-C where it runs), then try again. Nothing was changed."
            raise LibraryError(str(library), "A running studyapp has this library open.", hint)
        hint = "Try again in a moment."
        raise LibraryError(str(library), "This library is just being restored.", hint)

    def close(self) -> None:
        """Let others have it."""
        self._file.close()


def _flocked(file: IO[bytes], *, shared: bool) -> bool:
    """Whether the lock could be had at once; it lasts until the file is closed or unlocked."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
