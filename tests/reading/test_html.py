"""HTML pages: what is read from them, and on which lines it stands."""

import pytest

from studyapp.model import Layout, Lines, Problem, StudyappError
from studyapp.reading import read_bytes
from studyapp.reading.block import Block, BlockKind
from studyapp.reading.html import read_html
from tests.reading.pages import items, page, passage, texts

SITE = """\
<!DOCTYPE html>
<html lang="en"><head>
<meta charset="utf-8">
<title>Tidal fever - Harbour Health</title>
<meta property="og:site_name" content="Harbour Health">
<style>p > b { color: red }</style>
<script>if (1 < 2) { document.write("<p>Written by a script.</p>"); }</script>
</head>
<body>
<header><a href="/">Harbour Health</a><h2>A site for sailors</h2></header>
<nav><ul><li><a href="/a">Fevers</a></li><li><a href="/b">Coughs</a></li></ul></nav>
<div class="breadcrumb"><a href="/">Home</a> / <a href="/f">Fevers</a> / Tidal fever</div>
<main>
<h1>Tidal fever</h1>
<p>Tidal fever is an invented
illness of <b>sailors</b> that
lasts 3&nbsp;days.</p>
<!-- <p>A remark.</p>
over lines --><p
   class="lead"
   title="a > b">It passes by itself.</p>
<h2>Signs</h2>
<p>Signs include the following:</p>
<ul><li>chills</li>
<li>a <a href="/rash">rash</a>
on the hands
<ul><li>red</li><li>dry</li></ul></li>
</ul>
<p hidden>Not to be seen.</p><p aria-hidden="true">Nor this.</p><p style="display:none">Nor it.</p>
<aside><p>Buy our lamps.</p></aside>
<form><p>Write to us.</p><input name="q"></form>
<div class="share-bar"><a href="/s">Share</a> <a href="/t">Send</a></div>
</main>
<div class="related"><h3>Related</h3><ul><li><a href="/x">Sea legs</a></li></ul></div>
<footer>All rights of the harbour.</footer>
</body></html>
"""


def blocks(html: str) -> tuple[Block, ...]:
    return read_html(html.encode(), "page.html").blocks


def shown(html: str) -> list[tuple[str, str]]:
    """The kind and text of each block."""
    return [(str(block.kind), block.text) for block in blocks(html)]


def prose(html: str) -> list[str]:
    return [block.text for block in blocks(f"<p>{html}</p>")]


def test_the_main_content_of_a_page_is_read_and_nothing_around_it() -> None:
    assert texts(page(SITE, "fever.html")) == [
        "Tidal fever is an invented illness of sailors that lasts 3 days.",
        "It passes by itself.",
        "chills",
        "a rash on the hands",
        "red",
        "dry",
    ]


def test_every_word_keeps_its_line_in_the_file() -> None:
    document = page(SITE, "fever.html")
    fever = passage(document, "Tidal fever is")
    assert fever.lines == Lines(15, 17)
    assert fever.lines_of(fever.text.index("sailors"), len(fever.text)) == Lines(16, 17)
    assert passage(document, "It passes").lines == Lines(21, 21)
    assert passage(document, "a rash").lines == Lines(25, 26)


def test_the_lines_of_a_page_are_what_they_show() -> None:
    lines = page(SITE, "fever.html").lines
    assert len(lines) == SITE.count("\n") + 1
    assert (lines[6], lines[7]) == ("", "")
    assert lines[10] == "Fevers Coughs"
    assert lines[14:17] == (
        "Tidal fever is an invented",
        "illness of sailors that",
        "lasts 3 days.",
    )
    assert lines[17:21] == ("", "", "", "It passes by itself.")
    assert lines[28] == ""


def test_a_page_in_one_line_is_read_alike() -> None:
    one = page(SITE.replace("\n", " "), "fever.html")
    assert texts(one) == texts(page(SITE, "fever.html"))
    assert {p.lines for p in one.passages} == {Lines(1, 1)}


