"""The history of a card as one list: reviews, edits and changes of the deck, newest first."""

from dataclasses import dataclass
from datetime import datetime

from studyapp.study import CardPage, Origin, PastReview, Version


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a card; `wording` is what it said then and no longer does."""

    at: datetime
    words: str
    wording: str = ""


def timeline(page: CardPage) -> tuple[Event, ...]:
    """Everything that happened to the card of `page`."""
    first = min((version.number for version in page.versions), default=0)
    reviews = [_reviewed(review) for review in page.reviews]
    versions = [_worded(version, first=version.number == first) for version in page.versions]
    return tuple(sorted(reviews + versions, key=lambda event: event.at, reverse=True))


def _reviewed(review: PastReview) -> Event:
    name = review.rating.name.capitalize()
    if review.undone:
        return Event(review.at, f"{name}, undone")
    return Event(review.at, f"{name}, then {review.interval}" if review.interval else name)


def _worded(version: Version, *, first: bool) -> Event:
    if first:
        words = "Added"
    else:
        words = "Edited by you" if version.origin is Origin.LEARNER else "Changed in the deck"
    old = "" if version.current else f"{version.question} {version.answer}"
    return Event(version.at, words, old)
