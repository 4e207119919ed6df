"""The history of a card as one list: reviews, acts, reports, edits, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from studyapp.study import Act, CardPage, Origin, PastAct, PastReport, PastReview, Version
from studyapp.web.labels import ACTS, REPORTED
from studyapp.web.words import counted, day


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a card.

    `wording` is what it said then and no longer does, `undone` whether it was taken back.
    """

    at: datetime
    words: str
    wording: str = ""
    undone: bool = False


def timeline(page: CardPage) -> tuple[Event, ...]:
    """Everything that happened to the card of `page`."""
    return tuple(sorted(_events(page), key=lambda event: event.at, reverse=True))


def _events(page: CardPage) -> Iterator[Event]:
    yield from map(_done, reversed(page.acts))
    for past in reversed(page.reports):
        yield from _reported(past)
    yield from map(_reviewed, page.reviews)
    first = min((version.number for version in page.versions), default=0)
    for version in page.versions:
        yield _worded(version, first=version.number == first)


def _reviewed(review: PastReview) -> Event:
    name = review.rating.name.capitalize()
    if review.undone or not review.interval:
        return Event(review.at, name, undone=review.undone)
    return Event(review.at, f"{name}, then {review.interval}")


def _done(past: PastAct) -> Event:
    if past.act is Act.DUE and past.day is not None:
        words = f"Due date set to {day(past.day)}"
    elif past.act is Act.LEECH:
        words = f"{'Set aside: ' if past.rested else ''}forgotten {counted(past.lapses, 'time')}"
        words = words[0].upper() + words[1:]
    else:
        words = ACTS[past.act]
    return Event(past.at, words, undone=past.undone)


def _reported(past: PastReport) -> Iterator[Event]:
    if past.closed is not None:
        yield Event(past.closed, f"Settled: {REPORTED[past.fault]}")
    note = f" “{past.note}”" if past.note else ""
    yield Event(past.at, f"Reported: {REPORTED[past.fault]}{note}")


def _worded(version: Version, *, first: bool) -> Event:
    if first:
        words = "Added"
    else:
        words = "Edited by you" if version.origin is Origin.LEARNER else "Changed in the deck"
    old = "" if version.current else f"{version.question} {version.answer}"
    return Event(version.at, words, old)
