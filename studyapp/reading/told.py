"""Judges what a file's properties say of it: many titles and authors are a template's."""

import re
from collections.abc import Sequence

from studyapp.language.words import STOP

_NO_TITLE = re.compile(
    r"untitled.*|document\s?\d*|word document|presentation\s?\d*|slide\s?\d*|title|template.*"
    r"|microsoft\s\w+\s-\s.*|.*\.(?:docx?|dotx?|pdf|tex|dvi|indd|qxd|pptx?|rtf|odt|txt|html?|p65)"
    r"|[\w-]*[_\d][\w-]*",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:institut\w*|universit\w*|hospitals?|societ\w+|associations?|college|department|ministry"
    r"|cent(?:er|re)s?|clinics?|foundation|agency|council|organi[sz]ation|academy|school|services?"
    r"|trust|committee|federation|network|press|library|administration|board|alliance)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def told(title: str, author: str, lines: Sequence[str]) -> dict[str, str]:
    """The title and publisher among a file's properties, as far as they can be believed.

    A title is believed when it is no file name and the text speaks of most of it; an author is a
    publisher only when clearly no person.
    """
    said = {}
    title = " ".join(title.split())
    if title and not _NO_TITLE.fullmatch(title) and _spoken_of(title, lines):
        said["title"] = title
    author = " ".join(author.split())
    if _ORGANISATION.search(author):
        said["publisher"] = author
    return said


def _spoken_of(title: str, lines: Sequence[str]) -> bool:
    named = {word.lower() for word in _WORD.findall(title)} - STOP
    spoken = {word.lower() for line in lines for word in _WORD.findall(line)}
    return bool(named) and len(named & spoken) * 2 >= len(named)
