"""What PostgreSQL's errors mean for a learner, by the standard's codes."""

import psycopg
from sqlalchemy.exc import DBAPIError

from studyapp.store.failures import Meaning

_LOST = Meaning(
    "The connection to the database server was lost.",
    "Check that the server runs, then try again.",
)
_BUSY = Meaning(
    "Another program is writing to the database.",
    "Close the other program, then try again.",
)
_STRANGER = Meaning(
    "The database server does not let this user in.",
    "Check the user and the password: in --database, in PGPASSWORD or in ~/.pgpass.",
)
_NO_DATABASE = Meaning(
    "The database server has no such database.",
    "Make it with createdb, or name another with --database.",
)
_UNREACHED = Meaning(
    "The database server cannot be reached.",
    "Start it, or check the host and port in --database, then try again.",
)
_FULL = Meaning(
    "The disk refused to store this.", "Make room on the server's disk, then try again."
)
_DAMAGED = Meaning(
    "The database is damaged.",
    "It was left as it is. Put back a copy with pg_restore, or name another with --database.",
)
_READ_ONLY = Meaning(
    "The database cannot be written.",
    "Check that the user may make and write tables there and that it is not read-only,"
    " or name another with --database.",
)
_FEW = Meaning(
    "The database server has no room for another connection now.",
    "Close what else uses it, or raise its max_connections, then try again.",
)
_NUL = Meaning(
    "A text holds the character NUL, which PostgreSQL does not keep.",
    "Take it out, then try again.",
)

_BY_CODE = {
    "08": _LOST,
    "25006": _READ_ONLY,
    "28": _STRANGER,
    "3D000": _NO_DATABASE,
    "40": _BUSY,
    "42501": _READ_ONLY,
    "53100": _FULL,
    "53300": _FEW,
    "55P03": _BUSY,
    "57P01": _LOST,
    "57P02": _LOST,
    "57P03": _UNREACHED,
    "58030": _FULL,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}
"""By the whole code of an error, or by its class."""

_BY_SIGN = (
    (("password", "authentication", "no pg_hba", "role "), _STRANGER),
    (("too many", "remaining connection slots"), _FEW),
    (("database ",), _NO_DATABASE),
    (("closed", "terminat", "lost"), _LOST),
)
"""By what stands in the words of a server that does not let one in: they come without a code."""


def in_words(error: Exception) -> Meaning | None:
    """What the server, or the way to it, failed at; None when only we could act on it."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return None
    code = cause.sqlstate
    if code is not None:
        return _BY_CODE.get(code) or _BY_CODE.get(code[:2])
    if isinstance(cause, psycopg.DataError):
        return _NUL if "NUL" in str(cause) else None
    if isinstance(cause, psycopg.OperationalError):
        said = str(cause)
        found = (meaning for signs, meaning in _BY_SIGN if any(sign in said for sign in signs))
        return next(found, _UNREACHED)
    return None
