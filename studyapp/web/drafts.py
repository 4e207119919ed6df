"""Drafts: the cards of a build, each beside its passage, decided one at a time."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
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

pages = Blueprint("drafts", __name__, url_prefix="/drafts")

REASONS = ("Wrong", "Not in the passage", "Unclear", "Not worth learning", "Said twice")


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
    said = " ".join(get_flashed_messages())
    return _render(deck, ref, said=said, editing=bool(request.args.get("edit")))


@pages.post("/<deck>/<card>/accept")
def accept(deck: str, card: str) -> str | Response:
    """Let a draft into the deck."""
    ref = asked.card_ref(deck, card)
    following = _following(ref)
    accept_draft(desk(), ref, now())
    return _go_on(ref, following, "Accepted.")


@pages.post("/<deck>/<card>/discard")
def discard(deck: str, card: str) -> str | Response:
    """Keep a draft out of the deck."""
    ref = asked.card_ref(deck, card)
    following = _following(ref)
    reason = request.form.get("reason", "")
    discard_draft(desk(), ref, now(), reason if reason in REASONS else "")
    return _go_on(ref, following, "Discarded.")


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
        return _render(deck, ref, editing=True, wording=wording, error=error), 422
    return _go_on(ref, ref, "Saved. Accept it to study it.")


@pages.post("/<deck>/undo")
def take_back(deck: str) -> str | Response:
    """Take back the last decision in this deck."""
    asked.deck_id(deck)
    restored = undo_draft(desk(), asked.deck_id(deck), now())
    if restored is None:
        return _answer(deck, None, "There is nothing to undo.")
    return _answer(deck, restored, "Undone. The draft is back.")


def _following(ref: CardRef) -> CardRef | None:
    """The draft to show once this one is decided."""
    page = draft(desk(), ref)
    return page.following or page.previous


def _go_on(ref: CardRef, following: CardRef | None, said: str) -> str | Response:
    return _answer(ref.deck, following, said)


def _answer(deck: str, ref: CardRef | None, said: str) -> str | Response:
    if asked.only_the_stage():
        return _render(deck, ref, said=said)
    flash(said)
    return redirect(_address(deck, ref), 303)


def _render(  # every part of the page that can differ
    deck: str,
    ref: CardRef | None,
    *,
    said: str = "",
    editing: bool = False,
    wording: Edit | None = None,
    error: StudyappError | None = None,
) -> str:
    listed = drafts(desk(), asked.deck_id(deck))
    page = _draft(listed, ref)
    here = _address(deck, page.ref if page else None)
    part = "stage" if asked.only_the_stage() else "page"
    if page and editing and wording is None:
        wording = Edit(page.card.question, page.card.answer, page.card.extra)
    return render_template(
        f"drafts/{part}.html", drafts=listed, draft=page, here=here, said=said, edit=wording,
        error=error, reasons=REASONS,
    )


def _draft(listed: DraftList, ref: CardRef | None) -> DraftPage | None:
    """The draft asked for while it waits, else the first that does."""
    waiting = tuple(row.ref for row in listed.waiting)
    if not waiting:
        return None
    return draft(desk(), ref if ref in waiting else waiting[0])


def _address(deck: str, ref: CardRef | None) -> str:
    return url_for("drafts.show", deck=deck, card=ref.card if ref else None)
