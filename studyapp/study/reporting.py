"""Reporting what is wrong with a card, and settling it."""

from datetime import datetime
from enum import StrEnum

from studyapp.model import CardRef
from studyapp.store.cards import find_card
from studyapp.store.instants import to_some
from studyapp.store.reports import Complaint, add_report, close_reports
from studyapp.store.wordings import mark_card
from studyapp.study.desk import Desk

LONGEST = 2000
"""Letters of a note that are kept."""


class Fault(StrEnum):
    """What a learner may find wrong with a card."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    UNSUPPORTED = "unsupported"
    UNCLEAR = "unclear"
    OTHER = "other"


def report(desk: Desk, ref: CardRef, fault: Fault, note: str, now: datetime) -> None:
    """Keep what is wrong with the card as it is worded now, and flag it.

    Raises `NotInLibraryError`.
    """
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        complaint = Complaint(stored.version.content_hash, fault, note.strip()[:LONGEST])
        add_report(session, desk.user, stored.row, complaint, now)
        if stored.flagged is None:
            mark_card(session, stored.row, flagged=to_some(now))


def settle(desk: Desk, ref: CardRef, now: datetime) -> int:
    """Close the open reports on a card and take its flag away; how many they were.

    Raises `NotInLibraryError`.
    """
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        closed = close_reports(session, desk.user, stored.row, now)
        if closed:
            mark_card(session, stored.row, flagged=None)
        return closed
