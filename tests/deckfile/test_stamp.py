"""Which cards a person edited in the file, and when a card's content last changed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from studyapp.deckfile.stamp import stamp, unstamped
from studyapp.model import Card, CardId, Citation, Deck, DeckId, FactKind, Lines, Source, SourceId

FILE = SourceId("stones.txt")
FIRST = datetime(2026, 11, 22, 10, tzinfo=UTC)
LATER = FIRST + timedelta(days=3)


def card(number: int, answer: str) -> Card:
    citations = (Citation(FILE, (), Lines(1, 1)),)
    name = CardId(f"c-{number:016x}")
    return Card(name, FactKind.FIGURE, "How many stones recur?", answer, citations)


DECK = Deck(DeckId("0" * 32), "Stones", (Source(FILE, "Stones"),), (card(1, "a"), card(2, "b")))


def test_new_cards_are_unstamped_until_stamped() -> None:
    assert unstamped(DECK) == DECK.cards
    stamped = stamp(DECK, FIRST)
    assert unstamped(stamped) == ()
    assert [c.changed for c in stamped.cards] == [FIRST, FIRST]


def test_stamping_again_changes_nothing() -> None:
    stamped = stamp(DECK, FIRST)
    assert stamp(stamped, LATER) == stamped


def test_only_an_edited_card_gets_a_new_time() -> None:
    first, second = stamp(DECK, FIRST).cards
    edited = replace(DECK, cards=(first, replace(second, extra="Half within ten years.")))
    assert unstamped(edited) == edited.cards[1:]
    again = stamp(edited, LATER)
    assert again.cards[0] == first
    assert again.cards[1].changed == LATER


def test_the_key_and_the_hash_as_generated_are_not_content() -> None:
    first, second = stamp(DECK, FIRST).cards
    kept = replace(DECK, cards=(replace(first, key="k", made="m"), second))
    assert unstamped(kept) == ()


def test_time_is_kept_in_utc_and_whole_seconds() -> None:
    local = FIRST.astimezone(timezone(timedelta(hours=1))) + timedelta(microseconds=7)
    changed = stamp(DECK, local).cards[0].changed
    assert changed == FIRST
    assert changed is not None
    assert changed.tzinfo is UTC
