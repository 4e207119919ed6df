"""The memory cache is always what the reviews and the cards' states make it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studyapp.model import CardRef, Deck, LearnerSettings, Rating, ReviewId
from studyapp.store.cards import cards_of
from studyapp.store.decks import find_deck
from studyapp.store.learners import settings_of
from studyapp.store.memory import columns_of, standings
from studyapp.store.reviews import reviews_of
from studyapp.study import (
    Desk,
    Edit,
    Submission,
    answer,
    edit_card,
    load_deck,
    open_desk,
    open_library,
    save_settings,
    suspend,
    undo,
    unsuspend,
)
from studyapp.study.desk import plan_for
from studyapp.study.folding import folded

DeckMaker = Callable[..., Deck]
NewDatabase = Callable[[], AbstractContextManager[str]]
START = datetime(2026, 3, 27, 20, tzinfo=UTC)
CARDS = 3

ACTIONS = st.one_of(
    st.tuples(st.just("answer"), st.integers(1, CARDS), st.integers(1, 4)),
    st.tuples(st.just("late"), st.integers(1, CARDS), st.integers(1, 4)),
    st.tuples(st.just("undo"), st.just(1), st.just(1)),
    st.tuples(
        st.sampled_from(["suspend", "unsuspend", "edit"]), st.integers(1, CARDS), st.just(1)
    ),
    st.tuples(st.just("drop"), st.integers(0, CARDS), st.just(1)),
    st.tuples(st.just("retention"), st.integers(80, 95), st.just(1)),
)
WAITS = st.integers(0, 600) | st.integers(0, 60 * 24 * 40)
STORIES = st.lists(st.tuples(ACTIONS, WAITS), min_size=1, max_size=14)


def _act(desk: Desk, deck: Deck, action: tuple[str, int, int], now: datetime, number: int) -> None:
    verb, which, rating = action
    ref = CardRef(deck.id, deck.cards[min(which, CARDS) - 1].id)
    match verb:
        case "answer" | "late":
            at = now - timedelta(days=3) if verb == "late" else now
            answer(desk, Submission(ReviewId(f"r{number}"), ref, Rating(rating), at), now)
        case "undo":
            undo(desk, None, now)
        case "suspend":
            suspend(desk, ref, now)
        case "unsuspend":
            unsuspend(desk, ref, now)
        case "edit":
            edit_card(desk, ref, Edit(f"Question {number}?", "Another answer"), now)
        case "drop":
            load_deck(desk, Deck(deck.id, deck.title, deck.sources, deck.cards[which:]), now)
        case _:
            save_settings(desk, LearnerSettings("Europe/London", 4, which / 100))


def _assert_cache_is_replay(desk: Desk, deck: Deck) -> None:
    with desk.opened.reading() as session:
        plan = plan_for(settings_of(session, desk.user))
        row = find_deck(session, desk.user, deck.id).row
        for card in cards_of(session, desk.user, row):
            every = reviews_of(session, desk.user, card.row)
            counted = tuple(one.review for one in every if not one.undone)
            held = standings(session, [card.row])[card.row]
            assert columns_of(held) == columns_of(folded(card, counted, plan))


@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(story=STORIES)
def test_cache_is_replay(
    make_deck: DeckMaker,
    new_database: NewDatabase,
    story: list[tuple[tuple[str, int, int], int]],
) -> None:
    deck = make_deck(CARDS)
    with new_database() as url:
        library = open_library(url)
        desk = open_desk(library, START)
        save_settings(desk, LearnerSettings("Europe/London"))
        load_deck(desk, deck, START)
        now = START
        for number, (action, minutes) in enumerate(story):
            now += timedelta(minutes=minutes)
            _act(desk, deck, action, now, number)
        _assert_cache_is_replay(desk, deck)
        library.close()