def test_headings_and_lists_nest() -> None:
    document = page(SITE, "fever.html")
    assert passage(document, "chills").headings == ("Tidal fever", "Signs")
    assert passage(document, "chills").lead_in == "Signs include the following:"
    assert passage(document, "chills").siblings == ("chills", "a rash on the hands")
    assert passage(document, "red").lead_in == "a rash on the hands"
    assert [block.level for block in blocks(SITE) if block.kind is BlockKind.ITEM] == [0, 0, 1, 1]


def test_bold_words_are_emphasis() -> None:
    assert passage(page(SITE, "fever.html"), "Tidal fever is").emphasis == ("sailors",)


def test_a_page_tells_its_title_and_publisher() -> None:
    source = page(SITE, "fever.html").source
    assert (source.title, source.publisher) == ("Tidal fever", "Harbour Health")


@pytest.mark.parametrize(
    "html",
    [
        '<p>Last reviewed: <time datetime="2031-05-04">4 May 2031</time></p><p>It itches.</p>',
        '<script type="application/ld+json">{"lastReviewed": "4 May 2031"}</script>It itches.',
        '<meta name="lastReviewed" content="4 May 2031"><p>It itches.</p>',
        "<p>Last reviewed on May 4, 2031</p><p>It itches.</p>",
    ],
    ids=["time", "linked data", "meta", "text"],
)
def test_the_day_of_a_review(html: str) -> None:
    assert page(html, "itch.html").source.reviewed in {"4 May 2031", "May 4, 2031"}


@pytest.mark.parametrize(
    "data", ["{", '{"@graph": 3}', "[" * 100_000, '"x"', '[{"publisher": {"name": 3}}]']
)
def test_broken_linked_data_tells_nothing(data: str) -> None:
    html = f'<h1>Itch</h1><script type="application/ld+json">{data}</script><p>It itches.</p>'
    assert read_html(html.encode(), "").told == {"title": "Itch"}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:title" content="Itch | Site"><h1>Itch</h1>', "Itch"),
        ('<meta property="og:title" content="Itch - a guide"><h1>Skin</h1>', "Itch - a guide"),
        ("<title>Itch - Site</title>", "Itch - Site"),
        ("<title>Tab</title><h1>Itch</h1>", "Itch"),
    ],
)
def test_the_title_is_the_pages_own(head: str, title: str) -> None:
    assert read_html(f"{head}<p>It itches.</p>".encode(), "").told["title"] == title


def test_a_title_outside_the_article_heads_it() -> None:
    html = "<body><h1>Itch</h1><p>Ad.</p><article><h2>Cause</h2><p>Wool itches.</p></article>"
    assert shown(html) == [("heading", "Itch"), ("heading", "Cause"), ("prose", "Wool itches.")]


def test_the_only_title_of_a_page_stays_though_it_stands_in_its_head() -> None:
    html = "<header><p>Site.</p><h1>Itch</h1></header><p>Wool itches on any skin.</p>"
    assert shown(html) == [("heading", "Itch"), ("prose", "Wool itches on any skin.")]


def test_remarks_of_readers_are_left_out_however_long() -> None:
    remark = "<p>My aunt had it, and it went away when she moved inland.</p>"
    html = f'<h1>Itch</h1><p>Wool itches on any skin.</p><div id="comments">{remark * 2}</div>'
    assert shown(html) == [("heading", "Itch"), ("prose", "Wool itches on any skin.")]


def test_a_page_inside_a_form_is_read() -> None:
    assert prose("<form><p>Wool itches.</p><p>So does hay.</p></form>") == [
        "Wool itches.",
        "So does hay.",
    ]


