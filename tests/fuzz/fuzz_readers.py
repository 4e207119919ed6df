"""Feeds the readers what a coverage-guided fuzzer thinks of; by hand, for as long as one likes.

atheris must be installed beside the project (`pip install atheris`; it is no requirement):
`python tests/fuzz/fuzz_readers.py .md -max_total_time=300`. The first argument is how the file's
name ends, the others are libFuzzer's. Any exception but a refusal in words is a find, and so is a
document whose passages point beyond its lines.
"""

import sys
from contextlib import suppress

import atheris  # type: ignore[import-untyped]  # installed by hand, ships no types

with atheris.instrument_imports(include=["studyapp"]):
    from studyapp.model import StudyappError
    from studyapp.reading import KINDS, read_bytes


def reads(suffix: str, data: bytes) -> None:
    """Read a file of these bytes, or refuse it in words."""
    name = f"page{suffix}"
    with suppress(StudyappError):
        document = read_bytes(data, name, name).document
        last = len(document.lines)
        assert all(1 <= p.lines.first <= p.lines.last <= last for p in document.passages)


def main() -> None:
    """Fuzz the reader of one kind of file."""
    if sys.argv[1:2] == [] or sys.argv[1] not in KINDS:
        sys.exit(f"Say of which kind the files are: {', '.join(KINDS)}")
    suffix = sys.argv.pop(1)
    atheris.Setup(sys.argv, lambda data: reads(suffix, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
