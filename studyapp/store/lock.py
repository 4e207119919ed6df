"""One writer at a time: a lock that waits in line, where SQLite's own would sleep and retry."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows has none: there the lock serves one process
    fcntl = None  # type: ignore[assignment]  # the module is absent, and asked for below


class WriteLock:
    """Held around every write, by one thread of one process that share a database file."""

    def __init__(self, beside: Path) -> None:
        self._threads = threading.Lock()
        self._file: IO[bytes] = beside.open("ab")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the lock, hold it for the block, give it back."""
        with self._threads:
            if fcntl is None:
                yield
                return
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the lock file; it stays on disk, empty."""
        self._file.close()
