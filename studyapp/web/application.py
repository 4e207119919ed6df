"""Put the app together: its library, its guards, its words and its pages."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask

from studyapp import __version__
from studyapp.config import TEMPLATES, Settings
from studyapp.study import open_desk, open_library
from studyapp.web import (
    add,
    adding,
    backups,
    bulk,
    cards,
    current,
    decks,
    documents,
    drafts,
    errors,
    guide,
    keeping,
    memory,
    offline,
    pools,
    practice,
    printing,
    review,
    shipped,
    statistics,
    today,
    words,
)
from studyapp.web import settings as settings_pages
from studyapp.web.secret import secret_key
from studyapp.web.security import protect

_PAGES = (
    *(today, review, practice, decks, bulk, keeping, printing, cards, documents, drafts),
    *(add, statistics, settings_pages, memory, guide, offline),
)


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
    shipped.provide(app, shipped.load(desk, settings.decks, clock()))
    current.provide(app, desk, clock)
    pools.provide(app)
    backups.provide(app, backups.Keeper(desk, clock))
    adding.provide(app, adding.Adder(desk, clock))
    words.teach(app)
    errors.explain(app)
    for page in _PAGES:
        app.register_blueprint(page.pages)
    return app
