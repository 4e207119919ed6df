"""Setting cards aside, marking them and moving them in time; all of it can be undone."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from studyapp.model import CardRef, Deck, LearnerSettings, Rating, ReviewId, StudyappError
from studyapp.study import (
    Act,
    CardQuery,
    CardState,
    Desk,
    Fault,
    Submission,
    answer,
    bury,
    card_page,
    deck_page,
    flag,
    last_done,
    load_deck,
    next_card,
    report,
    reset,
    save_settings,
    set_due,
    settle,
    suspend,
    today,
    undo,
    undo_act,
    unflag,
    unsuspend,
    upcoming,
)

DeckMaker = Callable[..., Deck]
DAY = timedelta(days=1)


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, now: datetime) -> Deck:
    made = make_deck(4)
    load_deck(desk, made, now)
    return made


def _ref(deck: Deck, number: int = 1) -> CardRef:
    return CardRef(deck.id, deck.cards[number - 1].id)


def _rate(desk: Desk, ref: CardRef, rating: Rating, at: datetime) -> None:
    answer(desk, Submission(ReviewId(f"{ref.card}{at:%d%H%M}"), ref, rating), at)


def _coming(desk: Desk, now: datetime) -> list[str]:
    return [one.ref.card[-1] for one in upcoming(desk, now)]


def test_a_buried_card_comes_back_on_the_next_study_day(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    bury(desk, _ref(deck), now)
    assert _coming(desk, now) == ["2", "3", "4"]
    assert card_page(desk, _ref(deck), now).state is CardState.BURIED
    before_four = datetime(2026, 3, 3, 3, 59, tzinfo=UTC)
    assert _coming(desk, before_four) == ["2", "3", "4"]
    assert _coming(desk, before_four + timedelta(minutes=1)) == ["1", "2", "3", "4"]
    assert card_page(desk, _ref(deck), now + DAY).state is CardState.NEW


def test_a_buried_card_keeps_its_schedule(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    before = card_page(desk, _ref(deck), now).memory
    bury(desk, _ref(deck), now)
    assert card_page(desk, _ref(deck), now).memory == before
    unsuspend(desk, _ref(deck), now)
    assert card_page(desk, _ref(deck), now).state is CardState.REVIEW
    assert card_page(desk, _ref(deck), now).memory == before


def test_flags_are_found_again(desk: Desk, deck: Deck, now: datetime) -> None:
    query = CardQuery(state=CardState.FLAGGED)
    flag(desk, _ref(deck, 2), now)
    assert [one.ref for one in deck_page(desk, deck.id, query, now).rows] == [_ref(deck, 2)]
    assert card_page(desk, _ref(deck, 2), now).flagged
    assert _coming(desk, now) == ["1", "2", "3", "4"]
    unflag(desk, _ref(deck, 2), now)
    assert deck_page(desk, deck.id, query, now).rows == ()


def test_what_is_so_already_is_not_done_again(desk: Desk, deck: Deck, now: datetime) -> None:
    assert bury(desk, _ref(deck), now).row is not None
    assert bury(desk, _ref(deck), now).row is None
    assert unflag(desk, _ref(deck), now).row is None
    assert [one.act for one in card_page(desk, _ref(deck), now).acts] == [Act.BURY]


@pytest.mark.parametrize("act", [bury, suspend, flag])
def test_each_act_can_be_undone_once(
    desk: Desk, deck: Deck, now: datetime, act: Callable[..., object]
) -> None:
    before = _coming(desk, now)
    act(desk, _ref(deck), now)
    done = last_done(desk, now)
    assert done is not None
    assert done.row is not None
    for _ in range(2):
        undone = undo_act(desk, done.row, now)
        assert undone is not None
        assert undone.ref == _ref(deck)
    assert _coming(desk, now) == before
    assert not card_page(desk, _ref(deck), now).flagged
    assert last_done(desk, now) is None


def test_the_newest_is_undone_first_answers_and_acts_alike(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    _rate(desk, _ref(deck, 1), Rating.EASY, now)
    suspend(desk, _ref(deck, 2), now)
    _rate(desk, _ref(deck, 3), Rating.EASY, now)
    bury(desk, _ref(deck, 4), now)
    found = []
    while done := last_done(desk, now):
        found.append(done.ref.card[-1])
        if done.row is not None:
            undo_act(desk, done.row, now)
        else:
            undo(desk, done.review_id, now)
    assert found == ["4", "3", "2", "1"]
    assert _coming(desk, now) == ["1", "2", "3", "4"]


def test_yesterday_is_not_undone_by_the_way(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    bury(desk, _ref(deck, 2), now)
    assert last_done(desk, now + DAY) is None


def test_an_act_unknown_is_not_undone(desk: Desk, deck: Deck, now: datetime) -> None:
    assert undo_act(desk, 77, now) is None
    assert _coming(desk, now) == ["1", "2", "3", "4"]
    assert deck.cards


def test_a_reset_card_is_new_and_its_reviews_stay(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now - 9 * DAY)
    reset(desk, _ref(deck), now)
    page = card_page(desk, _ref(deck), now)
    assert (page.state, page.memory, len(page.reviews)) == (CardState.NEW, None, 1)
    assert _coming(desk, now) == ["1", "2", "3", "4"]
    _rate(desk, _ref(deck), Rating.GOOD, now)
    page = card_page(desk, _ref(deck), now)
    assert page.memory is not None
    assert page.memory.reviews == 1


def test_a_reset_can_be_undone(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now - 9 * DAY)
    before = card_page(desk, _ref(deck), now).memory
    done = reset(desk, _ref(deck), now)
    assert done.row is not None
    undo_act(desk, done.row, now)
    assert card_page(desk, _ref(deck), now).memory == before


def test_a_card_comes_back_on_the_day_that_was_set(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now - 2 * DAY)
    before = card_page(desk, _ref(deck), now).memory
    set_due(desk, _ref(deck), date(2026, 3, 2), now)
    assert _coming(desk, now)[0] == "1"
    after = card_page(desk, _ref(deck), now).memory
    assert before is not None
    assert after is not None
    assert after.stability == before.stability
    set_due(desk, _ref(deck), date(2026, 3, 5), now)
    assert "1" not in _coming(desk, now)
    assert card_page(desk, _ref(deck), now).acts[-1].day == date(2026, 3, 5)
    assert "1" in _coming(desk, now + 3 * DAY)


def test_settings_saved_later_keep_the_day_that_was_set(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now - 2 * DAY)
    set_due(desk, _ref(deck), date(2026, 3, 5), now)
    before = card_page(desk, _ref(deck), now).memory
    save_settings(desk, LearnerSettings("Europe/London", retention=0.8))
    after = card_page(desk, _ref(deck), now).memory
    assert before is not None
    assert after is not None
    assert after.due == before.due


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2226, 3, 1)])
def test_a_day_that_cannot_be_is_refused(desk: Desk, deck: Deck, now: datetime, day: date) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    with pytest.raises(StudyappError) as raised:
        set_due(desk, _ref(deck), day, now)
    assert raised.value.where == "Due date"
    assert "Choose" in raised.value.hint


@pytest.mark.parametrize("act", ["reset", "due"])
def test_a_card_without_a_schedule_cannot_be_moved(
    desk: Desk, deck: Deck, now: datetime, act: str
) -> None:
    move: Callable[[], object] = {
        "reset": lambda: reset(desk, _ref(deck), now),
        "due": lambda: set_due(desk, _ref(deck), date(2026, 3, 5), now),
    }[act]
    with pytest.raises(StudyappError, match="no schedule yet"):
        move()


def _forget(desk: Desk, ref: CardRef, now: datetime, times: int) -> datetime:
    """Learn a card and forget it so many times; returns the time of the last lapse."""
    at = now
    _rate(desk, ref, Rating.EASY, at)
    for number in range(times):
        at += DAY
        _rate(desk, ref, Rating.AGAIN, at)
        if number < times - 1:
            at += timedelta(hours=1)
            _rate(desk, ref, Rating.EASY, at)
    return at


def test_a_card_forgotten_too_often_is_suspended_and_shown(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    save_settings(desk, LearnerSettings("Europe/London", leech_after=3))
    at = _forget(desk, _ref(deck), now, 2)
    assert not card_page(desk, _ref(deck), at).leech
    at += timedelta(hours=1)
    _rate(desk, _ref(deck), Rating.EASY, at)
    at += DAY
    answered = answer(desk, Submission(ReviewId("last"), _ref(deck), Rating.AGAIN), at)
    assert (answered.leech, answered.rests) == (True, True)
    page = card_page(desk, _ref(deck), at)
    assert (page.state, page.leech) == (CardState.SUSPENDED, True)
    assert [one.cards for one in today(desk, at).check.leeches] == [1]
    query = CardQuery(state=CardState.LEECH)
    assert [one.ref for one in deck_page(desk, deck.id, query, at).rows] == [_ref(deck)]
    unsuspend(desk, _ref(deck), at)
    assert today(desk, at).check.leeches == ()


def test_undoing_the_answer_that_made_a_leech_undoes_that_too(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    save_settings(desk, LearnerSettings("Europe/London", leech_after=1))
    at = _forget(desk, _ref(deck), now, 1)
    assert card_page(desk, _ref(deck), at).state is CardState.SUSPENDED
    done = last_done(desk, at)
    assert done is not None
    assert done.rating is Rating.AGAIN
    undo(desk, done.review_id, at)
    page = card_page(desk, _ref(deck), at)
    assert (page.state, page.leech) == (CardState.REVIEW, False)


def test_a_leech_may_go_on_being_studied(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, LearnerSettings("Europe/London", leech_after=1, leech_rests=False))
    at = _forget(desk, _ref(deck), now, 1)
    page = card_page(desk, _ref(deck), at)
    assert (page.state, page.leech) == (CardState.LEARNING, True)
    assert today(desk, at).check.leeches == ()


def test_no_card_is_a_leech_when_none_is_to_be(desk: Desk, deck: Deck, now: datetime) -> None:
    save_settings(desk, LearnerSettings("Europe/London", leech_after=0))
    at = _forget(desk, _ref(deck), now, 9)
    assert not card_page(desk, _ref(deck), at).leech


def test_a_report_is_kept_with_its_note_and_flags_the_card(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    report(desk, _ref(deck), Fault.OUTDATED, "  The 2025 page says 300. ", now)
    page = card_page(desk, _ref(deck), now)
    assert page.flagged
    assert [(one.fault, one.note) for one in page.reported] == [
        (Fault.OUTDATED, "The 2025 page says 300.")
    ]
    assert [one.cards for one in today(desk, now).check.reported] == [1]
    assert next_card(desk, now) is not None
    query = CardQuery(state=CardState.REPORTED)
    assert [one.ref for one in deck_page(desk, deck.id, query, now).rows] == [_ref(deck)]
    assert settle(desk, _ref(deck), now + DAY) == 1
    assert settle(desk, _ref(deck), now + DAY) == 0
    page = card_page(desk, _ref(deck), now + DAY)
    assert (page.flagged, page.reported) == (False, ())
    assert page.reports[0].closed == now + DAY
    assert today(desk, now + DAY).check.reported == ()
