import zlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.model import Lines, Problem, StudyappError
from studyapp.reading import read_bytes
from studyapp.reading.pdf import read_pdf
from tests.reading.damage import survives_damage
from tests.reading.pdf_files import BOLD, Paper, blocks, shown

WHERE = "notes/stones.pdf"

PAIN = [
    "A stone that moves gives waves of pain from the flank down to the groin, often with",
    "nausea and with blood in the urine. The waves come every few minutes and last for",
    "about half an hour.",
]
FEVER = [
    "Fever with a stone is an emergency, because the urine above the stone may be full of",
    "bacteria and has to be drained at once.",
]
DRUG = "diclofenac, the first choice in healthy adults with good kidneys, by"


def _stones() -> Paper:
    paper = Paper(properties={"Title": "Stones of the kidney"})
    paper.text(72, 720, "Stones of the kidney", 20)
    paper.text(72, 680, "Signs", 14)
    paper.lines(72, 660, PAIN)
    paper.lines(72, 612, FEVER)
    paper.page().text(72, 720, "What helps", 14)
    paper.text(72, 700, "These drugs ease the pain:")
    paper.text(
        84, 686, "\u2022  diclofenac, the first choice in healthy adults with good kidneys, by"
    )
    paper.text(94, 674, "mouth or as an injection")
    paper.text(84, 660, "\u2022  paracetamol")
    paper.text(104, 646, "\u2013  also in pregnancy")
    paper.text(84, 632, "\u2022  morphine")
    return paper


def test_lines_count_through_all_pages() -> None:
    raw = read_pdf(_stones().bytes(), WHERE)
    assert raw.pages == (1, 8)
    assert raw.lines[0:3] == ("Stones of the kidney", "Signs", PAIN[0])
    assert raw.lines[7] == "What helps"
    assert len(raw.lines) == 14
    assert raw.told == {"title": "Stones of the kidney"}


def test_headings_paragraphs_and_nested_items() -> None:
    assert shown(_stones()) == [
        ("heading", 1, "Stones of the kidney"),
        ("heading", 2, "Signs"),
        ("prose", None, " ".join(PAIN)),
        ("prose", None, " ".join(FEVER)),
        ("heading", 2, "What helps"),
        ("prose", None, "These drugs ease the pain:"),
        (
            "item",
            0,
            f"{DRUG} mouth or as an injection",
        ),
        ("item", 0, "paracetamol"),
        ("item", 1, "also in pregnancy"),
        ("item", 0, "morphine"),
    ]


def test_citations_name_page_and_line() -> None:
    document = read_bytes(_stones().bytes(), "stones.pdf", WHERE).document
    (pain,) = (p for p in document.passages if p.text.startswith("A stone that moves"))
    assert pain.lines == Lines(3, 5)
    assert pain.lines_of(pain.text.index("about half"), len(pain.text)) == Lines(5, 5)
    (drug,) = (p for p in document.passages if p.text == "paracetamol")
    assert (drug.lines, drug.headings[-1]) == (Lines(12, 12), "What helps")
    assert drug.lead_in == "These drugs ease the pain:"
    assert (document.page_of(3), document.page_of(12)) == (1, 2)


def test_packed_pages_read_the_same() -> None:
    assert read_pdf(_stones().bytes(packed=True), WHERE) == read_pdf(_stones().bytes(), WHERE)


def test_a_page_without_text_begins_where_the_next_does() -> None:
    paper = Paper().lines(72, 700, PAIN).page().picture().page().lines(72, 700, FEVER)
    raw = read_pdf(paper.bytes(), WHERE)
    assert raw.pages == (1, 4, 4)
    assert raw.problems == (
        Problem(
            WHERE,
            "Left out, because they are pictures without text: page 2.",
            "Read the file with a program for text recognition (OCR) first.",
        ),
    )


