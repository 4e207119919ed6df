"""What can be wrong: a `Problem` is collected and shown, a `StudyappError` stops a request."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with content. Never raised: one bad page must not lose the book.

    `where` is a place a person can open (`file:line`), `message` says what is wrong there,
    `hint` says what to do about it.
    """

    where: str
    message: str
    hint: str

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
