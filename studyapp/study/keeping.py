"""What a learner may do to a whole deck: give it another name, or delete it."""

from studyapp.model import DeckId, StudyappError
from studyapp.store.decks import find_deck, set_title, was_removed
from studyapp.store.removing import remove_deck
from studyapp.study.agenda import renew_agenda
from studyapp.study.desk import Desk

_LONGEST = 200


def rename_deck(desk: Desk, deck: DeckId, title: str) -> str:
    """Give a deck another title; the title as it is kept, its white space mended.

    Raises `NotInLibraryError`, and `StudyappError` for a title that is empty or too long.
    """
    kept, where = " ".join(title.split()), f"deck {deck}"
    if not kept:
        raise StudyappError(where, "A deck needs a name.", "Write one.")
    if len(kept) > _LONGEST:
        hint = f"Use at most {_LONGEST} letters."
        raise StudyappError(where, "That name is too long.", hint)
    with desk.opened.writing() as session:
        set_title(session, find_deck(session, desk.user, deck).row, kept)
    return kept


def delete_deck(desk: Desk, deck: DeckId) -> None:
    """Delete a deck: its cards, all that was done with them, and documents only it cites.

    A start of the program does not bring it back, importing its file does. Raises
    `NotInLibraryError`.
    """
    with desk.opened.writing() as session:
        remove_deck(session, desk.user, find_deck(session, desk.user, deck).row)
        renew_agenda(session, desk.user)


def was_deleted(desk: Desk, deck: DeckId) -> bool:
    """Whether the learner deleted that deck, and nobody has brought it back."""
    with desk.opened.reading() as session:
        return was_removed(session, desk.user, deck)
