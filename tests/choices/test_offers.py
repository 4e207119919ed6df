"""What stands beside a right answer: things of its kind, of its looks, and wrong."""

from dataclasses import replace

import pytest

from studyapp.choices import offer, prepare
from studyapp.model import FactKind
from tests.choices.decks import (
    DOSES,
    ILLNESSES,
    NAMES,
    SHARES,
    card,
    cards,
    offered,
    wrong,
)

TIMES = (
    ("How long does a packed nose bleed on average?", "3 days"),
    ("How long are ear drops kept once opened?", "28 days"),
    ("How long should swimmers stay dry after surgery?", "14 days"),
    ("How long does a graft take to root?", "7 days"),
)
CLASSES = (
    ("To which class of drugs does cefuroxime belong?", "Cephalosporins"),
    ("To which class of drugs does ofloxacin belong?", "Fluoroquinolones"),
    ("To which class of drugs does furosemide belong?", "Loop diuretics"),
    ("To which class of drugs does cetirizine belong?", "Antihistamines"),
)


@pytest.mark.parametrize("deck", [SHARES, ILLNESSES, DOSES, TIMES, CLASSES])
def test_a_card_is_offered_answers_of_its_own_kind(deck: tuple[tuple[str, str], ...]) -> None:
    choices = offered(*deck, *(SHARES if deck is TIMES else TIMES))
    assert choices is not None
    assert choices.options[choices.right] == deck[0][1]
    assert wrong(choices) <= {answer for _, answer in deck[1:]}


def test_no_options_without_three_distractors() -> None:
    assert offered(*SHARES[:3]) is None
    assert offered(*SHARES[:4]) is not None


def test_offer_is_what_a_pool_offers() -> None:
    deck = cards(*SHARES)
    assert offer(deck[2], deck[:2] + deck[3:], 5) == prepare(deck).offer(deck[2], 5)


def test_options_are_capitalised_alike() -> None:
    choices = offered(*((question, answer.lower()) for question, answer in NAMES))
    assert choices is not None
    assert set(choices.options) <= {answer for _, answer in NAMES}


def test_a_card_of_another_kind_gets_none() -> None:
    assert offered(("How does wax leave the ear?", "The skin carries it outward"), *SHARES) is None


def test_an_abbreviation_gets_none() -> None:
    """Its letters tell which words they stand for."""
    deck = tuple(
        replace(card(at, f"What does {short} stand for?", long), kind=FactKind.ABBREVIATION)
        for at, (short, long) in enumerate(
            (
                ("OME", "Otitis media with effusion"),
                ("BPPV", "Benign paroxysmal positional vertigo"),
                ("SNHL", "Sensorineural hearing loss"),
                ("ABR", "Auditory brainstem response"),
            )
        )
    )
    assert prepare(deck).offer(deck[0], 1) is None


def test_a_list_gets_none_and_gives_none() -> None:
    lists = tuple(
        (f"What are the 2 signs of stage {at}?", f"{one}; {two}")
        for at, (one, two) in enumerate(
            (("pain", "heat"), ("pus", "smell"), ("itch", "scales"), ("noise", "fullness"))
        )
    )
    assert offered(*lists) is None


def test_an_open_question_gets_none() -> None:
    """What may cause vertigo is not settled by one card: another name may be right too."""
    assert offered(*NAMES) is not None
    assert offered(("What can hurt after influenza?", NAMES[0][1]), *NAMES[1:]) is None


def test_the_most_common_cause_stands_beside_causes() -> None:
    """A name that no card calls a cause is no option where a cause is asked for."""
    asked = ("What is the most common cause of conductive deafness in adults?", "Otosclerosis")
    causes = tuple(
        (f"What is the main cause of {of}?", name)
        for of, name in (
            ("ringing in drummers", "Neuritis"),
            ("spinning in pilots", "Barotitis"),
            ("dizziness after influenza", "Labyrinthitis"),
        )
    )
    assert offered(asked, *NAMES[:3]) is None
    assert wrong(offered(asked, *causes)) == {name for _, name in causes}


def test_names_of_another_document_are_none_of_this_one() -> None:
    """'False labour' is a poor guess for a swollen ear canal."""
    own = tuple(card(at, *pair) for at, pair in enumerate(NAMES))
    strange = tuple(
        card(at + 10, question, answer, source="eye.md")
        for at, (question, answer) in enumerate(
            (
                ("What is a red and gritty lid called?", "Blepharitis"),
                ("What is a cloudy lens called?", "Cataract"),
                ("What is a turned eye called?", "Strabismus"),
            )
        )
    )
    assert prepare((own[0], *strange)).offer(own[0], 1) is None


def test_a_card_changed_since_is_offered_nothing() -> None:
    deck = cards(*SHARES)
    pool = prepare(deck)
    changed = card(0, SHARES[0][0], "46%")
    assert pool.offer(deck[0], 1) is not None
    assert pool.offer(changed, 1) is None


def test_a_withdrawn_card_gives_no_distractor() -> None:
    deck = cards(*SHARES[:4])
    gone = replace(deck[3], withdrawn=True)
    assert prepare((*deck[:3], gone)).offer(deck[0], 1) is None
