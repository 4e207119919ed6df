"""What a study day brings: who gets room, who waits, and in what order they come."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.model import LearnerSettings, NewCards, Order
from studyapp.schedule import Due, Fresh, Quota, agenda, days_to_clear
from studyapp.schedule.agenda import in_topics

RISK = LearnerSettings(order=Order.RISK)
PLENTY = Quota(all=1000, new=1000)


def _due(card: int, risk: float = 0.1, topic: str = "a", family: int = 0) -> Due:
    return Due(card, risk, since=100 - card, topic=(1, topic), family=family or card)


def _fresh(card: int, topic: str = "a", family: int = 0) -> Fresh:
    return Fresh(card, place=card, topic=(1, topic), family=family or card)


def test_the_card_most_at_risk_comes_first() -> None:
    due = [_due(1, 0.1), _due(2, 0.5), _due(3, 0.3)]
    assert agenda(due, (), PLENTY, RISK).cards == (2, 3, 1)


def test_where_there_is_no_room_the_safest_cards_wait() -> None:
    found = agenda([_due(1, 0.1), _due(2, 0.5), _due(3, 0.3)], (), Quota(2, 9), RISK)
    assert found.cards == (2, 3)
    assert found.later == 1


def test_no_new_card_comes_while_due_ones_wait() -> None:
    due = [_due(1, 0.9), _due(2)]
    assert agenda(due, [_fresh(9)], Quota(all=1, new=5), RISK).cards == (1,)
    assert agenda(due, [_fresh(9)], Quota(all=2, new=5), RISK).cards == (1, 2)
    assert agenda(due, [_fresh(9)], Quota(all=3, new=5), RISK).cards == (1, 9, 2)
    assert agenda(due, [_fresh(9)], Quota(all=9, new=0), RISK).cards == (1, 2)


@pytest.mark.parametrize(
    ("where", "order"),
    [
        (NewCards.FIRST, (8, 9, 1, 2, 3, 4)),
        (NewCards.LAST, (1, 2, 3, 4, 8, 9)),
        (NewCards.MIXED, (1, 8, 2, 3, 9, 4)),
    ],
)
def test_new_cards_come_where_they_are_wanted(where: NewCards, order: tuple[int, ...]) -> None:
    due = [_due(number, 0.9 - number / 10) for number in range(1, 5)]
    settings = LearnerSettings(order=Order.RISK, new_cards=where)
    assert agenda(due, [_fresh(8), _fresh(9)], PLENTY, settings).cards == order


def test_the_longest_due_card_may_come_first() -> None:
    due = [_due(1, 0.9), _due(2, 0.1), _due(3, 0.5)]
    assert agenda(due, (), PLENTY, LearnerSettings(order=Order.OLDEST)).cards == (3, 2, 1)


def test_siblings_do_not_meet_on_a_day() -> None:
    due = [_due(1, 0.5, family=1), _due(2, 0.4, family=1), _due(3, 0.3)]
    fresh = [_fresh(7, family=3), _fresh(8, family=8), _fresh(9, family=8)]
    found = agenda(due, fresh, PLENTY, RISK)
    assert set(found.cards) == {1, 3, 8}
    assert found.apart == 1
    together = LearnerSettings(order=Order.RISK, siblings_apart=False)
    assert set(agenda(due, fresh, PLENTY, together).cards) == {1, 2, 3, 7, 8, 9}


def test_siblings_of_a_card_answered_today_wait_too() -> None:
    assert agenda([_due(1, family=5)], (), PLENTY, RISK, frozenset({5})).cards == ()


def test_topics_come_in_turn() -> None:
    due = [_due(n, 0.9 - n / 100, topic) for n, topic in enumerate("aaabbc")]
    cards = agenda(due, (), PLENTY, LearnerSettings(order=Order.TOPICS)).cards
    assert "".join("aaabbc"[card] for card in cards) == "ababac"


@given(st.lists(st.sampled_from("abcd"), max_size=24))
def test_no_topic_comes_twice_running_if_that_can_be(topics: list[str]) -> None:
    cards = [_due(number, topic=topic) for number, topic in enumerate(topics)]
    order = in_topics(cards)
    assert sorted(one.card for one in order) == list(range(len(topics)))
    for topic in set(topics):
        own = [one.card for one in order if one.topic == (1, topic)]
        assert own == sorted(own)
    most = max(map(topics.count, topics), default=0)
    if 2 * most <= len(topics) + 1:
        said = [one.topic for one in order]
        assert all(one != other for one, other in pairwise(said))


@given(
    st.lists(st.floats(0, 1), max_size=30),
    st.integers(0, 10),
    st.integers(0, 40),
    st.integers(0, 20),
)
def test_a_day_never_holds_more_than_it_may(
    risks: list[float], fresh: int, room: int, new: int
) -> None:
    due = [_due(number, risk) for number, risk in enumerate(risks, 1)]
    news = [_fresh(100 + number) for number in range(fresh)]
    found = agenda(due, news, Quota(room, new), RISK)
    came = [card for card in found.cards if card >= 100]
    assert len(set(found.cards)) == len(found.cards) <= room
    assert len(came) <= new
    assert len(found.cards) - len(came) + found.later == len(due)
    assert not (came and found.later)


@pytest.mark.parametrize(
    ("later", "coming", "limit", "days"),
    [
        (100, (0, 0, 0), 100, 2),
        (101, (0, 0, 0), 100, 3),
        (100, (50, 50, 50), 100, 3),
        (100, (100, 120, 90), 100, None),
        (1, (), 100, None),
    ],
)
def test_over_how_many_days_a_backlog_is_spread(
    later: int, coming: tuple[int, ...], limit: int, days: int | None
) -> None:
    assert days_to_clear(later, coming, limit) == days
