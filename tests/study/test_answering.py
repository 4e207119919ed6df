from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from studyapp.model import (
    CardId,
    CardRef,
    Deck,
    Queue,
    Rating,
    ReviewId,
    StudyappError,
)
from studyapp.store.cards import find_card
from studyapp.store.learners import settings_of
from studyapp.store.memory import columns_of, standings
from studyapp.store.reviews import reviews_of
from studyapp.study import (
    Desk,
    Edit,
    NotInLibraryError,
    Submission,
    answer,
    card_page,
    edit_card,
    last_done,
    load_deck,
    load_drafts,
    next_card,
    open_desk,
    open_library,
    review_card,
    suspend,
    today,
    undo,
)
from studyapp.study.desk import plan_for
from studyapp.study.folding import folded

DeckMaker = Callable[..., Deck]
REVIEW = ReviewId("first")


@pytest.fixture
def ref(desk: Desk, make_deck: DeckMaker, now: datetime) -> CardRef:
    deck = make_deck(1)
    load_deck(desk, deck, now)
    return CardRef(deck.id, deck.cards[0].id)


def _good(ref: CardRef, review: ReviewId = REVIEW) -> Submission:
    return Submission(review, ref, Rating.GOOD)


def test_an_answer_promises_what_the_button_said(desk: Desk, ref: CardRef, now: datetime) -> None:
    card = next_card(desk, now)
    assert card is not None
    assert card.queue is Queue.NEW
    answered = answer(desk, _good(ref), now)
    assert answered.interval == card.intervals.good == "10 min"
    assert answered.due == now + timedelta(minutes=10)


def test_a_repeated_submission_counts_once(desk: Desk, ref: CardRef, now: datetime) -> None:
    first = answer(desk, _good(ref), now)
    again = answer(desk, _good(ref), now + timedelta(minutes=1))
    assert again == first
    assert len(card_page(desk, ref, now).reviews) == 1


def test_under_one_id_the_first_rating_stands(desk: Desk, ref: CardRef, now: datetime) -> None:
    first = answer(desk, _good(ref), now)
    assert answer(desk, Submission(REVIEW, ref, Rating.AGAIN), now) == first


def test_a_double_click_from_two_threads_counts_once(
    desk: Desk, ref: CardRef, now: datetime
) -> None:
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: answer(desk, _good(ref), now), range(16)))
    assert len(set(results)) == 1
    assert len(card_page(desk, ref, now).reviews) == 1


def test_answers_of_one_card_at_once_all_count(
    database: str, desk: Desk, ref: CardRef, now: datetime
) -> None:
    """From several programs, too; and the memory is what all of them together make it."""
    libraries = [open_library(database) for _ in range(3)]
    desks = [desk, *(open_desk(one, now) for one in libraries)]

    def give(number: int) -> None:
        at = now + timedelta(days=number // 2, seconds=number)
        rating = Rating(1 + number % 4)
        submission = Submission(ReviewId(f"r{number}"), ref, rating, at)
        answer(desks[number % 4], submission, now + timedelta(days=30))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(give, range(24)))
    for one in libraries:
        one.close()
    with desk.opened.reading() as session:
        card = find_card(session, desk.user, ref)
        reviews = tuple(one.review for one in reviews_of(session, desk.user, card.row))
        held = standings(session, [card.row])[card.row]
        plan = plan_for(settings_of(session, desk.user))
    assert len(reviews) == 24
    assert columns_of(held) == columns_of(folded(card, reviews, plan))


def test_an_unknown_card(desk: Desk, ref: CardRef, now: datetime) -> None:
    with pytest.raises(NotInLibraryError, match="no such card"):
        answer(desk, _good(replace(ref, card=CardId("c-0"))), now)


