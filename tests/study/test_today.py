from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from studyapp.model import CardRef, Deck, LearnerSettings, Rating, ReviewId
from studyapp.study import (
    DeckCount,
    Desk,
    Fault,
    Submission,
    ToCheck,
    answer,
    load_deck,
    more_today,
    next_card,
    report,
    save_settings,
    session_summary,
    suspend,
    today,
    undo,
    upcoming,
)

DeckMaker = Callable[..., Deck]


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, now: datetime) -> Deck:
    made = make_deck(25)
    load_deck(desk, made, now)
    return made


def _rate(desk: Desk, deck: Deck, place: int, rating: Rating, now: datetime) -> None:
    ref = CardRef(deck.id, deck.cards[place].id)
    review = ReviewId(f"{place}-{now.isoformat()}")
    answer(desk, Submission(review, ref, rating, milliseconds=6000), now)


def test_a_library_without_decks(desk: Desk, now: datetime) -> None:
    page = today(desk, now)
    assert (page.total, page.minutes, page.next_due, page.decks) == (0, 0, None, ())
    assert next_card(desk, now) is None


def test_new_cards_are_limited_to_twenty_a_day(desk: Desk, deck: Deck, now: datetime) -> None:
    page = today(desk, now)
    assert (page.new, page.total) == (20, 20)
    for place in range(20):
        _rate(desk, deck, place, Rating.EASY, now)
    page = today(desk, now)
    assert page.total == 0
    assert (page.daily, page.decks[0].new, page.decks[0].held) == (20, 0, 5)
    assert next_card(desk, now) is None
    assert page.next_due is not None
    assert (page.next_due.words, page.next_due.count) == ("tomorrow", 5)
    assert today(desk, now + timedelta(days=1)).new == 5


