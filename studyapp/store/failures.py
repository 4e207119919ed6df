"""What the database says when it fails, in words a learner can act on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from studyapp.model import StudyappError


class LibraryError(StudyappError):
    """The library cannot be read or written now; nothing was changed, and one may ask again."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a failure means for a learner, and what they can do."""

    message: str
    hint: str


Words = Callable[[Exception], Meaning | None]
"""What a failure of the database means; None when only we could act on it."""


@contextmanager
def explained(where: str, words: Words) -> Iterator[None]:
    """Turn failures of the database that a learner can act on into `LibraryError`."""
    try:
        yield
    except Exception as error:
        known = words(error)
        if known is None:
            raise
        raise LibraryError(where, known.message, known.hint) from error
