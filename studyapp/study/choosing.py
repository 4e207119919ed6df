"""Some cards of a deck, chosen one by one or as a query leaves them, as a deck of their own."""

from collections.abc import Sequence
from datetime import datetime

from studyapp.model import CardId, Deck, DeckId
from studyapp.store.cards import cards_of, stamp_of
from studyapp.store.decks import find_deck, sources_of
from studyapp.store.values import CardStatus
from studyapp.study.cardlist import CardQuery, found
from studyapp.study.desk import Desk
from studyapp.study.waiting import moment, reading_today


def chosen_cards(
    desk: Desk, deck: DeckId, query: CardQuery, only: Sequence[CardId], now: datetime
) -> Deck:
    """The accepted cards of a deck that a query asks for, and of these `only` some if given.

    Worded as the learner studies them; the limit and offset of the query do not count. Raises
    `NotInLibraryError` for an unknown deck; cards that it does not hold are passed over.
    """
    with reading_today(desk, now) as session:
        stored = find_deck(session, desk.user, deck)
        at = moment(session, desk.user, now)
        every = cards_of(session, desk.user, stored.row)
        cards = tuple(one for one in every if one.status is CardStatus.ACTIVE)
        if only:
            wanted = frozenset(only)
            cards = tuple(one for one in cards if one.ref.card in wanted)
        asked = {row.ref for row in found(session, desk, at, cards, query)}
        return Deck(
            stored.id,
            stored.title,
            sources_of(session, stored.row),
            tuple(one.card for one in cards if one.ref in asked),
            stored.note,
        )


def deck_stamp(desk: Desk, deck: DeckId) -> str:
    """A text that changes whenever a card of a deck comes, goes, or says something else.

    Raises `NotInLibraryError`.
    """
    with desk.opened.reading() as session:
        return stamp_of(session, find_deck(session, desk.user, deck).row)
