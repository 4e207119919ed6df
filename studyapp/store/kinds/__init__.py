"""The kinds of database a library may live in: all that differs between them is in here."""

from importlib import import_module
from typing import cast

from sqlalchemy import URL

from studyapp.model import StudyappError
from studyapp.store.kinds import sqlite
from studyapp.store.kinds.address import shown
from studyapp.store.kinds.home import Home, Opener

__all__ = ["Home", "home"]


def home(url: URL, patience: float) -> Home:
    """The library that the URL names, with so many seconds to wait for another's lock.

    Raises `StudyappError`.
    """
    match url.get_backend_name():
        case "sqlite":
            return sqlite.home(url, patience)
        case "postgresql":
            return _postgresql(shown(url))(url, patience)
        case _:
            hint = "Name a file: sqlite:////home/me/studyapp.sqlite."
            raise StudyappError(shown(url), "Only SQLite and PostgreSQL are supported.", hint)


def _postgresql(where: str) -> Opener:
    """Its module is imported when it is needed: not everyone installs its driver."""
    try:
        return cast("Opener", import_module("studyapp.store.kinds.postgresql").home)
    except ImportError as error:
        hint = "Install it: pip install 'studyapp[postgresql]'."
        message = "The driver for PostgreSQL is not installed."
        raise StudyappError(where, message, hint) from error
