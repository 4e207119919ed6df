"""The key that signs cookies: random, beside the database, readable by its owner only."""

import os
import secrets
from pathlib import Path

from studyapp.model import StudyappError

_BYTES = 32
_OWNER_ONLY = 0o600


def secret_key(path: Path) -> bytes:
    """The key kept at `path`, made on first use.

    Raises StudyappError when it can be neither read nor made, or is too short to be one.
    """
    try:
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StudyappError(
            str(path),
            f"The key that signs cookies cannot be read or made ({error.strerror}).",
            "Make the folder writable, or choose another database with --database.",
        ) from error
    if len(key) < _BYTES:
        raise StudyappError(
            str(path),
            "This file should hold the key that signs cookies, and it is too short.",
            "Delete it; a new one is made at the next start.",
        )
    return key


def _make(path: Path) -> None:
    """Write a new key, unless another program starting at the same time was first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    except FileExistsError:
        return
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