def test_a_paragraph_goes_on_overleaf() -> None:
    paper = Paper().lines(72, 200, PAIN[:2]).page().lines(72, 700, ["at least " + PAIN[2]])
    paper.lines(72, 670, FEVER)
    assert [text for _, _, text in shown(paper)] == [
        " ".join([*PAIN[:2], "at least", PAIN[2]]),
        " ".join(FEVER),
    ]


LEFT = [
    "Most stones of the kidney are made of",
    "calcium. They grow when the urine holds",
    "too much of it, or too little of what",
    "keeps it dissolved. Drinking more is the",
    "simplest way to keep stones from coming",
    "back, and two litres of urine a day are",
    "the aim for most people with stones.",
]
RIGHT = [
    "Urate stones grow in sour urine. They",
    "can be dissolved by drugs that make the",
    "urine less sour, which no other kind of",
    "stone allows. Struvite stones grow when",
    "bacteria split urea, and they may fill",
    "the whole kidney before they are found,",
    "because they seldom give any pain.",
]


def test_columns_are_read_one_by_one_below_a_title() -> None:
    paper = Paper().text(72, 740, "Kinds of stones and how they grow in the urine", 18)
    paper.lines(72, 700, LEFT).lines(320, 701.5, RIGHT)
    raw = read_pdf(paper.bytes(), WHERE)
    assert [block.text for block in raw.blocks] == [
        "Kinds of stones and how they grow in the urine",
        " ".join(LEFT),
        " ".join(RIGHT),
    ]
    assert raw.lines[1:] == (*LEFT, *RIGHT)


def test_running_heads_and_page_numbers_are_lines_but_no_blocks() -> None:
    paper = Paper()
    for number, body in enumerate((PAIN, FEVER, PAIN), 1):
        paper.text(72, 760, f"Harbour Hospital, leaflet {number}", 8).lines(72, 700, body)
        paper.text(300, 30, str(number))
        if number < 3:
            paper.page()
    raw = read_pdf(paper.bytes(), WHERE)
    assert [block.text for block in raw.blocks] == [" ".join(b) for b in (PAIN, FEVER, PAIN)]
    assert raw.lines[0] == "Harbour Hospital, leaflet 1"
    assert raw.lines[4] == "1"


def test_heads_that_change_with_the_chapter_are_known_by_their_page_number() -> None:
    paper = Paper()
    bodies = (PAIN, FEVER, PAIN)
    for number, (name, body) in enumerate(zip(("Signs", "Fever", "Tests"), bodies, strict=True)):
        paper.text(72, 760, f"{name} of stones").text(520, 760, str(30 + number))
        paper.lines(72, 600, body)
        if number < 2:
            paper.page()
    assert [text for _, _, text in shown(paper)] == [" ".join(body) for body in bodies]


def test_a_table_of_contents_is_no_text() -> None:
    paper = Paper().text(72, 700, "Signs of a stone . . . . . . . . . . 3")
    paper.text(72, 688, "Tests......................5").lines(72, 650, PAIN)
    assert shown(paper) == [("prose", None, " ".join(PAIN))]


def test_footnotes_are_no_blocks() -> None:
    paper = Paper().lines(72, 700, PAIN)
    paper.lines(72, 90, ["1 As told by most patients, though", "not by all of them."], 7)
    assert shown(paper) == [("prose", None, " ".join(PAIN))]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Most people with stones ask whether the tumour has metas-", "tasis.", "metastasis."),
        ("Take the drug for pain that is non-", "steroidal at first.", "non-steroidal at first."),
        (
            "The dose is low, and a low-dose drug of low-",
            "dose kind helps.",
            "low-dose kind helps.",
        ),
        ("The share of people with small stones is 5\u2013", "10% of all.", "5\u201310% of all."),
    ],
)
def test_words_broken_at_a_line_end(first: str, second: str, joined: str) -> None:
    ((_, _, text),) = shown(Paper().lines(72, 700, [first, second]))
    assert text.endswith(joined)


