"""Which cards take a typed answer, and what becomes of it."""

from studyapp.model import Card, CardId, Citation, FactKind, Lines, SourceId
from studyapp.study import takes_typing, typed_answer


def _card(question: str, answer: str) -> Card:
    place = Citation(SourceId("gout.txt"), (), Lines(1, 1))
    return Card(CardId("c-0000000000000001"), FactKind.FIGURE, question, answer, (place,))


def test_cards_in_numbers_take_typing_and_others_do_not() -> None:
    assert takes_typing(_card("For how long?", "Two weeks"))
    assert takes_typing(_card("It lasts {{c1::two weeks::how long?}}.", "two weeks"))
    assert not takes_typing(_card("It is treated with {{c1::colchicine}}.", "colchicine"))
    assert not takes_typing(_card("What is gout?", "A disease of joints"))


def test_a_card_in_words_compares_nothing() -> None:
    assert typed_answer(_card("What is gout?", "A disease of joints"), "5 mg") is None
    assert typed_answer(_card("For how long?", "Two weeks"), " \n ") is None


def test_the_deletion_itself_is_no_known_word() -> None:
    card = _card("Give {{c1::5 mg morphine}} early.", "5 mg morphine")
    found = typed_answer(card, "  0.005 g  morphine ")
    assert found is not None
    assert found.text == "0.005 g morphine"
    assert found.is_right
