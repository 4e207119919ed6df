"""Review: one card at a time, question first, then its answer and four ratings."""

from dataclasses import dataclass
from uuid import uuid4

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.model import CardRef, Rating, ReviewId
from studyapp.study import (
    NotInLibraryError,
    Queue,
    ReviewCard,
    SessionSummary,
    Submission,
    TypedAnswer,
    Undoable,
    answer,
    last_done,
    next_card,
    review_card,
    session_summary,
    takes_typing,
    typed_answer,
    undo,
)
from studyapp.web import asked, sitting
from studyapp.web.current import desk, now
from studyapp.web.told import tell, told

pages = Blueprint("review", __name__, url_prefix="/review")

_LONGEST_LOOK = 60_000


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything the review screen shows.

    `card` None is the end of a sitting. `review_id` names the answer that this rendering can
    give, so that giving it twice counts once. `said` is the last thing that happened, `typed`
    what was typed before the answer was shown.
    """

    card: ReviewCard | None
    revealed: bool
    review_id: ReviewId
    summary: SessionSummary
    total: int
    more: int
    undoable: Undoable | None
    said: str
    typed: TypedAnswer | None

    @property
    def takes_typing(self) -> bool:
        """Whether an answer may be typed."""
        return self.card is not None and takes_typing(self.card.card)

    @property
    def number(self) -> int:
        """Which card of the sitting this one is, counted from 1."""
        return min(self.summary.done + 1, self.total)


@pages.get("")
def show() -> str | Response:
    """The card to answer now, or the end of the sitting."""
    revealed = request.args.get("side") == "answer"
    return _render(_wanted(), revealed=revealed, said=told())


@pages.get("/typed")
def compare() -> str:
    """What was typed beside the card's answer, for a page that has shown the answer by itself."""
    args = request.args
    ref = asked.card_ref(args.get("deck", ""), args.get("card", ""))
    card = review_card(desk(), ref, now()).card
    typed = typed_answer(card, args.get("typed", ""))
    return render_template("review/typed.html", typed=typed, card=card)


@pages.post("/start")
def start() -> Response:
    """Begin a sitting of as many cards as were chosen."""
    deck = request.form.get("deck", "")
    chosen = asked.number(request.form, "n", sitting.SIZE)
    sitting.begin(sitting.Sitting(now(), chosen, asked.deck_id(deck) if deck else None))
    return redirect(url_for("review.show"), 303)


@pages.post("/answer")
def rate() -> str | Response:
    """Take an answer and go on to the next card."""
    form = request.form
    submission = Submission(
        review_id=asked.review_id(form, "review"),
        ref=asked.card_ref(form.get("deck", ""), form.get("card", "")),
        rating=asked.rating(form),
        wording=form.get("wording", ""),
        milliseconds=_milliseconds(form.get("milliseconds", "")),
    )
    answered = answer(desk(), submission, now())
    said = f"{answered.rating.name.capitalize()}, {answered.interval}."
    if asked.only_the_stage():
        return _render(None, revealed=False, said=said)
    tell(said)
    return redirect(url_for("review.show"), 303)


@pages.post("/undo")
def take_back() -> str | Response:
    """Take back the last answer and show its card again, revealed."""
    undone = undo(desk(), asked.review_id(request.form, "review"), now())
    if undone is None:
        said = "There is nothing to undo."
        ref = None
    else:
        said = f"Undone: {_name(undone.rating or Rating.AGAIN)}. Rate the card again."
        ref = undone.ref
    if asked.only_the_stage():
        return _render(ref, revealed=True, said=said)
    tell(said)
    return redirect(_address(ref), 303)


def _render(ref: CardRef | None, *, revealed: bool, said: str) -> str:
    stage = _stage(ref, revealed=revealed, said=said)
    part = "stage" if asked.only_the_stage() else "page"
    shown = stage.card.ref if stage.card and stage.revealed else None
    here = _address(shown, stage.summary.done)
    return render_template(f"review/{part}.html", stage=stage, here=here)


def _stage(ref: CardRef | None, *, revealed: bool, said: str) -> Stage:
    current = sitting.resume(now())
    summary = session_summary(desk(), current.since, now())
    upcoming = next_card(desk(), now(), current.deck)
    more = upcoming.waiting.total if upcoming else 0
    wanted = _still_open(ref)
    over = current.is_over(summary.done) and wanted is None
    card = None if over else wanted or upcoming
    return Stage(
        card=card,
        revealed=revealed and wanted is not None,
        review_id=ReviewId(uuid4().hex),
        summary=summary,
        total=max(current.total(summary.done, more), 1),
        more=more,
        undoable=last_done(desk(), now()),
        said=said,
        typed=typed_answer(card.card, request.args.get("typed", "")) if card else None,
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


def _wanted() -> CardRef | None:
    """The card that the address names, unless the sitting has gone on since."""
    args = request.args
    if not args.get("deck") or not args.get("card"):
        return None
    since = sitting.resume(now()).since
    if "step" in args and args["step"] != str(session_summary(desk(), since, now()).done):
        return None
    return asked.card_ref(args["deck"], args["card"])


def _address(ref: CardRef | None, step: int | None = None) -> str:
    """Where the answer side of a card stands; `step` is how many were answered before it."""
    if ref is None:
        return url_for("review.show")
    return url_for("review.show", deck=ref.deck, card=ref.card, side="answer", step=step)


def _milliseconds(text: str) -> int | None:
    """The visible time as the page measured it; None when it did not."""
    if not text.isascii() or not text.isdigit():
        return None
    return min(int(text[:9]), _LONGEST_LOOK)


def _name(rating: Rating) -> str:
    return rating.name.capitalize()
