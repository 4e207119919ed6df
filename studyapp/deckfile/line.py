"""A line of a deck file that knows where it stands, so that every error can say it."""

from dataclasses import dataclass
from typing import NoReturn

from studyapp.model import StudyappError


@dataclass(frozen=True, slots=True)
class Line:
    """`text` as it stands in line `number` (from 1) of the file called `name`."""

    name: str
    number: int
    text: str

    def refuse(self, message: str, hint: str) -> NoReturn:
        """Raise a StudyappError: what is wrong in this line and what to do about it."""
        where = f"{self.name}:{self.number}"
        raise StudyappError(where, message, hint)


def lines_of(text: str, name: str) -> tuple[Line, ...]:
    """The lines of a file; a byte order mark and carriage returns are not part of them."""
    raw = text.removeprefix("\ufeff").split("\n")
    return tuple(Line(name, n, line.removesuffix("\r")) for n, line in enumerate(raw, start=1))
