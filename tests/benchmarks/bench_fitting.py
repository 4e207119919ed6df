"""Time and memory of fitting weights: `python -m tests.benchmarks.bench_fitting [REVIEWS ...]`.

Each size is fitted in a process of its own. Printed are seconds of the wall clock and of the
processor, and the memory that the process took beyond what it held before.
"""

import resource
import sys
import time
from datetime import UTC, datetime
from multiprocessing import get_context
from random import Random

import numpy as np

from studyapp.model import Weights
from studyapp.schedule import FSRS_6, Histories, Plan, fit, study_day
from tests.schedule.learners import Learner, studied

START, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)
OWN = Weights("FSRS-6", (0.5, 2.5, 5.0, 15.0, *FSRS_6.values[4:8], 1.6, *FSRS_6.values[9:]))
SIZES = (10_000, 100_000)
A_CARD = 12.5


def histories(reviews: int) -> Histories:
    """About so many answers of a learner with weights of their own."""
    dice = Random(1)  # noqa: S311 (histories, not secrets)
    cards = int(reviews / A_CARD)
    rows = [
        (one.card, study_day(review.at, review.offset_minutes, 4).toordinal(), review.rating)
        for one in studied(Learner(Plan(), OWN), cards, START, END, dice)
        for review in one.reviews
    ]
    card, day, rating = np.array(rows, np.int64).T
    return Histories(card.copy(), day.copy(), rating.copy())


def measure(told: Histories) -> None:
    """What a fit of these costs."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, work = time.perf_counter(), time.process_time()
    found = fit(told)
    wall, work = time.perf_counter() - wall, time.process_time() - work
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"{len(told.card)} answers, {found.reviews} counted: {wall:.2f} s, processor {work:.2f} s,"
        f" {memory:.0f} MB; {found.outcome}, {found.defaults:.4f} to {found.fitted:.4f}",
        flush=True,
    )


def main() -> None:
    """A fit of each size."""
    for size in map(int, sys.argv[1:] or SIZES):
        process = get_context("spawn").Process(target=measure, args=(histories(size),))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
