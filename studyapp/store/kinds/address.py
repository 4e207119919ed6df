"""URLs of databases: read, and shown without what is secret in them."""

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from studyapp.model import StudyappError

_EXAMPLES = "sqlite:////home/me/studyapp.sqlite or postgresql+psycopg://me@localhost/studyapp"
_BEFORE_HOST = "@"


def parsed(url: str) -> URL:
    """The URL in its parts. Raises `StudyappError`."""
    try:
        found = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StudyappError(
            _after_secrets(url), "This is not a database URL.", f"Write it like {_EXAMPLES}."
        ) from error
    if found.get_backend_name() != "sqlite" and url.count(_BEFORE_HOST) > 1:
        message = "There are two @ in this URL, so it cannot be told where a password ends."
        raise StudyappError(_after_secrets(url), message, "Write an @ in a password as %40.")
    return found


def _after_secrets(url: str) -> str:
    """The part of a text, meant to be a URL, that cannot hold a password."""
    before, at, rest = url.rpartition(_BEFORE_HOST)
    return f"…{at}{rest}" if before else rest


def shown(url: URL) -> str:
    """A URL as messages show it: without password, and of its options only host and port."""
    options = {name: url.query[name] for name in ("host", "port") if name in url.query}
    kept = URL.create(
        url.drivername, url.username, None, url.host, url.port, url.database, options
    )
    return kept.render_as_string()
