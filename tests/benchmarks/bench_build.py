"""How much of a build is parsing: `python tests/benchmarks/bench_build.py [FOLDER]`.

Without a folder, the test pages of the fact rules are built. Both sides are timed in turns, in
processor time, which other programs on the machine disturb least; medians are printed.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from studyapp import reading
from studyapp.config.parser import BATCH, load_language
from studyapp.pipeline import BuildRequest, Progress, build

PAGES = Path(__file__).parent.parent / "facts" / "fixtures"
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The processor time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def silent(_: Progress) -> None:
    """Progress that nobody watches."""


def main() -> None:
    """The whole build of the pages beside bare `nlp.pipe` on their sentences."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else PAGES
    language = load_language()
    documents = [reading.read(path).document for path in reading.find((folder,))]
    texts = [p.text[slice(*s)] for d in documents for p in d.passages for s in p.sentences]
    request = BuildRequest((folder,), "Pages", jobs=1)
    clock = datetime(2026, 1, 1, tzinfo=UTC)
    build(request, silent, clock)  # loads what every later build finds loaded
    bare, whole = [], []
    for _ in range(ROUNDS):
        bare.append(seconds(lambda: list(language.pipe(texts, batch_size=BATCH))))
        whole.append(seconds(lambda: build(request, silent, clock)))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(documents)} pages, {words} words")
    print(f"bare nlp.pipe {median(bare):.2f} s, build {median(whole):.2f} s")
    share = median(b / w for b, w in zip(bare, whole, strict=True))
    print(f"throughput of a build: {share:.0%} of nlp.pipe, {words / median(whole):.0f} words/s")


if __name__ == "__main__":
    main()
