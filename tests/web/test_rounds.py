"""Which card a round of practice asks, whatever was answered and taken back."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.model import CardId
from studyapp.web.rounds import SIZE, Round, following, shuffled

A, B, C = (CardId(f"c-{n:016x}") for n in (1, 2, 3))
MANY = tuple(CardId(f"c-{n:016x}") for n in range(50))


def test_missed_cards_come_again_at_the_end() -> None:
    asked = []
    practice = Round((A, B, C))
    for letter in "frrfr":
        asked.append(practice.current)
        practice = practice.after(letter)
    assert asked == [A, B, C, A, A]
    assert practice.current is None
    assert (practice.met, practice.missed, practice.finished) == ((A, B, C), (A,), 3)


def test_again_is_missed_and_every_other_rating_is_not() -> None:
    practice = Round((A, B, C), "123")
    assert practice.current == A
    assert practice.missed == (A,)
    assert practice.times == 1


def test_what_is_taken_back_is_asked_again() -> None:
    practice = Round((A, B, C), "fru")
    assert (practice.current, practice.last, practice.missed) == (B, A, (A,))
    assert practice.before == ""
    assert Round((A, B, C), "fruur").current == B
    assert Round((A, B, C), "uu").current == A
    assert Round((A, B, C), "uu").last is None


def test_a_log_that_goes_on_after_the_end_changes_nothing() -> None:
    assert Round((A,), "rrrf").missed == ()
    assert Round((A,), "rrrf").current is None


@given(st.text(alphabet="fru1234", max_size=60))
def test_no_log_loses_a_card(log: str) -> None:
    practice = Round((A, B, C), log)
    assert 0 <= practice.finished <= 3
    assert (practice.current is None) == (practice.finished == 3)
    assert set(practice.missed) <= set(practice.met)
    assert Round((A, B, C), log + "fu").current == practice.current


def test_rounds_go_through_all_cards_once() -> None:
    seen: list[CardId] = []
    last = None
    while cards := following(MANY, "seed", last):
        assert len(cards) <= SIZE
        seen += cards
        last = cards[-1]
    assert len(seen) == 50
    assert tuple(seen) == shuffled(MANY, "seed")
    assert shuffled(MANY, "other") != shuffled(MANY, "seed")


def test_a_card_that_leaves_moves_no_other() -> None:
    first = following(MANY, "seed", None)
    rest = tuple(card for card in MANY if card != first[3])
    assert set(following(rest, "seed", first[-1])) == set(following(MANY, "seed", first[-1]))
