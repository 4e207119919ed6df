"""The deck file: what people read, and that it comes back exactly."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.deckfile.markdown import format_deck, parse
from studyapp.model import (
    Card,
    CardId,
    Citation,
    Deck,
    DeckId,
    FactKind,
    Lines,
    Side,
    Source,
    SourceId,
    StudyappError,
)

GUIDE, LEAFLET = SourceId("gout guide.txt"), SourceId("leaflet.md")

DECK = Deck(
    id=DeckId("0123456789abcdef0123456789abcdef"),
    title="Gout: the “first” days",
    note="For study, not for patient care.",
    sources=(
        Source(GUIDE, "Gout in brief", "Invented Press", "guideline digest", "May 2021"),
        Source(LEAFLET, "Your gout", notice="not yet reviewed", sha256="ab" * 32),
    ),
    cards=(
        Card(
            id=CardId("c-7f3a91c04be26d58"),
            kind=FactKind.DOSE,
            question="What is the first dose of colchicine?",
            answer="1 mg, then 0.5 mg after one hour",
            citations=(Citation(GUIDE, ("Treatment", "First day"), Lines(14, 15)),),
            topic="Treatment",
            extra="Less in kidney disease.",
            differs=(Side("1.2 mg", (Citation(LEAFLET, (), Lines(9, 9)),)),),
            was="1 mg twice",
            withdrawn=True,
            key="dose:colchicine first dose",
            made="00112233aabbccdd",
            now="ffeeddcc33221100",
            changed=datetime(2026, 11, 22, 10, tzinfo=UTC),
        ),
        Card(
            id=CardId("c-0000000000000001"),
            kind=FactKind.RISK_FACTOR,
            question="A joint that is {{c1::red and hot}} needs a needle.",
            answer="red and hot",
            citations=(Citation(LEAFLET, ("Pitfalls",), Lines(3, 3), page=2, quote="hot: red"),),
        ),
    ),
)

TEXT = """\
---
format = 1
deck = "0123456789abcdef0123456789abcdef"
title = "Gout: the “first” days"
note = "For study, not for patient care."

[[sources]]
file = "gout guide.txt"
title = "Gout in brief"
publisher = "Invented Press"
page_kind = "guideline digest"
reviewed = "May 2021"

[[sources]]
file = "leaflet.md"
title = "Your gout"
notice = "not yet reviewed"
sha256 = "abababababababababababababababababababababababababababababababab"
---

## c-7f3a91c04be26d58 · dose
Q: What is the first dose of colchicine?
A: 1 mg, then 0.5 mg after one hour
> gout guide.txt · Treatment › First day · lines 14–15
Topic: Treatment
Extra: Less in kidney disease.
Differs: 1.2 mg
> leaflet.md · line 9
Was: 1 mg twice
Withdrawn: yes
<!-- key=dose:colchicine%20first%20dose made=00112233aabbccdd now=ffeeddcc33221100 \
changed=2026-11-22T10:00:00Z -->

## c-0000000000000001 · risk factor
Q: A joint that is {{c1::red and hot}} needs a needle.
A: red and hot
> leaflet.md · Pitfalls · page 2, line 3 · quote: hot: red
"""

NASTY = st.sampled_from(
    [
        *(
            "\n",
            "\r",
            "\t",
            " ",
            "\0",
            "\x7f",
            "\x85",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "e\u0301",
            "é",
        ),
        *(
            "\\",
            "\\n",
            "\\u0020",
            ":",
            "#",
            "## ",
            ">",
            "-->",
            "<!--",
            "---",
            "·",
            " · ",
            "›",
            " › ",
        ),
        *(
            '"',
            '"""',
            "'",
            "“”’",
            "=",
            "%20",
            "[[sources]]",
            "Q: ",
            "quote:",
            "lines 3–4",
            "{{c1::",
        ),
    ]
)
TEXTS = st.lists(st.one_of(NASTY, st.text(max_size=6)), max_size=5).map("".join)
FILLED = TEXTS.map(lambda text: text or "x")
HEX = st.text("0123456789abcdef", min_size=32, max_size=32)
LINES = st.tuples(st.integers(1, 999), st.integers(0, 9)).map(lambda t: Lines(t[0], sum(t)))
MICROSECONDS = st.integers(0, 4 * 10**15)
TIMES = MICROSECONDS.map(lambda n: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=n))
PAGES = st.none() | st.integers(0, 999)


