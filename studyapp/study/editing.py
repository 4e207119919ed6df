"""What a learner may do to a card: word it anew, set it aside, take it up again."""

from dataclasses import dataclass, replace
from datetime import datetime

from studyapp.model import CLOZE, CardRef, StudyappError
from studyapp.store.cards import find_card
from studyapp.store.instants import to_micros
from studyapp.store.values import Origin
from studyapp.store.wordings import add_version, mark_card
from studyapp.study.desk import Desk
from studyapp.study.folding import requeue


@dataclass(frozen=True, slots=True)
class Edit:
    """A new wording. White space around the texts does not count."""

    question: str
    answer: str
    extra: str = ""


def _checked(ref: CardRef, edit: Edit) -> Edit:
    found = Edit(edit.question.strip(), edit.answer.strip(), edit.extra.strip())
    where = f"card {ref.card}"
    if not found.question or not found.answer:
        hint = "Fill in both, or suspend the card if you do not want it."
        raise StudyappError(where, "A card needs a question and an answer.", hint)
    gap = CLOZE.search(found.question)
    if gap is not None and gap.group(1) != found.answer:
        hint = "Make both the same, or ask without a gap."
        raise StudyappError(where, "The gap in the question is not the answer.", hint)
    return found


def edit_card(desk: Desk, ref: CardRef, edit: Edit, now: datetime) -> None:
    """Show the learner's wording from now on; the old ones and all reviews are kept.

    Raises `StudyappError` for an empty text or a gap that is not the answer.
    """
    edit = _checked(ref, edit)
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        old = stored.card
        if (old.question, old.answer, old.extra) == (edit.question, edit.answer, edit.extra):
            return
        worded = replace(
            old, question=edit.question, answer=edit.answer, extra=edit.extra, changed=now
        )
        number = add_version(session, stored.row, worded, Origin.LEARNER, now)
        mark_card(session, stored.row, version=number)


def suspend(desk: Desk, ref: CardRef, now: datetime) -> None:
    """Keep a card out of study until it is taken up again. Raises `NotInLibraryError`."""
    _set_aside(desk, ref, now)


def unsuspend(desk: Desk, ref: CardRef, now: datetime) -> None:
    """Take a card up again; its schedule is as it was, so it may be overdue by `now`.

    Raises `NotInLibraryError`.
    """
    _ = now
    _set_aside(desk, ref, None)


def _set_aside(desk: Desk, ref: CardRef, since: datetime | None) -> None:
    with desk.opened.writing() as session:
        stored = find_card(session, desk.user, ref)
        wanted = since is not None
        if stored.suspended is not wanted:
            mark_card(session, stored.row, suspended=None if since is None else to_micros(since))
            requeue(session, replace(stored, suspended=wanted))
