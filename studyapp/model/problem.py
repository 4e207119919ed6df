"""What can be wrong: a `Problem` is collected and shown, a `StudyappError` stops a request."""

from dataclasses import dataclass, field
from enum import StrEnum


class Gate(StrEnum):
    """What a check of cards looks after; the value is how a person calls it."""

    PLACE = "place in the document"
    NUMBER = "number, unit or comparator"
    WHOLE = "what a share is a share of"
    WORDS = "words of the answer"
    HEDGE = "'may', 'usually' or 'not' that was lost"
    POPULATION = "who it holds for"
    SUBJECT = "subject of the question"
    QUESTION = "wording of the question"
    ANSWER = "wording of the answer"
    TRACE = "traces of the page"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with content. Never raised: one bad page must not lose the book.

    `where` is a place a person can open (`file:line`), `message` says what is wrong there,
    `hint` says what to do about it. `gate` is the check of a card that found it.
    """

    where: str
    message: str
    hint: str
    gate: Gate | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.where}: {self.message} {self.hint}".rstrip()


class StudyappError(Exception):
    """A request that cannot be carried out. Its text is shown to the user as it stands.

    Carries the same three parts as a `Problem`: where, what, and what to do.
    """

    def __init__(self, where: str, message: str, hint: str) -> None:
        super().__init__(f"{where}: {message} {hint}".rstrip())
        self.where = where
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type["StudyappError"], tuple[object, ...]]:
        """What it was made from, so that it can come from another process."""
        return type(self), (self.where, self.message, self.hint)
