"""How much of a build is parsing: `python tests/benchmarks/bench_build.py`."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from studyapp import reading
from studyapp.config.parser import Parser, load_parser
from studyapp.pipeline import BuildRequest, Progress, build

PAGES = Path(__file__).parent.parent / "facts" / "fixtures"
ROUNDS = 5


def fastest(work: Callable[[], object]) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def silent(_: Progress) -> None:
    """Progress that nobody watches."""


def main() -> None:
    """The whole build of the fixture pages beside the parser alone on their sentences."""
    parser: Parser = load_parser()
    documents = [reading.read(path).document for path in reading.find((PAGES,))]
    texts = [p.text[slice(*s)] for d in documents for p in d.passages for s in p.sentences]
    request = BuildRequest((PAGES,), "Fixtures")
    loading = fastest(load_parser)
    parsing = fastest(lambda: list(parser(texts)))
    whole = fastest(lambda: build(request, silent, datetime(2026, 1, 1, tzinfo=UTC)))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(documents)} pages, {words} words")
    print(f"loading the model {loading:.2f} s, bare parsing {parsing:.2f} s, build {whole:.2f} s")
    share = parsing / (whole - loading)
    speed = words / (whole - loading)
    print(f"throughput of a build: {share:.0%} of bare parsing, {speed:.0f} words/s")


if __name__ == "__main__":
    main()
