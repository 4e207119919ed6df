from dataclasses import replace
from datetime import UTC, datetime

from studyapp.deckfile.markdown import format_deck, parse
from studyapp.deckfile.rebuild import rebuilt
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
    SourceId,
    wording_hash,
)

THEN = datetime(2026, 1, 2, tzinfo=UTC)
NOW = datetime(2026, 3, 4, tzinfo=UTC)
GOUT = Source(SourceId("gout.txt"), "Gout")


def place(first: int, last: int) -> Citation:
    return Citation(GOUT.id, ("Gout",), Lines(first, last))


def made(key: str, answer: str, lines: Citation) -> Card:
    question = f"What is {key}?"
    return Card(
        CardId(f"c-{int(key, 36):016x}"),
        FactKind.DEFINITION,
        question,
        answer,
        (lines,),
        topic="Gout",
        key=key,
        made=wording_hash(question, answer),
    )


EMPTY = Deck(DeckId("0" * 32), "Gout", (GOUT,), ())
URATE = made("urate", "A salt of uric acid", place(3, 3))
TOPHUS = made("tophus", "A lump of urate", place(5, 5))
FIRST = rebuilt(EMPTY, (GOUT,), (URATE, TOPHUS), THEN)


def only(deck: Deck, key: str) -> Card:
    (card,) = (card for card in deck.cards if card.key == key)
    return card


def test_a_deleted_card_does_not_come_back() -> None:
    shorter = replace(FIRST, cards=(only(FIRST, "urate"),))
    read_again = parse(format_deck(shorter), "gout.md")
    again = rebuilt(read_again, (GOUT,), (URATE, TOPHUS), NOW)
    assert [card.key for card in again.cards] == ["urate"]
    assert [one.key for one in again.offered] == ["tophus", "urate"]


def test_a_fact_that_is_new_is_added() -> None:
    flare = made("flare", "An attack", place(7, 7))
    again = rebuilt(FIRST, (GOUT,), (URATE, TOPHUS, flare), NOW)
    assert only(again, "flare").changed == NOW


def test_an_edited_card_keeps_all_that_a_person_set() -> None:
    edited = replace(
        only(FIRST, "urate"),
        kind=FactKind.ROLE,
        answer="The salt that gout is made of",
        citations=(place(3, 4),),
        differs=(Side("A crystal", (place(9, 9),)),),
        topic="Crystals",
    )
    deck = replace(FIRST, cards=(edited, only(FIRST, "tophus")))
    again = only(rebuilt(deck, (GOUT,), (URATE, TOPHUS), NOW), "urate")
    assert replace(again, now="", changed=None) == replace(edited, now="", changed=None)


def test_a_card_as_generated_keeps_kind_topic_and_wider_places() -> None:
    card = replace(only(FIRST, "urate"), kind=FactKind.ROLE, topic="Crystals")
    wider = replace(card, citations=(place(2, 3), place(8, 8)))
    deck = replace(FIRST, cards=(wider, only(FIRST, "tophus")))
    again = only(rebuilt(deck, (GOUT,), (URATE, TOPHUS), NOW), "urate")
    assert (again.kind, again.topic, again.citations) == (
        FactKind.ROLE,
        "Crystals",
        wider.citations,
    )


def test_a_card_as_generated_takes_the_new_answer_and_place() -> None:
    moved = made("urate", "A salt in the blood", place(4, 4))
    again = only(rebuilt(FIRST, (GOUT,), (moved, TOPHUS), NOW), "urate")
    assert (again.answer, again.was) == ("A salt in the blood", "A salt of uric acid")
    assert again.citations == (place(4, 4),)
    assert again.changed == NOW
    assert only(FIRST, "urate").changed == THEN


def reread(card: Card, key: str, question: str, answer: str = "") -> Card:
    """The same fact as the rules read it later: another key, perhaps another wording."""
    says = answer or card.answer
    return replace(
        card,
        id=CardId(f"c-{int(key, 36):016x}"),
        key=key,
        question=question,
        answer=says,
        made=wording_hash(question, says),
    )


def test_a_fact_that_is_read_anew_keeps_its_card() -> None:
    anew = reread(URATE, "salt", "What is urate in gout?")
    again = rebuilt(FIRST, (GOUT,), (anew, TOPHUS), NOW)
    assert [(card.id, card.key, card.withdrawn) for card in again.cards] == [
        (URATE.id, "salt", False),
        (TOPHUS.id, "tophus", False),
    ]
    assert only(again, "salt").question == "What is urate in gout?"


