from studyapp.model import Layout, Lines
from tests.reading.pages import items, page, passage, texts

STONES = """\
---
title: "Kidney stones"
publisher: Stillwater Institute
lastReviewed: 3 March 2021
---

# Stones

Most stones hold **calcium**, as the [records](https://example.org) of
*one* hospital show.

## Types

### Common types

- **Struvite**: a stone that grows
  in infected urine
- cystine
  - in children

1. small
2. large

## Passing

| Size | Share |
|------|-------|
| small | 68% |

> A stone of 3 cm is large.
"""


def stones() -> list[str]:
    return texts(page(STONES, "stones.md"))


def test_front_matter_describes_the_source_and_is_no_text() -> None:
    source = page(STONES, "stones.md").source
    assert (source.title, source.publisher, source.reviewed) == (
        "Kidney stones",
        "Stillwater Institute",
        "3 March 2021",
    )
    assert not any("publisher" in text for text in stones())


def test_headings_nest_by_their_level() -> None:
    document = page(STONES, "stones.md")
    assert passage(document, "Most").headings == ("Stones",)
    assert passage(document, "cystine").headings == ("Stones", "Types", "Common types")
    assert passage(document, "small | 68%").headings == ("Stones", "Passing")


def test_markup_goes_and_lines_stay() -> None:
    most = passage(page(STONES, "stones.md"), "Most")
    assert most.text == "Most stones hold calcium, as the records of one hospital show."
    assert most.emphasis == ("calcium",)
    assert most.lines == Lines(9, 10)
    assert most.lines_of(most.text.index("one hospital"), len(most.text)) == Lines(10, 10)


def test_lists_with_labels_and_inner_lists() -> None:
    document = page(STONES, "stones.md")
    assert items(document) == [
        "Struvite: a stone that grows in infected urine",
        "cystine",
        "in children",
        "small",
        "large",
    ]
    struvite = passage(document, "Struvite")
    assert (struvite.label, struvite.lines) == ("Struvite", Lines(16, 17))
    assert passage(document, "in children").lead_in == "cystine"


def test_a_row_of_a_table_knows_its_cells() -> None:
    row = passage(page(STONES, "stones.md"), "small | 68%")
    assert row.layout is Layout.ROW
    assert row.cells == ("small", "68%")
    assert row.lines == Lines(28, 28)


def test_a_quotation_is_prose() -> None:
    assert stones()[-1] == "A stone of 3 cm is large."


def test_html_entities_escapes_and_images() -> None:
    document = page(
        "# Gout\n\nRest &amp; colchicine \\(1 mg\\) <sup>help</sup>. ![A toe](toe.png)\n", "g.md"
    )
    assert texts(document) == ["Rest & colchicine (1 mg) help."]


def test_a_linked_reference_is_no_text() -> None:
    document = page("# Gout\n\nGout is common.[[1]](#r1) It hurts [2,3].\n", "g.md")
    assert texts(document) == ["Gout is common. It hurts."]


def test_boxes_with_exercises_are_left_out() -> None:
    document = page(
        "# Gout\n\nGout hurts.\n\n"
        '<div data-type="exercise">\n\nWhich joint is hot?\n\n</div>\n\nIt comes at night.\n',
        "g.md",
    )
    assert texts(document) == ["Gout hurts.", "It comes at night."]