@st.composite
def any_deck(draw: st.DrawFn) -> Deck:
    sources = draw(
        st.lists(
            st.builds(Source, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS),
            min_size=1,
            max_size=3,
            unique_by=lambda source: source.id,
        )
    )
    headings = st.lists(TEXTS, max_size=3).map(tuple)
    source_ids = st.sampled_from([source.id for source in sources])
    citations = st.builds(Citation, source_ids, headings, LINES, PAGES, TEXTS)
    several = st.lists(citations, min_size=1, max_size=2).map(tuple)
    cards = st.builds(
        Card,
        id=HEX.map(lambda text: CardId(f"c-{text[:16]}")),
        kind=st.sampled_from(FactKind),
        question=FILLED,
        answer=FILLED,
        citations=several,
        differs=st.lists(st.builds(Side, FILLED, several), max_size=2).map(tuple),
        topic=TEXTS,
        extra=TEXTS,
        key=TEXTS,
        made=TEXTS,
        now=TEXTS,
        changed=st.none() | TIMES,
        was=TEXTS,
        withdrawn=st.booleans(),
    )
    several_cards = draw(st.lists(cards, max_size=3, unique_by=lambda card: card.id))
    deck_id = DeckId(draw(HEX))
    return Deck(deck_id, draw(TEXTS), tuple(sources), tuple(several_cards), draw(TEXTS))


def test_a_deck_reads_as_a_person_would_write_it() -> None:
    assert format_deck(DECK) == TEXT
    assert parse(TEXT, "gout.md") == DECK


@given(any_deck())
@settings(max_examples=100, deadline=None)
def test_every_deck_comes_back_exactly(deck: Deck) -> None:
    text = format_deck(deck)
    assert parse(text, "any.md") == deck
    assert format_deck(parse(text, "any.md")) == text


@given(any_deck())
@settings(max_examples=30, deadline=None)
def test_a_deck_survives_windows_line_ends_and_editors_that_trim(deck: Deck) -> None:
    text = format_deck(deck)
    trimmed = "\r\n".join(line.rstrip(" \t") for line in text.split("\n"))
    assert parse("\ufeff" + trimmed, "any.md") == deck


def test_a_person_may_reorder_wrap_and_space_lines() -> None:
    start = TEXT.index("## c-7f3a")
    by_hand = """
##  c-7f3a91c04be26d58  ·  dose

Topic:   Treatment
> gout guide.txt · Treatment›First day · lines 14-15
Q: What is the first dose
   of colchicine?
Extra: Less in
\tkidney disease.
A:\t1 mg, then 0.5 mg after one hour
Withdrawn: yes
Was: 1 mg twice
Differs: 1.2 mg
> leaflet.md · lines 9
<!--  changed=2026-11-22T11:00:00+01:00 now=ffeeddcc33221100 made=00112233aabbccdd
  key=dose:colchicine%20first%20dose -->
"""
    deck = parse(TEXT[:start] + by_hand, "gout.md")
    assert deck.cards == DECK.cards[:1]


def test_a_backslash_that_escapes_nothing_is_itself() -> None:
    deck = parse(TEXT.replace("A: red and hot", r"A: \(r^2\)"), "gout.md")
    assert deck.cards[1].answer == r"\(r^2\)"


def test_empty_optional_lines_are_as_if_absent() -> None:
    deck = parse(TEXT.replace("Topic: Treatment", "Topic:"), "gout.md")
    assert deck.cards[0].topic == ""
    assert "Topic" not in format_deck(deck)


def test_a_deck_without_cards_is_a_deck() -> None:
    empty = replace(DECK, cards=())
    assert parse(format_deck(empty), "empty.md") == empty


