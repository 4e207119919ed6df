"""Decks: the list of them, one deck with all its cards, and its downloads."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from studyapp.anki.exporter import export_apkg
from studyapp.deckfile.csv import format_csv
from studyapp.model import FactKind
from studyapp.study import CardQuery, CardState, deck_page, decks, export_deck, file_stem
from studyapp.web import asked
from studyapp.web.current import desk, now

pages = Blueprint("decks", __name__, url_prefix="/decks")

_PAGE = 100


@pages.get("")
def index() -> str:
    """Every deck with what is due in it."""
    return render_template("decks.html", decks=decks(desk(), now()))


@pages.get("/<deck>")
def show(deck: str) -> str:
    """A deck's cards, as the search and filters leave them."""
    number = max(asked.number(request.args, "page", 1), 1)
    query = CardQuery(
        search=request.args.get("q", "").strip(),
        kind=_kind(request.args.get("kind", "")),
        state=_state(request.args.get("state", "")),
        limit=_PAGE,
        offset=(number - 1) * _PAGE,
    )
    page = deck_page(desk(), asked.deck_id(deck), query, now())
    last = max(1, -(-page.total // _PAGE))
    filtered = bool(query.search or query.kind or query.state)
    return render_template(
        "deck.html",
        page=page,
        query=query,
        number=number,
        last=last,
        filtered=filtered,
        states=tuple(CardState),
    )


@pages.get("/<deck>/anki")
def anki(deck: str) -> Response:
    """The deck as an Anki package."""
    made = export_deck(desk(), asked.deck_id(deck))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        export_apkg(made, path, now())
        package = BytesIO(path.read_bytes())
    return send_file(
        package,
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=f"{file_stem(made.title)}.apkg",
    )


@pages.get("/<deck>/csv")
def csv(deck: str) -> Response:
    """The deck as a table. The mark at its head tells spreadsheets that it is UTF-8."""
    made = export_deck(desk(), asked.deck_id(deck))
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


def _kind(text: str) -> FactKind | None:
    return FactKind(text) if text in set(FactKind) else None


def _state(text: str) -> CardState | None:
    return CardState(text) if text in set(CardState) else None
