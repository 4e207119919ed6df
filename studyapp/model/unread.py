"""What of a document is not read for facts, and why."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.model.document import Lines


class Noise(StrEnum):
    """Why lines are not content; the value is how a person calls it."""

    NAVIGATION = "navigation, advert or mark of the page"
    CLOSED = "a section that is left out (references, contacts, exercises, aims)"
    SITE = "about the site, its owner or its reader"
    OUTSIDE = "outside the text (menus, boxes, pictures, markup)"


@dataclass(frozen=True, slots=True)
class Unread:
    """Lines of a document that no rule reads; `noise` is None for a heading.

    A `sentence` is given where only that one is left out of a passage that is read.
    """

    lines: Lines
    noise: Noise | None
    sentence: str = ""
