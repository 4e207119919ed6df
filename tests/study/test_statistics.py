"""The figures of a real library, and that they are told of what counts and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from studyapp.model import CardRef, Deck, DeckId, LearnerSettings, Rating, ReviewId
from studyapp.study import (
    Desk,
    NotInLibraryError,
    Range,
    Statistics,
    Submission,
    answer,
    card_page,
    load_deck,
    save_settings,
    statistics,
    suspend,
    undo,
)

DeckMaker = Callable[..., Deck]
DAY = timedelta(days=1)


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, now: datetime) -> Deck:
    made = make_deck(4)
    load_deck(desk, made, now - 200 * DAY)
    return made


@dataclass(frozen=True)
class Learner:
    """Who answers the cards of one deck."""

    desk: Desk
    deck: Deck

    def rate(self, place: int, rating: Rating, at: datetime, milliseconds: int = 6000) -> None:
        ref = CardRef(self.deck.id, self.deck.cards[place].id)
        review = ReviewId(f"{self.deck.id[-4:]}-{place}-{at.isoformat()}")
        answer(self.desk, Submission(review, ref, rating, milliseconds=milliseconds), at)


@pytest.fixture
def learner(desk: Desk, deck: Deck) -> Learner:
    return Learner(desk, deck)


def _shade(told: Statistics, day: date) -> int:
    (found,) = (one for one in told.days.days if one.day == day.toordinal())
    return found.answers


def test_an_empty_library_has_empty_figures(desk: Desk, now: datetime) -> None:
    told = statistics(desk, now, more=True)
    assert (told.decks, told.answers, told.due.total, told.recall.reviews) == ((), 0, 0, 0)
    assert (told.topics, told.hardest) == ((), ())
    assert told.more is not None
    assert (told.more.scores, told.more.coverage, told.more.cards) == ((), (), 0)


def test_an_answer_shows_in_every_figure(desk: Desk, learner: Learner, now: datetime) -> None:
    learner.rate(0, Rating.EASY, now - 3 * DAY)
    for minute in (0, 2, 4):
        learner.rate(1, Rating.AGAIN, now - DAY + timedelta(minutes=minute))
    told = statistics(desk, now, more=True)
    assert told.answers == 4
    assert told.first == (now - 3 * DAY).date().toordinal()
    assert _shade(told, (now - DAY).date()) == 3
    assert told.minutes.total == pytest.approx(4 * 0.1)
    assert [(one.question, one.again, one.answers) for one in told.hardest] == [
        ("Question 2?", 3, 3)
    ]
    (topic,) = told.topics
    assert (topic.name, topic.unseen, topic.learning, topic.solid) == ("gout", 2, 1, 1)
    assert told.due.overdue == 1
    assert told.due.total == 2
    assert told.more is not None
    assert told.more.habits.ratings == (3, 0, 0, 1)
    assert told.more.habits.hours[12] == 4
    (document,) = told.more.coverage
    assert (document.name, document.seen, document.cards) == ("Gout", 2, 4)


def test_an_answer_taken_back_counts_nowhere(desk: Desk, learner: Learner, now: datetime) -> None:
    learner.rate(0, Rating.EASY, now)
    undo(desk, None, now)
    told = statistics(desk, now)
    assert (told.answers, told.due.total, told.minutes.studied) == (0, 0, 0)
    assert told.topics[0].unseen == 4


def test_the_due_days_are_those_of_the_cards(
    desk: Desk, deck: Deck, learner: Learner, now: datetime
) -> None:
    learner.rate(0, Rating.EASY, now)
    learner.rate(1, Rating.GOOD, now)
    told = statistics(desk, now)
    page = card_page(desk, CardRef(deck.id, deck.cards[0].id), now)
    assert page.memory is not None
    days = (page.memory.due.date() - now.date()).days
    assert {place for place, n in enumerate(told.due.counts) if n} == {0, days}
    assert told.due.overdue == 0


def test_predictions_are_those_of_the_card_page(
    desk: Desk, deck: Deck, learner: Learner, now: datetime
) -> None:
    learner.rate(0, Rating.EASY, now - 9 * DAY)
    page = card_page(desk, CardRef(deck.id, deck.cards[0].id), now)
    assert page.memory is not None
    chance = page.memory.retrievability
    learner.rate(0, Rating.GOOD, now)
    told = statistics(desk, now).calibration
    assert (told.reviews, told.actual) == (1, 1.0)
    assert told.predicted == pytest.approx(chance, abs=1e-6)


def test_the_range_is_of_study_days(desk: Desk, learner: Learner, now: datetime) -> None:
    save_settings(desk, LearnerSettings("Asia/Tokyo"))
    for days in (100, 89, 30, 29):
        learner.rate(0, Rating.EASY, now - days * DAY)
    counts = {span: statistics(desk, now, span=span).answers for span in Range}
    assert counts == {Range.MONTH: 1, Range.QUARTER: 3, Range.ALL: 4}
    assert statistics(desk, now, span=Range.MONTH).recall.reviews == 1
    before_four_in_tokyo = now.replace(hour=18, minute=59)
    after = now.replace(hour=19, minute=0)
    assert statistics(desk, before_four_in_tokyo, span=Range.MONTH).answers == 1
    assert statistics(desk, after, span=Range.MONTH).answers == 0


def test_a_deck_is_counted_alone(
    desk: Desk, learner: Learner, make_deck: DeckMaker, now: datetime
) -> None:
    other = make_deck(2, number=2)
    load_deck(desk, other, now)
    learner.rate(0, Rating.EASY, now)
    learner.rate(1, Rating.EASY, now)
    Learner(desk, other).rate(0, Rating.EASY, now)
    every, one = statistics(desk, now, more=True), statistics(desk, now, other.id, more=True)
    assert (every.answers, one.answers) == (3, 1)
    assert (every.due.total, one.due.total) == (3, 1)
    assert (every.topics[0].cards, one.topics[0].cards) == (6, 2)
    assert every.more is not None
    assert one.more is not None
    assert (every.more.coverage[0].seen, one.more.coverage[0].seen) == (3, 1)
    with pytest.raises(NotInLibraryError):
        statistics(desk, now, DeckId("f" * 32))


def test_a_suspended_card_is_neither_due_nor_hard(
    desk: Desk, deck: Deck, learner: Learner, now: datetime
) -> None:
    for minute in range(3):
        learner.rate(0, Rating.AGAIN, now + timedelta(minutes=minute))
    suspend(desk, CardRef(deck.id, deck.cards[0].id), now + timedelta(hours=1))
    told = statistics(desk, now + timedelta(hours=2))
    assert (told.due.total, told.hardest, told.topics[0].cards) == (0, (), 3)
    assert told.answers == 3


def test_a_withdrawn_card_rests_from_the_load_on(
    desk: Desk, deck: Deck, learner: Learner, now: datetime
) -> None:
    learner.rate(0, Rating.EASY, now - 40 * DAY)
    load_deck(desk, replace(deck, cards=deck.cards[1:]), now - 10 * DAY)
    told = statistics(desk, now)
    assert told.topics[0].cards == 3
    free = {one.day for one in told.days.days if one.free}
    assert (now - 11 * DAY).date().toordinal() not in free
    assert (now - 9 * DAY).date().toordinal() in free


def test_the_weights_in_use_stand_beside_the_defaults(
    desk: Desk, learner: Learner, now: datetime
) -> None:
    for days in (30, 20, 3):
        learner.rate(0, Rating.GOOD, now - days * DAY)
    more = statistics(desk, now, more=True).more
    assert more is not None
    yours, defaults, *rules = more.scores
    assert more.judged == 2
    assert (yours.log_loss, yours.rmse) == (defaults.log_loss, defaults.rmse)
    assert [one.name for one in rules] == ["AVG", "MOVING-AVG"]


def test_the_work_is_foreseen_at_the_own_target_too(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, LearnerSettings("UTC", retention=0.87, new_per_day=5))
    more = statistics(desk, now, deck.id, more=True).more
    assert more is not None
    assert [one.retention for one in more.workload] == [0.8, 0.85, 0.87, 0.9, 0.95]
    assert [one.retention for one in more.workload if one.own] == [0.87]
    assert (more.cards, more.new_a_day) == (4, 5)


def test_all_columns_are_read_as_they_were_written(
    desk: Desk, learner: Learner, now: datetime
) -> None:
    save_settings(desk, LearnerSettings("Pacific/Marquesas"))  # nine and a half hours behind
    evening = now.replace(hour=20, minute=40)
    learner.rate(3, Rating.HARD, evening - 40 * DAY, milliseconds=0)
    learner.rate(3, Rating.EASY, evening, milliseconds=59_999)
    told = statistics(desk, evening, span=Range.ALL, more=True)
    assert told.more is not None
    assert told.more.habits.hours[11] == 2
    assert told.more.habits.ratings == (0, 1, 0, 1)
    assert told.minutes.total == pytest.approx(59_999 / 60_000)
    assert told.minutes.studied == 2
