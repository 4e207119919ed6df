"""A deck's name, and its end: renaming and deleting it, and bringing back one of the app's."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.model import StudyappError
from studyapp.study import (
    CardQuery,
    DeckSummary,
    NotInLibraryError,
    deck_page,
    delete_deck,
    rename_deck,
)
from studyapp.study.backups import backup_folder, keeps_backups, make_backup
from studyapp.web import asked, shipped
from studyapp.web.current import desk, now
from studyapp.web.told import tell

pages = Blueprint("keeping", __name__, url_prefix="/decks")


@pages.get("/<deck>/rename")
def name(deck: str) -> str:
    """The form for another name."""
    found = _deck(deck)
    return render_template("deck/rename.html", deck=found, title=found.title, error=None)


@pages.post("/<deck>/rename")
def rename(deck: str) -> tuple[str, int] | Response:
    """Give the deck another name."""
    title = request.form.get("title", "")
    try:
        kept = rename_deck(desk(), asked.deck_id(deck), title)
    except NotInLibraryError:
        raise
    except StudyappError as error:
        page = render_template("deck/rename.html", deck=_deck(deck), title=title, error=error)
        return page, 422
    tell(f"Renamed to “{kept}”.")
    return redirect(url_for("decks.show", deck=deck), 303)


@pages.get("/<deck>/delete")
def ask(deck: str) -> str:
    """What goes when the deck is deleted."""
    folder = backup_folder(desk()) if keeps_backups(desk()) else None
    return render_template("deck/delete.html", deck=_deck(deck), folder=folder)


@pages.post("/<deck>/delete")
def delete(deck: str) -> Response:
    """Delete the deck, once a backup is made that still has it."""
    found = _deck(deck)
    backup = make_backup(desk(), now()) if keeps_backups(desk()) else None
    delete_deck(desk(), found.id)
    kept = f" A backup from before is kept as {backup.path.name}." if backup else ""
    tell(f"“{found.title}” is deleted.{kept}")
    return redirect(url_for("decks.index"), 303)


@pages.post("/<deck>/back")
def bring_back(deck: str) -> Response:
    """Load a deck of the app again that was deleted."""
    if not shipped.bring_back(desk(), asked.deck_id(deck), now()):
        abort(404)
    tell("The deck is back, as new.")
    return redirect(url_for("decks.show", deck=deck), 303)


def _deck(deck: str) -> DeckSummary:
    return deck_page(desk(), asked.deck_id(deck), CardQuery(limit=0), now()).deck
