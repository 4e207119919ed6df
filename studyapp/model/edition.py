"""A document that another one replaces."""

from dataclasses import dataclass

from studyapp.model.document import Source


@dataclass(frozen=True, slots=True)
class Edition:
    """A document and the older edition that it replaces.

    `given` says that both were among the documents of the build, `changed` how many cards
    answer otherwise than the older one did.
    """

    newer: Source
    older: Source
    given: bool
    changed: int = 0
