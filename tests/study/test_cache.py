"""The memory cache is always what the reviews and the cards' states make it."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studyapp.model import CardRef, Deck, LearnerSettings, Rating, ReviewId, StudyappError
from studyapp.store.acts import adjustments_of
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
    bury,
    edit_card,
    last_done,
    load_deck,
    open_desk,
    open_library,
    reset,
    save_settings,
    set_due,
    suspend,
    undo,
    undo_act,
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
        st.sampled_from(["suspend", "unsuspend", "edit", "bury", "reset", "back"]),
        st.integers(1, CARDS),
        st.just(1),
    ),
    st.tuples(st.just("due"), st.integers(1, CARDS), st.integers(0, 30)),
    st.tuples(st.just("drop"), st.integers(0, CARDS), st.just(1)),
    st.tuples(st.just("retention"), st.integers(80, 95), st.just(1)),
)
WAITS = st.integers(0, 600) | st.integers(0, 60 * 24 * 40)
STORIES = st.lists(st.tuples(ACTIONS, WAITS), min_size=1, max_size=14)


def _act(desk: Desk, deck: Deck, action: tuple[str, int, int], now: datetime, number: int) -> None:
    verb, which, rating = action
    ref = CardRef(deck.id, deck.cards[min(which, CARDS) - 1].id)
    at = now - timedelta(days=3) if verb == "late" else now
    moves: dict[str, Callable[[], object]] = {
        "answer": lambda: answer(
            desk, Submission(ReviewId(f"r{number}"), ref, Rating(rating), at), now
        ),
        "undo": lambda: undo(desk, None, now),
        "suspend": lambda: suspend(desk, ref, now),
        "unsuspend": lambda: unsuspend(desk, ref, now),
        "edit": lambda: edit_card(desk, ref, Edit(f"Question {number}?", "Another answer"), now),
        "bury": lambda: bury(desk, ref, now),
        "reset": lambda: reset(desk, ref, now),
        "due": lambda: set_due(desk, ref, now.date() + timedelta(days=rating), now),
        "back": lambda: _undo_the_last_act(desk, now),
        "drop": lambda: load_deck(
            desk, Deck(deck.id, deck.title, deck.sources, deck.cards[which:]), now
        ),
        "retention": lambda: save_settings(
            desk, LearnerSettings("Europe/London", 4, which / 100, leech_after=2)
        ),
    }
    with suppress(StudyappError):  # a card never answered has no schedule to be moved
        moves["answer" if verb == "late" else verb]()


def _undo_the_last_act(desk: Desk, now: datetime) -> None:
    done = last_done(desk, now)
    if done is not None and done.row is not None:
        undo_act(desk, done.row, now)


def _assert_cache_is_replay(desk: Desk, deck: Deck) -> None:
    with desk.opened.reading() as session:
        plan = plan_for(settings_of(session, desk.user))
        row = find_deck(session, desk.user, deck.id).row
        for card in cards_of(session, desk.user, row):
            every = reviews_of(session, desk.user, card.row)
            counted = tuple(one.review for one in every if not one.undone)
            held = standings(session, [card.row])[card.row]
            said = adjustments_of(session, desk.user, card.row)
            assert columns_of(held) == columns_of(folded(card, counted, plan, said))


@hypothesis_settings(
    max_examples=40,
    deadline=None,
    # a story that fails is short enough, and to shorten it takes minutes
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
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
