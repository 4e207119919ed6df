"""Runs of words that a deck must not share with its sources, kept as hashes.

The sources are other people's pages and are no part of the project. `source_runs.bin` holds a
hash of every run of ten words in them, so that a test can tell a copied run without the text.
To make it again: python -m tests.decks.wordruns DOCUMENT...
"""

import hashlib
import re
import sys
from pathlib import Path

LENGTH = 10
KEPT = Path(__file__).with_name("source_runs.bin")
_SIZE = 5
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?")


def runs(text: str) -> frozenset[bytes]:
    """The hash of each run of ten words, whatever their case and what stands between them."""
    words = _WORD.findall(text.lower().replace("’", "").replace("'", ""))
    starts = range(len(words) - LENGTH + 1)
    return frozenset(_hash(" ".join(words[at : at + LENGTH])) for at in starts)


def _hash(run: str) -> bytes:
    return hashlib.sha256(run.encode()).digest()[:_SIZE]


def kept() -> frozenset[bytes]:
    """The hashes of the sources' runs."""
    packed = KEPT.read_bytes()
    return frozenset(packed[at : at + _SIZE] for at in range(0, len(packed), _SIZE))


def keep(documents: list[Path]) -> None:
    """Write the hashes of the runs of these documents."""
    found = (runs(path.read_text(encoding="utf-8")) for path in documents)
    KEPT.write_bytes(b"".join(sorted(frozenset().union(*found))))


if __name__ == "__main__":
    keep([Path(name) for name in sys.argv[1:]])
