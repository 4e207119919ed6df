"""Decks: the list of them, one deck with the cards that are asked for, and its downloads."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from studyapp.anki.exporter import export_apkg
from studyapp.deckfile.csv import format_csv
from studyapp.model import Deck
from studyapp.study import deck_page, decks, file_stem
from studyapp.study.backups import days_of
from studyapp.web import asked, shipped
from studyapp.web.current import desk, now
from studyapp.web.filters import chosen, given, query_of
from studyapp.web.labels import STATES
from studyapp.web.told import notice

pages = Blueprint("decks", __name__, url_prefix="/decks")

_PAGE = 100


@pages.get("")
def index() -> str:
    """Every deck with what is due in it."""
    return render_template(
        "decks.html",
        decks=decks(desk(), now()),
        deleted=shipped.deleted(desk()),
        notice=notice(),
    )


@pages.get("/<deck>")
def show(deck: str) -> str:
    """A deck's cards, as the search and filters leave them."""
    number = max(asked.number(request.args, "page", 1), 1)
    query = replace(query_of(request.args), limit=_PAGE, offset=(number - 1) * _PAGE)
    page = deck_page(desk(), asked.deck_id(deck), query, now())
    return render_template(
        "deck.html",
        page=page,
        query=query,
        given=given(query),
        number=number,
        last=max(1, -(-page.total // _PAGE)),
        states=STATES,
        notice=notice(),
        today=days_of(desk())(now()),
    )


@pages.get("/<deck>/anki")
def anki(deck: str) -> Response:
    """The deck, or what was chosen of it, as an Anki package."""
    return package(chosen(deck, request.args).read(desk(), now()))


def package(deck: Deck) -> Response:
    """A deck as an Anki package to be downloaded, without cards that are withdrawn."""
    made = replace(deck, cards=tuple(one for one in deck.cards if not one.withdrawn))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        export_apkg(made, path, now())
        packed = BytesIO(path.read_bytes())
    return send_file(
        packed,
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=f"{file_stem(made.title)}.apkg",
    )


@pages.get("/<deck>/csv")
def csv(deck: str) -> Response:
    """The same as a table. The mark at its head tells spreadsheets that it is UTF-8."""
    read = chosen(deck, request.args).read(desk(), now())
    made = replace(read, cards=tuple(one for one in read.cards if not one.withdrawn))
    return send_file(
        BytesIO(format_csv(made).encode("utf-8-sig")),
        mimetype="text/csv",
        as_attachment=True,
        download_name=f"{file_stem(made.title)}.csv",
    )


@pages.get("/")
def with_slash() -> AnyResponse:
    """The list under its other spelling."""
    return redirect(url_for("decks.index"), 308)
