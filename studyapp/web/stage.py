"""What the review screen shows: the card, how far the sitting is, and what was done last."""

from dataclasses import dataclass
from uuid import uuid4

from flask import request

from studyapp.model import CardRef, Preferences, ReviewId
from studyapp.study import (
    Act,
    NotInLibraryError,
    Queue,
    ReviewCard,
    SessionSummary,
    TypedAnswer,
    Undoable,
    last_done,
    next_card,
    review_card,
    session_summary,
    settings,
    takes_typing,
    typed_answer,
)
from studyapp.web import sitting
from studyapp.web.current import desk, now

DONE = {
    Act.BURY: "Buried until tomorrow.",
    Act.SUSPEND: "Suspended.",
    Act.RESUME: "Resumed.",
    Act.UNBURY: "Taken up again.",
    Act.FLAG: "Flagged.",
    Act.UNFLAG: "Flag taken away.",
    Act.RESET: "Started over.",
    Act.DUE: "Due date set.",
    Act.LEECH: "Set aside.",
}
"""What is said of each act."""


@dataclass(frozen=True, slots=True)
class Said:
    """What happened last. `undoable` where it can be undone beside these words.

    `suspends`: the card may be suspended beside them.
    """

    words: str = ""
    undoable: bool = False
    suspends: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything the review screen shows.

    `card` None is the end of a sitting. `review_id` names the answer that this rendering can
    give, so that giving it twice counts once. `typed` is what was typed before the answer was
    shown, `size` how many cards were asked for (0: all), `more` how many wait.
    """

    card: ReviewCard | None
    revealed: bool
    review_id: ReviewId
    summary: SessionSummary
    total: int
    size: int
    more: int
    undoable: Undoable | None
    said: Said
    typed: TypedAnswer | None
    preferences: Preferences

    @property
    def takes_typing(self) -> bool:
        """Whether an answer may be typed."""
        return self.card is not None and takes_typing(self.card.card, self.preferences.typing)

    @property
    def number(self) -> int:
        """Which card of the sitting this one is, counted from 1."""
        return min(self.summary.done + 1, self.total)


def stage_of(ref: CardRef | None, *, revealed: bool, said: Said) -> Stage:
    """The stage with that card (None: whichever comes next), or the end of the sitting."""
    current = sitting.resume(now())
    summary = session_summary(desk(), current.since, now())
    upcoming = next_card(desk(), now(), current.deck)
    more = upcoming.waiting.total if upcoming else 0
    wanted = _still_open(ref)
    over = current.is_over(summary.done) and wanted is None
    card = None if over else wanted or upcoming
    preferences = settings(desk()).preferences
    typed = request.args.get("typed", "")
    return Stage(
        card=card,
        revealed=revealed and wanted is not None,
        review_id=ReviewId(uuid4().hex),
        summary=summary,
        total=max(current.total(summary.done, more), 1),
        size=current.size,
        more=more,
        undoable=last_done(desk(), now()),
        said=said,
        typed=typed_answer(card.card, typed, preferences.typing) if card else None,
        preferences=preferences,
    )


def _still_open(ref: CardRef | None) -> ReviewCard | None:
    """The card asked for, unless it was suspended or removed meanwhile."""
    if ref is None:
        return None
    try:
        card = review_card(desk(), ref, now())
    except NotInLibraryError:
        return None
    return None if card.queue == Queue.REST else card
