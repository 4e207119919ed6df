"""One card with its whole story: its wordings, its reviews, and why it comes back when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from studyapp.model import Card, CardRef, Change, LearnerSettings, MemoryState, Rating
from studyapp.schedule import (
    Plan,
    promise_words,
    replay,
    retrievability,
    span_words,
    study_day,
    weights_of,
)
from studyapp.store.acts import Act, StoredAct, acts_of, adjustments_among
from studyapp.store.cards import find_card, versions_of
from studyapp.store.instants import to_some
from studyapp.store.learners import settings_of
from studyapp.store.memory import standings
from studyapp.store.reports import reports_of
from studyapp.store.reviews import reviews_of
from studyapp.store.values import CardStatus, Origin, StoredCard, StoredReview, StoredVersion
from studyapp.study.cardlist import CardState, state_of
from studyapp.study.desk import Desk, plan_for
from studyapp.study.evidence import Cited, CitedSide, Shelf
from studyapp.study.reporting import Fault
from studyapp.study.words import day_of, due_words


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a card; `current` marks the one that is shown."""

    number: int
    origin: Origin
    at: datetime
    question: str
    answer: str
    extra: str
    current: bool


@dataclass(frozen=True, slots=True)
class PastReview:
    """An answer of old: its study day, and after how long the card was to come back."""

    at: datetime
    day: date
    rating: Rating
    interval: str
    milliseconds: int | None
    undone: bool


@dataclass(frozen=True, slots=True)
class Memory:
    """What the schedule believes, and `why`: the reason in one or two sentences.

    `retrievability` is today's chance (0 to 1) to remember the card.
    """

    stability: float
    stability_words: str
    retrievability: float
    difficulty: float
    due: datetime
    due_words: str
    lapses: int
    reviews: int
    learning: bool
    why: str


@dataclass(frozen=True, slots=True)
class PastAct:
    """What was done to a card besides answering it; `day` of a due date that was set.

    Of a card forgotten too often `lapses` is how often it was, and `rested` whether it was
    suspended for that.
    """

    at: datetime
    act: Act
    day: date | None
    undone: bool
    lapses: int = 0
    rested: bool = False


@dataclass(frozen=True, slots=True)
class PastReport:
    """What was found wrong with a card, and when that was settled."""

    at: datetime
    fault: Fault
    note: str
    closed: datetime | None


@dataclass(frozen=True, slots=True)
class CardPage:
    """Everything about one card.

    `deck_wording` is what the deck says, if the learner's own wording is shown instead and
    differs; `memory` is None for a card never answered.
    """

    ref: CardRef
    deck_title: str
    card: Card
    state: CardState
    draft: bool
    cited: tuple[Cited, ...]
    differs: tuple[CitedSide, ...]
    versions: tuple[Version, ...]
    deck_wording: Version | None
    reviews: tuple[PastReview, ...]
    acts: tuple[PastAct, ...]
    reports: tuple[PastReport, ...]
    flagged: bool
    leech: bool
    memory: Memory | None

    @property
    def reported(self) -> tuple[PastReport, ...]:
        """The reports that are not settled."""
        return tuple(one for one in self.reports if one.closed is None)


def _stability_words(stability: float) -> str:
    return "less than a day" if stability < 1 else span_words(round(stability))


def _why(state: MemoryState, chance: float, settings: LearnerSettings, *, by_hand: bool) -> str:
    if by_hand:
        return f"You chose this day. Today your chance to remember the card is {chance:.0%}."
    if state.step is not None:
        return "You are still learning this card, so it comes back within minutes."
    kept = _stability_words(state.stability)
    return (
        f"After {kept} without a review, your chance to remember it falls to 90%. "
        f"Today it is {chance:.0%}; the card comes back when it nears {settings.retention:.0%}."
    )


