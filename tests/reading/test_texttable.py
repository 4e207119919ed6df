"""Tables of plain text, with columns under a line of dashes."""

from studyapp.model import Layout
from studyapp.reading import read_bytes
from studyapp.reading.texttable import text_tables

SPACED = """\
Fever bands

The bands differ by age.

  ------------------------------------------
  Band              Adults            Children
  ----------------- ----------- ----- -----------
  Low fever         37.5 - 38   and   37.8 - 38

  High fever        39 or       or    39.5 or
                    higher            higher

  ------------------------------------------

Cool drinks help.
"""

TIGHT = """\
Drug        Dose
----------  ---------
Feverex     10 mg
Coolin      20 mg

Doses are for adults.
"""


def rows(text: str) -> list[tuple[tuple[str, ...], tuple[int, int]]]:
    (table,) = text_tables(text.split("\n"))
    return [(r.cells, (r.lined.lines.first, r.lined.lines.last)) for r in table.rows]


def test_rows_parted_by_blank_lines_may_stand_on_several() -> None:
    assert rows(SPACED) == [
        (("Band", "Adults", "", "Children"), (6, 6)),
        (("Low fever", "37.5 - 38", "and", "37.8 - 38"), (8, 8)),
        (("High fever", "39 or higher", "or", "39.5 or higher"), (10, 11)),
    ]


def test_rows_without_blank_lines_end_at_the_first() -> None:
    assert [cells for cells, _ in rows(TIGHT)] == [
        ("Drug", "Dose"),
        ("Feverex", "10 mg"),
        ("Coolin", "20 mg"),
    ]


def test_a_page_keeps_its_text_around_a_table() -> None:
    document = read_bytes(SPACED.encode(), "fever.txt", "fever.txt").document
    told = [(p.layout, p.text) for p in document.passages]
    assert told[0] == (Layout.PROSE, "The bands differ by age.")
    assert told[-1] == (Layout.PROSE, "Cool drinks help.")
    assert document.passages[2].columns == ("Band", "Adults", "", "Children")


def test_text_across_a_column_is_no_row() -> None:
    crossed = TIGHT.replace("Feverex     10 mg", "Feverex is for fever")
    assert ("Feverex is f", "or fever") not in [cells for cells, _ in rows(crossed)]


def test_dashes_under_a_heading_are_no_table() -> None:
    assert list(text_tables(["A heading", "---------", "Text."])) == []
    assert list(text_tables(["", "--- ---", "a b"])) == []
