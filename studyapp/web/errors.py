"""Pages for what goes wrong: what happened, what is safe, what to do. Never a stack trace."""

import logging
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from studyapp.model import StudyappError
from studyapp.study import LibraryError, NotInLibraryError
from studyapp.web.asked import by_script, wants

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Message:
    title: str
    text: str


_MESSAGES = {
    400: _Message(
        "The app did not understand that",
        "Nothing was changed. Go back, reload the page and try again.",
    ),
    403: _Message("This page is not open to you", "Nothing was changed."),
    404: _Message(
        "There is no such page",
        "The address may be mistyped, or the card or deck was removed.",
    ),
    405: _Message(
        "That address takes no such request",
        "Nothing was changed. Start again from Today.",
    ),
    413: _Message(
        "That is too much text for one card",
        "Nothing was saved. Shorten the text and save again.",
    ),
    500: _Message(
        "Something went wrong in the app",
        "Answers you already gave are saved. Reload the page; if it happens again, restart the "
        "app and read what it prints.",
    ),
}
_TOO_LARGE = _Message(
    "Those documents are too large",
    "Nothing was added. Together they may have 60 MB; add them a few at a time, or in parts.",
)
_STALE_FORM = _Message(
    "This page is out of date",
    "The app was restarted or the page was open in another browser. Nothing was changed. "
    "Reload the page and try again.",
)
_STRANGE_HOST = _Message(
    "The app is not known by this name",
    "Open it at the address it printed when it started.",
)


def explain(app: Flask) -> None:
    """Have `app` answer errors with pages in plain words."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(NotInLibraryError, _missing)
    app.register_error_handler(StudyappError, _refused)
    app.register_error_handler(LibraryError, _unavailable)
    app.register_error_handler(Exception, _broken)


def _page(message: _Message, status: int) -> tuple[str, int]:
    if by_script():
        return f"{message.title}. {message.text}", status
    return render_template("error.html", message=message), status


def _http(error: HTTPException) -> tuple[str, int]:
    status = error.code or 500
    if error.description == "host":
        return _page(_STRANGE_HOST, status)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and request.endpoint == "add.take":
        return _page(_TOO_LARGE, status)
    other = _MESSAGES[500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400]
    return _page(_MESSAGES.get(status, other), status)


def _stale(_: CSRFError) -> tuple[str, int]:
    return _page(_STALE_FORM, 400)


def _missing(_: NotInLibraryError) -> tuple[str, int]:
    return _page(_MESSAGES[404], 404)


def _refused(error: StudyappError) -> tuple[str, int]:
    """What study says as it says it."""
    return _page(_Message(error.message.rstrip("."), error.hint), 400)


def _unavailable(error: LibraryError) -> tuple[str, int]:
    """A library that cannot be read or written is no fault of the asker, who may ask again."""
    _log.error("%s", error)
    lost = "This was not saved; what you did before is. " if request.method == "POST" else ""
    if wants("answer"):
        lost = "Your answer is kept on this device and sent again. "
    text = f"{lost}{error.hint} The library is {error.where}."
    return _page(_Message(error.message.rstrip("."), text), 503)


def _broken(error: Exception) -> tuple[str, int]:
    _log.error("a page failed", exc_info=error)
    return _page(_MESSAGES[500], 500)
