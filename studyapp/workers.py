"""One work on many items: done by this process alone, or shared among several."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from types import TracebackType
from typing import Self, TypeVar

from studyapp.model import StudyappError

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORTH = 150_000
"""Bytes of documents for which a second process wins back the time that its start takes."""

_WORTH_A_COPY = 30_000
"""The same for a copy of this process, which begins with all that is loaded."""

_MOST = 8
"""A process takes about 300 MB, so a machine of many cores is not filled unasked."""


def worthwhile(sizes: Sequence[int]) -> int:
    """How many processes pay for files of these sizes on this machine; one for little work."""
    worth = _WORTH_A_COPY if _may_copy() else _WORTH
    shares = min(len(sizes), sum(sizes) // worth, _cores(), _MOST)
    return max(1, shares)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Processes that share a work, until the block ends; with one job, this process alone.

    They begin as copies of this one where that is safe, and then have what `ready` loads. It is
    called for nothing else: a process that begins afresh loads for itself what its work needs.
    """

    def __init__(self, jobs: int, ready: Callable[[], object] = object) -> None:
        self.jobs = jobs
        self._others = frozenset(active_children())
        copies = jobs > 1 and _may_copy()
        if copies:
            ready()
        self._pool = _pool(jobs, "fork" if copies else "spawn") if jobs > 1 else None

    def __enter__(self) -> Self:
        """Ready to work; the processes start with the first work."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Send the processes home: at once if the block failed or was interrupted."""
        del kind, trace
        if self._pool is None:
            return
        if error is not None:
            for process in set(active_children()) - self._others:
                process.terminate()
        self._pool.shutdown()

    def anew(self) -> "Crew":
        """As many copies of this process as it is by now; it alone where none may be made."""
        return Crew(self.jobs if _may_copy() else 1)

    def each(self, work: Callable[[Item], Made], items: Sequence[Item]) -> Iterator[Made]:
        """What a work makes of each item, in the order of the items.

        Raises what the work raises, and StudyappError when a process dies of something else.
        """
        if self._pool is None:
            yield from map(work, items)
            return
        try:
            with _interrupts_wait():
                begun = deque(self._pool.submit(work, item) for item in items)
            while begun:
                yield begun.popleft().result()
        except BrokenProcessPool as error:
            where, message = (
                "--jobs",
                "A process was ended from outside, perhaps for want of memory.",
            )
            raise StudyappError(where, message, "Try again with --jobs 1.") from error


def _may_copy() -> bool:
    """Whether a copy of this process can work: one made while a thread runs may wait for ever.

    It would wait for a lock that the thread held, and has no thread to let go of it. macOS has
    threads of its own in every process.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _pool(jobs: int, begin: str) -> ProcessPoolExecutor:
    """Processes that leave Ctrl-C to this one."""
    deaf = (signal.SIGINT, signal.SIG_IGN)
    return ProcessPoolExecutor(
        jobs, mp_context=get_context(begin), initializer=signal.signal, initargs=deaf
    )


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Ctrl-C comes after the block: processes started in it are deaf to it from the first."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
