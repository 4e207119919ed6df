"""Put the app together: its library, its guards, its words and its pages."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from flask import Flask

from studyapp import __version__
from studyapp.config import TEMPLATES, Settings
from studyapp.deckfile.markdown import parse
from studyapp.model import StudyappError
from studyapp.study import Desk, load_deck, open_desk, open_library
from studyapp.web import (
    backups,
    cards,
    current,
    decks,
    drafts,
    errors,
    guide,
    review,
    today,
    words,
)
from studyapp.web import settings as settings_pages
from studyapp.web.secret import secret_key
from studyapp.web.security import protect

_PAGES = (today, review, decks, cards, drafts, settings_pages, guide)


def create_app(settings: Settings, clock: Callable[[], datetime] = current.utc_now) -> Flask:
    """The app over the library that `settings` names, its deck files loaded.

    Raises StudyappError when the database, the key file or a deck file cannot be used.
    """
    folder = TEMPLATES / "web"
    app = Flask("studyapp", template_folder=str(folder), static_folder=str(folder / "static"))
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["version"] = __version__
    app.jinja_env.globals["comes_with_decks"] = bool(settings.decks)
    protect(app, secret_key(settings.key_file), settings.hosts)
    desk = open_desk(open_library(settings.database), clock())
    _load_decks(desk, settings, clock())
    current.provide(app, desk, clock)
    backups.provide(app, backups.Keeper(desk, clock))
    words.teach(app)
    errors.explain(app)
    for page in _PAGES:
        app.register_blueprint(page.pages)
    return app


def _load_decks(desk: Desk, settings: Settings, now: datetime) -> None:
    """Load the deck files; a deck that is there already takes what changed in its file."""
    for path in settings.decks:
        load_deck(desk, parse(_text(path), path.name), now)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StudyappError(
            str(path), f"The deck file cannot be read ({error}).", "Restore it or reinstall."
        ) from error