def test_a_list_of_links_is_navigation_unless_a_sentence_announces_it() -> None:
    links = '<ul><li><a href="/a">Wool</a></li><li><a href="/b">Hay</a></li></ul>'
    assert shown(f"<p>Read on.</p>{links}") == [("prose", "Read on.")]
    assert shown(f"<p>Itch comes from:</p>{links}") == [
        ("prose", "Itch comes from:"),
        ("item", "Wool"),
        ("item", "Hay"),
    ]


def test_a_paragraph_that_is_only_a_link_is_left_out() -> None:
    html = '<p>Wool itches.</p><p><a href="/m">More on wool</a></p><p>Back to top</p>'
    assert shown(html) == [("prose", "Wool itches.")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Salt &amp; water &lt; 5&#37; &#x3b2; caf&eacute;", "Salt & water < 5% β café"),
        ("a&shy;b \N{ZERO WIDTH SPACE}c&nbsp;&nbsp; d", "ab c d"),
        ("1 < 2 and 3 <4 & more", "1 < 2 and 3 <4 & more"),
        ("H<sub>2</sub>O and CO<sub>2</sub>", "H2O and CO2"),
        ("4 × 10<sup>9</sup>/L", "4 × 10⁹/L"),
        ("Ca<sup>2+</sup> and <sup>99m</sup>Tc", "Ca2+ and 99mTc"),
        ("5 m<sup>2</sup> on the 1<sup>st</sup> day", "5 m2 on the 1st day"),
        ('It itches<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup>.', "It itches."),
        ('It itches.<sup id="b"><a href="#fn3">[3]</a></sup> So.', "It itches. So."),
        ("It itches.<sup>3,4</sup> So.", "It itches. So."),
        ('It itches [<a href="#c/1">1</a>,<a href="#c/2">2</a>]. So.', "It itches. So."),
        ('It itches (<a href="#c/1">1</a>).', "It itches."),
        ('See <a href="#t1">Table 1</a> and box <a href="#box">2</a>.', "See Table 1 and box 2."),
        ("one<br>two<br/>three", "one two three"),
        ("so<!-- <b> -->me <![CDATA[x]]>text<!--[if IE]> old <![endif]-->", "some text"),
        ('a<img alt="An eye">b <svg><title>Eye</title><text>T</text></svg>c', "ab c"),
    ],
)
def test_text_is_what_a_person_sees(html: str, text: str) -> None:
    assert prose(html) == [text]


def test_an_entity_stands_on_its_own_line() -> None:
    (block,) = blocks("<p>salt\n&amp;\nwater&gt;\n</p>")
    assert block.text == "salt & water>"
    assert block.lined.at == (1,) * 5 + (2, 2) + (3,) * 6


def test_two_line_breaks_part_paragraphs() -> None:
    assert prose("one.<br>\n<br/>two.<br>three.") == ["one.", "two. three."]


def test_what_is_never_closed_ends_with_its_surroundings() -> None:
    html = (
        "<h2>Wool<p>It <b>itches.<p>So does <i>hay.<ul><li>green<li>dry</ul><div>Rest.</p></div>"
    )
    assert shown("<div>" + html.replace("<h2>Wool", "<h2>Wool</h2>")) == [
        ("heading", "Wool"),
        ("prose", "It itches."),
        ("prose", "So does hay."),
        ("item", "green"),
        ("item", "dry"),
        ("prose", "Rest."),
    ]


def test_crossed_tags_lose_no_text() -> None:
    assert shown("<b><p>One</b> two.</p><a href=x><div>Three.</a> Four.</div></span></table>") == [
        ("prose", "One two."),
        ("prose", "Three. Four."),
    ]


def test_terms_stand_before_their_definitions() -> None:
    html = "<dl><dt>wool</dt><dd>hair of sheep</dd><dt>hay:<dt>straw<dd>dry grass<dt>silk</dl>"
    assert shown(html) == [
        ("item", "wool: hair of sheep"),
        ("item", "hay:, straw: dry grass"),
        ("item", "silk"),
    ]


