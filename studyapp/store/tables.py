"""The tables. Every row belongs to a user; times are microseconds (see `instants`).

`reviews` and `reversals` are append-only and the truth of the schedule; `memory` is their
fold, one row for every card, and can be rebuilt at any time. `card_versions` is append-only
too: a card points at the version it shows.
"""

from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_PLANNED = text("turn IS NOT NULL")
_Number = BigInteger().with_variant(Integer, "sqlite")


class Table(DeclarativeBase):
    """What all tables share."""

    type_annotation_map: ClassVar = {int: BigInteger, str: Text}


class UserRow(Table):
    """A learner with their settings (see `settings`).

    `agenda` is the study day for which turns are given out, empty when they are to be given
    anew; `extra` how many cards more than the settings say are wanted on the day `extra_day`,
    `extra_new` how many of them may be new.
    """

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    created: Mapped[int]
    settings: Mapped[str]
    agenda: Mapped[str | None] = mapped_column(String(16))
    extra_day: Mapped[str | None] = mapped_column(String(16))
    extra: Mapped[int]
    extra_new: Mapped[int]


class DeckRow(Table):
    """A deck in a learner's library; `grouped` once its cards know their families.

    `loaded` is 0 for a deck that its learner deleted: it is empty, and is kept so that a start
    of the program does not bring it back.
    """

    __tablename__ = "decks"
    __table_args__ = (UniqueConstraint("user_id", "deck"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    deck: Mapped[str] = mapped_column(String(64))
    title: Mapped[str]
    note: Mapped[str]
    loaded: Mapped[int]
    grouped: Mapped[bool]


class SourceRow(Table):
    """A document as a deck describes it."""

    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("deck_row", "name"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    deck_row: Mapped[int] = mapped_column(ForeignKey("decks.id"))
    position: Mapped[int]
    name: Mapped[str]
    title: Mapped[str]
    publisher: Mapped[str]
    page_kind: Mapped[str]
    reviewed: Mapped[str]
    notice: Mapped[str]
    sha256: Mapped[str]


class DocumentRow(Table):
    """The full text of a document, for showing passages. Never changed once stored."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("user_id", "name", "sha256"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    name: Mapped[str]
    sha256: Mapped[str]
    text: Mapped[str]
    loaded: Mapped[int]


class CardRow(Table):
    """A card: who it is and what state it is in. What it says is its current version.

    `deck_hash` is the content hash of the card as its deck last gave it, `suspended` when the
    learner set it aside, `held` until when it is buried, `flagged` when it was flagged, `leech`
    when it was last found to be one. `family` is the same for cards that give each other away.
    """

    __tablename__ = "cards"
    __table_args__ = (UniqueConstraint("deck_row", "card"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    deck_row: Mapped[int] = mapped_column(ForeignKey("decks.id"))
    card: Mapped[str] = mapped_column(String(64))
    position: Mapped[int]
    status: Mapped[str] = mapped_column(String(16))
    drafted: Mapped[bool]
    suspended: Mapped[int | None]
    held: Mapped[int | None]
    flagged: Mapped[int | None]
    leech: Mapped[int | None]
    family: Mapped[int | None]
    withdrawn: Mapped[bool]
    deck_hash: Mapped[str] = mapped_column(String(16))
    version: Mapped[int]


class VersionRow(Table):
    """One wording of a card, by its deck or by its learner."""

    __tablename__ = "card_versions"
    __table_args__ = (UniqueConstraint("card_row", "number"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    card_row: Mapped[int] = mapped_column(ForeignKey("cards.id"))
    number: Mapped[int]
    origin: Mapped[str] = mapped_column(String(16))
    at: Mapped[int]
    content_hash: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str]
    question: Mapped[str]
    answer: Mapped[str]
    extra: Mapped[str]
    topic: Mapped[str]
    was: Mapped[str]
    key: Mapped[str]
    made: Mapped[str]
    changed: Mapped[int | None]
    places: Mapped[str]


class ReviewRow(Table):
    """One answer. Never changed, never deleted.

    `due` and `days` record what the learner was promised: when the card would come back, and
    after how many study days (none for a learning step). `fuzz` is where in its fuzz range the
    interval was chosen; empty in answers from before there was fuzz.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("user_id", "review"),
        Index("ix_reviews_user_at", "user_id", "at"),
        Index("ix_reviews_card", "card_row"),
    )

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    card_row: Mapped[int] = mapped_column(ForeignKey("cards.id"))
    review: Mapped[str] = mapped_column(String(64))
    rating: Mapped[int]
    at: Mapped[int]
    offset_minutes: Mapped[int]
    wording: Mapped[str] = mapped_column(String(64))
    milliseconds: Mapped[int | None]
    due: Mapped[int]
    days: Mapped[int | None]
    fuzz: Mapped[float | None]


class ReversalRow(Table):
    """An answer taken back: the review stays, and counts no more."""

    __tablename__ = "reversals"
    __table_args__ = (UniqueConstraint("review_row"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    review_row: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    at: Mapped[int]


class MemoryRow(Table):
    """The cache: where a card waits, and the fold of its reviews.

    `due` of a new card is its place among the new ones. The columns from `stability` on are
    empty for a card never answered; `introduced` is the time of its first counted review.
    `last` of a new card is when its learner last spoke of its schedule.
    `turn` is its place on the day's agenda, empty when it is not on it or was answered since.
    """

    __tablename__ = "memory"
    __table_args__ = (
        Index("ix_memory_queue", "user_id", "queue", "due", "card_row", "deck_row"),
        Index(
            "ix_memory_turn", "user_id", "turn", sqlite_where=_PLANNED, postgresql_where=_PLANNED
        ),
    )

    card_row: Mapped[int] = mapped_column(
        ForeignKey("cards.id"), primary_key=True, autoincrement=False
    )
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    deck_row: Mapped[int] = mapped_column(ForeignKey("decks.id"))
    queue: Mapped[str] = mapped_column(String(16))
    due: Mapped[int]
    reviews: Mapped[int]
    lapses: Mapped[int]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    step: Mapped[int | None]
    last: Mapped[int | None]
    offset_minutes: Mapped[int | None]
    introduced: Mapped[int | None]
    turn: Mapped[int | None]


class DecisionRow(Table):
    """What a learner decided about a draft, and whether they took it back."""

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_card", "card_row"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    card_row: Mapped[int] = mapped_column(ForeignKey("cards.id"))
    decision: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str]
    at: Mapped[int]
    taken_back: Mapped[int | None]


class ActRow(Table):
    """What a learner did to a card besides answering it, in order, and what it undid.

    `day` is the study day of a due date that was set, `before` the value of the column that
    the act changed, `after` the newest review when it was done, `review` the review that led
    to it, `taken_back` when it was undone.
    """

    __tablename__ = "acts"
    __table_args__ = (Index("ix_acts_card", "card_row"), Index("ix_acts_user_at", "user_id", "at"))

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    card_row: Mapped[int] = mapped_column(ForeignKey("cards.id"))
    act: Mapped[str] = mapped_column(String(16))
    at: Mapped[int]
    day: Mapped[str | None] = mapped_column(String(16))
    before: Mapped[int | None]
    after: Mapped[int]
    review_row: Mapped[int | None] = mapped_column(ForeignKey("reviews.id"))
    taken_back: Mapped[int | None]


class ReportRow(Table):
    """What a learner found wrong with a card, in the wording it had; `closed` when settled."""

    __tablename__ = "reports"
    __table_args__ = (Index("ix_reports_card", "card_row"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    card_row: Mapped[int] = mapped_column(ForeignKey("cards.id"))
    reason: Mapped[str] = mapped_column(String(16))
    note: Mapped[str]
    wording: Mapped[str] = mapped_column(String(16))
    at: Mapped[int]
    closed: Mapped[int | None]