def test_a_word_that_stands_whole_elsewhere_is_joined() -> None:
    lines = ["Drink well. Overall it helps, and the well", "known wellbeing grows over-", "all."]
    ((_, _, text),) = shown(Paper().lines(72, 700, lines))
    assert text.endswith("grows overall.")


def test_bold_lines_are_headings_and_bold_words_emphasis() -> None:
    paper = Paper().text(72, 740, "Stones of the kidney", 18)
    paper.text(72, 700, "2.1 How they pass", font=BOLD)
    paper.text(72, 688, "Give ").text(95, 688, "tamsulosin", font=BOLD)
    paper.text(152, 688, "for four weeks, and look again then whether the stone has passed.")
    paper.text(72, 664, "Larger ones")
    paper.lines(72, 650, FEVER)
    assert shown(paper)[1:] == [
        ("heading", 2, "How they pass"),
        (
            "prose",
            None,
            "Give tamsulosin for four weeks, and look again then whether the stone has passed.",
        ),
        ("heading", 3, "Larger ones"),
        ("prose", None, " ".join(FEVER)),
    ]
    assert blocks(paper)[2].emphasis == ("tamsulosin",)


def test_without_a_title_sections_stand_at_the_second_level() -> None:
    paper = Paper()
    for number, name in enumerate(("Signs", "Tests")):
        paper.text(72, 700 - 100 * number, name, 14).lines(72, 680 - 100 * number, PAIN)
    assert [level for kind, level, _ in shown(paper) if kind == "heading"] == [2, 2]


def test_a_heading_on_two_lines_is_one() -> None:
    paper = Paper().lines(72, 700, ["Stones that block the ureter of the only kidney", "left"], 20)
    paper.lines(72, 640, PAIN)
    assert shown(paper)[0] == (
        "heading",
        1,
        "Stones that block the ureter of the only kidney left",
    )


AGE = [
    "Of all people with a stone that was seen on a scan, most had the first one at age",
    "30. It came back in half of them within ten years, and more often in men.",
]


def test_numbered_items_and_numbers_that_are_none() -> None:
    paper = Paper().text(72, 700, "Do this in order:")
    paper.text(72, 688, "1. Ease the pain.").text(72, 676, "2. Look at the urine.")
    paper.lines(72, 640, AGE)
    assert [(kind, text) for kind, _, text in shown(paper)] == [
        ("prose", "Do this in order:"),
        ("item", "Ease the pain."),
        ("item", "Look at the urine."),
        ("prose", " ".join(AGE)),
    ]


def test_indents_and_short_last_lines_part_paragraphs() -> None:
    paper = Paper().lines(72, 700, PAIN)
    paper.lines(72, 664, FEVER)
    paper.text(90, 640, "All others may wait at home for a few weeks until the stone has passed.")
    assert [text.split(maxsplit=1)[0] for _, _, text in shown(paper)] == ["A", "Fever", "All"]


def test_raised_figures_are_marks_after_words() -> None:
    paper = Paper().text(72, 700, "Stones are common").text(156.5, 704, "3,4", 6)
    paper.text(165.5, 700, ", above all at 30 kg/m").text(259.5, 704, "2", 6)
    raw = read_pdf(paper.bytes(), WHERE)
    assert raw.lines == ("Stones are common[3,4], above all at 30 kg/m2",)


def _table(paper: Paper, y: float, rows: Sequence[tuple[str, ...]]) -> Paper:
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                paper.text(72 + 150 * column, y - 14 * number, text)
    return paper


SIZES = [("Size", "Passes", "Time"), ("2 mm", "90%", "8 days"), ("5 mm", "50%", "22 days")]


