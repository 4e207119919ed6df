from hypothesis import given
from hypothesis import strategies as st

from studyapp.study import PassageLine, PassageView
from studyapp.web.passages import marked

PAGE = PassageView(
    "allergy.txt",
    (
        PassageLine(6, "Adrenaline comes first.", cited=False),
        PassageLine(7, "  Give 500 micrograms of", cited=True),
        PassageLine(8, "adrenaline – into the thigh.", cited=True),
        PassageLine(9, "Give 500 micrograms again.", cited=False),
    ),
)


def _mark(answer: str) -> str:
    (mark,) = (piece.text for piece in marked(PAGE, answer) if piece.marked)
    return mark


def test_the_answer_is_marked_across_lines_cases_and_dashes() -> None:
    assert _mark("500 Micrograms of adrenaline - into") == ("500 micrograms of\nadrenaline – into")


def test_the_answer_is_marked_where_it_is_cited() -> None:
    pieces = marked(PAGE, "500 micrograms")
    assert [piece.marked for piece in pieces] == [False, True, False]
    assert pieces[0].text.endswith("  Give ")


def test_an_answer_in_other_words_marks_the_cited_lines() -> None:
    assert _mark("half a milligram") == "Give 500 micrograms of\nadrenaline – into the thigh."
    assert _mark("") == "Give 500 micrograms of\nadrenaline – into the thigh."


def test_words_outside_the_cited_lines_are_not_marked() -> None:
    assert _mark("comes first").startswith("Give 500")


def test_a_number_within_a_number_is_not_marked() -> None:
    assert _mark("00 micrograms").startswith("Give 500")
    assert _mark("500micrograms").startswith("Give 500")


def test_a_page_may_break_its_lines_round_brackets() -> None:
    page = PassageView(
        "a.txt",
        (
            PassageLine(1, "It spreads (", cited=True),
            PassageLine(2, "metastasises", cited=True),
            PassageLine(3, ") early.", cited=True),
        ),
    )
    marks = [piece.text for piece in marked(page, "Spreads (metastasises)") if piece.marked]
    assert marks == ["spreads (\nmetastasises\n)"]


def test_blank_lines_between_marked_lines_stay_bare() -> None:
    page = PassageView(
        "a.txt",
        tuple(PassageLine(i, text, cited=True) for i, text in enumerate(("One", " ", "Two"), 1)),
    )
    pieces = marked(page, "")
    assert [(piece.text, piece.marked) for piece in pieces] == [
        ("One", True),
        ("\n \n", False),
        ("Two", True),
    ]


@given(st.text(max_size=40))
def test_pieces_together_are_the_passage(answer: str) -> None:
    whole = "\n".join(line.text for line in PAGE.lines)
    assert "".join(piece.text for piece in marked(PAGE, answer)) == whole
