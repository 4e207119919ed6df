"""A card: what it says and why, where it stands, its history; edited in place."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.model import CardRef, StudyappError
from studyapp.study import (
    CardPage,
    CardState,
    Edit,
    Fault,
    NotInLibraryError,
    card_page,
    edit_card,
    report,
    set_due,
    settings,
    settle,
    undo_acts,
)
from studyapp.study.backups import days_of
from studyapp.web import asked
from studyapp.web.current import desk, now
from studyapp.web.labels import FAULTS
from studyapp.web.timeline import timeline
from studyapp.web.told import notice, tell
from studyapp.web.verbs import VERBS
from studyapp.web.words import day

pages = Blueprint("cards", __name__, url_prefix="/cards")

_REPORTED = "Reported. You’ll see it on Today."
_WRONG = f"{_REPORTED} You can keep it out of review until it is settled."


@dataclass(frozen=True, slots=True)
class _Refused:
    """A form of the page that was sent and not taken: which one, why, and what was in it."""

    form: str
    error: StudyappError
    edit: Edit | None = None


@pages.get("/<deck>/<card>")
def show(deck: str, card: str) -> str:
    """Everything about one card."""
    return _render(card_page(desk(), asked.card_ref(deck, card), now()))


@pages.post("/<deck>/<card>")
def save(deck: str, card: str) -> tuple[str, int] | Response:
    """Keep the learner's wording. The card's history and schedule stay."""
    ref = asked.card_ref(deck, card)
    form = request.form
    edit = Edit(*(form.get(name, "").strip() for name in ("question", "answer", "extra")))
    try:
        edit_card(desk(), ref, edit, now())
    except NotInLibraryError:
        raise
    except StudyappError as error:
        return _again(ref, _Refused("edit", error, edit))
    tell("Saved. The schedule is kept.")
    if request.args.get("back") == "review":
        return redirect(_review(ref), 303)
    return _to_card(ref)


@pages.post(f"/<deck>/<card>/<any({', '.join(VERBS)}):verb>")
def act(deck: str, card: str, verb: str) -> Response:
    """Set a card aside, mark it or let it start over."""
    ref = asked.card_ref(deck, card)
    done = VERBS[verb].do(desk(), ref, now())
    tell(VERBS[verb].said, () if done.row is None else (done.row,))
    return _to_card(ref)


@pages.post("/<deck>/<card>/due")
def move(deck: str, card: str) -> tuple[str, int] | Response:
    """Set the day on which a card comes back."""
    ref = asked.card_ref(deck, card)
    wanted = asked.day(request.form, "day")
    try:
        done = set_due(desk(), ref, wanted, now())
    except NotInLibraryError:
        raise
    except StudyappError as error:
        return _again(ref, _Refused("due", error))
    tell(f"Due date set to {day(wanted)}.", () if done.row is None else (done.row,))
    return _to_card(ref)


@pages.post("/<deck>/<card>/report")
def complain(deck: str, card: str) -> tuple[str, int] | Response:
    """Keep what the learner finds wrong with a card."""
    ref = asked.card_ref(deck, card)
    fault = request.form.get("fault", "")
    if fault not in set(Fault):
        error = StudyappError("report", "Say what is wrong with the card.", "Choose one.")
        return _again(ref, _Refused("report", error))
    report(desk(), ref, Fault(fault), request.form.get("note", ""), now())
    tell(_WRONG if fault == Fault.WRONG else _REPORTED)
    return _to_card(ref)


@pages.post("/<deck>/<card>/settled")
def close(deck: str, card: str) -> Response:
    """Close the reports on a card."""
    ref = asked.card_ref(deck, card)
    settle(desk(), ref, now())
    tell("Settled. The flag is taken away.")
    return _to_card(ref)


@pages.post("/<deck>/<card>/undo")
def take_back(deck: str, card: str) -> Response:
    """Take back what was just done to a card."""
    ref = asked.card_ref(deck, card)
    undone = undo_acts(desk(), asked.rows(request.form), now())
    tell("Undone." if undone else "There is nothing to undo.")
    return _to_card(ref)


def _again(ref: CardRef, refused: _Refused) -> tuple[str, int]:
    return _render(card_page(desk(), ref, now()), refused), 422


def _render(page: CardPage, refused: _Refused | None = None) -> str:
    from_review = request.args.get("back") == "review"
    said = notice()
    today = days_of(desk())(now())
    wrong = said.text == _WRONG and page.state is not CardState.SUSPENDED
    return render_template(
        "card.html",
        page=page,
        timeline=timeline(page),
        notice=said,
        offer_suspend=wrong,
        edit=_edit(page, refused),
        refused=refused,
        faults=FAULTS,
        today=today,
        tomorrow=today + timedelta(days=1),
        last_day=today + timedelta(days=settings(desk()).longest),
        back="review" if from_review else None,
        back_address=_review(page.ref) if from_review else None,
    )


def _edit(page: CardPage, refused: _Refused | None) -> Edit | None:
    """What stands in the edit form; None when no form is shown."""
    if refused is not None:
        return refused.edit
    if not request.args.get("edit"):
        return None
    return Edit(page.card.question, page.card.answer, page.card.extra)


def _to_card(ref: CardRef) -> Response:
    address = url_for("cards.show", deck=ref.deck, card=ref.card, back=request.args.get("back"))
    return redirect(address, 303)


def _review(ref: CardRef) -> str:
    side = request.args.get("side", "answer")
    return url_for("review.show", deck=ref.deck, card=ref.card, side=side)