def test_questions_head_their_answers() -> None:
    html = """<dl><dt>What itches?</dt><dd>Wool.</dd></dl>
<ol><li><b>Who itches?</b><p>Sailors do.</p><ul><li>young</li></ul></li></ol>
<p><strong>When?</strong></p><p>At night.</p>
<details><summary>Where?</summary>On the hands.</details>"""
    assert shown(html) == [
        ("heading", "What itches?"),
        ("prose", "Wool."),
        ("heading", "Who itches?"),
        ("prose", "Sailors do."),
        ("item", "young"),
        ("heading", "When?"),
        ("prose", "At night."),
        ("heading", "Where?"),
        ("prose", "On the hands."),
    ]


def test_a_list_that_frames_sections_is_no_list() -> None:
    html = (
        "<ul><li><h3>Wool</h3><p>It itches.</p></li><li><h3>Hay</h3><p>So does it.</p></li></ul>"
    )
    assert [kind for kind, _ in shown(html)] == ["heading", "prose", "heading", "prose"]


def test_an_item_of_paragraphs_is_one_item_with_its_label() -> None:
    assert shown("<ul><li><p><b>Wool</b></p><p>Itches.</p><p>Warms.</p></li></ul>") == [
        ("item", "Wool: Itches. Warms.")
    ]


def test_bullets_typed_by_hand_are_items() -> None:
    assert shown("<p>Itch comes from:<br>• wool<br>• hay</p>") == [
        ("prose", "Itch comes from:"),
        ("item", "wool"),
        ("item", "hay"),
    ]


TABLE = """\
<table>
<caption>Doses of balm</caption>
<thead><tr><th>Form</th><th colspan="2">Dose</th></tr></thead>
<tfoot><tr><td colspan="3">g = gram</td></tr></tfoot>
<tr><td rowspan="2">Cream</td><td>day</td>
<td>5&nbsp;g</td></tr>
<tr><td>night<td><ul><li>2 g<li>then 1 g</ul></tr>
<tr><td>Oil</td><td></td><td>1 g<sup>a</sup></td></tr>
</table>"""


def test_rows_know_their_cells() -> None:
    read = blocks(TABLE)
    assert [block.cells for block in read if block.kind is BlockKind.ROW] == [
        ("Form", "Dose", "Dose"),
        ("Cream", "day", "5 g"),
        ("Cream", "night", "2 g; then 1 g"),
        ("Oil", "", "1 g"),
    ]
    assert (read[0].kind, read[0].text) == (BlockKind.PROSE, "Doses of balm")
    assert (read[-1].kind, read[-1].text) == (BlockKind.PROSE, "g = gram")
    assert [block.lined.lines for block in read[2:4]] == [Lines(5, 6), Lines(5, 7)]
    assert read[-2].text == "Oil | 1 g"


def test_rows_become_passages() -> None:
    row = passage(page(TABLE, "balm.html"), "Cream | day")
    assert (row.layout, row.cells) == (Layout.ROW, ("Cream", "day", "5 g"))


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><p>Wool itches.</p><p>So does hay.</p></td></tr></table>",
        "<table role=presentation><tr><td>Wool itches.<td>So does hay.</table>",
        "<table><tr><td>Wool itches.<td><table><tr><td>So does hay.</table></table>",
        "<table><tr><td><h2>Wool itches.</h2><td>So does hay.</table>",
        "<table>Wool itches.<tr><td>So does hay.<td></table>",
    ],
    ids=["one cell", "said so", "nested", "with headings", "with text beside the cells"],
)
def test_a_table_that_lays_out_a_page_is_read_as_text(html: str) -> None:
    assert [text for _, text in shown(html)][:2] == ["Wool itches.", "So does hay."]
    assert "row" not in {kind for kind, _ in shown(html)}


def test_a_table_of_short_values_needs_no_heads() -> None:
    rows = blocks("<table><tr><td>Wool<td>itches<tr><td>Hay<td>pricks</table>")
    assert [row.cells for row in rows] == [("Wool", "itches"), ("Hay", "pricks")]


