"""The vocabulary: what every other room speaks of. Values only, all frozen."""

from studyapp.model.card import Candidate, Card, CardId, Deck, DeckId, Offered
from studyapp.model.document import Document, Layout, Lines, Passage, Source, SourceId
from studyapp.model.edition import Edition
from studyapp.model.fact import CLOZE, Citation, Disagreement, Fact, FactKind, Side
from studyapp.model.learner import (
    CardRef,
    DayShare,
    LearnerSettings,
    NewCards,
    Order,
    Preferences,
    Theme,
    Typing,
    UserId,
    Weights,
)
from studyapp.model.problem import Gate, Problem, StudyappError
from studyapp.model.review import (
    Adjustment,
    Change,
    MemoryState,
    Queue,
    Rating,
    Review,
    ReviewId,
)
from studyapp.model.unread import Noise, Unread
from studyapp.model.wording import content_hash, is_edited, wording_hash

__all__ = [
    "CLOZE",
    "Adjustment",
    "Candidate",
    "Card",
    "CardId",
    "CardRef",
    "Change",
    "Citation",
    "DayShare",
    "Deck",
    "DeckId",
    "Disagreement",
    "Document",
    "Edition",
    "Fact",
    "FactKind",
    "Gate",
    "Layout",
    "LearnerSettings",
    "Lines",
    "MemoryState",
    "NewCards",
    "Noise",
    "Offered",
    "Order",
    "Passage",
    "Preferences",
    "Problem",
    "Queue",
    "Rating",
    "Review",
    "ReviewId",
    "Side",
    "Source",
    "SourceId",
    "StudyappError",
    "Theme",
    "Typing",
    "Unread",
    "UserId",
    "Weights",
    "content_hash",
    "is_edited",
    "wording_hash",
]
