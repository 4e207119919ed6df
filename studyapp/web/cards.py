"""A card: what it says and why, where it stands, its history; edited in place."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.model import CardRef, StudyappError
from studyapp.study import (
    CardPage,
    Edit,
    NotInLibraryError,
    card_page,
    edit_card,
    suspend,
    unsuspend,
)
from studyapp.web import asked
from studyapp.web.current import desk, now
from studyapp.web.timeline import timeline
from studyapp.web.told import tell, told

pages = Blueprint("cards", __name__, url_prefix="/cards")


@pages.get("/<deck>/<card>")
def show(deck: str, card: str) -> str:
    """Everything about one card."""
    page = card_page(desk(), asked.card_ref(deck, card), now())
    if request.args.get("edit"):
        edit = Edit(page.card.question, page.card.answer, page.card.extra)
        return _render(page, edit=edit)
    return _render(page)


@pages.post("/<deck>/<card>")
def save(deck: str, card: str) -> str | tuple[str, int] | Response:
    """Keep the learner's wording. The card's history and schedule stay."""
    ref = asked.card_ref(deck, card)
    form = request.form
    edit = Edit(*(form.get(name, "").strip() for name in ("question", "answer", "extra")))
    try:
        edit_card(desk(), ref, edit, now())
    except NotInLibraryError:
        raise
    except StudyappError as error:
        return _render(card_page(desk(), ref, now()), edit=edit, error=error), 422
    tell("Saved. The schedule is kept.")
    if request.args.get("back") == "review":
        return redirect(_review(ref), 303)
    return _to_card(ref)


@pages.post("/<deck>/<card>/suspend")
def set_aside(deck: str, card: str) -> Response:
    """Keep a card out of review until it is resumed."""
    ref = asked.card_ref(deck, card)
    suspend(desk(), ref, now())
    tell("Suspended. It will not come up until you resume it.")
    return _to_card(ref)


@pages.post("/<deck>/<card>/resume")
def resume(deck: str, card: str) -> Response:
    """Let a suspended card come up again."""
    ref = asked.card_ref(deck, card)
    unsuspend(desk(), ref, now())
    tell("Resumed. Its schedule is as it was.")
    return _to_card(ref)


def _render(
    page: CardPage, *, edit: Edit | None = None, error: StudyappError | None = None
) -> str:
    from_review = request.args.get("back") == "review"
    return render_template(
        "card.html",
        page=page,
        timeline=timeline(page),
        said=told(),
        edit=edit,
        error=error,
        back="review" if from_review else None,
        back_address=_review(page.ref) if from_review else None,
    )


def _to_card(ref: CardRef) -> Response:
    address = url_for("cards.show", deck=ref.deck, card=ref.card, back=request.args.get("back"))
    return redirect(address, 303)


def _review(ref: CardRef) -> str:
    side = request.args.get("side", "answer")
    return url_for("review.show", deck=ref.deck, card=ref.card, side=side)
