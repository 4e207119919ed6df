"""Beginning anew: everything of a learner goes, after a backup that stays."""

from dataclasses import dataclass
from datetime import datetime

from studyapp.store.backups import Backup, save_before
from studyapp.store.clearing import clear
from studyapp.store.decks import decks_of
from studyapp.store.reviews import count_answers
from studyapp.store.tallies import count_cards
from studyapp.study.backups import keeps_backups
from studyapp.study.desk import Desk


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a library holds of a learner, in numbers."""

    decks: int
    cards: int
    answers: int


def holdings(desk: Desk) -> Holdings:
    """What would go if everything was deleted; drafts and answers taken back count too."""
    with desk.opened.reading() as session:
        return Holdings(
            decks=len(decks_of(session, desk.user)),
            cards=count_cards(session, desk.user),
            answers=count_answers(session, desk.user),
        )


def delete_everything(desk: Desk, now: datetime) -> Backup | None:
    """Delete decks, cards, documents, answers and reports; the settings stay.

    The backup made before it is not among those that go with time; on a database server none
    is made. Raises StudyappError, and deletes nothing, when it cannot be made.
    """
    made = save_before(desk.opened.file(), now, "deleting") if keeps_backups(desk) else None
    with desk.opened.writing() as session:
        clear(session, desk.user)
    desk.opened.compact()
    return made
