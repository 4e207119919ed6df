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
from studyapp.store.acts import Act
from studyapp.store.values import Origin
from studyapp.study.answering import Answered, Submission, answer
from studyapp.study.batches import Batch, act_on_all, set_due_of_all
from studyapp.study.cardlist import CardQuery, CardRow, CardState
from studyapp.study.cardpage import (
    CardPage,
    Memory,
    PastAct,
    PastReport,
    PastReview,
    Version,
    card_page,
)
from studyapp.study.changes import Changed
from studyapp.study.choosing import chosen_cards, deck_stamp
from studyapp.study.clearing import Holdings, delete_everything, holdings
from studyapp.study.costs import Cost, Costs, costs, year_of_new
from studyapp.study.decks import DeckPage, DeckSummary, KindCount, deck_page, decks
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
from studyapp.study.editing import Edit, edit_card
from studyapp.study.evidence import Cited, CitedSide, PassageLine, PassageView
from studyapp.study.exporting import export_files, file_stem
from studyapp.study.figures import HardCard, More, Range, Statistics, Workload
from studyapp.study.fitting import LearnerMemory, fit_is_due, fit_memory, forget_fit, memory
from studyapp.study.keeping import delete_deck, rename_deck, was_deleted
from studyapp.study.loading import (
    Loaded,
    export_deck,
    load_deck,
    load_documents,
    load_drafts,
    renew_deck,
)
from studyapp.study.marking import (
    Acted,
    NoScheduleError,
    bury,
    flag,
    reset,
    set_due,
    suspend,
    unflag,
    unsuspend,
)
from studyapp.study.reading import DocumentView, document, passage
from studyapp.study.reporting import Fault, report, settle
from studyapp.study.reviewing import ReviewCard, next_card, review_card, upcoming
from studyapp.study.sessions import SessionSummary, session_summary
from studyapp.study.settings import (
    Refused,
    Saved,
    SettingsError,
    refusals,
    save_settings,
    settings,
)
from studyapp.study.statistics import statistics
from studyapp.study.today import Backlog, DayLoad, DeckCount, ToCheck, Today, more_today, today
from studyapp.study.typed import TypedAnswer, takes_typing, typed_answer
from studyapp.study.undoing import Undoable, Undone, last_done, undo, undo_act, undo_acts
from studyapp.study.waiting import NextDue, Waiting

__all__ = [
    "Act",
    "Acted",
    "Answered",
    "Backlog",
    "Batch",
    "CardPage",
    "CardQuery",
    "CardRef",
    "CardRow",
    "CardState",
    "Changed",
    "Cited",
    "CitedSide",
    "Cost",
    "Costs",
    "DayLoad",
    "DeckCount",
    "DeckPage",
    "DeckSummary",
    "Desk",
    "DocumentView",
    "DraftList",
    "DraftPage",
    "DraftRow",
    "Edit",
    "Fault",
    "HardCard",
    "Holdings",
    "Intervals",
    "KindCount",
    "LearnerMemory",
    "LearnerSettings",
    "Library",
    "LibraryError",
    "Loaded",
    "Memory",
    "More",
    "NextDue",
    "NoScheduleError",
    "NotInLibraryError",
    "Origin",
    "PassageLine",
    "PassageView",
    "PastAct",
    "PastReport",
    "PastReview",
    "Queue",
    "Range",
    "Refused",
    "ReviewCard",
    "Saved",
    "SessionSummary",
    "SettingsError",
    "Statistics",
    "Submission",
    "ToCheck",
    "Today",
    "TypedAnswer",
    "Undoable",
    "Undone",
    "Version",
    "Waiting",
    "Workload",
    "accept_draft",
    "act_on_all",
    "answer",
    "bury",
    "card_page",
    "chosen_cards",
    "costs",
    "deck_page",
    "deck_stamp",
    "decks",
    "delete_deck",
    "delete_everything",
    "discard_draft",
    "document",
    "draft",
    "drafts",
    "edit_card",
    "export_deck",
    "export_files",
    "file_stem",
    "fit_is_due",
    "fit_memory",
    "flag",
    "forget_fit",
    "holdings",
    "is_there",
    "last_done",
    "library_path",
    "load_deck",
    "load_documents",
    "load_drafts",
    "memory",
    "more_today",
    "next_card",
    "open_desk",
    "open_library",
    "passage",
    "refusals",
    "rename_deck",
    "renew_deck",
    "report",
    "reset",
    "review_card",
    "save_settings",
    "session_summary",
    "set_due",
    "set_due_of_all",
    "settings",
    "settle",
    "statistics",
    "suspend",
    "takes_typing",
    "today",
    "typed_answer",
    "undo",
    "undo_act",
    "undo_acts",
    "undo_draft",
    "unflag",
    "unsuspend",
    "upcoming",
    "was_deleted",
    "year_of_new",
]