def test_a_table_is_rows_of_cells() -> None:
    paper = Paper().lines(72, 740, PAIN)
    _table(paper, 680, SIZES).lines(72, 620, FEVER)
    found = blocks(paper)
    assert [block.kind.value for block in found] == ["prose", "row", "row", "row", "prose"]
    assert [block.cells for block in found[1:4]] == SIZES
    assert found[2].text == "2 mm | 90% | 8 days"
    assert found[2].lined.lines == Lines(5, 5)


def test_rules_part_the_rows_of_a_table() -> None:
    paper = Paper().lines(72, 740, PAIN)
    texts = [("Drug", "For whom"), ("diclofenac", "adults with"), ("", "good kidneys")]
    _table(paper, 680, [*texts, ("morphine", "all others")])
    for y in (691, 676, 648, 634):
        paper.rule(70, 400, y)
    assert [block.cells for block in blocks(paper)[1:]] == [
        ("Drug", "For whom"),
        ("diclofenac", "adults with good kidneys"),
        ("morphine", "all others"),
    ]


def test_a_table_goes_on_overleaf_under_its_repeated_head() -> None:
    paper = Paper().lines(72, 740, PAIN).text(72, 140, "Sizes of stones and how they pass")
    _table(paper, 120, SIZES[:2])
    paper.rule(70, 450, 116)
    paper.page().text(72, 740, "Sizes of stones and how they pass")
    _table(paper, 720, [SIZES[0], ("", "", "or so"), SIZES[2]])
    paper.rule(70, 450, 716)
    found = blocks(paper)
    assert [block.cells for block in found[2:]] == [
        SIZES[0],
        ("2 mm", "90%", "8 days or so"),
        SIZES[2],
    ]
    assert found[3].lined.lines == Lines(6, 9)


def test_lines_that_may_be_no_table_stay_text() -> None:
    paper = Paper().lines(72, 740, PAIN).text(72, 690, "Pain").text(300, 690, "Fever")
    paper.lines(72, 660, FEVER)
    assert {kind for kind, _, _ in shown(paper)} <= {"prose", "heading"}