def test_an_undone_first_answer_gives_its_place_back(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    _rate(desk, deck, 0, Rating.EASY, now)
    assert today(desk, now).new == 19
    undo(desk, None, now)
    assert today(desk, now).new == 20


def test_a_new_day_begins_at_the_rollover_of_the_learners_zone(desk: Desk, deck: Deck) -> None:
    save_settings(desk, LearnerSettings("Asia/Tokyo"))
    evening_in_tokyo = datetime(2026, 3, 2, 14, tzinfo=UTC)
    _rate(desk, deck, 0, Rating.EASY, evening_in_tokyo)
    assert today(desk, evening_in_tokyo).new == 19
    after_four = datetime(2026, 3, 2, 19, tzinfo=UTC)
    page = today(desk, after_four)
    assert (page.day, page.new) == (date(2026, 3, 3), 20)


def test_steps_come_before_reviews_and_reviews_before_new(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    _rate(desk, deck, 5, Rating.EASY, now - timedelta(days=20))
    _rate(desk, deck, 9, Rating.AGAIN, now - timedelta(minutes=5))
    _rate(desk, deck, 7, Rating.GOOD, now)
    order = [one.ref.card for one in upcoming(desk, now, limit=50)]
    assert order[:2] == [deck.cards[9].id, deck.cards[5].id]
    assert order[2] == deck.cards[0].id
    assert order[-1] == deck.cards[7].id
    page = today(desk, now)
    assert (page.learning, page.review, page.new) == (2, 1, 18)
    first = next_card(desk, now)
    assert first is not None
    assert first.waiting.total == page.total == len(order)


def test_one_deck_alone(desk: Desk, deck: Deck, make_deck: DeckMaker, now: datetime) -> None:
    other = make_deck(2, number=2)
    load_deck(desk, other, now)
    shown = next_card(desk, now, other.id)
    assert shown is not None
    assert shown.ref.deck == other.id
    assert shown.waiting.new == 2
    _rate(desk, deck, 0, Rating.GOOD, now)
    assert [one.ref.deck for one in upcoming(desk, now, other.id)] == [other.id] * 2


def test_minutes_come_from_recorded_time(desk: Desk, deck: Deck, now: datetime) -> None:
    assert today(desk, now).minutes == 8
    _rate(desk, deck, 0, Rating.EASY, now)
    assert today(desk, now).minutes == 4


def test_the_days_to_come_and_the_days_gone(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, deck, 0, Rating.EASY, now - timedelta(days=30))
    _rate(desk, deck, 1, Rating.EASY, now - timedelta(days=5))
    _rate(desk, deck, 2, Rating.EASY, now - timedelta(days=5))
    page = today(desk, now)
    assert page.days[0].count == 1
    assert sorted(one.count for one in page.days[1:]) == [0, 0, 0, 0, 1, 1]
    assert len(page.studied) == 28
    assert page.days_studied == 1
    assert [one.count for one in page.studied if one.count] == [2]
    assert page.studied[-1].day == page.day == date(2026, 3, 2)


def test_a_suspended_card_waits_nowhere(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, deck, 0, Rating.EASY, now - timedelta(days=30))
    suspend(desk, CardRef(deck.id, deck.cards[0].id), now)
    page = today(desk, now)
    assert page.review == 0
    assert page.days[0].count == 0
    assert page.decks[0].suspended == 1


def test_next_due_within_the_day(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    lone = make_deck(1)
    load_deck(desk, lone, now)
    save_settings(desk, LearnerSettings("UTC", new_per_day=0))
    assert today(desk, now).next_due is None
    save_settings(desk, LearnerSettings("UTC"))
    card = next_card(desk, now)
    assert card is not None
    _rate(desk, lone, 0, Rating.EASY, now)
    due = today(desk, now).next_due
    assert due is not None
    assert (due.words, due.count) == (f"in {card.intervals.easy}", 1)


def test_a_sitting_in_numbers(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, deck, 0, Rating.GOOD, now - timedelta(hours=3))
    for place, rating in ((1, Rating.AGAIN), (2, Rating.GOOD), (3, Rating.HARD)):
        _rate(desk, deck, place, rating, now)
    later = now + timedelta(minutes=2)
    _rate(desk, deck, 1, Rating.AGAIN, later)
    summary = session_summary(desk, now, later)
    assert (summary.done, summary.remembered, summary.again) == (4, 2, 2)
    assert summary.seconds == 24
    assert [one.ref.card for one in summary.missed] == [deck.cards[1].id]


def test_a_learner_abroad_keeps_the_days_they_lived(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    lone = make_deck(1)
    load_deck(desk, lone, now)
    _rate(desk, lone, 0, Rating.EASY, now)
    london = today(desk, now).studied[-1]
    save_settings(desk, replace(LearnerSettings(), zone="Pacific/Auckland"))
    page = today(desk, now)
    assert page.day == date(2026, 3, 2)
    assert london in page.studied


def test_a_learner_is_new_until_the_first_answer(desk: Desk, deck: Deck, now: datetime) -> None:
    assert today(desk, now).first
    _rate(desk, deck, 0, Rating.GOOD, now)
    assert not today(desk, now).first
    undo(desk, None, now)
    assert not today(desk, now).first


def test_what_is_to_be_checked_stands_by_deck(
    desk: Desk, deck: Deck, make_deck: DeckMaker, now: datetime
) -> None:
    assert today(desk, now).check == ToCheck((), (), (), ())
    other = make_deck(3, number=2)
    load_deck(desk, other, now)
    save_settings(desk, LearnerSettings("Europe/London", leech_after=1))
    for place in (0, 1):
        report(desk, CardRef(other.id, other.cards[place].id), Fault.UNCLEAR, "", now)
    report(desk, CardRef(other.id, other.cards[0].id), Fault.WRONG, "", now)
    _rate(desk, deck, 0, Rating.EASY, now - timedelta(days=30))
    _rate(desk, deck, 0, Rating.AGAIN, now)
    check = today(desk, now).check
    assert check.reported == (DeckCount(other.id, other.title, 2),)
    assert check.leeches == (DeckCount(deck.id, deck.title, 1, lapses=1),)
    assert (check.changed, check.drafts) == ((), ())


def test_more_comes_when_asked_and_says_how_many(desk: Desk, deck: Deck, now: datetime) -> None:
    for place in range(20):
        _rate(desk, deck, place, Rating.EASY, now)
    assert today(desk, now).total == 0
    assert more_today(desk, 10, now, new=True) == 5
    assert today(desk, now).new == 5
    assert more_today(desk, 10, now, new=True) == 0


def test_a_backlog_beyond_a_thousand_is_counted_whole(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    save_settings(desk, LearnerSettings("Europe/London", new_per_day=2000))
    big = make_deck(1050)
    load_deck(desk, big, now - timedelta(days=90))
    for place in range(1050):
        _rate(desk, big, place, Rating.EASY, now - timedelta(days=90))
    backlog = today(desk, now).backlog
    assert backlog is not None
    assert (backlog.cards, backlog.days, backlog.away) == (1050, 6, 90)
    assert [one.count for one in today(desk, now).days] == [200, 200, 200, 200, 200, 50, 0]