def _memory(
    state: MemoryState, now: datetime, settings: LearnerSettings, acts: tuple[StoredAct, ...]
) -> Memory:
    last = study_day(state.last, state.offset_minutes, settings.rollover)
    elapsed = max(0, (day_of(now, settings) - last).days)
    chance = retrievability(state.stability, elapsed, weights_of(settings).values[-1])
    said = adjustments_among(acts)
    by_hand = any(one.change is Change.DUE and one.at > state.last for one in said)
    return Memory(
        stability=state.stability,
        stability_words=_stability_words(state.stability),
        retrievability=chance,
        difficulty=state.difficulty,
        due=state.due,
        due_words=due_words(state, now, settings),
        lapses=state.lapses,
        reviews=state.reviews,
        learning=state.step is not None,
        why=_why(state, chance, settings, by_hand=by_hand),
    )


def _version(stored: StoredVersion, shown: int) -> Version:
    said = stored.card
    return Version(
        number=stored.number,
        origin=stored.origin,
        at=stored.at,
        question=said.question,
        answer=said.answer,
        extra=said.extra,
        current=stored.number == shown,
    )


def _deck_wording(stored: StoredCard, versions: tuple[Version, ...]) -> Version | None:
    if stored.version.origin is Origin.DECK:
        return None
    said = next(one for one in versions if one.origin is Origin.DECK)
    own = stored.card
    same = (said.question, said.answer, said.extra) == (own.question, own.answer, own.extra)
    return None if same else said


def _past(stored: StoredReview, settings: LearnerSettings) -> PastReview:
    review = stored.review
    return PastReview(
        at=review.at,
        day=study_day(review.at, review.offset_minutes, settings.rollover),
        rating=review.rating,
        interval=promise_words(stored.days, stored.due - review.at),
        milliseconds=review.milliseconds,
        undone=stored.undone,
    )


def _lapses(
    reviews: tuple[StoredReview, ...], acts: tuple[StoredAct, ...], until: datetime, plan: Plan
) -> int:
    """How often a card was forgotten by then."""
    counted = tuple(one.review for one in reviews if not one.undone and one.review.at <= until)
    said = tuple(one for one in adjustments_among(acts) if one.at <= until)
    state = replay(counted, plan, said)
    return 0 if state is None else state.lapses


def _acts(
    stored: StoredCard,
    acts: tuple[StoredAct, ...],
    reviews: tuple[StoredReview, ...],
    plan: Plan,
) -> Iterator[PastAct]:
    ended = {one.before for one in acts if one.act is Act.RESUME} | {to_some(stored.suspended)}
    for one in acts:
        past = PastAct(one.at, one.act, one.day, one.taken_back)
        if one.act is Act.LEECH:
            lapses = _lapses(reviews, acts, one.at, plan)
            past = replace(past, lapses=lapses, rested=to_some(one.at) in ended)
        yield past


def card_page(desk: Desk, ref: CardRef, now: datetime) -> CardPage:
    """Everything about one card. Raises `NotInLibraryError`."""
    with desk.opened.reading() as session:
        stored = find_card(session, desk.user, ref)
        return _page(session, desk, stored, now)


def _page(session: Session, desk: Desk, stored: StoredCard, now: datetime) -> CardPage:
    settings = settings_of(session, desk.user)
    standing = standings(session, [stored.row])[stored.row]
    shown = stored.version.number
    versions = tuple(_version(one, shown) for one in versions_of(session, stored.row))
    reviews = reviews_of(session, desk.user, stored.row)
    acts = acts_of(session, desk.user, stored.row)
    shelf = Shelf(session, desk.user)
    state = standing.state
    return CardPage(
        ref=stored.ref,
        deck_title=stored.deck_title,
        card=stored.card,
        state=state_of(stored, standing),
        draft=stored.status is CardStatus.DRAFT,
        cited=shelf.cited(stored.deck_row, stored.card.citations),
        differs=shelf.sides(stored.deck_row, stored.card.differs),
        versions=versions,
        deck_wording=_deck_wording(stored, versions),
        reviews=tuple(_past(one, settings) for one in reversed(reviews)),
        acts=tuple(_acts(stored, acts, reviews, plan_for(settings))),
        reports=tuple(
            PastReport(one.at, Fault(one.reason), one.note, one.closed)
            for one in reports_of(session, desk.user, stored.row)
        ),
        flagged=stored.flagged is not None,
        leech=stored.leech is not None,
        memory=None if state is None else _memory(state, now, settings, acts),
    )