def test_an_edited_card_keeps_its_wording_under_its_new_key() -> None:
    edited = replace(only(FIRST, "urate"), answer="The salt of uric acid")
    deck = replace(FIRST, cards=(edited, only(FIRST, "tophus")))
    anew = reread(URATE, "salt", "What is urate in gout?")
    again = only(rebuilt(deck, (GOUT,), (anew, TOPHUS), NOW), "salt")
    assert (again.id, again.answer, again.withdrawn) == (URATE.id, edited.answer, False)


def test_a_fact_that_takes_over_the_key_of_another_keeps_its_own_card() -> None:
    heir = replace(TOPHUS, key="urate")
    again = rebuilt(FIRST, (GOUT,), (heir,), NOW)
    urate, tophus = again.cards
    assert (urate.id, urate.answer, urate.withdrawn) == (URATE.id, URATE.answer, True)
    assert (tophus.id, tophus.key, tophus.was, tophus.withdrawn) == (TOPHUS.id, "urate", "", False)
    back = rebuilt(again, (GOUT,), (URATE, TOPHUS), NOW)
    assert [(card.id, card.key, card.withdrawn) for card in back.cards] == [
        (URATE.id, "urate", False),
        (TOPHUS.id, "tophus", False),
    ]


def test_a_fact_that_takes_over_the_key_of_a_deleted_card_stays() -> None:
    again = rebuilt(DELETED, (GOUT,), (replace(TOPHUS, key="urate"),), NOW)
    assert [(card.id, card.withdrawn) for card in again.cards] == [(TOPHUS.id, False)]


DELETED = replace(FIRST, cards=(only(FIRST, "tophus"),))
ANEW = reread(URATE, "salt", "What is urate in gout?")


def test_a_deleted_card_stays_away_when_its_fact_is_read_anew() -> None:
    kept = parse(format_deck(DELETED), "gout.md")
    again = rebuilt(kept, (GOUT,), (ANEW, TOPHUS), NOW)
    assert [card.key for card in again.cards] == ["tophus"]
    assert [one.key for one in again.offered] == ["salt", "tophus", "urate"]
    third = reread(ANEW, "crystal", "What is urate in acute gout?")
    once_more = rebuilt(parse(format_deck(again), "gout.md"), (GOUT,), (third, TOPHUS), NOW)
    assert [card.key for card in once_more.cards] == ["tophus"]


def test_another_fact_in_the_place_of_a_deleted_card_is_new() -> None:
    for other in (
        reread(URATE, "salt", "What is urate?", "A product of purines"),
        replace(ANEW, citations=(place(9, 9),)),
    ):
        again = rebuilt(DELETED, (GOUT,), (other, TOPHUS), NOW)
        assert [card.key for card in again.cards] == ["tophus", "salt"]


def test_a_deck_of_an_older_program_knows_deleted_cards_by_their_keys() -> None:
    older = replace(DELETED, offered=tuple(Offered(one.key) for one in DELETED.offered))
    text = format_deck(older)
    assert 'offered = [\n "tophus", "urate",\n]' in text
    assert parse(text, "gout.md").offered == older.offered
    again = rebuilt(parse(text, "gout.md"), (GOUT,), (URATE, TOPHUS), NOW)
    assert [card.key for card in again.cards] == ["tophus"]
    assert all(one.place for one in again.offered)


def test_what_is_remembered_of_an_edited_card_is_what_the_build_made() -> None:
    edited = replace(only(FIRST, "urate"), question="Which salt?", answer="Mine")
    deck = rebuilt(
        replace(FIRST, cards=(edited, only(FIRST, "tophus"))), (GOUT,), (URATE, TOPHUS), NOW
    )
    assert deck.offered == FIRST.offered
    gone = replace(deck, cards=deck.cards[1:])
    assert [card.key for card in rebuilt(gone, (GOUT,), (ANEW, TOPHUS), NOW).cards] == ["tophus"]


def test_another_fact_of_the_same_line_takes_no_card_over() -> None:
    other = reread(URATE, "salt", "What is urate?", "A product of purines")
    again = rebuilt(FIRST, (GOUT,), (other, TOPHUS), NOW)
    assert only(again, "urate").withdrawn
    assert only(again, "salt").id != URATE.id


def test_two_facts_that_fit_equally_take_no_card_over() -> None:
    twins = [reread(URATE, key, "What is urate in gout?") for key in ("salt", "acid")]
    again = rebuilt(FIRST, (GOUT,), (*twins, TOPHUS), NOW)
    assert only(again, "urate").withdrawn
    assert len(again.cards) == len(FIRST.cards) + len(twins)
