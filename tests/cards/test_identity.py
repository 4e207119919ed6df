"""A card stays the same card as long as its fact is about the same."""

import re
from dataclasses import replace

import pytest

from studyapp.cards import make
from studyapp.model import Card, Citation, Fact, FactKind, Lines, SourceId, is_edited

PLACE = Citation(SourceId("gout.txt"), ("Gout",), Lines(3, 3))
FACT = Fact(
    FactKind.DOSE,
    "colchicine",
    "first dose",
    "1 mg",
    (PLACE,),
    population="adults",
    condition="acute attacks",
    topic="gout",
)


def only(fact: Fact) -> Card:
    (card,) = make([fact])
    return card


@pytest.mark.parametrize(
    "changed",
    [
        replace(FACT, value="1.2 mg"),
        replace(FACT, question="With which dose of colchicine does one begin?"),
        replace(FACT, citations=(Citation(SourceId("other.txt"), (), Lines(9, 12)),)),
        replace(FACT, subject="Colchicine"),
        replace(FACT, attribute="the first dose"),
        replace(FACT, population="adult"),
        replace(FACT, topic="gouty arthritis"),
        replace(FACT, rank=2.0),
    ],
    ids=["value", "wording", "place", "capital", "article", "plural", "topic", "rank"],
)
def test_the_key_stays(changed: Fact) -> None:
    card, again = only(FACT), only(changed)
    assert (again.key, again.id) == (card.key, card.id)


@pytest.mark.parametrize(
    "changed",
    [
        replace(FACT, subject="allopurinol"),
        replace(FACT, attribute="highest dose"),
        replace(FACT, population="children"),
        replace(FACT, condition="chronic gout"),
        replace(FACT, time="after 1 hour"),
        replace(FACT, negated=True),
    ],
    ids=["subject", "attribute", "population", "condition", "time", "negation"],
)
def test_another_fact_has_another_key(changed: Fact) -> None:
    card, other = only(FACT), only(changed)
    assert other.key != card.key
    assert other.id != card.id


def test_keys_and_ids_are_those_of_earlier_versions() -> None:
    card = only(FACT)
    assert card.key == "eeb32bf5dfec78e0"
    assert card.id == "c-629deb3e32e41265"


def test_the_form_of_an_id() -> None:
    assert re.fullmatch(r"c-[0-9a-f]{16}", only(FACT).id)
    assert re.fullmatch(r"[0-9a-f]{16}", only(FACT).key)


def test_one_key_with_two_questions_makes_two_cards() -> None:
    other = replace(FACT, question="Why is colchicine begun low?")
    first, second = make([FACT, other])
    assert first.id != second.id
    assert first == only(FACT), "the first one keeps the key it has alone"
    assert make([FACT, other]) == (first, second)


def test_the_same_question_twice_makes_one_card() -> None:
    assert make([FACT, replace(FACT, value="2 mg"), replace(FACT, value="3 mg")])[2:] == ()


def test_a_made_card_is_not_edited() -> None:
    card = only(FACT)
    assert not is_edited(card)
    assert is_edited(replace(card, answer="2 mg"))
