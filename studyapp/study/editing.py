"""Wording a card anew."""

from dataclasses import dataclass, replace
from datetime import datetime

from studyapp.model import CLOZE, CardRef, StudyappError
from studyapp.store.cards import find_card
from studyapp.store.values import Origin
from studyapp.store.wordings import add_version, mark_card
from studyapp.study.desk import Desk


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