def test_spans_without_end_are_not_repeated_without_end() -> None:
    cell = "<td colspan=60 rowspan=60>x</td>"
    rows = blocks(f"<table><tr><th>a</th>{cell * 1000}</tr><tr><td>b</td><td>c</td></tr></table>")
    assert sum(len(row.cells) for row in rows) < 25_000


def test_a_closed_section_inside_a_closed_section_ends_with_it() -> None:
    html = "<h1>Itch</h1><p>It itches.</p><h2>About this page</h2><h3>Contact us</h3><p>Here.</p>"
    document = page(html + "<h3>Dates</h3><p>Old.</p><h2>Signs</h2><p>It is red.</p>", "i.html")
    assert texts(document) == ["It itches.", "It is red."]


LETTER = "<p>Die Knötchen — tophi — itch.</p>"


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode("utf-8-sig"),
        LETTER.encode("utf-16"),
        LETTER.encode(),
        b'<meta charset="windows-1252">' + LETTER.encode("cp1252"),
        b"<META http-equiv=x content='text/html; charset=ISO-8859-1'>" + LETTER.encode("cp1252"),
        b"<meta charset=macintosh>" + LETTER.encode("macintosh"),
        b"<meta charset=koi8-r><p>Die Kn&ouml;tchen &mdash; tophi &#8212; itch.</p>",
        b"<meta charset=unicode_escape>" + LETTER.encode(),
        b"<meta charset=euc-jp>" + LETTER.encode(),
    ],
    ids=[
        "mark",
        "utf-16",
        "utf-8",
        "meta",
        "http-equiv",
        "mac",
        "entities",
        "an encoding of programs",
        "a wrong declaration",
    ],
)
def test_encodings(data: bytes) -> None:
    reading = read_bytes(data, "l.html", "l.html")
    assert texts(reading.document) == ["Die Knötchen — tophi — itch."]
    assert reading.problems == ()


def test_an_undeclared_windows_page_is_named() -> None:
    (problem,) = read_bytes(b"<p>\n" + LETTER.encode("cp1252"), "l.html", "in/l.html").problems
    assert problem == Problem(
        "in/l.html:2",
        "The file is not UTF-8; it was read as Windows-1252.",
        "If letters look wrong, save it as UTF-8.",
    )


def test_lines_end_in_every_way() -> None:
    for end in ("\r\n", "\r"):
        document = page(SITE.replace("\n", end), "fever.html")
        assert passage(document, "It passes").lines == Lines(21, 21)


@pytest.mark.parametrize("html", ["", "\n", "<html><body></body></html>", "<script>x</script>"])
def test_a_page_without_text(html: str) -> None:
    with pytest.raises(StudyappError) as caught:
        page(html, "empty.html")
    assert str(caught.value) == "empty.html: The page shows no text. Give a page with text in it."


def test_a_page_nested_without_end() -> None:
    with pytest.raises(StudyappError) as caught:
        page("<div>" * 100_000 + "x", "deep.html")
    assert str(caught.value) == (
        "deep.html: The elements of the page are nested too deep."
        " Save it as plain text (.txt) or Markdown (.md)."
    )


def test_a_page_larger_than_any_page() -> None:
    with pytest.raises(StudyappError) as caught:
        read_html(b"x" * 50_000_001, "big.html")
    assert str(caught.value) == (
        "big.html: The page is larger than 50 MB. Save its text as plain text (.txt), or split it."
    )


def test_a_file_that_is_no_text() -> None:
    with pytest.raises(StudyappError, match="not a text file"):
        page("\x00\x01\x02" * 50, "photo.html")


def test_items_of_a_page_without_marks_of_its_own() -> None:
    assert items(page("<ol><li>wool<li>hay</ol>", "i.htm")) == ["wool", "hay"]
