import io
import struct
import zipfile
from itertools import pairwise

import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.model import Lines, StudyappError
from studyapp.reading import read_bytes
from studyapp.reading.docx import read_docx
from tests.reading.damage import survives_damage
from tests.reading.word_files import blocks, of_body, paragraph, repacked, said, shown, word

WHERE = "notes/stones.docx"


def _stones(document: WordDocument) -> None:
    document.core_properties.title = "Kidney stones"
    document.add_paragraph("Kidney stones", style="Title")
    document.add_paragraph("")
    document.add_heading("Types", 1)
    document.add_paragraph("Most stones hold calcium. Some hold urate.")
    document.add_heading("Rare types", 2)
    document.add_paragraph("Struvite grows in infected urine", style="List Bullet")
    document.add_paragraph("in children", style="List Bullet 2")
    document.add_paragraph("Cystine", style="List Number")
    document.add_heading("Passing", 1)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells),
        ("Size", "Share", "below 4 mm", "80%"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("A stone of 3 cm is large.")


def test_every_paragraph_and_row_is_a_line() -> None:
    raw = read_docx(word(_stones), WHERE)
    assert raw.lines == (
        "Kidney stones",
        "",
        "Types",
        "Most stones hold calcium. Some hold urate.",
        "Rare types",
        "Struvite grows in infected urine",
        "in children",
        "Cystine",
        "Passing",
        "Size | Share",
        "below 4 mm | 80%",
        "A stone of 3 cm is large.",
    )
    assert (raw.pages, raw.problems) == ((), ())


def test_headings_lists_and_rows() -> None:
    assert shown(word(_stones)) == [
        ("heading", 1, "Kidney stones"),
        ("heading", 2, "Types"),
        ("prose", None, "Most stones hold calcium. Some hold urate."),
        ("heading", 3, "Rare types"),
        ("item", 0, "Struvite grows in infected urine"),
        ("item", 1, "in children"),
        ("item", 0, "Cystine"),
        ("heading", 2, "Passing"),
        ("row", None, "Size | Share"),
        ("row", None, "below 4 mm | 80%"),
        ("prose", None, "A stone of 3 cm is large."),
    ]


def test_the_document_cites_paragraphs() -> None:
    document = read_bytes(word(_stones), "stones.docx", WHERE).document
    assert document.source.title == "Kidney stones"
    places = [(p.lines, p.headings[-1], p.text) for p in document.passages]
    assert (Lines(6, 6), "Rare types", "Struvite grows in infected urine") in places
    assert document.passages[-1].lines == Lines(12, 12)
    assert document.page_of(6) is None


def test_headings_by_outline_base_style_and_foreign_names() -> None:
    def fill(document: WordDocument) -> None:
        styles = document.styles
        own = styles.add_style("Chapter of ours", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = styles["Heading 2"]
        styles.add_style("Überschrift 3", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Stones", style="Heading 1")
        document.add_paragraph("By its base", style="Chapter of ours")
        document.add_paragraph("By its name", style="Überschrift 3")

    by_level = of_body(paragraph(said("By outline"), properties='<w:outlineLvl w:val="1"/>'))
    assert shown(word(fill)) == [
        ("heading", 1, "Stones"),
        ("heading", 2, "By its base"),
        ("heading", 3, "By its name"),
    ]
    assert shown(by_level) == [("heading", 1, "By outline")]


def test_a_style_that_is_based_on_itself() -> None:
    def fill(document: WordDocument) -> None:
        one = document.styles.add_style("One", WD_STYLE_TYPE.PARAGRAPH)
        two = document.styles.add_style("Two", WD_STYLE_TYPE.PARAGRAPH)
        one.base_style, two.base_style = two, one
        document.add_paragraph("Stones hurt.", style="One")

    assert shown(word(fill)) == [("prose", None, "Stones hurt.")]


def test_lists_by_numbering_and_by_typed_bullets() -> None:
    deep = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="5"/></w:numPr>'
    out = '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    data = of_body(
        paragraph(said("Drink more water"), properties=deep)
        + paragraph(said("• Eat less salt"))
        + paragraph(said("This is no item."), properties=out)
    )
    assert shown(data) == [
        ("item", 2, "Drink more water"),
        ("item", 0, "Eat less salt"),
        ("prose", None, "This is no item."),
    ]


def test_a_bold_or_lone_short_paragraph_is_a_heading() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Stones", 1)
        document.add_paragraph().add_run("How they pass").bold = True
        document.add_paragraph("Small stones pass by themselves within a few weeks.")
        document.add_paragraph("Larger ones")
        document.add_paragraph("A stone above 1 cm seldom passes without any help.")
        document.add_paragraph().add_run("Never wait with a fever.").bold = True
        document.add_paragraph("This is the end of the page.")

    assert shown(word(fill)) == [
        ("heading", 1, "Stones"),
        ("heading", 2, "How they pass"),
        ("prose", None, "Small stones pass by themselves within a few weeks."),
        ("heading", 3, "Larger ones"),
        ("prose", None, "A stone above 1 cm seldom passes without any help."),
        ("prose", None, "Never wait with a fever."),
        ("prose", None, "This is the end of the page."),
    ]


def test_without_marked_headings_a_bold_one_has_no_level() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph().add_run("How they pass").bold = True
        document.add_paragraph("Small stones pass by themselves.")

    assert shown(word(fill))[0] == ("heading", None, "How they pass")


def test_short_paragraphs_that_are_no_headings() -> None:
    def fill(document: WordDocument) -> None:
        long = "Small stones pass by themselves within a few weeks."
        for text in ("These help:", "Water", long, "Figure 2 A stone", long, "stones", long):
            document.add_paragraph(text)

    assert {kind for kind, _, _ in shown(word(fill))} == {"prose"}


def test_bold_words_are_emphasis() -> None:
    data = of_body(
        paragraph(
            said("Give "),
            said("tam", "<w:b/>"),
            said("sulosin", "<w:b/>"),
            said(", not "),
            said("morphine", '<w:b w:val="0"/>'),
            said(", for four weeks."),
        )
    )
    (block,) = blocks(data)
    assert block.text == "Give tamsulosin, not morphine, for four weeks."
    assert block.emphasis == ("tamsulosin",)


def test_what_a_reader_of_the_page_does_not_see_is_left_out() -> None:
    data = of_body(
        paragraph(
            said("Give "),
            '<w:del w:id="1" w:author="x"><w:r><w:delText>no </w:delText></w:r></w:del>',
            '<w:ins w:id="2" w:author="x"><w:r><w:t>5 mg</w:t></w:r></w:ins>',
            said(" twice", "<w:vanish/>"),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText>PAGE 7</w:instrText></w:r>",
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>",
            "<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>day</w:t><w:noBreakHyphen/><w:t>long</w:t></w:r>",
            '<w:hyperlink w:anchor="x"><w:r><w:t xml:space="preserve"> at night</w:t></w:r>'
            "</w:hyperlink>",
        )
        + '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
        + paragraph(said("Types 3"))
        + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>"
        + paragraph(said("Stones hurt."))
        + "</w:sdtContent></w:sdt>"
    )
    assert [text for _, _, text in shown(data)] == [
        "Give 5 mg a day-long at night",
        "Stones hurt.",
    ]


def test_raised_figures_are_marks_after_words_and_powers_after_units() -> None:
    up = '<w:vertAlign w:val="superscript"/>'
    data = of_body(
        paragraph(
            said("Stones are common"),
            said("3,4", up),
            said(" at 30 kg/m"),
            said("2", up),
            said("."),
        )
    )
    assert shown(data)[0][2] == "Stones are common[3,4] at 30 kg/m2."
    document = read_bytes(data, "stones.docx", WHERE).document
    assert document.passages[0].text == "Stones are common at 30 kg/m2."


def test_symbols_are_kept() -> None:
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    broken = '<w:r><w:sym w:font="Symbol" w:char="no"/></w:r>'
    ding = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    data = of_body(paragraph(said("Stones "), symbol, broken, ding, said(" 5 mm stay.")))
    assert shown(data)[0][2] == "Stones ≥ 5 mm stay."


def test_merged_cells_repeat_what_they_say() -> None:
    def fill(document: WordDocument) -> None:
        table = document.add_table(rows=4, cols=3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "Stones by size"
        for column, text in enumerate(("Size", "Sex", "Share")):
            table.cell(1, column).text = text
        table.cell(2, 0).merge(table.cell(3, 0)).text = "small"
        for row, texts in ((2, ("women", "68%")), (3, ("men", "70%"))):
            for column, text in enumerate(texts, 1):
                table.cell(row, column).text = text

    assert [block.cells for block in blocks(word(fill))] == [
        ("Stones by size",),
        ("Size", "Sex", "Share"),
        ("small", "women", "68%"),
        ("small", "men", "70%"),
    ]


def test_a_table_in_a_cell_is_its_text_and_a_frame_is_no_table() -> None:
    def fill(document: WordDocument) -> None:
        outer = document.add_table(rows=1, cols=2)
        outer.cell(0, 0).text = "small"
        outer.cell(0, 1).add_table(1, 1).cell(0, 0).text = "68%"
        frame = document.add_table(rows=1, cols=1).cell(0, 0)
        frame.text = "Remember:"
        frame.add_paragraph("Drink", style="List Bullet")

    assert shown(word(fill)) == [
        ("row", None, "small | 68%"),
        ("prose", None, "Remember:"),
        ("item", 0, "Drink"),
    ]


def test_a_table_that_claims_endless_columns() -> None:
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p>'
    )
    row = f"<w:tr>{cell}</w:tc>{cell}</w:tc></w:tr>"
    (block,) = blocks(of_body(f"<w:tbl>{row}</w:tbl>"))
    assert len(block.cells) <= 64


def test_terms_go_before_their_definitions_and_captions_are_left_out() -> None:
    def fill(document: WordDocument) -> None:
        for name in ("Definition Term", "Definition", "Table Caption"):
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("A stone on a plate", style="Table Caption")
        document.add_paragraph("Shares are of all stones.", style="Table Caption")
        document.add_paragraph("colic", style="Definition Term")
        document.add_paragraph("pain that comes in waves", style="Definition")
        document.add_paragraph("reflux", style="Definition Term")

    assert shown(word(fill)) == [
        ("prose", None, "Shares are of all stones."),
        ("prose", None, "colic: pain that comes in waves"),
        ("prose", None, "reflux"),
    ]
    colic = blocks(word(fill))[1]
    assert colic.lined.lines == Lines(3, 4)


@pytest.mark.parametrize(
    ("title", "author", "told"),
    [
        ("Stones that pass", "A. Writer", {"title": "Stones that pass"}),
        ("stones_v2.docx", "", {}),
        ("Quarterly sales figures", "", {}),
        ("Word Document", "Harbour University", {"publisher": "Harbour University"}),
    ],
)
def test_properties_are_believed_with_care(title: str, author: str, told: dict[str, str]) -> None:
    def fill(document: WordDocument) -> None:
        document.core_properties.title = title
        document.core_properties.author = author
        document.add_paragraph("Some stones pass.")

    assert read_docx(word(fill), WHERE).told == told


def _refused(data: bytes) -> str:
    with pytest.raises(StudyappError) as caught:
        read_docx(data, WHERE)
    return str(caught.value)


def test_an_empty_document() -> None:
    assert _refused(word()) == (
        f"{WHERE}: The document is empty. Give a document with text in it."
    )


@pytest.mark.parametrize("data", [b"", b"Stones hurt.", b"PK\x03\x04 but no more"])
def test_no_word_file(data: bytes) -> None:
    assert _refused(data) == (
        f"{WHERE}: This is not a Word file."
        " Open it in Word or LibreOffice and save it as .docx again."
    )


def test_another_kind_of_package() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("content.xml", "<x/>")
    assert "This is not a Word file: it holds no text." in _refused(file.getvalue())


def test_a_protected_file() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert _refused(ole) == (
        f"{WHERE}: This Word file is protected by a password, or of the old kind (.doc)."
        " Open it in Word, take the password off and save it as .docx."
    )


def test_an_encrypted_package() -> None:
    data = bytearray(word(_stones))
    central = data.index(b"PK\x01\x02")
    (flags,) = struct.unpack_from("<H", data, central + 8)
    struct.pack_into("<H", data, central + 8, flags | 1)
    assert "The Word file is encrypted. Take the password off" in _refused(bytes(data))


def test_a_file_that_unpacks_too_far() -> None:
    bomb = repacked(word(_stones), lambda _, old: old + b" " * 3_000_000)
    assert "The Word file unpacks to far more than its size" in _refused(bomb)


@pytest.mark.parametrize(
    "xml",
    [
        b"<w:document>",
        b"<nothing/>",
        b"<a>" * 100_000,
        b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    ],
    ids=["cut off", "something else", "too deep", "entities"],
)
def test_a_damaged_file(xml: bytes) -> None:
    data = repacked(word(_stones), lambda name, old: xml if name == "word/document.xml" else old)
    assert _refused(data).startswith(f"{WHERE}: The Word file is damaged.")


def test_entities_are_not_expanded() -> None:
    doubled = "".join(f'<!ENTITY e{n + 1} "&e{n};&e{n};">' for n in range(40))
    head = f'<!DOCTYPE d [<!ENTITY e0 "stone">{doubled}]>'.encode()

    def change(name: str, old: bytes) -> bytes:
        if name != "word/document.xml":
            return old
        start = old.index(b"<w:document")
        return head + old[start:].replace(b"Cystine", b"Cystine &e40;")

    try:
        raw = read_docx(repacked(word(_stones), change), WHERE)
    except StudyappError:
        return
    assert sum(map(len, raw.lines)) < 1000


def _read_or_refused(data: bytes) -> None:
    try:
        lines = read_docx(data, WHERE).lines
    except StudyappError:
        return
    assert lines


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refused(data)
    _read_or_refused(b"PK\x03\x04" + data)


STONES = word(_stones)


def test_any_damage_is_read_or_refused() -> None:
    survives_damage(STONES, _read_or_refused, 60)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_inside_is_read_or_refused(data: st.DataObject) -> None:
    names = ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "docProps/core.xml"]
    chosen = data.draw(st.sampled_from([*names, "word/_rels/document.xml.rels"]))

    def change(name: str, old: bytes) -> bytes | None:
        if name != chosen:
            return old
        cuts = data.draw(st.lists(st.integers(0, len(old)), max_size=4).map(sorted))
        kept = b"".join(
            old[a:b] for a, b in pairwise([0, *cuts, len(old)]) if data.draw(st.booleans())
        )
        return kept or None

    _read_or_refused(repacked(STONES, change))
