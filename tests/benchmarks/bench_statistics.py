"""The Statistics page of long study: `python -m tests.benchmarks.bench_statistics [REVIEWS ...]`.

Printed are milliseconds of the wall clock and of the processor, the least and the median of
several requests, each answered in process from the database to the finished page.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import func, select

from studyapp.config import Settings
from studyapp.store.tables import ReviewRow
from studyapp.study import Range, statistics
from studyapp.web import create_app
from tests.benchmarks.years import library_of_years

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SIZES = (1_000, 100_000)
TIMES = 9


def timed(run: Callable[[], object]) -> str:
    """What a call costs, in words."""
    walls, works = [], []
    run()
    for _ in range(TIMES):
        wall, work = time.perf_counter(), time.process_time()
        run()
        works.append((time.process_time() - work) * 1000)
        walls.append((time.perf_counter() - wall) * 1000)
    told = (min(walls), median(walls), min(works), median(works))
    return "{:.0f} ms (median {:.0f}), processor {:.0f} ms ({:.0f})".format(*told)


def measure(size: int, folder: Path) -> None:
    """Every range, and the page with More and without."""
    path = folder / "library.sqlite"
    desk = library_of_years(path, size, NOW)
    with desk.opened.reading() as session:
        held = session.scalar(select(func.count()).select_from(ReviewRow))
    print(f"{held} answers", flush=True)
    for span in Range:
        told = timed(partial(statistics, desk, NOW, span=span))
        print(f"  figures, {span}: {told}", flush=True)
    app = create_app(Settings(f"sqlite:///{path}", folder / "key"), lambda: NOW)
    for query in ("", "?range=30", "?range=all", "?more=1", "?range=all&more=1"):
        told = timed(partial(app.test_client().get, f"/statistics{query}"))
        print(f"  page {query or 'as it opens'}: {told}", flush=True)
    desk.opened.close()


def main() -> None:
    """Libraries of each size."""
    for size in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
