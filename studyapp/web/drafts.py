"""Drafts: the cards of a build, each beside its passage, decided one at a time."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.model import CardRef, StudyappError
from studyapp.study import (
    DraftList,
    DraftPage,
    Edit,
    NotInLibraryError,
    accept_draft,
    decks,
    discard_draft,
    draft,
    drafts,
    edit_card,
    undo_draft,
)
from studyapp.web import asked
from studyapp.web.current import desk, now
from studyapp.web.told import tell, told

_ACCEPTED = "Accepted."
_DISCARDED = "Discarded."
"""What is said of a decision; its notice offers to undo it."""

pages = Blueprint("drafts", __name__, url_prefix="/drafts")

REASONS = ("Wrong", "Not in the passage", "Unclear", "Not worth learning", "Said twice")


@dataclass(frozen=True, slots=True)
class _Writing:
    """The edit form: what was typed (None: the draft as it is) and why it was refused."""

    wording: Edit | None = None
    error: StudyappError | None = None


@pages.get("")
def index() -> str:
    """Decks with drafts to decide."""
    waiting = tuple(deck for deck in decks(desk(), now()) if deck.drafts)
    return render_template("drafts/index.html", decks=waiting)


@pages.get("/<deck>")
def show(deck: str) -> str:
    """One draft: the one asked for, else the first that waits."""
    card = request.args.get("card", "")
    ref = asked.card_ref(deck, card) if card else None
    writing = _Writing() if request.args.get("edit") else None
    return _render(deck, ref, said=told(), writing=writing)


@pages.post("/<deck>/<card>/accept")
def accept(deck: str, card: str) -> str | Response:
    """Let a draft into the deck."""
    ref = asked.card_ref(deck, card)
    following = _following(ref)
    accept_draft(desk(), ref, now())
    return _answer(ref.deck, following, _ACCEPTED)


@pages.post("/<deck>/<card>/discard")
def discard(deck: str, card: str) -> str | Response:
    """Keep a draft out of the deck."""
    ref = asked.card_ref(deck, card)
    following = _following(ref)
    reason = request.form.get("reason", "")
    discard_draft(desk(), ref, now(), reason if reason in REASONS else "")
    return _answer(ref.deck, following, _DISCARDED)


@pages.post("/<deck>/<card>/edit")
def edit(deck: str, card: str) -> str | tuple[str, int] | Response:
    """Keep the learner's wording of a draft; it stays a draft."""
    ref = asked.card_ref(deck, card)
    form = request.form
    wording = Edit(*(form.get(name, "").strip() for name in ("question", "answer", "extra")))
    try:
        edit_card(desk(), ref, wording, now())
    except NotInLibraryError:
        raise
    except StudyappError as error:
        return _render(deck, ref, writing=_Writing(wording, error)), 422
    return _answer(deck, ref, "Saved. Accept it to study it.")


@pages.post("/<deck>/undo")
def take_back(deck: str) -> str | Response:
    """Take back the last decision in this deck."""
    restored = undo_draft(desk(), asked.deck_id(deck), now())
    if restored is None:
        return _answer(deck, None, "There is nothing to undo.")
    return _answer(deck, restored, "Undone. The draft is back.")


def _following(ref: CardRef) -> CardRef | None:
    """The draft to show once this one is decided."""
    page = draft(desk(), ref)
    return page.following or page.previous


def _answer(deck: str, ref: CardRef | None, said: str) -> str | Response:
    if asked.only_the_stage():
        return _render(deck, ref, said=said)
    tell(said)
    return redirect(_address(deck, ref), 303)


def _render(
    deck: str, ref: CardRef | None, *, said: str = "", writing: _Writing | None = None
) -> str:
    listed = drafts(desk(), asked.deck_id(deck))
    page = _draft(listed, ref)
    part = "stage" if asked.only_the_stage() else "page"
    return render_template(
        f"drafts/{part}.html",
        drafts=listed,
        draft=page,
        here=_address(deck, page.ref if page else None),
        said=said,
        decided=said in {_ACCEPTED, _DISCARDED},
        edit=_wording(page, writing),
        error=writing.error if writing else None,
        reasons=REASONS,
    )


def _wording(page: DraftPage | None, writing: _Writing | None) -> Edit | None:
    """What stands in the edit form; None when no form is shown."""
    if page is None or writing is None:
        return None
    return writing.wording or Edit(page.card.question, page.card.answer, page.card.extra)


def _draft(listed: DraftList, ref: CardRef | None) -> DraftPage | None:
    """The draft asked for while it waits, else the first that does."""
    waiting = tuple(row.ref for row in listed.waiting)
    if not waiting:
        return None
    return draft(desk(), ref if ref in waiting else waiting[0])


def _address(deck: str, ref: CardRef | None) -> str:
    return url_for("drafts.show", deck=deck, card=ref.card if ref else None)
