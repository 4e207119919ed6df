"""Everything a learner has, as files that other programs read."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from sqlalchemy.orm import Session

from studyapp.deckfile.csv import format_table, plain
from studyapp.deckfile.markdown import format_deck
from studyapp.model import Deck
from studyapp.schedule import promise_words
from studyapp.store.cards import cards_of
from studyapp.store.decks import decks_of
from studyapp.store.reviews import every_review
from studyapp.store.values import CardStatus, StoredReview
from studyapp.study.desk import Desk
from studyapp.study.loading import export_deck

_COLUMNS = ("time", "deck", "card", "rating", "interval", "seconds", "question")
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""At the head of a table: it tells spreadsheets that the file is UTF-8."""


def export_files(desk: Desk) -> Iterator[tuple[str, str]]:
    """Names and texts: a deck file for each deck, another for its drafts, and the answers.

    The answers are a table by time, without those taken back. The time is that of the clocks
    where it was given, the interval what was promised, the seconds are empty if none were
    measured. `card` is the id that the card has in its deck file.
    """
    taken = set[str]()
    with desk.opened.reading() as session:
        stored = decks_of(session, desk.user)
    for one in stored:
        for status, end in ((CardStatus.ACTIVE, ""), (CardStatus.DRAFT, "-drafts")):
            deck = export_deck(desk, one.id, status)
            if deck.cards:
                yield _name(deck, end, taken), format_deck(deck)
    with desk.opened.reading() as session:
        yield "answers.csv", _MARK + format_table(_COLUMNS, _answers(session, desk))


def file_stem(title: str) -> str:
    """A deck's title as a file name that every system takes."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "deck"


def _name(deck: Deck, end: str, taken: set[str]) -> str:
    """A name that no other file of the export has."""
    stem = f"{file_stem(deck.title)}{end}"
    name = stem if stem not in taken else f"{stem}-{deck.id[:8]}"
    taken.add(name)
    return f"decks/{name}.md"


def _answers(session: Session, desk: Desk) -> Iterator[tuple[str, ...]]:
    decks = decks_of(session, desk.user)
    titles = {one.id: one.title for one in decks}
    questions = {
        card.ref: plain(card.card.question)
        for deck in decks
        for card in cards_of(session, desk.user, deck.row)
    }
    for one in every_review(session, desk.user):
        yield (*_answer(one, titles[one.ref.deck]), questions[one.ref])


def _answer(stored: StoredReview, deck: str) -> tuple[str, ...]:
    review = stored.review
    interval = promise_words(stored.days, max(stored.due - review.at, timedelta()))
    seconds = "" if review.milliseconds is None else f"{review.milliseconds / 1000:.1f}"
    rating = review.rating.name.capitalize()
    return (
        _time(review.at, review.offset_minutes),
        deck,
        stored.ref.card,
        rating,
        interval,
        seconds,
    )


def _time(at: datetime, offset_minutes: int) -> str:
    local = at.astimezone(timezone(timedelta(minutes=offset_minutes)))
    return local.isoformat(timespec="seconds")
