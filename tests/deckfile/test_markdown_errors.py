"""What is said of a deck file that cannot be read, and of a deck that cannot be written."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from studyapp.deckfile.markdown import format_deck, parse
from studyapp.model import CardId, Deck, DeckId, Source, SourceId, StudyappError
from tests.deckfile.gout import DECK, TEXT

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


def test_a_damaged_memory_of_a_card_is_refused_with_its_line() -> None:
    text = TEXT.replace('"\n---\n', '"\n\n[offered]\n"00ff" = "9-3 0a1 - gout.txt"\n---\n', 1)
    line = text[: text.index("00ff")].count("\n") + 1
    with pytest.raises(StudyappError) as refused:
        parse(text, "gout.md")
    assert refused.value.where == f"gout.md:{line}"
    assert "'00ff' is not followed by what the deck remembers" in str(refused.value)
