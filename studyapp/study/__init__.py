"""The use cases of a learner: each function is one transaction, and the clock an argument."""

from studyapp.model import CardRef, LearnerSettings, Queue
from studyapp.schedule import Intervals
from studyapp.store import (
    Library,
    LibraryError,
    NotInLibraryError,
    is_there,
    library_path,
    open_library,
)
from studyapp.store.values import Origin
from studyapp.study.answering import (
    Answered,
    Submission,
    Undoable,
    Undone,
    answer,
    last_answer,
    undo,
)
from studyapp.study.cardpage import CardPage, Memory, PastReview, Version, card_page
from studyapp.study.changes import Changed
from studyapp.study.decks import (
    CardQuery,
    CardRow,
    CardState,
    DeckPage,
    DeckSummary,
    KindCount,
    deck_page,
    decks,
)
from studyapp.study.desk import Desk, open_desk
from studyapp.study.drafts import (
    DraftList,
    DraftPage,
    DraftRow,
    accept_draft,
    discard_draft,
    draft,
    drafts,
    undo_draft,
)
from studyapp.study.editing import Edit, edit_card, suspend, unsuspend
from studyapp.study.evidence import Cited, CitedSide, PassageLine, PassageView
from studyapp.study.loading import Loaded, export_deck, load_deck, load_documents, load_drafts
from studyapp.study.reading import DocumentView, document, passage
from studyapp.study.reviewing import ReviewCard, next_card, review_card, upcoming
from studyapp.study.sessions import SessionSummary, session_summary
from studyapp.study.settings import save_settings, settings
from studyapp.study.today import DayLoad, Today, today
from studyapp.study.typed import TypedAnswer, takes_typing, typed_answer
from studyapp.study.waiting import NextDue, Waiting

__all__ = [
    "Answered",
    "CardPage",
    "CardQuery",
    "CardRef",
    "CardRow",
    "CardState",
    "Changed",
    "Cited",
    "CitedSide",
    "DayLoad",
    "DeckPage",
    "DeckSummary",
    "Desk",
    "DocumentView",
    "DraftList",
    "DraftPage",
    "DraftRow",
    "Edit",
    "Intervals",
    "KindCount",
    "LearnerSettings",
    "Library",
    "LibraryError",
    "Loaded",
    "Memory",
    "NextDue",
    "NotInLibraryError",
    "Origin",
    "PassageLine",
    "PassageView",
    "PastReview",
    "Queue",
    "ReviewCard",
    "SessionSummary",
    "Submission",
    "Today",
    "TypedAnswer",
    "Undoable",
    "Undone",
    "Version",
    "Waiting",
    "accept_draft",
    "answer",
    "card_page",
    "deck_page",
    "decks",
    "discard_draft",
    "document",
    "draft",
    "drafts",
    "edit_card",
    "export_deck",
    "is_there",
    "last_answer",
    "library_path",
    "load_deck",
    "load_documents",
    "load_drafts",
    "next_card",
    "open_desk",
    "open_library",
    "passage",
    "review_card",
    "save_settings",
    "session_summary",
    "settings",
    "suspend",
    "takes_typing",
    "today",
    "typed_answer",
    "undo",
    "undo_draft",
    "unsuspend",
    "upcoming",
]
