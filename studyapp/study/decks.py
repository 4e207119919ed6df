"""The decks of a learner in numbers, and one with the cards that are asked for."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from studyapp.model import DeckId, FactKind, Source, SourceId
from studyapp.schedule import LEARN_AHEAD
from studyapp.store.cards import cards_of
from studyapp.store.decks import decks_of, find_deck, sources_of
from studyapp.store.documents import at_hand
from studyapp.store.tallies import tally
from studyapp.store.values import CardStatus, StoredDeck
from studyapp.study.cardlist import CardQuery, CardRow, found
from studyapp.study.desk import Desk
from studyapp.study.waiting import Moment, moment, reading_today


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck in numbers.

    `due` and `new` are those of today's agenda, `held` the new cards that come on later days.
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
class KindCount:
    """How many cards of a deck are of a kind."""

    kind: FactKind
    count: int


@dataclass(frozen=True, slots=True)
class DeckPage:
    """A deck with the cards that a query asked for; `total` counts them before the limit.

    `at_hand` are those of its sources whose document is here to be read.
    """

    deck: DeckSummary
    sources: tuple[Source, ...]
    at_hand: frozenset[SourceId]
    kinds: tuple[KindCount, ...]
    topics: tuple[str, ...]
    total: int
    rows: tuple[CardRow, ...]


def summary(session: Session, deck: StoredDeck, at: Moment) -> DeckSummary:
    """A deck in numbers."""
    counts = tally(session, deck.row, at.now + LEARN_AHEAD)
    publishers = dict.fromkeys(one.publisher for one in sources_of(session, deck.row))
    return DeckSummary(
        id=deck.id,
        title=deck.title,
        note=deck.note,
        cards=counts.cards,
        due=counts.due,
        new=counts.new,
        held=counts.unseen - counts.new,
        drafts=counts.drafts,
        suspended=counts.suspended,
        withdrawn=counts.withdrawn,
        publishers=tuple(name for name in publishers if name),
    )


def decks(desk: Desk, now: datetime) -> tuple[DeckSummary, ...]:
    """All decks by title."""
    with reading_today(desk, now) as session:
        at = moment(session, desk.user, now)
        return tuple(summary(session, one, at) for one in decks_of(session, desk.user))


def deck_page(desk: Desk, deck: DeckId, query: CardQuery, now: datetime) -> DeckPage:
    """A deck and those of its accepted cards that the query asks for.

    Raises `NotInLibraryError`.
    """
    with reading_today(desk, now) as session:
        stored = find_deck(session, desk.user, deck)
        at = moment(session, desk.user, now)
        every = cards_of(session, desk.user, stored.row)
        cards = tuple(one for one in every if one.status is CardStatus.ACTIVE)
        kinds = Counter(one.card.kind for one in cards)
        topics = {one.card.topic.casefold(): one.card.topic for one in cards if one.card.topic}
        rows = found(session, desk, at, cards, query)
        sources = sources_of(session, stored.row)
        return DeckPage(
            deck=summary(session, stored, at),
            sources=sources,
            at_hand=at_hand(session, desk.user, sources),
            kinds=tuple(KindCount(kind, kinds[kind]) for kind in FactKind if kinds[kind]),
            topics=tuple(sorted(topics.values(), key=str.casefold)),
            total=len(rows),
            rows=rows[query.offset : query.offset + query.limit],
        )
