"""Settings: everything that is wrong is told at once, and saving says what it did."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from studyapp.model import CardRef, DayShare, Deck, LearnerSettings, Preferences, Rating, ReviewId
from studyapp.study import (
    Desk,
    Saved,
    SettingsError,
    Submission,
    answer,
    card_page,
    load_deck,
    refusals,
    save_settings,
    settings,
)

DeckMaker = Callable[..., Deck]
SOUND = LearnerSettings("Europe/London")


@pytest.mark.parametrize(
    ("wrong", "setting", "hint"),
    [
        (replace(SOUND, zone="Mars/Olympus"), "zone", "Choose a name like Europe/London."),
        (replace(SOUND, rollover=24), "rollover", "Choose an hour from 0 to 23."),
        (replace(SOUND, retention=0.69), "retention", "Choose 70% to 97%."),
        (replace(SOUND, retention=0.98), "retention", "Choose 70% to 97%."),
        (replace(SOUND, retention=float("nan")), "retention", "Choose 70% to 97%."),
        (replace(SOUND, new_per_day=10_000), "new_per_day", "Choose a number from 0 to 9999."),
        (replace(SOUND, reviews_per_day=-1), "reviews_per_day", "Choose a number from 0 to 9999."),
        (replace(SOUND, longest=0), "longest", "Choose a number from 1 to 36500."),
        (replace(SOUND, leech_after=100), "leech_after", "Choose a number from 0 to 99."),
        (replace(SOUND, learning=(60, 86_400)), "learning", "Write waits like 1m 10m or 2h."),
        (replace(SOUND, relearning=(0,)), "relearning", "Write waits like 1m 10m or 2h."),
        (
            replace(SOUND, learning=(60,) * 11),
            "learning",
            "One or two are enough for most learners.",
        ),
        (
            replace(SOUND, week=(DayShare.FULL,)),
            "week",
            "Give a share for each, Monday first.",
        ),
    ],
)
def test_what_no_schedule_can_be_made_with(
    wrong: LearnerSettings, setting: str, hint: str
) -> None:
    (refused,) = refusals(wrong)
    assert (refused.setting, refused.hint) == (setting, hint)
    assert refused.where
    assert refused.message


def test_the_ends_of_every_range_are_sound() -> None:
    for one in (
        replace(SOUND, retention=0.7, rollover=0, new_per_day=0, reviews_per_day=0, longest=1),
        replace(SOUND, retention=0.97, rollover=23, new_per_day=9999, leech_after=0),
        replace(SOUND, learning=(), relearning=(86_399,)),
    ):
        assert refusals(one) == ()


def test_every_fault_is_told_and_nothing_is_saved(desk: Desk) -> None:
    before = settings(desk)
    with pytest.raises(SettingsError) as raised:
        save_settings(desk, replace(SOUND, zone="Nowhere", new_per_day=-1, longest=0))
    assert {one.setting for one in raised.value.refused} == {"zone", "new_per_day", "longest"}
    first = raised.value.refused[0]
    assert str(raised.value) == f"{first.where}: {first.message} {first.hint}"
    assert settings(desk) == before
    again = pickle.loads(pickle.dumps(raised.value))  # noqa: S301  # our own bytes
    assert again.refused == raised.value.refused


@pytest.fixture
def refs(desk: Desk, make_deck: DeckMaker, now: datetime) -> list[CardRef]:
    deck = make_deck(3)
    load_deck(desk, deck, now)
    return [CardRef(deck.id, card.id) for card in deck.cards]


def _rate(desk: Desk, ref: CardRef, now: datetime, milliseconds: int = 6000) -> None:
    review = ReviewId(f"{ref.card}{now.isoformat()}")
    answer(desk, Submission(review, ref, Rating.EASY, milliseconds=milliseconds), now)


def test_saving_says_how_many_cards_have_other_dates(
    desk: Desk, refs: list[CardRef], now: datetime
) -> None:
    for ref in refs[:2]:
        _rate(desk, ref, now - timedelta(days=30))
    assert save_settings(desk, replace(SOUND, retention=0.8)) == Saved(changed=True, moved=2)
    assert save_settings(desk, replace(SOUND, retention=0.8)) == Saved(changed=False, moved=0)
    other = replace(SOUND, retention=0.8, new_per_day=1)
    assert save_settings(desk, other) == Saved(changed=True, moved=0)


def test_no_time_is_kept_when_the_learner_wants_none(
    desk: Desk, refs: list[CardRef], now: datetime
) -> None:
    _rate(desk, refs[0], now)
    save_settings(desk, replace(SOUND, preferences=Preferences(timed=False)))
    _rate(desk, refs[1], now)
    kept = [card_page(desk, ref, now).reviews[0].milliseconds for ref in refs[:2]]
    assert kept == [6000, None]
