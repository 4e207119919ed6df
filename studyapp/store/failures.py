"""What the database says when it fails, in words a learner can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from studyapp.model import StudyappError

_KNOWN = (
    (
        ("file is not a database",),
        "This file is not a database.",
        "It was left as it is. Name another file with --database.",
    ),
    (
        ("malformed", "corrupt"),
        "The database is damaged.",
        "The file was kept as it is. Put back a copy, or name another file with --database.",
    ),
    (
        ("locked", "busy"),
        "Another program is writing to the database.",
        "Close the other program, then try again.",
    ),
    (
        ("readonly", "unable to open", "permission"),
        "The database cannot be written.",
        "Check that you may write the file and its folder, or name another with --database.",
    ),
    (
        ("disk is full", "disk i/o"),
        "The disk refused to store this.",
        "Make room on the disk, then try again.",
    ),
)


class LibraryError(StudyappError):
    """The library cannot be read or written now; nothing was changed, and one may ask again."""


def in_words(where: str, error: DatabaseError | sqlite3.Error) -> LibraryError | None:
    """What the database said about the file at `where`; None when only we could act on it."""
    said = str(error.orig if isinstance(error, DatabaseError) else error).lower()
    for signs, message, hint in _KNOWN:
        if any(sign in said for sign in signs):
            return LibraryError(where, message, hint)
    return None


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn failures of the database that a learner can act on into `LibraryError`."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        known = in_words(where, error)
        if known is None:
            raise
        raise known from error
