"""What holds of whatever is offered, for any deck and any throw."""

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.choices import Choices, prepare
from studyapp.model import Card
from tests.choices.decks import ILLNESSES, NAMES, SHARES, card

_PEOPLE = ("divers", "pilots", "bakers", "miners", "nurses", "singers", "drummers", "weavers")
_AMOUNTS = st.one_of(
    st.integers(1, 99).map("{}%".format),
    st.tuples(st.integers(1, 40), st.integers(41, 90)).map(lambda ends: f"{ends[0]}–{ends[1]}%"),
    st.integers(1, 60).map("about {} per cent".format),
    st.sampled_from(["half", "a third", "more than 60%", "less than 5%", "one in ten"]),
)
_SHARES = st.tuples(st.sampled_from(_PEOPLE), _AMOUNTS).map(
    lambda pair: (f"What percentage of {pair[0]} hear badly?", pair[1])
)
_PAIRS = st.lists(st.one_of(_SHARES, st.sampled_from(SHARES + ILLNESSES + NAMES)), max_size=14)
_DICE = st.one_of(st.integers(), st.binary(max_size=80))


def _all_offers(deck: tuple[Card, ...], dice: int | bytes) -> list[tuple[Card, Choices]]:
    pool = prepare(deck)
    found = ((one, pool.offer(one, dice)) for one in deck)
    return [(one, choices) for one, choices in found if choices is not None]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@settings(deadline=None)
@given(_PAIRS, _DICE)
def test_every_offer_is_fair(pairs: list[tuple[str, str]], dice: int | bytes) -> None:
    deck = tuple(card(number, *pair) for number, pair in enumerate(pairs))
    answers = {_folded(one.answer) for one in deck}
    for asked, choices in _all_offers(deck, dice):
        options = [_folded(option) for option in choices.options]
        assert len(options) == 4
        assert len(set(options)) == 4
        assert set(options) <= answers
        assert options.count(_folded(asked.answer)) == 1
        assert options[choices.right] == _folded(asked.answer)


@settings(deadline=None)
@given(_PAIRS, _DICE)
def test_the_dice_decide_alone(pairs: list[tuple[str, str]], dice: int | bytes) -> None:
    deck = tuple(card(number, *pair) for number, pair in enumerate(pairs))
    backwards = _all_offers(deck[::-1], dice)
    assert _all_offers(deck, dice) == backwards[::-1]


def test_any_place_may_be_the_right_one() -> None:
    deck = tuple(card(number, *pair) for number, pair in enumerate(SHARES))
    pool = prepare(deck)
    thrown = [pool.offer(deck[0], dice) for dice in range(60)]
    assert {choices.right for choices in thrown if choices} == {0, 1, 2, 3}
    assert len({choices.options for choices in thrown if choices}) > 20
