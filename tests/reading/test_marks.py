import pytest

from tests.reading.pages import page, texts

MARKED = """\
Gout

Gout is a form of arthritis. 1

Tophi are lumps of urate. 2

Triggers of an attack include: 3, 4

- beer
- red meat

The risk of an attack of gout rises with the age of the patient 5

{line}
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("It is rare in children.6", "It is rare in children."),
        ("It is rare in children.6,7 It hurts.", "It is rare in children. It hurts."),
        ("It is rare in children,6 and it hurts.", "It is rare in children, and it hurts."),
        ("It is rare in children [6].", "It is rare in children."),
        ("It is rare in children [6, 8–9].", "It is rare in children."),
        ("It is rare in children (Brown et al., 2009).", "It is rare in children."),
        ("It is rare in children (Figure 2).", "It is rare in children."),
        ("It is rare in children. 6, 7", "It is rare in children."),
        (
            "It is rare in children, who make less urate than the adults they live with 6",
            "It is rare in children, who make less urate than the adults they live with",
        ),
    ],
)
def test_a_citation_mark_is_taken_out(written: str, meant: str) -> None:
    assert texts(page(MARKED.format(line=written)))[-1] == meant


def test_marks_at_line_ends_are_taken_out_where_the_page_has_the_habit() -> None:
    found = texts(page(MARKED.format(line="It hurts.")))
    assert found[:3] == ["Gout is a form of arthritis.", "Tophi are lumps of urate.", "beer"]
    assert "The risk of an attack of gout rises with the age of the patient" in found
    lead_in = page(MARKED.format(line="It hurts.")).passages[2].lead_in
    assert lead_in == "Triggers of an attack include:"


@pytest.mark.parametrize(
    "text",
    [
        "Follow up after 6–16 weeks.",
        "It was seen in 12 of 40 patients.",
        "The yield is low (<1%).",
        "It lasts >3 months.",
        "The level was 6.8 mg/dL in 2009.",
        "Give 1.5 mg, then 0.5 mg.",
        "Vitamin B12 is not the cause.",
    ],
)
def test_a_number_that_says_something_stays(text: str) -> None:
    assert texts(page(MARKED.format(line=text)))[-1] == text


def test_a_stage_stays_on_a_page_without_marks() -> None:
    document = page(
        "Gout\n\nA high level of urate without attacks is what doctors call stage 1\n\nIt hurts.\n"
    )
    assert texts(document)[0].endswith("stage 1")


def test_spaces_of_every_kind_are_one_space() -> None:
    assert texts(page("Gout\n\nGive\u00a01\u202fmg  of it .\n")) == ["Give 1 mg of it."]
