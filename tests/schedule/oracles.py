"""What others make of a history or a state: py-fsrs, fsrs-rs, and a real Anki."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import fsrs
from anki.collection import Collection
from anki.decks import DeckId
from anki.scheduler.v3 import Scheduler
from fsrs_rs_python import FSRS, FSRSItem, FSRSReview

from studyapp.model import MemoryState, Rating, Review
from studyapp.schedule import FSRS_6, offset_at, study_day
from tests.schedule.histories import History, Place

_SCHEDULER = fsrs.Scheduler(parameters=FSRS_6.values, enable_fuzzing=False)
_DEALT = 180
_LEARN, _REVIEW, _RELEARN = 0, 1, 2
_CARD = "INSERT INTO cards VALUES (?, ?, 1, 0, 0, 0, 2, 2, 0, ?, 2500, 1, 0, 0, 0, 0, 0, ?)"
_REVLOG = "INSERT INTO revlog VALUES (?, ?, 0, ?, 1, 1, 0, 0, ?)"


@dataclass(frozen=True, slots=True)
class Memory:
    """Stability in days, and difficulty from 1 to 10."""

    stability: float
    difficulty: float

    def distance(self, other: "Memory | MemoryState") -> float:
        """The greater difference of the two, as a share of each."""
        return max(
            abs(self.stability - other.stability) / other.stability,
            abs(self.difficulty - other.difficulty) / other.difficulty,
        )


def _memory(stability: float | None, difficulty: float | None) -> Memory:
    assert stability is not None
    assert difficulty is not None
    return Memory(stability, difficulty)


def _day(review: Review, rollover: int) -> date:
    return study_day(review.at, review.offset_minutes, rollover)


def py_fsrs(history: History, rollover: int) -> Memory:
    """What py-fsrs makes of it, told of each review at the midnight of its study day."""
    card = fsrs.Card(card_id=1)
    for review in history.reviews:
        day = _day(review, rollover)
        when = datetime(day.year, day.month, day.day, tzinfo=UTC)
        card, _ = _SCHEDULER.review_card(card, fsrs.Rating(review.rating), when)
    return _memory(card.stability, card.difficulty)


def fsrs_rs(history: History, rollover: int) -> Memory:
    """What fsrs-rs makes of the whole history at once, by the study days between reviews."""
    days = [_day(one, rollover) for one in history.reviews]
    gaps = [0, *((later - sooner).days for sooner, later in pairwise(days))]
    told = [
        FSRSReview(int(one.rating), gap) for one, gap in zip(history.reviews, gaps, strict=True)
    ]
    found = FSRS(FSRS_6.values).memory_state(FSRSItem(told))
    return Memory(found.stability, found.difficulty)


@contextmanager
def _collection(folder: Path, place: Place) -> Iterator[Collection]:
    """A collection whose clock stands as in `place` now.

    As a server, Anki takes the offset of its learner from the collection, not the machine;
    it reads both settings when it is opened.
    """
    path = str(folder / "collection.anki2")
    west = -offset_at(datetime.now(UTC), place.zone)
    collection = Collection(path, server=True)
    collection.set_config("fsrs", val=True)
    collection.set_config("rollover", place.rollover)
    for name in ("localOffset", "creationOffset"):
        collection.set_config(name, west)
    collection.close()
    collection = Collection(path, server=True)
    yield collection
    collection.close()


def _kind(before: MemoryState | None) -> int:
    """What Anki calls a review of a card in this state."""
    if before is None or (before.step is not None and not before.lapses):
        return _LEARN
    return _REVIEW if before.step is None else _RELEARN


def anki(histories: Sequence[History], place: Place, folder: Path) -> tuple[Memory, ...]:
    """What a real Anki makes of them now, in a new collection in `folder`."""
    taken = set[int]()
    rows = list[list[int | str | float | None]]()
    for card, history in enumerate(histories, 1):
        for before, review, _ in history.steps():
            moment = round(review.at.timestamp() * 1000)
            while moment in taken:
                moment += 1
            taken.add(moment)
            rows.append([moment, card, int(review.rating), _kind(before)])
    with _collection(folder, place) as collection:
        assert collection.db is not None
        collection.db.executemany(
            _CARD, [[card, card, 1, ""] for card, _ in enumerate(histories, 1)]
        )
        collection.db.executemany(_REVLOG, rows)
        cards = sorted(collection.decks.cids(DeckId(1)))
        found = [collection.compute_memory_state(card) for card in cards]
    return tuple(_memory(one.stability, one.difficulty) for one in found)


def anki_intervals(
    state: MemoryState, days: int, place: Place, folder: Path
) -> dict[Rating, set[int]]:
    """The intervals that a real Anki gives cards in this state which are due now.

    The state's last review was so many days ago. Each card has other dice.
    """
    kept = {"s": state.stability, "d": state.difficulty, "dr": 0.9, "decay": FSRS_6.values[-1]}
    data = json.dumps(kept | {"lrt": int(state.last.timestamp())})
    with _collection(folder, place) as collection:
        assert collection.db is not None
        scheduler = collection.sched
        assert isinstance(scheduler, Scheduler)
        cards = range(1, _DEALT + 1)
        collection.db.executemany(_CARD, [[card, card, days, data] for card in cards])
        queued = scheduler.get_queued_cards(fetch_limit=_DEALT).cards
    assert len(queued) == _DEALT
    return {
        rating: {
            getattr(one.states, rating.name.lower()).normal.review.scheduled_days for one in queued
        }
        for rating in (Rating.HARD, Rating.GOOD, Rating.EASY)
    }
