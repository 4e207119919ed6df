"""Whatever stands in a document: the build ends, soon, and nothing of it is live in a card."""

import json
import re
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from studyapp.anki.exporter import export_apkg
from studyapp.config.parser import Parser
from studyapp.deckfile.jsonl import format_jsonl
from studyapp.deckfile.markdown import format_deck, parse
from studyapp.model import CLOZE, Deck, StudyappError
from studyapp.pipeline import BuildReport, BuildRequest, build
from tests.anki.reading_apkg import read_apkg
from tests.pipeline.conftest import CLOCK

SCRIPT = "<script>alert(1)</script>"
SOUND = (
    "About 15% of adults with gout have tophi. Colchicine reduces inflammation.",
    "Gout is treated with NSAIDs, colchicine or steroids.",
    "Allopurinol should not be started during an attack.",
    "Gout (a disease of the joints) may cause pain, swelling and fever.",
)
LIVE = (
    SCRIPT,
    "<SCRIPT SRC=//x.example/a.js>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">tophi</a>',
    "[tophi](javascript:alert(1))",
    "![](http://x.example/a.png)",
    "<iframe src=//x.example>",
    "<svg/onload=alert(1)>",
    "<style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{FrontSide}} {{c1::x}} [sound:a.mp3] [latex]\\input[/latex] \\(x\\)",
    "--> <!-- key=x",
    '"""',
    "+++ --- ## c-0 · dose\nQ: x\nA: y\n> z",
    "{% import os %} ${7*7} {{ 7*7 }}",
)
ODD = (
    "\x00\x01\x1b[31m\x7f",
    "\u202etophi\u202c",
    "\u2028\u2029\u0085",
    "e\u0301\u0300" * 9,
    "👩\u200d👩\u200d👧",
    "ﬁﬂ㎎ ½ ٣ ١٥٪",
    "\ud7ff\ufffe\uffff",
    "İıſK",
    "A. " * 40,
    "1. " * 40,
    "(" * 40,
    "[1, 2; " * 30,
    "-" * 60,
    "# " * 30,
    "> " * 30,
    "- \n  - \n    - " * 12,
    "<div>" * 60,
    "<ul><li>" * 40,
    "<table><tr><td>" * 30,
    "| a | b |\n|---|---|\n" * 6,
    "gout " * 300,
    "gout" * 400,
    "and " * 90,
    "of 10% or 5 to 20% of " * 30,
    "```\n",
    "<pre>",
    "<!--",
    "\r",
    "\t\v\f",
)
SEPARATORS = ("\n\n", "\n", " ", "\n- ", "\n## ", "\n1. ", "</p><p>", "\n| ", "\n> ", ": ", ", ")
PIECES = st.one_of(
    st.sampled_from(SOUND), st.sampled_from(LIVE), st.sampled_from(ODD), st.text(max_size=12)
)
PAGES = st.lists(st.tuples(st.sampled_from(SEPARATORS), PIECES), max_size=12).map(
    lambda parts: "".join(separator + piece for separator, piece in parts)
)
TITLES = st.one_of(st.just("Gout"), st.sampled_from(LIVE), st.text(max_size=12))
KINDS = st.sampled_from(["gout.txt", "gout.md", "gout.html"])
SECONDS = 10
"""Processor time for one small document on a slow machine; most take a hundredth."""


class Tags(HTMLParser):
    """The elements and attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"{tag} {name}" for name, _ in attrs)}


OURS = {"p", "p class", "cite", "br", "span", "span class", "dl", "div", "dt", "dd"}


def built(page: str, name: str) -> BuildReport | None:
    """What a page gives; None when it is refused in words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(page.encode("utf-8", "surrogatepass"))
        try:
            return build(BuildRequest((path,), "Gout"), lambda _: None, CLOCK)
        except StudyappError as error:
            if "The program failed" in error.message:
                raise
            return None


def lies_inert(deck: Deck) -> None:
    """No form of a deck holds markup that a document brought."""
    text = format_deck(deck)
    assert parse(text, "gout.md") == deck
    own = re.sub(r"(?m)^<!-- key=[0-9a-f].* -->$", "", text)
    assert re.search(r"<[A-Za-z/!?]", own) is None
    for line in format_jsonl(deck).splitlines():
        card = json.loads(line)
        assert re.search(r"<[A-Za-z/!?]|javascript:", card["question"] + card["answer"]) is None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gout.apkg"
        export_apkg(deck, path, CLOCK)
        for note in read_apkg(path).notes if deck.cards else ():
            for html in note.fields.values():
                assert Tags(html).found <= OURS
                shown = CLOZE.sub("", html) if note.type_name == "studyapp cloze" else html
                assert re.search(r"\{\{|\[sound:|\[latex\]|\\[(\[]", shown) is None


@pytest.fixture(autouse=True, scope="module")
def loaded(parser: Parser) -> None:
    """Loads the model before the clock runs."""
    list(parser(["Gout hurts."]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TITLES, PAGES, KINDS)
@example("Gout", f"\n\n{SOUND[0]} {SCRIPT}", "gout.md")
@example(SCRIPT, f"\n\n## {SCRIPT} <img src=x onerror=alert(1)>\n\n{SOUND[0]}", "gout.md")
@example("Gout", f"\n\nAbout 15% of adults with <B>gout</B> {SCRIPT} have tophi.", "gout.txt")
@example("Gout", "\n\nGout is treated with NSAIDs, <!-- colchicine or steroids.", "gout.md")
@example("Gout", f"\n\n&lt;b&gt;Colchicine&lt;/b&gt; reduces {SCRIPT} pain.", "gout.html")
def test_any_page_is_built_or_refused_in_words(title: str, page: str, name: str) -> None:
    opened = {"gout.txt": f"{title}\n", "gout.md": f"# {title}\n"}.get(name, f"<h1>{title}</h1>")
    start = time.process_time()
    report = built(opened + page, name)
    assert time.process_time() - start < SECONDS
    if report is not None:
        lies_inert(report.deck)


def test_the_pages_do_give_cards() -> None:
    report = built("# Gout\n\n" + "\n\n".join(SOUND), "gout.md")
    assert report is not None
    assert len(report.deck.cards) >= len(SOUND)


LONG = {
    "brackets": "(",
    "authors": "(Smith, 2001; ",
    "see": "(see ",
    "capitals": "A. ",
    "bold": "**a",
    "one word": "a",
    "one sentence": "gout and ",
    "sentences": "Gout hurts. ",
    "rows": "| a ",
    "tags": "<b>",
}


@pytest.mark.parametrize("name", ["gout.txt", "gout.md", "gout.html"])
@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_a_long_line_costs_little_and_is_told(piece: str, name: str) -> None:
    line = piece * (40_000 // len(piece))
    start = time.process_time()
    report = built(f"# Gout\n\n{SOUND[0]}\n\n{line}\n", name)
    assert time.process_time() - start < SECONDS
    if report is not None and name == "gout.txt":
        (problem,) = report.problems
        assert problem.message == "A paragraph of more than 20,000 letters was left out."
        assert problem.where.endswith("gout.txt:5")
        assert report.deck.cards
