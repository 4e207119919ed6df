"""Time and memory of large builds: `python -m tests.benchmarks.bench_shelf [PAGES ...]`.

Builds shelves of invented pages of 10,000 letters, 100 and 1,000 of them unless told otherwise, as
a user would, with one process and with two. Printed are seconds, those of the processor, and the
memory of the largest process at its peak.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.pages import shelf

LETTERS = 10_000
SHELVES = (100, 1_000)


def built(folder: Path, jobs: int) -> str:
    """What a build of a folder costs, in words."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "studyapp", "build", str(folder), "--quiet"]
        command += ["--jobs", str(jobs), "--output", str(Path(place) / "deck.md")]
        start = time.perf_counter()
        process = subprocess.Popen(command)
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        if status:
            return f"--jobs {jobs}: failed"
        cards = (Path(place) / "deck.md").read_text(encoding="utf-8").count("\nQ: ")
    worked = used.ru_utime + used.ru_stime
    memory = used.ru_maxrss / 1024
    return f"--jobs {jobs}: {took:.0f} s, processor {worked:.0f} s, {memory:.0f} MB, {cards} cards"


def main() -> None:
    """Each shelf with one process and with two, side by side."""
    for count in map(int, sys.argv[1:] or SHELVES):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "shelf"
            shelf(folder, count, LETTERS)
            size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            for jobs in (1, 2):
                print(f"{count} pages, {size:.1f} MB, {built(folder, jobs)}", flush=True)


if __name__ == "__main__":
    main()
