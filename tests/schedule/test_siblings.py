"""Cards of one passage that give each other away are one family."""

from studyapp.model import Card, CardId, Citation, FactKind, Lines, SourceId
from studyapp.schedule import families


def _card(number: int, question: str, answer: str, *lines: int, document: str = "a.txt") -> Card:
    first, last = (lines[0], lines[-1])
    place = Citation(SourceId(document), ("Head",), Lines(first, last))
    return Card(CardId(f"c-{number:016x}"), FactKind.FIGURE, question, answer, (place,))


def test_two_blanks_of_a_sentence_are_siblings() -> None:
    cards = [
        _card(1, "Warfarin acts for {{c1::five days::how long}}.", "five days", 3),
        _card(2, "{{c1::Warfarin::what}} acts for five days.", "Warfarin", 3),
        _card(3, "What reverses heparin?", "Protamine", 3),
    ]
    assert families(cards) == (0, 0, 2)


def test_a_question_whose_answer_another_shows_is_its_sibling() -> None:
    cards = [
        _card(1, "How long does warfarin act?", "Five days", 3, 4),
        _card(2, "Which drug acts for five days?", "Warfarin", 4),
    ]
    assert families(cards) == (0, 0)


def test_siblings_of_siblings_are_siblings() -> None:
    cards = [
        _card(1, "What is red?", "Blood", 1),
        _card(2, "Blood is what, and warm?", "Red as iron", 1),
        _card(3, "What holds iron?", "Red as iron", 1),
    ]
    assert families(cards) == (0, 0, 0)


def test_the_same_words_elsewhere_make_no_family() -> None:
    cards = [
        _card(1, "How long does warfarin act?", "Five days", 3),
        _card(2, "Which drug acts for five days?", "Warfarin", 30),
        _card(3, "Which drug acts for five days?", "Warfarin", 3, document="b.txt"),
    ]
    assert families(cards) == (0, 1, 2)


def test_numbers_are_whole() -> None:
    cards = [
        _card(1, "What share has pain?", "5%", 3),
        _card(2, "What has 95% of patients with 0.5 mg?", "Relief", 3),
    ]
    assert families(cards) == (0, 1)


def test_no_cards() -> None:
    assert families([]) == ()


def test_thousands_of_cards_on_one_line_are_looked_through_at_once() -> None:
    cards = [_card(n, f"What is number {n}?", f"It is {n} of them", 1) for n in range(4000)]
    assert families(cards) == tuple(range(4000))
