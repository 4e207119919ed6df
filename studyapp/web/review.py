"""Review: one card at a time, question first, then its answer and four ratings."""

import gzip
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from flask import (
    Blueprint,
    Response,
    abort,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response as AnyResponse

from studyapp.model import CardRef, Rating
from studyapp.study import (
    Act,
    Answered,
    Fault,
    Submission,
    Undone,
    answer,
    bury,
    flag,
    report,
    review_card,
    session_summary,
    settings,
    suspend,
    typed_answer,
    undo,
    undo_act,
    unflag,
    upcoming,
)
from studyapp.web import asked, sitting
from studyapp.web.current import desk, now
from studyapp.web.stage import DONE, Said, Stage, stage_of
from studyapp.web.told import tell, told

pages = Blueprint("review", __name__, url_prefix="/review")

_LONGEST_LOOK = 60_000
_LONGEST_WAIT = timedelta(days=60)
"""An answer that has waited longer to be sent is taken as if it were given that long ago."""
_AHEAD = 30
_WORTH_PACKING = 10_000
_ACTS = {"bury": bury, "suspend": suspend, "flag": flag, "unflag": unflag}


@pages.get("")
def show() -> str | AnyResponse:
    """The card to answer now, or the end of the sitting."""
    revealed = request.args.get("side") == "answer"
    return _render(_wanted(), revealed=revealed, said=Said(told()))


@pages.get("/typed")
def compare() -> str:
    """What was typed beside the card's answer, for a page that has shown the answer by itself."""
    args = request.args
    ref = asked.card_ref(args.get("deck", ""), args.get("card", ""))
    card = review_card(desk(), ref, now()).card
    typed = typed_answer(card, args.get("typed", ""), settings(desk()).preferences.typing)
    return render_template("review/typed.html", typed=typed, card=card)


@pages.get("/ahead")
def ahead() -> Response:
    """The next cards in order, each as a stage of its own, for a page that shows them itself.

    With them come how far the sitting is and the token that answers are sent with.
    """
    current = sitting.resume(now())
    shown = request.args.get("besides", "")
    cards = upcoming(desk(), now(), current.deck, limit=_AHEAD)
    base = stage_of(None, revealed=False, said=Said())
    base = replace(base, undoable=None, typed=None)
    stages = [
        {"key": _key(card.ref), "html": _stage_html(replace(base, card=card))}
        for card in cards
        if _key(card.ref) != shown
    ]
    return _packed(
        jsonify(cards=stages, done=base.summary.done, more=base.more, token=generate_csrf())
    )


@pages.post("/start")
def start() -> AnyResponse:
    """Begin a sitting of as many cards as were chosen."""
    deck = request.form.get("deck", "")
    chosen = asked.number(request.form, "n", sitting.SIZE)
    sitting.begin(sitting.Sitting(now(), chosen, asked.deck_id(deck) if deck else None))
    return redirect(url_for("review.show"), 303)


@pages.post("/answer")
def rate() -> str | AnyResponse:
    """Take an answer and go on to the next card."""
    form = request.form
    submission = Submission(
        review_id=asked.review_id(form, "review"),
        ref=asked.card_ref(form.get("deck", ""), form.get("card", "")),
        rating=asked.rating(form),
        at=_given_at(form.get("waited", "")),
        wording=form.get("wording", ""),
        milliseconds=_milliseconds(form.get("milliseconds", "")),
        promised=_promised(form),
    )
    answered = answer(desk(), submission, now(), sitting.resume(now()).deck)
    said = _said(answered)
    if asked.wants("answer"):
        following = answered.following
        return jsonify(
            review=answered.review_id,
            said=said,
            leech=answered.leech,
            following=None if following is None else _key(following),
        )
    if asked.wants("stage"):
        return _render(None, revealed=False, said=Said(said))
    tell(said)
    return redirect(url_for("review.show"), 303)


@pages.post("/undo")
def take_back() -> str | AnyResponse:
    """Take back the last answer or act and show its card again, as it was left."""
    form = request.form
    if form.get("act"):
        undone = undo_act(desk(), asked.number(form, "act", 0), now())
    else:
        undone = undo(desk(), asked.review_id(form, "review"), now())
    ref = undone.ref if undone else None
    revealed = undone is not None and undone.rating is not None
    said = _undone(undone)
    if asked.wants("answer"):
        return jsonify(said=said)
    if asked.wants("stage"):
        return _render(ref, revealed=revealed, said=Said(said))
    tell(said)
    return redirect(_address(ref, revealed=revealed), 303)


@pages.post("/act")
def act() -> str | AnyResponse:
    """Bury, suspend or flag the card that is shown, and go on."""
    form = request.form
    ref = asked.card_ref(form.get("deck", ""), form.get("card", ""))
    move = _ACTS.get(form.get("act", ""))
    if move is None:
        abort(400)
    done = move(desk(), ref, now())
    stays = ref if done.act in {Act.FLAG, Act.UNFLAG} else None
    revealed = form.get("side") == "answer"
    said = Said(DONE[done.act], undoable=done.row is not None)
    if asked.wants("stage"):
        return _render(stays, revealed=revealed, said=said)
    tell(said.words)
    return redirect(_address(stays, revealed=revealed), 303)


@pages.post("/report")
def complain() -> str | AnyResponse:
    """Keep what the learner finds wrong with the card that is shown, which stays."""
    form = request.form
    ref = asked.card_ref(form.get("deck", ""), form.get("card", ""))
    if form.get("fault") not in set(Fault):
        abort(400)
    fault = Fault(form["fault"])
    report(desk(), ref, fault, form.get("note", ""), now())
    said = Said(
        "Reported. You’ll see it on Today until it is settled.", suspends=fault is Fault.WRONG
    )
    revealed = form.get("side") == "answer"
    if asked.wants("stage"):
        return _render(ref, revealed=revealed, said=said)
    tell(said.words)
    return redirect(_address(ref, revealed=revealed), 303)


def _said(answered: Answered) -> str:
    words = f"{_name(answered.rating)}, {answered.interval}."
    if answered.rests:
        return f"{words} Forgotten too often: suspended. Reword it on its page."
    return f"{words} Forgotten often: you may want to reword it." if answered.leech else words


def _undone(undone: Undone | None) -> str:
    if undone is None:
        return "There is nothing to undo."
    if undone.rating is not None:
        return f"Undone: {_name(undone.rating)}. Rate the card again."
    return "Undone. The card is back as it was."


def _render(ref: CardRef | None, *, revealed: bool, said: Said) -> str:
    stage = stage_of(ref, revealed=revealed, said=said)
    if asked.wants("stage"):
        return _stage_html(stage)
    return render_template("review/page.html", stage=stage, here=_here(stage), faults=tuple(Fault))


def _stage_html(stage: Stage) -> str:
    return render_template("review/stage.html", stage=stage, here=_here(stage))


def _here(stage: Stage) -> str:
    shown = stage.card.ref if stage.card and stage.revealed else None
    return _address(shown, stage.summary.done)


def _wanted() -> CardRef | None:
    """The card that the address names, unless the sitting has gone on since."""
    args = request.args
    if not args.get("deck") or not args.get("card"):
        return None
    since = sitting.resume(now()).since
    if "step" in args and args["step"] != str(session_summary(desk(), since, now()).done):
        return None
    return asked.card_ref(args["deck"], args["card"])


def _address(ref: CardRef | None, step: int | None = None, *, revealed: bool = True) -> str:
    """Where a card stands; `step` is how many were answered before it."""
    if ref is None:
        return url_for("review.show")
    side = "answer" if revealed else None
    return url_for("review.show", deck=ref.deck, card=ref.card, side=side, step=step)


def _key(ref: CardRef) -> str:
    """A card's name in one word, as the page's script knows it."""
    return f"{ref.deck}/{ref.card}"


def _packed(response: Response) -> Response:
    """The response compressed, if it is worth it and the browser takes it."""
    body = response.get_data()
    if len(body) < _WORTH_PACKING or request.accept_encodings.quality("gzip") == 0:
        return response
    response.set_data(gzip.compress(body, compresslevel=1))
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _number(text: str) -> int | None:
    """A whole number as the page wrote it; None when it did not."""
    return int(text[:12]) if text.isascii() and text.isdigit() else None


def _milliseconds(text: str) -> int | None:
    """The visible time as the page measured it; None when it did not."""
    found = _number(text)
    return None if found is None else min(found, _LONGEST_LOOK)


def _given_at(waited: str) -> datetime | None:
    """When an answer was given that has waited so many milliseconds to be sent."""
    found = _number(waited)
    return None if not found else now() - min(timedelta(milliseconds=found), _LONGEST_WAIT)


def _promised(form: Mapping[str, str]) -> int | None:
    """After how many days the pressed button said that the card would come back."""
    return _number(form.get(f"days{form.get('rating', '')}", ""))


def _name(rating: Rating) -> str:
    return rating.name.capitalize()
