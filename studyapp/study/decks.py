"""The decks of a learner, and the cards of one: searched, filtered, counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from studyapp.model import CardRef, DeckId, FactKind, LearnerSettings, Queue, Source
from studyapp.schedule import LEARN_AHEAD
from studyapp.store.cards import cards_of
from studyapp.store.decks import decks_of, find_deck, sources_of, tally
from studyapp.store.memory import standings_of_deck
from studyapp.store.values import CardStatus, Origin, Standing, StoredCard, StoredDeck
from studyapp.study.changes import changes
from studyapp.study.desk import Desk
from studyapp.study.waiting import Moment, moment, new_allowed
from studyapp.study.words import due_words


class CardState(StrEnum):
    """Where a card stands, as a learner would say. `DUE` and `CHANGED` only filter."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    DUE = "due"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck in numbers.

    `new` is cut to what today still allows over all decks; `held` are the new cards beyond it.
    """

    id: DeckId
    title: str
    note: str
    cards: int
    due: int
    new: int
    held: int
    drafts: int
    suspended: int
    withdrawn: int
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardQuery:
    """Which cards of a deck to show: all whose texts hold `search`, of a kind, in a state."""

    search: str = ""
    kind: FactKind | None = None
    state: CardState | None = None
    limit: int = 500
    offset: int = 0


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card in a list. `due` is None and `due_words` empty while nothing is scheduled."""

    ref: CardRef
    question: str
    answer: str
    topic: str
    kind: FactKind
    state: CardState
    due: datetime | None
    due_words: str
    edited: bool


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many cards of a deck are of a kind."""

    kind: FactKind
    count: int


@dataclass(frozen=True, slots=True)
class DeckPage:
    """A deck with the cards that a query asked for; `total` counts them before the limit."""

    deck: DeckSummary
    sources: tuple[Source, ...]
    kinds: tuple[KindCount, ...]
    total: int
    rows: tuple[CardRow, ...]


def summary(session: Session, deck: StoredDeck, at: Moment) -> DeckSummary:
    """A deck in numbers."""
    counts = tally(session, deck.row, at.now, at.now + LEARN_AHEAD)
    new = min(counts.new, new_allowed(session, at))
    publishers = dict.fromkeys(one.publisher for one in sources_of(session, deck.row))
    return DeckSummary(
        id=deck.id,
        title=deck.title,
        note=deck.note,
        cards=counts.cards,
        due=counts.due,
        new=new,
        held=counts.new - new,
        drafts=counts.drafts,
        suspended=counts.suspended,
        withdrawn=counts.withdrawn,
        publishers=tuple(name for name in publishers if name),
    )


def decks(desk: Desk, now: datetime) -> tuple[DeckSummary, ...]:
    """All decks by title."""
    with desk.opened.reading() as session:
        at = moment(session, desk.user, now)
        return tuple(summary(session, one, at) for one in decks_of(session, desk.user))


def state_of(card: StoredCard, standing: Standing) -> CardState:
    """Where a card stands."""
    if card.withdrawn:
        return CardState.WITHDRAWN
    if card.suspended:
        return CardState.SUSPENDED
    if standing.queue is Queue.REST:
        return CardState.NEW
    return CardState(standing.queue.value)


def card_row(
    card: StoredCard, standing: Standing, now: datetime, settings: LearnerSettings
) -> CardRow:
    """A card as a list shows it."""
    state = None if card.resting else standing.state
    content = card.card
    return CardRow(
        ref=card.ref,
        question=content.question,
        answer=content.answer,
        topic=content.topic,
        kind=content.kind,
        state=state_of(card, standing),
        due=None if state is None else state.due,
        due_words="" if state is None else due_words(state, now, settings),
        edited=card.version.origin is Origin.LEARNER,
    )


def _holds(card: StoredCard, search: str) -> bool:
    """Whether every word of the search stands somewhere in the card's texts."""
    content = card.card
    texts = (content.question, content.answer, content.topic, content.extra, content.id)
    said = "\n".join(texts).casefold()
    return all(word in said for word in search.casefold().split())


def _in_state(
    rows: Iterable[CardRow], state: CardState, now: datetime, changed: frozenset[CardRef]
) -> tuple[CardRow, ...]:
    if state is CardState.CHANGED:
        return tuple(one for one in rows if one.ref in changed)
    if state is CardState.DUE:
        return tuple(one for one in rows if one.due is not None and one.due <= now)
    return tuple(one for one in rows if one.state is state)


def _found(
    session: Session, desk: Desk, at: Moment, cards: tuple[StoredCard, ...], query: CardQuery
) -> tuple[CardRow, ...]:
    held = standings_of_deck(session, cards[0].deck_row) if cards else {}
    matching = tuple(
        one for one in cards if query.kind in {None, one.card.kind} and _holds(one, query.search)
    )
    rows = tuple(card_row(one, held[one.row], at.now, at.settings) for one in matching)
    if query.state is None:
        return rows
    news = changes(session, desk, matching) if query.state is CardState.CHANGED else {}
    changed = frozenset(one.ref for one in matching if one.row in news)
    return _in_state(rows, query.state, at.now, changed)


def deck_page(desk: Desk, deck: DeckId, query: CardQuery, now: datetime) -> DeckPage:
    """A deck and those of its accepted cards that the query asks for.

    Raises `NotInLibraryError`.
    """
    with desk.opened.reading() as session:
        stored = find_deck(session, desk.user, deck)
        at = moment(session, desk.user, now)
        every = cards_of(session, desk.user, stored.row)
        cards = tuple(one for one in every if one.status is CardStatus.ACTIVE)
        kinds = Counter(one.card.kind for one in cards)
        found = _found(session, desk, at, cards, query)
        return DeckPage(
            deck=summary(session, stored, at),
            sources=sources_of(session, stored.row),
            kinds=tuple(KindCount(kind, kinds[kind]) for kind in FactKind if kinds[kind]),
            total=len(found),
            rows=found[query.offset : query.offset + query.limit],
        )