BROKEN = {
    "no front matter": ("---\nformat", "format", 1, "front matter is missing", "starts with"),
    "not toml": ('title = "Gout', 'title = Gout"', 4, "not TOML", "key ="),
    "newer format": ("format = 1", "format = 2", 2, "has format 2", "pip install --upgrade"),
    "odd format": ("format = 1", 'format = "1"', 2, "has format", "pip install --upgrade"),
    "yes as format": ("format = 1", "format = true", 2, "has format", "pip install --upgrade"),
    "no format": ("format = 1\n", "", 1, "format of this deck file is not given", "starts with"),
    "misspelt key": ("title = ", "titel = ", 4, "'titel'", "title"),
    "no title": ('title = "Gout: the “first” days"\n', "", 1, "'title' is missing", "starts"),
    "a bare number": ('"Gout in brief"', "3", 9, "'title' is not text", '"3"'),
    "a bare date": ('"May 2021"', "2021-05-01", 12, "'reviewed' is not text", '"2021-05-01"'),
    "wrong deck id": ('deck = "0', 'deck = "x', 3, "not a deck id", "restore"),
    "source twice": ("leaflet.md", "gout guide.txt", 15, "described twice", "Remove"),
    "text before cards": ("---\n\n##", "---\n\nHello\n\n##", 21, "'Hello'", "## ID · KIND"),
    "unknown kind": ("· dose", "· doze", 21, "not the heading of a card", "dose, duration"),
    "no kind": (" · dose", "", 21, "not the heading of a card", "## ID · KIND"),
    "wrong card id": ("c-7f3a91c04be26d58", "new", 21, "'new' is not a card id", "called 'c-"),
    "id twice": ("c-0000000000000001", "c-7f3a91c04be26d58", 33, "line 21", "id of its own"),
    "no question": ("Q: What is the first dose of colchicine?\n", "", 21, "no question", "'Q: '"),
    "empty answer": ("A: red and hot", "A:", 33, "no answer", "'A: '"),
    "two answers": ("Topic: T", "A: T", 25, "second line 'A:'", "Keep one"),
    "unlabelled": ("Topic: T", "Topic T", 25, "'Topic Treatment' belongs to no part", "Topic:"),
    "wrapped": ("first dose of", "first\ndose of", 23, "belongs to no part", "indent it"),
    "no citation": ("> leaflet.md · Pitfalls · p", "Extra: p", 33, "No source", "> FILE"),
    "side without place": ("> leaflet.md · line 9\n", "", 27, "No source", "> FILE"),
    "empty side": ("Differs: 1.2 mg", "Differs:", 27, "no answer that differs", "remove"),
    "unknown source": ("> leaflet.md · line", "> leaf.md · line", 28, "'leaf.md'", "leaflet.md"),
    "no lines": ("line 9", "page 9", 28, "'page 9' does not say which lines", "lines 3–4"),
    "lines from nought": ("line 9", "line 0", 28, "no lines 0 to 0", "first line"),
    "lines backwards": ("14–15", "15–14", 24, "no lines 15 to 14", "first line"),
    "only a file": (" · line 9", "", 28, "has not the parts", "> FILE"),
    "too many parts": ("Pitfalls ·", "Pit · falls ·", 36, "has not the parts", "> FILE"),
    "neither yes nor no": ("Withdrawn: yes", "Withdrawn: maybe", 21, "neither yes", "remove"),
    "open comment": ("00Z -->", "00Z", 31, "does not end with '-->'", "remove"),
    "a remark": ("<!-- key", "<!-- check! key", 31, "'check!'", "Restore"),
    "two stamps": ("Topic: Treatment", "<!-- made=1 -->", 31, "two stamps", "Remove one"),
    "no time": ("2026-11-22T10:00:00Z", "today", 31, "'today' is not a time", "2026-"),
    "no zone": ("10:00:00Z", "10:00:00", 31, "not a time with its time zone", "2026-"),
}


@pytest.mark.parametrize("fault", BROKEN.values(), ids=BROKEN)
def test_an_error_names_the_line_what_is_wrong_and_what_to_do(
    fault: tuple[str, str, int, str, str],
) -> None:
    old, new, line, message, hint = fault
    assert old in TEXT
    with pytest.raises(StudyappError) as error:
        parse(TEXT.replace(old, new, 1), "decks/gout.md")
    assert error.value.where == f"decks/gout.md:{line}"
    assert message in error.value.message
    assert hint in error.value.hint


def test_sources_that_are_no_tables_are_refused() -> None:
    head = f'---\nformat = 1\ndeck = "{DECK.id}"\ntitle = "Gout"'
    with pytest.raises(StudyappError, match=r"gout\.md:5: 'sources' is not a list of tables"):
        parse(f'{head}\nsources = ["leaflet.md"]\n---\n', "gout.md")


def test_sources_may_be_written_as_a_list() -> None:
    list_of_sources = 'sources = [{file = "a.txt", title = "A"}]'
    text = f'---\nformat = 1\ndeck = "{DECK.id}"\ntitle = "Gout"\n{list_of_sources}\n---\n'
    assert parse(text, "gout.md").sources == (Source(SourceId("a.txt"), "A"),)


def test_an_empty_file_is_not_a_deck() -> None:
    with pytest.raises(StudyappError, match=r"gout\.md:1: This is not a deck file"):
        parse("", "gout.md")


IMPOSSIBLE = {
    "deck id": (replace(DECK, id=DeckId("x")), "not a deck id"),
    "sources twice": (replace(DECK, sources=DECK.sources[:1] * 2), "one file name"),
    "cards twice": (replace(DECK, cards=DECK.cards[:1] * 2), "Two cards are called"),
    "card id": (replace(DECK, cards=(replace(DECK.cards[0], id=CardId("1")),)), "not a card id"),
    "no question": (replace(DECK, cards=(replace(DECK.cards[0], question=""),)), "is empty"),
    "unknown source": (replace(DECK, sources=DECK.sources[:1]), "not a source of the deck"),
}


@pytest.mark.parametrize("case", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_deck_that_could_not_be_read_again_is_not_written(case: tuple[Deck, str]) -> None:
    deck, message = case
    with pytest.raises(StudyappError, match=message) as error:
        format_deck(deck)
    assert DECK.title in error.value.where
    assert error.value.hint


def test_a_time_without_zone_is_not_written() -> None:
    naive = datetime(2026, 11, 22, 10, tzinfo=UTC).replace(tzinfo=None)
    card = replace(DECK.cards[0], changed=naive)
    with pytest.raises(ValueError, match="no time zone"):
        format_deck(replace(DECK, cards=(card,)))
