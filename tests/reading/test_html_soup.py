"""Broken and hostile HTML: it never crashes the reader, and never costs it the day."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.model import StudyappError
from studyapp.reading.html import read_html

_NAMES = """
    div p span a b strong i sup sub ul ol li dl dt dd table tr td th tbody thead tfoot caption br
    hr h1 h2 h3 main article section nav header footer aside form button script style title
    textarea template svg details summary figure figcaption blockquote pre time meta body html x-y
"""
_ATTRIBUTES = """
    hidden class="nav" class='sup' href="#r1" href=/a/ role=main role="heading" aria-hidden=true
    colspan=3 rowspan=2 style="display:none" id="unclosed type=application/ld+json / =
"""
_names = st.sampled_from(_NAMES.split())
_attributes = st.lists(st.sampled_from(_ATTRIBUTES.split()), max_size=3).map(" ".join)
_opening = st.builds("<{} {}{}>".format, _names, _attributes, st.sampled_from(["", "/", "\n"]))
_closing = st.builds("</{}>".format, _names)
_odd = st.sampled_from(
    [
        *("<", "<a", "</", "<!", "<?", "<!--", "-->", "<![CDATA[", "]]>", "[", "]", "1"),
        *("&", "&amp", "&#38;", "&#x26", "&nbsp;", "&#99999999999;", "\n", "\r\n", "\r", " "),
    ]
)
_soup = st.lists(_opening | _closing | _odd | st.text(max_size=8), max_size=60).map("".join)
_plain = st.text(
    st.characters(categories=("L", "N"), max_codepoint=0x2000), min_size=1, max_size=9
).filter(str.isalnum)
_words = st.lists(_opening | _closing | _plain.map(" {} ".format) | st.just("\n"), max_size=60)
_SPLIT = re.compile(r"[ \n]+")


@given(_soup)
def test_tag_soup_is_read(soup: str) -> None:
    data = soup.encode("utf-8", "replace")
    try:
        raw = read_html(data, "soup.html")
    except StudyappError:
        return
    text = data.decode().replace("\r\n", "\n").replace("\r", "\n")
    assert len(raw.lines) == text.count("\n") + 1
    for block in raw.blocks:
        assert block.text
        assert len(block.lined.at) == len(block.text)
        assert 1 <= min(block.lined.at) <= max(block.lined.at) <= len(raw.lines)


@given(_words)
def test_every_letter_stands_on_the_line_it_claims(soup: list[str]) -> None:
    text = "".join(soup)
    try:
        raw = read_html(text.encode(), "soup.html")
    except StudyappError:
        return
    written = text.split("\n")
    for block in raw.blocks:
        for letter, line in zip(block.text, block.lined.at, strict=True):
            glue = letter in " :,;|" or letter in "⁰¹²³⁴⁵⁶⁷⁸⁹"
            assert glue or letter in written[line - 1]
            assert glue or letter in raw.lines[line - 1]


_HOSTILE = {
    "less than": "<",
    "tags without end": "<a ",
    "quotes without end": '<a href="',
    "comments without end": "<!--",
    "entities": "&amp",
    "closings": "</p>",
    "crossed": "<b><i>x</b></i>",
    "brackets": "[ ",
    "raised": "y<sup>3</sup>",
    "links": '<a href="#r1">1</a>,',
    "titles": "<title> - ",
    "digits": "&#9",
}


@pytest.mark.parametrize("piece", _HOSTILE.values(), ids=_HOSTILE)
def test_the_time_grows_with_the_page_and_not_with_its_square(piece: str) -> None:
    small, large = (_seconds("<p>x" + piece * (size // len(piece))) for size in (20_000, 160_000))
    assert large < 8 * 4 * small + 0.5


def _seconds(html: str) -> float:
    start = time.process_time()
    read_html(html.encode(), "hostile.html")
    return time.process_time() - start
