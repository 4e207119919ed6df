"""What the database says when it fails, in words a learner can act on."""

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


def _explained(where: str, error: DatabaseError) -> StudyappError | None:
    said = str(error.orig).lower()
    for signs, message, hint in _KNOWN:
        if any(sign in said for sign in signs):
            return StudyappError(where, message, hint)
    return None


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn failures of the database that a learner can act on into `StudyappError`."""
    try:
        yield
    except DatabaseError as error:
        known = _explained(where, error)
        if known is None:
            raise
        raise known from error
