"""The deck file: what people read, and that it comes back exactly."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

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
    Offered,
    Side,
    Source,
)
from tests.deckfile.gout import DECK, TEXT

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
    words = st.lists(st.from_regex(r"[0-9a-f]{3}", fullmatch=True), max_size=3).map(tuple)
    places = st.none() | st.tuples(source_ids, LINES)
    memory = places.flatmap(
        lambda place: st.builds(
            Offered,
            TEXTS,
            st.just(place),
            words if place else st.just(()),
            words if place else st.just(()),
        )
    )
    offered = draw(st.lists(memory, max_size=3, unique_by=lambda one: one.key))
    cards_and_note = (tuple(several_cards), draw(TEXTS), tuple(offered))
    return Deck(deck_id, draw(TEXTS), tuple(sources), *cards_and_note)


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
