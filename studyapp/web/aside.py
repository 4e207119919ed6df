"""A build in a process of its own: the pages stay quick, and load nothing that reads or finds."""

import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from studyapp.model import Deck, Document, Problem, StudyappError

_LOOK = 0.2
"""Seconds between two looks whether the build is still wanted."""


class StoppedError(Exception):
    """The build was no longer wanted, and nothing came of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build has come: a stage, `done` of `total` documents, and what it is at."""

    stage: str
    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of the documents that could be read; the deck is None where none could.

    `problems` says why of each that could not, and what was odd in the others.
    """

    deck: Deck | None
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def build_aside(
    paths: tuple[Path, ...],
    step: Callable[[Step], None],
    clock: datetime,
    wanted: Callable[[], bool],
) -> Made:
    """A deck of the documents at these paths.

    Raises StudyappError when none can be made, and StoppedError as soon as it is not `wanted`.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, paths, clock), name="build", daemon=True)
    process.start()
    theirs.close()
    try:
        return _heard(ours, step, wanted)
    finally:
        process.terminate()
        process.join()
        ours.close()


def _heard(channel: Connection, step: Callable[[Step], None], wanted: Callable[[], bool]) -> Made:
    while wanted():
        if not channel.poll(_LOOK):
            continue
        try:
            said = channel.recv()
        except EOFError as error:
            where, message = "build", "It was ended from outside, perhaps for want of memory."
            raise StudyappError(where, message, "Try again with fewer documents.") from error
        if isinstance(said, Step):
            step(said)
        elif isinstance(said, Made):
            return said
        else:
            raise said
    raise StoppedError


def _work(channel: Connection, paths: tuple[Path, ...], clock: datetime) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that asked
    try:
        channel.send(_made(paths, channel.send, clock))
    except Exception as error:  # noqa: BLE001  # whoever asked is told of whatever it was
        channel.send(error)


def _made(paths: tuple[Path, ...], tell: Callable[[Step], None], clock: datetime) -> Made:
    from studyapp.pipeline import BuildRequest, Progress, build  # noqa: PLC0415  # only here

    def progress(at: Progress) -> None:
        tell(Step(at.stage, at.done, at.total, at.name))

    unread: list[Problem] = []
    request = BuildRequest(paths, "")
    while request.paths:
        try:
            report = build(request, progress, clock)
        except StudyappError as error:
            named = [one for one in request.paths if error.where.startswith(str(one))]
            if not named:
                raise
            unread.append(Problem(error.where, error.message, error.hint))
            bad = max(named, key=lambda one: len(str(one)))  # page.html, not page.htm
            request = replace(request, paths=tuple(one for one in request.paths if one != bad))
        else:
            return Made(report.deck, report.documents, (*unread, *report.problems))
    return Made(None, (), tuple(unread))
