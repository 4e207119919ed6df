"""Practice: chosen cards, as often as one likes, without harm to their schedule."""

from dataclasses import dataclass
from uuid import uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.choices import Choices
from studyapp.study import (
    CardQuery,
    ReviewCard,
    Submission,
    answer,
    chosen_cards,
    deck_page,
    decks,
    review_card,
    undo,
)
from studyapp.web import asked
from studyapp.web.current import desk, now
from studyapp.web.filters import chosen, with_values
from studyapp.web.labels import STATES
from studyapp.web.pools import choosable, offered
from studyapp.web.practising import Practice, begun, practice_of
from studyapp.web.rounds import SIZE, TAKEN_BACK, following
from studyapp.web.told import notice, tell

pages = Blueprint("practice", __name__, url_prefix="/practice")


@dataclass(frozen=True, slots=True)
class Stage:
    """What a page of a round shows; `option` is the one that was chosen."""

    practice: Practice
    shown: ReviewCard
    choices: Choices | None
    revealed: bool
    option: int | None

    @property
    def right(self) -> bool | None:
        """Whether the right option was chosen; None while, or where, none was."""
        if self.choices is None or self.option is None:
            return None
        return self.option == self.choices.right


@pages.get("")
def choose() -> str:
    """What to practise, and how."""
    if not request.args.get("deck"):
        return render_template("practice/decks.html", decks=decks(desk(), now()))
    picked = chosen(request.args["deck"], request.args)
    page = deck_page(desk(), picked.deck, CardQuery(limit=0), now())
    cards = picked.read(desk(), now()).cards
    return render_template(
        "practice/choose.html",
        page=page,
        picked=picked,
        query=picked.query,
        count=len(cards),
        choosable=choosable(desk(), picked.deck, cards),
        states=STATES,
        size=SIZE,
        notice=notice(),
    )


@pages.get("/start")
def start() -> Response:
    """Begin a round, the first or the next."""
    values = request.args
    picked = chosen(values.get("deck", ""), values)
    every = tuple(card.id for card in picked.read(desk(), now()).cards)
    practice = begun(values, uuid4().hex[:16], every)
    if not practice.round.cards:
        tell("No cards match. Choose others.")
        chosen_again = {"deck": picked.deck, **picked.values}
        return redirect(with_values(url_for("practice.choose"), chosen_again), 303)
    return _to(practice)


@pages.get("/round")
def ask() -> str:
    """The card that is asked now, or the end of the round."""
    practice = practice_of(request.args)
    if practice.ref is None or request.args.get("end"):
        return _end(practice)
    shown = review_card(desk(), practice.ref, now())
    choices = None
    if practice.choices:
        choices = offered(desk(), shown.ref, shown.card, practice.dice)
    option = _option(choices)
    revealed = request.args.get("side") == "answer" or option is not None
    stage = Stage(practice, shown, choices, revealed=revealed, option=option)
    return render_template("practice/round.html", stage=stage, said=notice().text)


@pages.post("/answer")
def rate() -> Response:
    """Count an answer and go on."""
    practice = practice_of(request.form)
    if practice.ref is None or not practice.counted:
        abort(400)
    submission = Submission(
        review_id=practice.review(practice.round.log),
        ref=practice.ref,
        rating=asked.rating(request.form),
        wording=request.form.get("wording", ""),
    )
    answered = answer(desk(), submission, now())
    tell(f"{answered.rating.name.capitalize()}, {answered.interval}.")
    return _to(practice.after(str(int(answered.rating))))


@pages.post("/undo")
def take_back() -> Response:
    """Take the last answer back, counted or not, and ask its card again."""
    practice = practice_of(request.form)
    if practice.round.last is None:
        return _to(practice)
    if practice.counted:
        undo(desk(), practice.review(practice.round.before), now())
    tell("Undone.")
    return _to(practice.after(TAKEN_BACK))


def _to(practice: Practice) -> Response:
    return redirect(with_values(url_for("practice.ask"), practice.address), 303)


def _option(choices: Choices | None) -> int | None:
    """The option that was chosen; None where there is none of that number."""
    number = asked.number(request.args, "chosen", -1)
    return number if choices is not None and 0 <= number < len(choices.options) else None


def _end(practice: Practice) -> str:
    """How many were remembered, and which were not."""
    deck, met, missed = practice.picked.deck, practice.round.met, practice.round.missed
    told = chosen_cards(desk(), deck, CardQuery(), practice.round.cards, now())
    cards = {card.id: card for card in told.cards}
    every = practice.picked.read(desk(), now())
    left = following(tuple(card.id for card in every.cards), practice.seed, practice.edge)
    return render_template(
        "practice/end.html",
        practice=practice,
        title=told.title,
        met=len(met),
        remembered=len(met) - len(missed),
        missed=tuple(cards[card] for card in missed if card in cards),
        more=len(left),
        said=notice().text,
    )
