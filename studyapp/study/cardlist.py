"""Cards in a list: where each stands, and which of a deck are asked for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from studyapp.model import CardRef, FactKind, LearnerSettings, Queue, SourceId
from studyapp.store.memory import standings_of_deck
from studyapp.store.reports import reported
from studyapp.store.values import Origin, Standing, StoredCard
from studyapp.study.changes import changes
from studyapp.study.desk import Desk
from studyapp.study.waiting import Moment
from studyapp.study.words import due_words


class CardState(StrEnum):
    """Where a card stands, as a learner would say. Those from `DUE` on only filter."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    SUSPENDED = "suspended"
    BURIED = "buried"
    WITHDRAWN = "withdrawn"
    DUE = "due"
    FLAGGED = "flagged"
    REPORTED = "reported"
    CHANGED = "changed"
    DIFFERS = "differs"
    LEECH = "leech"


@dataclass(frozen=True, slots=True)
class CardQuery:
    """Which cards of a deck to show: all whose texts hold `search`, and that fit the rest."""

    search: str = ""
    kind: FactKind | None = None
    state: CardState | None = None
    topic: str = ""
    source: SourceId | None = None
    limit: int = 500
    offset: int = 0

    @property
    def asks(self) -> bool:
        """Whether any card is left out by it."""
        return bool(self.search or self.kind or self.state or self.topic or self.source)


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
    flagged: bool


def state_of(card: StoredCard, standing: Standing) -> CardState:
    """Where a card stands."""
    if card.withdrawn:
        return CardState.WITHDRAWN
    if card.suspended:
        return CardState.SUSPENDED
    if card.held:
        return CardState.BURIED
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
        flagged=card.flagged is not None,
    )


def _holds(card: StoredCard, search: str) -> bool:
    """Whether every word of the search stands somewhere in the card's texts."""
    content = card.card
    texts = (content.question, content.answer, content.topic, content.extra, content.id)
    said = "\n".join(texts).casefold()
    return all(word in said for word in search.casefold().split())


def _fits(card: StoredCard, query: CardQuery) -> bool:
    content = card.card
    sources = {one.source_id for one in content.citations}
    return (
        query.kind in {None, content.kind}
        and query.topic.casefold() in {"", content.topic.casefold()}
        and (query.source is None or query.source in sources)
        and _holds(card, query.search)
    )


def _marked(
    session: Session, desk: Desk, cards: tuple[StoredCard, ...], state: CardState
) -> frozenset[CardRef]:
    """The cards that a filter wants which tells nothing of where they wait."""
    match state:
        case CardState.CHANGED:
            news = changes(session, desk, cards)
            return frozenset(one.ref for one in cards if one.row in news)
        case CardState.REPORTED:
            complaints = reported(session, desk.user)
            return frozenset(one.ref for one in cards if one.row in complaints)
        case CardState.FLAGGED:
            return frozenset(one.ref for one in cards if one.flagged)
        case CardState.LEECH:
            return frozenset(one.ref for one in cards if one.leech)
        case _:
            return frozenset(one.ref for one in cards if one.card.differs)


_MARKS = (
    *(CardState.CHANGED, CardState.REPORTED, CardState.FLAGGED),
    *(CardState.LEECH, CardState.DIFFERS),
)


def found(
    session: Session, desk: Desk, at: Moment, cards: tuple[StoredCard, ...], query: CardQuery
) -> tuple[CardRow, ...]:
    """The cards of a deck that a query asks for, whatever its limit and offset."""
    held = standings_of_deck(session, cards[0].deck_row) if cards else {}
    fitting = tuple(one for one in cards if _fits(one, query))
    rows = tuple(card_row(one, held[one.row], at.now, at.settings) for one in fitting)
    if query.state is None:
        return rows
    if query.state in _MARKS:
        marked = _marked(session, desk, fitting, query.state)
        return tuple(one for one in rows if one.ref in marked)
    if query.state is CardState.DUE:
        return tuple(one for one in rows if one.due is not None and one.due <= at.now)
    return tuple(one for one in rows if one.state is query.state)
