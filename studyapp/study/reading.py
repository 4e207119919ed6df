"""Documents at hand, opened from a citation."""

from dataclasses import dataclass

from studyapp.model import Citation, DeckId, Source, SourceId
from studyapp.store.decks import find_deck
from studyapp.study.desk import Desk
from studyapp.study.evidence import PassageView, Shelf


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A whole document, line by line."""

    name: str
    source: Source
    lines: tuple[str, ...]


def passage(desk: Desk, deck: DeckId, citation: Citation) -> PassageView | None:
    """The cited lines in their context; None when the document is not at hand.

    Raises `NotInLibraryError` for an unknown deck.
    """
    with desk.opened.reading() as session:
        row = find_deck(session, desk.user, deck).row
        return Shelf(session, desk.user).passage(row, citation)


def document(desk: Desk, deck: DeckId, name: SourceId) -> DocumentView | None:
    """A document that a deck cites; None when it is not at hand.

    Raises `NotInLibraryError` for an unknown deck.
    """
    with desk.opened.reading() as session:
        row = find_deck(session, desk.user, deck).row
        shelf = Shelf(session, desk.user)
        source = shelf.source(row, name)
        lines = shelf.lines(source)
    return None if lines is None else DocumentView(name, source, lines)