def test_slanted_stamps_are_left_out() -> None:
    paper = Paper().lines(72, 700, PAIN)
    paper.raw(b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET")
    assert shown(paper) == [("prose", None, " ".join(PAIN))]


def test_letters_printed_twice_are_bold() -> None:
    paper = Paper().lines(72, 700, PAIN).text(72, 650, "Fever").text(72.3, 650, "Fever")
    paper.lines(72, 636, FEVER)
    assert shown(paper)[1][::2] == ("heading", "Fever")


@pytest.mark.parametrize(
    ("title", "author", "told"),
    [
        ("Waves of pain", "A. Writer", {"title": "Waves of pain"}),
        ("Microsoft Word - pain.doc", "Harbour Hospital", {"publisher": "Harbour Hospital"}),
        ("untitled", "", {}),
    ],
)
def test_properties_are_believed_with_care(title: str, author: str, told: dict[str, str]) -> None:
    paper = Paper(properties={"Title": title, "Author": author}).lines(72, 700, PAIN)
    assert read_pdf(paper.bytes(), WHERE).told == told


def _refused(data: bytes) -> str:
    with pytest.raises(StudyappError) as caught:
        read_pdf(data, WHERE)
    return str(caught.value)


@pytest.mark.parametrize("data", [b"", b"Stones hurt.", b"PK\x03\x04"])
def test_no_pdf(data: bytes) -> None:
    assert _refused(data) == (
        f"{WHERE}: This is not a PDF file. Save the document as PDF again, or as text (.txt)."
    )


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\ntrailer<</Root 1 0 R>>"])
def test_a_damaged_pdf(data: bytes) -> None:
    assert _refused(data) == (
        f"{WHERE}: The PDF file is damaged. Open it elsewhere and save or print it as PDF again."
    )


def test_a_protected_pdf() -> None:
    assert _refused(_stones().bytes(password="harbour")) == (  # noqa: S106 - of a made-up file
        f"{WHERE}: The PDF file is protected by a password."
        " Take the password off, or print the document to a new PDF."
    )


def test_a_pdf_protected_by_an_empty_password_is_read() -> None:
    data = _stones().bytes(password="")
    assert read_pdf(data, WHERE).lines == read_pdf(_stones().bytes(), WHERE).lines


def test_pictures_of_pages() -> None:
    assert _refused(Paper().picture().page().picture().bytes()) == (
        f"{WHERE}: The PDF file holds pictures of pages, but hardly any text."
        " Read it with a program for text recognition (OCR) first."
    )


def test_pictures_of_pages_under_a_running_head() -> None:
    paper = Paper().picture().text(72, 770, "From the library of Harbour University")
    paper.page().picture().text(72, 770, "From the library of Harbour University")
    assert "hardly any text" in _refused(paper.bytes())


def test_an_empty_pdf() -> None:
    assert _refused(Paper().bytes()).startswith(f"{WHERE}: The document is empty.")


def test_letters_that_cannot_be_told() -> None:
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts"
        b"[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
    data = _stones().bytes()
    start = data.index(b"<</Type/Font/Subtype/Type1")
    end = data.index(b"\nendobj", start)
    assert "tells the shapes of its letters" in _refused(data[:start] + font + data[end:])


def test_a_pdf_that_is_too_large() -> None:
    assert "larger than 50 MB" in _refused(b"%PDF-1.4\n" + bytes(50_000_000))


def test_a_pdf_of_too_many_pages() -> None:
    paper = Paper()
    for _ in range(2000):
        paper.page()
    assert "has 2001 pages; more than 2000 are not read" in _refused(paper.bytes())


def test_a_pdf_that_unpacks_too_far() -> None:
    packer = zlib.compressobj()
    bomb = b"".join(packer.compress(bytes(10_000_000)) for _ in range(31)) + packer.flush()
    again = zlib.compress(bomb)
    for packed in (bomb, again):
        data = b"%PDF-1.4\n1 0 obj<</Length 1>>stream\n" + packed + b"\nendstream endobj\n"
        assert "unpacks to far more than its size" in _refused(data)


def test_objects_that_turn_in_circles() -> None:
    data = b"%PDF-1.4\n7 0 obj 8 0 R endobj\n8 0 obj\n7 0 R\nendobj\n" + _stones().bytes()
    assert "made to do harm" in _refused(data)


def test_a_page_with_too_much_on_it_is_left_out() -> None:
    paper = Paper().lines(72, 700, PAIN).page()
    paper.raw(b"BT /F1 1 Tf 72 700 Td " + b"(stonestone) Tj " * 4000 + b"ET")
    raw = read_pdf(paper.bytes(), WHERE)
    assert raw.lines == tuple(PAIN)
    (problem,) = raw.problems
    assert problem.message.endswith("than on a page of text: page 2.")


def _read_or_refused(data: bytes) -> None:
    try:
        raw = read_pdf(data, WHERE)
    except StudyappError:
        return
    assert raw.lines
    assert list(raw.pages) == sorted(raw.pages)
    assert all(1 <= n <= len(raw.lines) for block in raw.blocks for n in block.lined.at)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refused(data)
    _read_or_refused(b"%PDF-1.7\n" + data)


STONES = _stones().bytes()


def test_any_damage_is_read_or_refused() -> None:
    survives_damage(STONES, _read_or_refused, 100)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(-50, 700),
            st.floats(-50, 850),
            st.sampled_from(["stone", "\u2022", "1.", "(a)", "- x", "3", "o", "Pain."]),
            st.sampled_from([0.1, 6, 10, 10, 14, 300]),
        ),
        max_size=60,
    )
)
def test_any_layout_is_read_or_refused(scattered: list[tuple[float, float, str, float]]) -> None:
    paper = Paper().lines(72, 700, PAIN)
    for x, y, text, size in scattered:
        paper.text(x, y, text, size)
    _read_or_refused(paper.bytes())
