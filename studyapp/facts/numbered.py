"""The number that a lead-in gives before the noun for its items."""

import re

NUMBERS = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
_COUNTED = re.compile(rf"(?P<n>{'|'.join(NUMBERS)}|[2-9]|10)\s", re.IGNORECASE)
"""'the following 6 types': the items' own count is asked with, not this one behind it."""


def counted(noun: str) -> str:
    """The number before a noun ('6' of '6 types'); '' for none."""
    match = _COUNTED.match(noun)
    return match["n"] if match else ""


def uncounted(noun: str) -> str:
    """A noun without the number before it."""
    return _COUNTED.sub("", noun, count=1)
