"""A whole deck: what is wrong with its cards, and with two of them together."""

from dataclasses import replace

from studyapp.checks import ambiguity, check
from studyapp.model import Card, CardId, Deck, DeckId
from tests.checks.pages import LIBRARY, card, place

TOPHI = card("What percentage of adults with gout have tophi?", "About 20%", place("3"))
RASH = card("What may febuxostat cause in gout?", "A rash", place("11"))


def deck(*cards: Card) -> Deck:
    named = (replace(c, id=CardId(f"c-{n:016x}")) for n, c in enumerate(cards))
    sources = tuple(document.source for document in LIBRARY.values())
    return Deck(DeckId("0" * 32), "Gout", sources, tuple(named))


def test_a_sound_deck() -> None:
    assert check(deck(TOPHI, RASH), LIBRARY) == ()


def test_problems_come_in_the_order_of_the_deck() -> None:
    wrong = replace(TOPHI, answer="About 30%"), RASH, replace(RASH, answer="A cough")
    found = check(deck(*wrong), LIBRARY)
    assert [card_id[-1] for card_id, _ in found] == ["0", "2", "2"]
    assert all(problem.where == card_id for card_id, problem in found)


def test_the_same_question_twice() -> None:
    twice = replace(TOPHI, question="What percentage of adults with gout have  tophi ?")
    ((second, problem),) = ambiguity(deck(TOPHI, RASH, twice))
    assert second.id == "c-0000000000000002"
    assert problem.message == "It asks the same as c-0000000000000000."


def test_the_same_question_with_another_answer() -> None:
    ((_, problem),) = ambiguity(deck(TOPHI, replace(TOPHI, answer="About 25%")))
    assert problem.message == (
        "It asks the same as c-0000000000000000, which answers 'About 20%'."
    )
    assert "tells them apart" in problem.hint


def test_two_blanks_in_one_sentence_are_two_questions() -> None:
    one = replace(TOPHI, question="{{c1::Tophi}} hurt in gout at night.", answer="Tophi")
    two = replace(TOPHI, question="Tophi hurt in {{c1::gout}} at night.", answer="gout")
    assert list(ambiguity(deck(one, two))) == []


def test_a_withdrawn_card_asks_nothing() -> None:
    assert list(ambiguity(deck(replace(TOPHI, withdrawn=True), TOPHI))) == []
