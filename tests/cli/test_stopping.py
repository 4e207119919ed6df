"""Ctrl-C during a build, sent to a real process: one line, its exit code, no half-written file."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

MANY = 150


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """So many documents that a build of them can be stopped half way."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for number in range(MANY):
        page = f"Gout {number}\n\nAbout {number % 90 + 5}% of adults with gout have tophi.\n"
        (folder / f"page{number:03}.txt").write_text(page)
    return folder


def command(shelf: Path, deck: Path, *more: str) -> list[str]:
    program = [sys.executable, "-m", "studyapp", "build", str(shelf), "--output", str(deck)]
    return [*program, *more]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_nothing_behind(shelf: Path, tmp_path: Path, jobs: str) -> None:
    place = tmp_path / "decks"
    place.mkdir()
    program = subprocess.Popen(
        command(shelf, place / "deck.md", "--jobs", jobs),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with program:
        assert program.stdout is not None
        while not program.stdout.readline().startswith("Finding facts"):
            assert program.poll() is None
        os.killpg(program.pid, signal.SIGINT)
        _, told = program.communicate(timeout=60)
    assert (program.returncode, told) == (130, "studyapp: stopped before it was done.\n")
    assert list(place.iterdir()) == []
    deadline = time.monotonic() + 20
    while _runs(program.pid):
        assert time.monotonic() < deadline, "a process of the build lives on"
        time.sleep(0.05)


def _runs(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


STEPS = """
import time
from studyapp.cli.progress import shown
from studyapp.pipeline import Progress
with shown(quiet=False) as show:
    for done in range(1, 4):
        show(Progress("Finding facts", done, 9, f"page{done}.txt"))
        time.sleep(1.1)
"""
"""A build in slow motion: the time left is known after a second, which few small builds take."""


def test_a_terminal_shows_the_time_left() -> None:
    ours, theirs = pty.openpty()
    shown = b""
    with subprocess.Popen([sys.executable, "-c", STEPS], stdout=theirs) as program:
        os.close(theirs)
        while piece := _read(ours):
            shown += piece
        assert program.wait() == 0
    os.close(ours)
    assert re.search(r"Finding facts  \[#+-+\]  +\d+%  \d\d:\d\d:\d\d", shown.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how a terminal says that the other side is closed
        return b""


def test_a_pipe_gets_no_time(shelf: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        command(shelf, tmp_path / "deck.md"), capture_output=True, text=True, check=True
    )
    assert re.search(r"\d\d:\d\d:\d\d", told.stdout) is None
    assert f"Finding facts {MANY} of {MANY}: page{MANY - 1}.txt" in told.stdout
