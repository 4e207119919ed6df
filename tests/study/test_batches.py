"""The same act on many cards, and taking all of it back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from studyapp.model import CardId, CardRef, Deck, Rating, ReviewId, StudyappError
from studyapp.study import (
    Act,
    CardState,
    Desk,
    NotInLibraryError,
    Submission,
    act_on_all,
    answer,
    bury,
    card_page,
    flag,
    load_deck,
    set_due_of_all,
    suspend,
    undo_acts,
    unsuspend,
    upcoming,
)

DeckMaker = Callable[..., Deck]
DAY = timedelta(days=1)


@pytest.fixture
def refs(desk: Desk, make_deck: DeckMaker, now: datetime) -> tuple[CardRef, ...]:
    deck = make_deck(4)
    load_deck(desk, deck, now)
    return tuple(CardRef(deck.id, card.id) for card in deck.cards)


def _states(desk: Desk, refs: tuple[CardRef, ...], now: datetime) -> list[CardState]:
    return [card_page(desk, ref, now).state for ref in refs]


def _rate(desk: Desk, ref: CardRef, at: datetime) -> None:
    answer(desk, Submission(ReviewId(f"{ref.card}{at:%d%H%M}"), ref, Rating.EASY), at)


def test_many_cards_are_suspended_and_all_of_it_undone(
    desk: Desk, refs: tuple[CardRef, ...], now: datetime
) -> None:
    suspend(desk, refs[3], now)
    done = act_on_all(desk, refs[1:], Act.SUSPEND, now)
    assert (done.act, len(done.rows), done.so_already, done.unseen) == (Act.SUSPEND, 2, 1, 0)
    assert [one.ref for one in upcoming(desk, now)] == [refs[0]]
    assert undo_acts(desk, done.rows, now) == 2
    assert [one.ref for one in upcoming(desk, now)] == list(refs[:3])
    assert card_page(desk, refs[3], now).state is CardState.SUSPENDED


def test_cards_set_aside_in_either_way_are_resumed_and_that_undone(
    desk: Desk, refs: tuple[CardRef, ...], now: datetime
) -> None:
    suspend(desk, refs[0], now)
    bury(desk, refs[1], now)
    done = act_on_all(desk, refs[:3], Act.RESUME, now)
    assert (len(done.rows), done.so_already) == (2, 1)
    assert _states(desk, refs, now) == [CardState.NEW] * 4
    undo_acts(desk, done.rows, now)
    assert _states(desk, refs[:3], now) == [
        CardState.SUSPENDED,
        CardState.BURIED,
        CardState.NEW,
    ]
    assert card_page(desk, refs[1], now + DAY).acts[-1].undone


def test_a_card_buried_and_suspended_is_resumed_from_both(
    desk: Desk, refs: tuple[CardRef, ...], now: datetime
) -> None:
    bury(desk, refs[0], now)
    suspend(desk, refs[0], now)
    unsuspend(desk, refs[0], now)
    assert card_page(desk, refs[0], now).state is CardState.NEW
    assert [one.act for one in card_page(desk, refs[0], now).acts] == [
        Act.BURY,
        Act.SUSPEND,
        Act.RESUME,
    ]


def test_cards_never_answered_have_no_date_to_set(
    desk: Desk, refs: tuple[CardRef, ...], now: datetime
) -> None:
    _rate(desk, refs[0], now - DAY)
    before = card_page(desk, refs[0], now).memory
    done = set_due_of_all(desk, refs, date(2026, 3, 9), now)
    assert (len(done.rows), done.unseen) == (1, 3)
    moved = card_page(desk, refs[0], now).memory
    assert moved is not None
    assert (moved.due_words, moved.why[:20]) == ("in 7 days", "You chose this day. ")
    undo_acts(desk, done.rows, now)
    assert card_page(desk, refs[0], now).memory == before


def test_many_cards_start_over(desk: Desk, refs: tuple[CardRef, ...], now: datetime) -> None:
    _rate(desk, refs[0], now - DAY)
    _rate(desk, refs[1], now - DAY)
    done = act_on_all(desk, refs[:3], Act.RESET, now)
    assert (len(done.rows), done.unseen) == (2, 1)
    assert _states(desk, refs, now) == [CardState.NEW] * 4
    assert len(card_page(desk, refs[0], now).reviews) == 1


def test_a_batch_is_done_as_a_whole_or_not_at_all(
    desk: Desk, refs: tuple[CardRef, ...], now: datetime
) -> None:
    stranger = CardRef(refs[0].deck, CardId("c-00000000000000ff"))
    with pytest.raises(NotInLibraryError):
        act_on_all(desk, (*refs, stranger), Act.FLAG, now)
    assert not any(card_page(desk, ref, now).flagged for ref in refs)
    with pytest.raises(StudyappError, match="cannot come back"):
        set_due_of_all(desk, refs, date(2026, 3, 1), now)


def test_undoing_what_is_not_there_undoes_nothing(
    desk: Desk, refs: tuple[CardRef, ...], now: datetime
) -> None:
    flag(desk, refs[0], now)
    assert undo_acts(desk, (91, 92), now) == 0
    assert card_page(desk, refs[0], now).flagged
