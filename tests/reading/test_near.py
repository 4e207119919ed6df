"""A document tells which of its passages stand on some lines."""

from studyapp.model import Lines
from studyapp.reading import read_bytes

PAGE = """\
# Gout

Gout hurts the toe.

Colchicine can cause:

- Diarrhea
- Nausea

## Diet

Beer raises urate.
"""


def test_the_passages_near_some_lines() -> None:
    document = read_bytes(PAGE.encode(), "gout.md", "gout.md").document
    told = {
        line: [passage.text for passage in document.near((Lines(line, line),))]
        for line in (1, 3, 5, 7, 12)
    }
    assert told == {
        1: [],
        3: ["Gout hurts the toe."],
        5: ["Diarrhea", "Nausea"],
        7: ["Diarrhea"],
        12: ["Beer raises urate."],
    }
    assert [p.text for p in document.near((Lines(10, 10**12), Lines(3, 3)))] == [
        "Gout hurts the toe.",
        "Beer raises urate.",
    ]


def test_the_whole_page_and_its_headings() -> None:
    document = read_bytes(PAGE.encode(), "gout.md", "gout.md").document
    assert document.page == PAGE
    assert document.headings == {"Gout", "Diet"}