def test_a_draft_cannot_be_answered(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    deck = make_deck(1)
    load_drafts(desk, deck, now)
    with pytest.raises(StudyappError, match="Accept the draft"):
        answer(desk, _good(CardRef(deck.id, deck.cards[0].id)), now)


def test_a_time_to_come_is_cut_and_a_long_look_too(
    desk: Desk, ref: CardRef, now: datetime
) -> None:
    submission = replace(_good(ref), at=now + timedelta(days=9), milliseconds=900_000)
    answer(desk, submission, now)
    (review,) = card_page(desk, ref, now).reviews
    assert (review.at, review.milliseconds) == (now, 60_000)


def test_answers_that_arrive_late_fold_in_order_of_time(
    desk: Desk, make_deck: DeckMaker, now: datetime
) -> None:
    decks = (make_deck(1, number=1), make_deck(1, number=2))
    refs = []
    for deck in decks:
        load_deck(desk, deck, now)
        refs.append(CardRef(deck.id, deck.cards[0].id))
    times = [now - timedelta(days=9), now - timedelta(days=5), now]
    for order, ref in ((times, refs[0]), (times[::-1], refs[1])):
        for at in order:
            answer(desk, replace(_good(ref, ReviewId(f"{ref.deck}{at}")), at=at), now)
    first, second = (card_page(desk, ref, now).memory for ref in refs)
    assert first is not None
    assert second is not None
    assert replace(first, due=second.due, due_words=second.due_words) == second


def test_undo_makes_a_card_new_again(desk: Desk, ref: CardRef, now: datetime) -> None:
    before = today(desk, now)
    answer(desk, _good(ref), now)
    undone = undo(desk, None, now)
    assert undone is not None
    assert (undone.ref, undone.rating) == (ref, Rating.GOOD)
    assert today(desk, now) == replace(before, first=False)
    page = card_page(desk, ref, now)
    assert page.memory is None
    assert [one.undone for one in page.reviews] == [True]


def test_undo_restores_exactly_what_was(desk: Desk, ref: CardRef, now: datetime) -> None:
    answer(desk, _good(ref, ReviewId("a")), now)
    later = now + timedelta(minutes=10)
    before = review_card(desk, ref, later)
    answer(desk, Submission(ReviewId("b"), ref, Rating.AGAIN), later)
    undo(desk, ReviewId("b"), later)
    assert review_card(desk, ref, later) == before


def test_undo_of_one_answer_twice_takes_back_one(desk: Desk, ref: CardRef, now: datetime) -> None:
    answer(desk, _good(ref, ReviewId("a")), now)
    answer(desk, _good(ref, ReviewId("b")), now + timedelta(minutes=10))
    first = undo(desk, ReviewId("b"), now)
    assert undo(desk, ReviewId("b"), now) == first
    last = last_done(desk, now)
    assert last is not None
    assert last.review_id == "a"


def test_an_undone_answer_sent_again_stays_undone(desk: Desk, ref: CardRef, now: datetime) -> None:
    first = answer(desk, _good(ref), now)
    undo(desk, REVIEW, now)
    again = answer(desk, _good(ref), now)
    assert (again.rating, again.due, again.interval) == (first.rating, first.due, first.interval)
    assert card_page(desk, ref, now).memory is None


def test_undo_after_the_last_card(desk: Desk, ref: CardRef, now: datetime) -> None:
    answer(desk, Submission(REVIEW, ref, Rating.EASY), now)
    assert next_card(desk, now) is None
    undo(desk, None, now)
    back = next_card(desk, now)
    assert back is not None
    assert back.ref == ref


def test_undo_keeps_edits_and_suspension(desk: Desk, ref: CardRef, now: datetime) -> None:
    answer(desk, _good(ref), now)
    edit_card(desk, ref, Edit("Which urate is the aim?", "Below 300 micromol/L"), now)
    suspend(desk, ref, now)
    undo(desk, None, now)
    page = card_page(desk, ref, now)
    assert page.card.question == "Which urate is the aim?"
    assert page.state == "suspended"
    assert next_card(desk, now) is None


def test_nothing_to_undo(desk: Desk, ref: CardRef, now: datetime) -> None:
    assert last_done(desk, now) is None
    assert undo(desk, None, now) is None
    assert undo(desk, ReviewId("unknown"), now) is None
    assert card_page(desk, ref, now).reviews == ()


def test_a_suspended_card_answered_elsewhere_counts_and_stays_suspended(
    desk: Desk, ref: CardRef, now: datetime
) -> None:
    suspend(desk, ref, now)
    answer(desk, _good(ref), now)
    page = card_page(desk, ref, now)
    assert page.state == "suspended"
    assert page.memory is not None
