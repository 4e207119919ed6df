"""The card to be reviewed: its question, its answer, and all that supports it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from studyapp.model import Card, CardRef, DeckId, Queue, Rating
from studyapp.schedule import LEARN_AHEAD, Intervals, preview, unrated
from studyapp.store.cards import cards_by_row, find_card
from studyapp.store.instants import from_micros
from studyapp.store.memory import heads, standings
from studyapp.store.turns import in_turn
from studyapp.store.values import StoredCard
from studyapp.study.changes import Changed, changes
from studyapp.study.desk import Desk, plan_for
from studyapp.study.evidence import Cited, CitedSide, Shelf
from studyapp.study.spreading import Placing, load_of
from studyapp.study.waiting import Moment, Waiting, moment, reading_today, waiting
from studyapp.study.words import day_of


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """A card as the review page shows it. `wording` is to be sent back with the answer."""

    ref: CardRef
    deck_title: str
    card: Card
    wording: str
    queue: Queue
    intervals: Intervals
    cited: tuple[Cited, ...]
    differs: tuple[CitedSide, ...]
    changed: Changed | None
    flagged: bool
    waiting: Waiting


def _candidates(session: Session, at: Moment, limit: int) -> tuple[int, ...]:
    """The first cards that can be studied now, in order.

    Steps that are due first, because their waits are short; then whoever has a turn today,
    then steps that are nearly due.
    """
    learning = heads(session, at.user, Queue.LEARNING, at.deck_row, limit)
    steps = [(row, from_micros(due)) for row, due in learning]
    ready = [row for row, due in steps if due <= at.now]
    ahead = [row for row, due in steps if at.now < due <= at.now + LEARN_AHEAD]
    planned = in_turn(session, at.user, at.deck_row, limit)
    return (*ready, *planned, *ahead)[:limit]


def _intervals(
    session: Session, placing: Placing, now: datetime, expected: Counter[date]
) -> Intervals:
    """What the buttons promise: the very days that the answer will keep.

    The day of Good is added to what is expected.
    """
    review = unrated(now, placing.plan)
    load = load_of(session.connection(), placing, review, expected=expected)
    found = preview(placing.standing.state, now, placing.plan, load)
    days = found.days[Rating.GOOD - 1]
    if days is not None:
        expected[day_of(now, placing.plan.learner) + timedelta(days=days)] += 1
    return found


def _shown(
    session: Session, desk: Desk, at: Moment, cards: tuple[StoredCard, ...]
) -> tuple[ReviewCard, ...]:
    shelf = Shelf(session, desk.user)
    held = standings(session, [one.row for one in cards])
    changed = changes(session, desk, cards)
    now_waiting = waiting(session, at)
    plan = plan_for(at.settings)
    # cards shown together would else all be promised the day that is the lightest now
    expected = Counter[date]()
    return tuple(
        ReviewCard(
            ref=one.ref,
            deck_title=one.deck_title,
            card=one.card,
            wording=one.version.content_hash,
            queue=held[one.row].queue,
            intervals=_intervals(
                session, Placing(at.user, one.ref, held[one.row], plan), at.now, expected
            ),
            cited=shelf.cited(one.deck_row, one.card.citations),
            differs=shelf.sides(one.deck_row, one.card.differs),
            changed=changed.get(one.row),
            flagged=one.flagged is not None,
            waiting=now_waiting,
        )
        for one in cards
    )


def upcoming(
    desk: Desk, now: datetime, deck: DeckId | None = None, limit: int = 30
) -> tuple[ReviewCard, ...]:
    """The next cards in order, as they would be if each were answered now."""
    with reading_today(desk, now) as session:
        at = moment(session, desk.user, now, deck)
        rows = _candidates(session, at, limit)
        return _shown(session, desk, at, cards_by_row(session, desk.user, rows))


def next_card(desk: Desk, now: datetime, deck: DeckId | None = None) -> ReviewCard | None:
    """The card to study now, of one deck or of all; None when nothing waits."""
    return next(iter(upcoming(desk, now, deck, limit=1)), None)


def review_card(desk: Desk, ref: CardRef, now: datetime) -> ReviewCard:
    """That very card, to reveal it or after an undo. Raises `NotInLibraryError`."""
    with reading_today(desk, now) as session:
        at = moment(session, desk.user, now)
        return _shown(session, desk, at, (find_card(session, desk.user, ref),))[0]
