"""What is done to several cards of a deck at once, and undone at once."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.model import CardRef, StudyappError
from studyapp.study import (
    Act,
    Batch,
    CardQuery,
    NotInLibraryError,
    act_on_all,
    deck_page,
    set_due_of_all,
    undo_acts,
)
from studyapp.web import asked
from studyapp.web.current import desk, now
from studyapp.web.decks import package
from studyapp.web.filters import Chosen, given, query_of, with_values
from studyapp.web.told import tell
from studyapp.web.verbs import VERBS
from studyapp.web.words import counted, day

pages = Blueprint("bulk", __name__, url_prefix="/decks")


@pages.post("/<deck>/cards")
def act(deck: str) -> str | Response:
    """Do what was chosen to the cards that were chosen."""
    named = dict.fromkeys(request.form.getlist("card"))
    cards = tuple(asked.card_ref(deck, one).card for one in named)
    if not cards:
        return _nothing(deck, "choose cards first")
    picked = Chosen(asked.deck_id(deck), CardQuery(), cards)
    return _DOING.get(request.form.get("do", ""), _mark)(picked)


@pages.post("/<deck>/undo")
def take_back(deck: str) -> Response:
    """Take back all that was just done."""
    undone = undo_acts(desk(), asked.rows(request.form), now())
    said = f"Undone for {counted(undone, 'card')}." if undone else "There is nothing to undo."
    tell(said)
    return _to_deck(deck)


def _refs(picked: Chosen) -> tuple[CardRef, ...]:
    return tuple(CardRef(picked.deck, card) for card in picked.cards)


def _go(endpoint: str, picked: Chosen) -> Response:
    # the deck is part of the path of some of these pages, and a value of others
    address = url_for(endpoint, deck=picked.deck, cards=asked.joined(picked.cards))
    return redirect(address, 303)


def _mark(picked: Chosen) -> Response:
    verb = VERBS.get(request.form.get("do", ""))
    if verb is None:
        return _nothing(picked.deck, "choose what to do")
    _tell(act_on_all(desk(), _refs(picked), verb.act, now()))
    return _to_deck(picked.deck)


def _reset(picked: Chosen) -> str | Response:
    """Cards start over once the learner has read how many they are."""
    if "sure" in request.form:
        return _mark(picked)
    page = deck_page(desk(), picked.deck, CardQuery(limit=0), now())
    query = given(query_of(request.args))
    return render_template("deck/reset.html", deck=page.deck, cards=picked.cards, given=query)


def _move(picked: Chosen) -> Response:
    if not request.form.get("day"):
        return _nothing(picked.deck, "choose the day on which the cards come back")
    wanted = asked.day(request.form, "day")
    try:
        _tell(set_due_of_all(desk(), _refs(picked), wanted, now()), wanted)
    except NotInLibraryError:
        raise
    except StudyappError as error:
        tell(f"{error.message} {error.hint}")
    return _to_deck(picked.deck)


_DOING: dict[str, Callable[[Chosen], str | Response]] = {
    "practise": lambda picked: _go("practice.choose", picked),
    "print": lambda picked: _go("printing.show", picked),
    "anki": lambda picked: package(picked.read(desk(), now())),
    "reset": _reset,
    "due": _move,
}
"""The actions that do more than set or clear a mark."""


def _nothing(deck: str, why: str) -> Response:
    tell(f"Nothing was done: {why}.")
    return _to_deck(deck)


def _tell(batch: Batch, wanted: date | None = None) -> None:
    verb = next((one for one in VERBS.values() if one.act is batch.act), None)
    done = len(batch.rows)
    if batch.act is Act.DUE and wanted is not None:
        said = f"{counted(done, 'card')} due on {day(wanted)}."
    else:
        said = f"{counted(done, 'card')} {verb.of_many if verb else 'changed'}."
    if batch.so_already and verb is not None:
        said += f" {batch.so_already} {_were(batch.so_already)} {verb.so_already}."
    if batch.unseen:
        said += f" {batch.unseen} {_were(batch.unseen)} never studied and stay as they are."
    if not done:
        said = f"Nothing changed:{said.partition('.')[2]}"
    tell(said, batch.rows)


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _to_deck(deck: str) -> Response:
    """Back to the list as it was, its filters and page kept."""
    values = given(query_of(request.args))
    number = asked.number(request.args, "page", 1)
    if number > 1:
        values["page"] = str(number)
    path = url_for("decks.show", deck=asked.deck_id(deck))
    return redirect(f"{with_values(path, values)}#main", 303)
